package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// knows puts a person into the journal.
func (s *stage) knows(p journal.Person) journal.Person {
	s.t.Helper()
	stored, err := s.journal.SavePerson(context.Background(), p)
	if err != nil {
		s.t.Fatal(err)
	}
	s.settle()
	return stored
}

// known reads a person as they are stored.
func (s *stage) known(name string) journal.Person {
	s.t.Helper()
	all, err := s.journal.Read().People(context.Background())
	if err != nil {
		s.t.Fatal(err)
	}
	for _, p := range all {
		if p.Name == name {
			return p
		}
	}
	s.t.Fatalf("nobody is called %q: %+v", name, all)
	return journal.Person{}
}

// openPeople opens the page on what the journal holds.
func openPeople(s *stage) *people {
	s.t.Helper()
	s.press(key(fyne.Key7, ctrl))
	return s.frame.people
}

// office opens the page on five people, one of whom leads the writer.
func office(t *testing.T) (*stage, *people) {
	t.Helper()
	s := openWindow(t)
	s.knows(journal.Person{Name: "Oskar Nyman", Relationship: "mentor", Support: "advocate", Matters: "Choices laid out", LastContact: dayOf(t, "2026-03-10")})
	s.knows(journal.Person{Name: "Lena Fischer", Relationship: "manager", Support: "supportive", LeadingUp: &journal.LeadingUp{
		Needs: []string{"too-busy"}, Offered: "2026-01-15 To chair planning\n2026-03-06 A Friday note",
		Received: "2026-01-15 not now: asked Tomas\n2026-03-07 well received",
	}})
	s.knows(journal.Person{Name: "Tomas Berg", Relationship: "stakeholder", Support: "neutral", LastContact: dayOf(t, "2026-03-05")})
	s.knows(journal.Person{Name: "Henrik Dahl", Relationship: "peer", Support: "not-yet", LastContact: dayOf(t, "2025-11-01")})
	s.knows(journal.Person{Name: "Ada"})
	s.heard("2026-03-10", "Lena Fischer", "You let me finish.", nil)
	e := s.journal.NewEntry(journal.Reflection, dayOf(t, "2026-03-11"))
	e.Title, e.People = "Talked it over", []journal.Involved{{Person: "Lena Fischer", Role: "involved"}, {Person: "Ada"}}
	s.add(e)
	return s, openPeople(s)
}

// listedPeople is what the list says, headings included.
func listedPeople(p *people) []string {
	var all []string
	for i := range p.list.shown.Len() {
		all = append(all, p.list.shown.Label(i))
	}
	return all
}

// openPerson opens the row of a person.
func openPerson(s *stage, p *people, name string) {
	s.t.Helper()
	for i := range p.list.shown.Len() {
		if p.list.shown.Opens(i) && strings.HasPrefix(p.list.shown.Label(i), name) {
			p.list.rows.SetSelected(i)
			p.list.open(i)
			s.settle()
			return
		}
	}
	s.t.Fatalf("the list has nobody called %s: %q", name, listedPeople(p))
}

// openTab opens a tab of the person beside the list.
func openTab(s *stage, p *people, tab string) {
	s.t.Helper()
	p.showTab(tab)
	s.settle()
}

// written has everything that is typed saved.
func (s *stage) written(p *people) {
	s.t.Helper()
	p.saveNow()
	s.settle()
}

func TestGivenPeople_WhenThePageOpens_ThenTheyStandInGroupsAndWhoIsMissingBelow(t *testing.T) {
	_, p := office(t)
	want := []string{
		"Advocates, 1", "Oskar Nyman, Mentor, Choices laid out, 2 days ago",
		"Supportive, 1", "Lena Fischer, Manager, Yesterday",
		"Neutral, 1", "Tomas Berg, Stakeholder, 5 March",
		"Not yet, 1", "Henrik Dahl, Peer, 4 months ago",
		"No word yet, 1", "Ada, Yesterday",
		"3 supporters still missing. A leader above them; a sponsor who opens doors; a peer",
	}
	if diff := cmp.Diff(want, listedPeople(p)); diff != "" {
		t.Errorf("the list (-want +got):\n%s", diff)
	}
	if got := p.list.figures.Text(); got != "5 people. 2 stand behind you, 1 is neutral, 1 not yet." {
		t.Errorf("the head says %q", got)
	}
	if p.detail.name.Text() != "Oskar Nyman" || p.list.rows.Selected() != 1 {
		t.Errorf("beside the list stands %q, open is row %d", p.detail.name.Text(), p.list.rows.Selected())
	}
}

