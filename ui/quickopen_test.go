package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"groundwork/journal"
)

// quick is the panel on a window, as it is used.
type quick struct {
	*stage
	panel *quickOpen
}

// quickly opens the panel with its shortcut.
func (s *stage) quickly() quick {
	s.t.Helper()
	s.press(key(fyne.KeyK, ctrl))
	if s.quick == nil {
		s.t.Fatal("no panel opens")
	}
	return quick{s, s.quick}
}

// typed types into the panel.
func (q quick) typed(text string) quick {
	q.t.Helper()
	q.typeText(text)
	q.settle()
	return q
}

// listed is what the panel lists, read aloud; what is chosen has a mark.
func (q quick) listed() []string {
	var all []string
	for i := range q.panel.rows.Len() {
		label := q.panel.rows.Label(i)
		if i == q.panel.list.Selected() {
			label = "> " + label
		}
		all = append(all, label)
	}
	return all
}

func (q quick) key(name fyne.KeyName) {
	q.panel.query.TypedKey(&fyne.KeyEvent{Name: name})
	q.settle()
}

// somewhere is a window with a few entries, a tag and two people.
func somewhere(t *testing.T) *stage {
	s := openWindow(t)
	today := journal.DayOf(s.now())
	for i, title := range []string{"Took the first release note to one page", "Rollback drill", "Handed the release decision to the pair"} {
		e := s.journal.NewEntry(journal.MomentKind, today.AddDays(i-20))
		e.Title, e.Tags = title, []string{"release"}
		e.People = []journal.Involved{{Person: "René Ørsted", Role: "saw"}}
		s.add(e)
	}
	s.past(today.AddDays(-40), "A secret release", true)
	s.goTo(s.frame.people)
	s.settle()
	return s
}

func TestGivenLetters_WhenTyped_ThenQuickOpenFindsEntriesNamesAndCommands(t *testing.T) {
	q := somewhere(t).quickly().typed("rele")
	got := q.listed()
	wantSaid(t, strings.Join(got, "\n"), "Entries\n> Handed the release decision to the pair, 22 February\n", "Took the first release note to one page, 20 February",
		"A secret release, 31 January", "Tags and people\nrelease, 3 entries\n", "Pages and commands\nNew reflection, Ctrl Shift 1")
	if q.win.Canvas().Focused() != fyne.Focusable(q.panel.query) {
		t.Error("the cursor has left the field")
	}
}

func TestAWordThatBeginsAsItWasTypedComesBeforeLettersHereAndThere(t *testing.T) {
	s := somewhere(t)
	for _, title := range []string{"Coached Mei through the smartphone release", "Review talk with Leilani"} {
		e := s.journal.NewEntry(journal.MomentKind, journal.DayOf(s.now()).AddDays(-1))
		e.Title = title
		s.add(e)
	}
	got := strings.Join(s.quickly().typed("rel").listed(), "\n")
	if whole, here := strings.Index(got, "smartphone release"), strings.Index(got, "Review talk"); whole < 0 || here < whole {
		t.Errorf("it lists\n%s", got)
	}
}

func TestGivenTheWholeNameOfAPage_ThenItComesBeforeTheEntriesThatTellOfIt(t *testing.T) {
	s := somewhere(t)
	e := s.journal.NewEntry(journal.Reflection, journal.DayOf(s.clock))
	e.Title = "Trash day"
	s.add(e)
	want := []string{"Pages and commands", "> Trash, Ctrl D", "Move to trash, Ctrl Shift Delete", "Entries", "Trash day, 12 March"}
	if listed := s.quickly().typed("trash").listed(); !slices.Equal(listed, want) {
		t.Errorf("listed %q, want %q", listed, want)
	}
}