func TestGivenSomebodyToWin_WhenLongUnseen_ThenItIsSaidInWordsAndNotOfOthers(t *testing.T) {
	today := dayOf(t, "2026-03-12")
	for _, c := range []struct {
		support, last, newest, want string
		late                        bool
	}{
		{"not-yet", "2025-11-01", "", "4 months ago", true},
		{"neutral", "2026-01-11", "", "2 months ago", true},
		{"neutral", "2026-01-12", "", "12 January", false},
		{"advocate", "2025-11-01", "", "1 November 2025", false},
		{"not-yet", "2025-11-01", "2026-03-11", "Yesterday", false},
		{"", "", "", "", false},
	} {
		l := journal.PersonLine{Person: journal.Person{Support: c.support}}
		if c.last != "" {
			l.LastContact = dayOf(t, c.last)
		}
		if c.newest != "" {
			l.Newest = dayOf(t, c.newest)
		}
		if words, late := contact(l, today); words != c.want || late != c.late {
			t.Errorf("%+v: %q, %v", c, words, late)
		}
	}
}

func TestGivenFeedbackAndEntries_WhenTheirTabsOpen_ThenTheyAreListedAndLeadOn(t *testing.T) {
	s, p := office(t)
	openPerson(s, p, "Lena")
	if got := p.detail.tabs.tabs; got[1].Label != "Feedback 1" || got[2].Label != "Entries 2" {
		t.Fatalf("the tabs are %+v", got)
	}
	openTab(s, p, tabFeedback)
	said := p.detail.said
	if got := said.rows.Item(0); said.rows.Len() != 1 || got.Title != "You let me finish." || got.Caption != "Praise · 10 March" {
		t.Errorf("of %d pieces the first is %+v", said.rows.Len(), got)
	}
	said.open(said.lines[0])
	s.settle()
	if s.current != page(s.frame.feedback) || s.frame.feedback.detail.quote.Text() != "You let me finish." {
		t.Errorf("the piece does not open in the ledger")
	}
	s.press(key(fyne.Key7, ctrl))
	openTab(s, p, tabEntries)
	entries := p.detail.entries
	if got := entries.rows.Item(0); entries.rows.Len() != 2 || got.Title != "Talked it over" || got.Caption != "Reflection · 11 March" {
		t.Errorf("of %d entries the first is %+v", entries.rows.Len(), got)
	}
	entries.open(entries.lines[0])
	s.settle()
	if s.current != page(s.today) || s.today.desk.title.Text != "Talked it over" {
		t.Errorf("the entry does not open on Today")
	}
}

func TestGivenPrivateEntries_WhenHidden_ThenTheyAreNeitherCountedNorListed(t *testing.T) {
	s, p := office(t)
	for _, e := range s.entries() {
		e.Private = true
		s.add(e)
	}
	openPerson(s, p, "Lena")
	openTab(s, p, tabEntries)
	if p.detail.entries.rows.Len() != 2 {
		t.Fatalf("%d entries are listed", p.detail.entries.rows.Len())
	}
	s.press(key(fyne.KeyH, ctrl|shift))
	if got := p.detail.tabs.tabs; p.detail.entries.rows.Len() != 0 || got[1].Label != "Feedback 0" || got[2].Label != "Entries 0" {
		t.Errorf("hidden, %d are listed, and the tabs are %+v", p.detail.entries.rows.Len(), got)
	}
}

func TestGivenAPerson_WhenAskedForFeedback_ThenThePanelNamesThem(t *testing.T) {
	s, p := office(t)
	openPerson(s, p, "Oskar")
	p.detail.said.ask()
	s.settle()
	if s.win.Canvas().Overlays().Top() == nil {
		t.Error("nothing asks")
	}
}

func TestGivenNobody_WhenThePageOpens_ThenItSaysHowToBegin(t *testing.T) {
	s := openWindow(t)
	p := openPeople(s)
	if !p.list.empty.Visible() || p.detail.page.Visible() || p.list.figures.Visible() {
		t.Error("the empty page does not say so")
	}
	if got := listedPeople(p); len(got) != 1 || !strings.HasPrefix(got[0], "5 supporters still missing. Your manager;") {
		t.Errorf("it lists %q", got)
	}
}

func TestGivenThreeHundredPeople_WhenThePageOpens_ThenOnlyRowsInSightAreBuilt(t *testing.T) {
	s := openWindow(t)
	var many []journal.Person
	for i := range 300 {
		many = append(many, journal.Person{ID: journal.ID(fmt.Sprintf("018f4d2e-0000-7000-8000-%012d", i)), Name: fmt.Sprintf("Person %d", i), Support: journal.Supports()[i%4]})
	}
	if err := s.journal.Read().(journal.Store).Apply(context.Background(), journal.Changes{At: evening, People: many}); err != nil {
		t.Fatal(err)
	}
	p := openPeople(s)
	if n := p.list.shown.Len(); n < 300 || p.list.rows.Built() > 24 {
		t.Errorf("%d rows, of which %d are built", n, p.list.rows.Built())
	}
}

func TestGivenANarrowWindow_WhenAPersonIsOpened_ThenTheyStandAloneWithAWayBack(t *testing.T) {
	s, p := office(t)
	s.win.Resize(smallest)
	if !p.list.content.Visible() || p.detail.content.Visible() {
		t.Fatal("the list does not stand alone")
	}
	s.win.Canvas().Focus(p.list.rows)
	s.hit(fyne.KeyDown, fyne.KeyReturn)
	if p.list.content.Visible() || !p.detail.back.Visible() || p.detail.name.Text() != "Lena Fischer" {
		t.Fatalf("Enter shows %q", p.detail.name.Text())
	}
	if s.win.Canvas().Focused() != p.detail.tabs.first() {
		t.Errorf("the keyboard is at %T", s.win.Canvas().Focused())
	}
	s.hit(fyne.KeyEscape)
	if !p.list.content.Visible() || s.win.Canvas().Focused() != fyne.Focusable(p.list.rows) {
		t.Error("Escape does not lead back")
	}
}

func TestGivenALink_WhenAPersonIsAskedFor_ThenTheyAreBesideTheList(t *testing.T) {
	s, p := office(t)
	s.press(key(fyne.Key1, ctrl))
	p.open(s.known("Henrik Dahl").ID)
	s.settle()
	if s.current != page(p) || p.detail.name.Text() != "Henrik Dahl" {
		t.Errorf("beside the list stands %q", p.detail.name.Text())
	}
}

func TestGivenThePeople_WhenTabbing_ThenEverythingIsReached(t *testing.T) {
	s, p := office(t)
	openPerson(s, p, "Lena")
	reached := map[fyne.Focusable]bool{}
	for range 30 {
		s.win.Canvas().FocusNext()
		reached[s.win.Canvas().Focused()] = true
	}
	l := p.detail.leading
	for name, want := range map[string]fyne.Focusable{
		"a new person": p.list.add, "the list": p.list.rows, "the support": p.detail.support, "the tabs": p.detail.tabs.first(),
		"a need": l.needs.Objects[3].(*parts.Chip), "own words": l.own.field.Editor, "an offer": l.offers.Objects[1].(*offerRow),
		"the rule": l.stepBack.field.Editor, "Note an offer": l.note,
	} {
		if !reached[want] {
			t.Errorf("Tab does not come by %s", name)
		}
	}
}

// PersonLines fails where the store is told to.
func (s watchedStore) PersonLines(ctx context.Context) ([]journal.PersonLine, error) {
	if err := s.asked(); err != nil {
		return nil, err
	}
	return s.Store.PersonLines(ctx)
}

func TestGivenAnUnreadableJournal_WhenThePeopleOpen_ThenThePageSaysSoUntilItIsRead(t *testing.T) {
	s, w := openWatched(t)
	s.knows(journal.Person{Name: "Ada"})
	w.sick.Store(true)
	p := openPeople(s)
	if got := p.list.empty.Text(); !p.list.empty.Visible() || !strings.Contains(got, "still there") || s.door.notice == nil {
		t.Fatalf("the page says %q", got)
	}
	w.sick.Store(false)
	s.takeBack() // tries again
	if p.list.empty.Visible() || p.detail.name.Text() != "Ada" || s.door.notice != nil {
		t.Errorf("read again, beside the list stands %q", p.detail.name.Text())
	}
	w.sick.Store(true)
	p.load()
	s.settle()
	if p.detail.name.Text() != "Ada" || p.list.empty.Visible() {
		t.Error("a failure takes away what was read")
	}
}

func TestGivenThePage_WhenItOpens_ThenItAsksFourQuestionsAtMost(t *testing.T) {
	s, w := openWatched(t)
	s.knows(journal.Person{Name: "Ada"})
	for _, tab := range []string{tabAbout, tabFeedback, tabEntries} {
		s.frame.people.tab = tab
		w.reads.Store(0)
		openPeople(s)
		if got := w.reads.Load(); got > 4 {
			t.Errorf("%s: the page asks %d questions", tab, got)
		}
	}
}