func TestACommandWithTheWordThatWasTypedComesBeforeTitlesWithItsLettersHereAndThere(t *testing.T) {
	s := somewhere(t)
	e := s.journal.NewEntry(journal.Reflection, journal.DayOf(s.clock))
	e.Title = "The question of the day was workload distribution"
	s.add(e)
	want := []string{"Pages and commands", "> Appearance: Dark", "Entries", "The question of the day was workload distribution, 12 March"}
	if listed := s.quickly().typed("dark").listed(); !slices.Equal(listed, want) {
		t.Errorf("listed %q, want %q", listed, want)
	}
}

func TestAccentsMatterNeitherInTheNameNorInWhatIsTyped(t *testing.T) {
	for _, typed := range []string{"rene", "RENÉ", "rene\u0301"} {
		got := somewhere(t).quickly().typed(typed).listed()
		if !slices.Contains(got, "> René Ørsted, ") && !slices.ContainsFunc(got, func(l string) bool { return strings.Contains(l, "René Ørsted") }) {
			t.Errorf("%q finds %q", typed, got)
		}
	}
}

func TestEveryItemOfTheMenuIsThereWithItsShortcut(t *testing.T) {
	s := openWindow(t)
	var all []string
	for _, thing := range s.quickCommands() {
		all = append(all, thing.name+"|"+thing.hint)
	}
	for _, menu := range s.win.MainMenu().Items {
		for _, i := range menu.Items {
			if i.Action != nil && i.Shortcut != nil && !slices.Contains(all, i.Label+"|"+shortcutName(i.Shortcut)) {
				t.Errorf("%q is missing", i.Label)
			}
		}
	}
	if !slices.Contains(all, "Appearance: Dark|") || !slices.ContainsFunc(all, func(n string) bool { return strings.HasPrefix(n, "Library: Leading Up") }) {
		t.Errorf("the appearance or the documents are missing:\n%s", strings.Join(all, "\n"))
	}
}

func TestArrowsWalkEnterOpensAndEscapeCloses(t *testing.T) {
	s := somewhere(t)
	q := s.quickly().typed("roll")
	first := q.panel.list.Selected()
	q.key(fyne.KeyUp) // there is nothing above the first
	if q.panel.list.Selected() != first {
		t.Error("it went above the first")
	}
	q.key(fyne.KeyReturn)
	if got := s.today.desk.draft.Entry().Title; got != "Rollback drill" || s.current != page(s.today) {
		t.Errorf("it opens %q", got)
	}
	q = s.quickly().typed("page people")
	q.key(fyne.KeyReturn)
	if s.current != page(s.frame.people) {
		t.Errorf("the command does not open the page, of\n%s", strings.Join(q.listed(), "\n"))
	}
	q = s.quickly()
	q.key(fyne.KeyEscape)
	if s.win.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not close it")
	}
}

func TestGivenTheAnswerIsOnItsWay_WhenEnterIsPressed_ThenItOpensTheFirstOfWhatWasTyped(t *testing.T) {
	s := somewhere(t)
	q := s.quickly().typed("release") // lists others
	q.panel.query.TypedShortcut(&fyne.ShortcutSelectAll{})
	q.typeText("rollback")
	q.key(fyne.KeyReturn)
	if got := s.today.desk.draft.Entry().Title; got != "Rollback drill" {
		t.Errorf("it opens %q", got)
	}
}

func TestATagOpensTheSearchForIt(t *testing.T) {
	s := openWindow(t)
	e := s.journal.NewEntry(journal.Reflection, journal.DayOf(s.now()))
	e.Title, e.Tags = "Tagged", []string{"two words"}
	s.add(e)
	q := s.quickly().typed("two wo")
	q.key(fyne.KeyDown) // the first is the entry, which a search finds by its tag
	q.key(fyne.KeyReturn)
	if s.current != page(s.frame.finder) || !slices.Equal(s.frame.finder.titles(), []string{"Tagged"}) {
		t.Errorf("it finds %q", s.frame.finder.titles())
	}
}

func TestWhatWasUsedLastStandsFirst(t *testing.T) {
	s := somewhere(t)
	s.quickly().typed("rollback").key(fyne.KeyReturn)
	s.quickly().typed("page library").key(fyne.KeyReturn)
	got := s.quickly().listed()
	if len(got) < 2 || got[1] != "> Rollback drill, 21 February" || !slices.Contains(got, "Page: Library, Ctrl 8") {
		t.Errorf("without letters it lists\n%s", strings.Join(got, "\n"))
	}
}

func TestGivenPrivateIsHidden_ThenQuickOpenListsNoneOfIt(t *testing.T) {
	s := somewhere(t)
	s.press(key(fyne.KeyH, ctrl|shift))
	for _, typed := range []string{"secret", ""} {
		q := s.quickly().typed(typed)
		if got := strings.Join(q.listed(), "\n"); strings.Contains(got, "secret") {
			t.Errorf("with %q it lists\n%s", typed, got)
		}
		q.key(fyne.KeyEscape)
	}
}

func TestOlderEntriesAreFoundByTheirWords(t *testing.T) {
	s := openWindow(t)
	e := s.journal.NewEntry(journal.Reflection, journal.DayOf(s.now()))
	e.Title, e.Body = "Untold", "The quartermaster called twice."
	s.add(e)
	if got := s.quickly().typed("quartermaster").listed(); len(got) < 2 || got[1] != "> Untold, 12 March" {
		t.Errorf("it lists %q", got)
	}
}

func TestGivenLettersThatGoWithNothing_ThenItSaysSo(t *testing.T) {
	q := somewhere(t).quickly().typed("zzzzqqq")
	if q.panel.none.Text() == "" || len(q.listed()) != 0 {
		t.Errorf("it lists %q and says %q", q.listed(), q.panel.none.Text())
	}
}

// TestOnlyRowsInSightAreBuilt counts: the list is as long as its groups.
func TestOnlyAFewRowsAreEverListed(t *testing.T) {
	var things []quickThing
	for i := range 2 * mostTitles {
		things = append(things, quickThing{group: quickEntries, key: fmt.Sprint(i), name: fmt.Sprint("Release ", i)})
	}
	x := quickIndex{things: things}
	for i := range x.things {
		x.things[i].plain = plainNameOf(x.things[i].name)
	}
	if n := len(x.find("release")); n != mostQuickEntries {
		t.Errorf("%d are listed", n)
	}
	if first := x.find("release")[0].name; first != "Release 0" {
		t.Errorf("among equals the first is %q, not the newest", first)
	}
}

// TestTheLettersThatAreMarkedAreTheOnesTyped holds for any name: what is marked
// reads as what was typed, accents aside.
func TestTheLettersThatAreMarkedAreTheOnesTyped(t *testing.T) {
	letters := rapid.SampledFrom([]rune("abé e\u0301øß日🇩x-"))
	rapid.Check(t, func(rt *rapid.T) {
		name := string(rapid.SliceOfN(letters, 1, 20).Draw(rt, "name"))
		plain := plainNameOf(name)
		var found []int
		for at := range plain.text {
			if rapid.Bool().Draw(rt, "found") {
				found = append(found, at)
			}
		}
		var read strings.Builder
		end := 0
		for _, r := range plain.ranges(name, found) {
			if r.From < end || r.To <= r.From || r.To > len(name) {
				rt.Fatalf("of %q it marks %v", name, plain.ranges(name, found))
			}
			read.WriteString(name[r.From:r.To])
			end = r.To
		}
		if got, want := plainNameOf(read.String()).text, letterAt(plain.text, found); !strings.Contains(got, want) && len(found) > 0 && got != want {
			rt.Errorf("of %q it marks %q for %q", name, got, want)
		}
	})
}

func letterAt(text string, at []int) string {
	var all strings.Builder
	for _, i := range at {
		for _, r := range text[i:] {
			all.WriteRune(r)
			break
		}
	}
	return all.String()
}
