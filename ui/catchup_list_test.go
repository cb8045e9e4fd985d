package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// brag is the list of the design's picture.
const brag = `Jan – spoke at the ops meetup, 60 people
- took over Saturday planning from Lena (Q1)
- 15.01. asked to chair planning, not now

Jan: two junior hires, I wrote the task for both
coffee w/ Ove re gates`

// paste opens the page and pastes a list.
func paste(t *testing.T, list string) (*stage, *pastedList) {
	t.Helper()
	s, c := openCatchUp(t)
	s.win.Canvas().Focus(c.list.field.Editor)
	c.list.field.Editor.Insert(list)
	s.settle()
	return s, c.list
}

// expect adds an expectation to the journal, by way of an entry that supports it.
func (s *stage) expect(name string) journal.Expectation {
	s.t.Helper()
	e := s.journal.NewEntry(journal.Reflection, day(s.t, "2025-01-02"))
	e.Title, e.Evidence = "Supports it", []journal.Evidence{{Expectation: name}}
	s.add(e)
	all, err := s.journal.Read().Expectations(context.Background())
	if err != nil || len(all) == 0 {
		s.t.Fatal(all, err)
	}
	return all[len(all)-1]
}

// labels are the cards as they are read aloud.
func (p *pastedList) labels() []string {
	var all []string
	for i := range p.entries {
		all = append(all, cardRows{p}.Label(i))
	}
	return all
}

func TestAPastedListIsSplitIntoCards(t *testing.T) {
	s, p := paste(t, brag)
	want := []string{
		"Spoke at the ops meetup, 60 people, January, Moment ✓",
		"Took over Saturday planning from Lena, Quarter 1, Moment ✓",
		"Asked to chair planning, not now, 15 January, Reflection ✓",
		"Two junior hires, I wrote the task for both, January, Moment ✓",
		"Coffee w/ Ove re gates, When was it?, Reflection",
	}
	if got := p.labels(); !slices.Equal(got, want) {
		t.Errorf("the cards are %q", got)
	}
	if got := words(s); !strings.Contains(got, "Split into 5 entries") || !strings.Contains(got, "1 waits here until it has a date") {
		t.Errorf("the page says %q", got)
	}
	if got := p.add.Text(); got != "Add 4 entries" || p.add.Disabled() {
		t.Errorf("the button says %q", got)
	}
}

func TestAListCanBeSplitByBlocks(t *testing.T) {
	s, p := paste(t, brag)
	s.win.Canvas().Focus(p.by)
	s.hit(fyne.KeyRight, fyne.KeyReturn)
	if got := p.labels(); len(got) != 2 || !strings.HasPrefix(got[1], "Two junior hires") {
		t.Errorf("the cards are %q", got)
	}
}

func TestAddingLeavesWhatWaits(t *testing.T) {
	s, p := paste(t, brag)
	tap(t, p.add)
	s.settle()
	var got []string
	for _, e := range s.entries() {
		got = append(got, fmt.Sprint(e.Title, " ", e.Day, " ", e.Precision, " ", e.Kind))
	}
	slices.Sort(got)
	want := []string{
		"Asked to chair planning, not now 2026-01-15 day reflection",
		"Spoke at the ops meetup, 60 people 2026-01-15 month moment",
		"Took over Saturday planning from Lena 2026-02-15 quarter moment",
		"Two junior hires, I wrote the task for both 2026-01-15 month moment",
	}
	if !slices.Equal(got, want) {
		t.Errorf("stored are %q", got)
	}
	if p.field.Editor.Text != "\ncoffee w/ Ove re gates" && p.field.Editor.Text != "coffee w/ Ove re gates" {
		t.Errorf("the field holds %q", p.field.Editor.Text)
	}
	if got := words(s); !strings.Contains(got, "Added 4 entries.") || !p.add.Disabled() {
		t.Errorf("the window says %q", got)
	}
}

func TestUndoBringsTheEntriesBackIntoTheList(t *testing.T) {
	s, p := paste(t, brag)
	before := p.labels()
	tap(t, p.add)
	s.settle()
	tap(t, s.door.notice.Actions()[0])
	s.settle()
	if n := len(s.entries()); n != 0 {
		t.Errorf("%d entries are still stored", n)
	}
	if got := p.labels(); !slices.Equal(got, before) || p.field.Editor.Text != brag {
		t.Errorf("the cards are %q, the field holds %q", got, p.field.Editor.Text)
	}
	s.flushed()
	if l, err := s.journal.PastedList(context.Background()); err != nil || l.Text != brag {
		t.Errorf("kept is %q, %v", l.Text, err)
	}
}

func TestUndoKeepsWhatWasTypedIntoTheListSince(t *testing.T) {
	s, p := paste(t, "## January\n- spoke\n## Later\n- coffee")
	p.correct(1, "")
	s.typeText("!")
	s.hit(fyne.KeyEscape)
	tap(t, p.add)
	s.settle()
	s.win.Canvas().Focus(p.field.Editor)
	p.field.Editor.CursorToEnd()
	s.hit(fyne.KeyReturn)
	s.typeText("Feb: led")
	s.settle()
	tap(t, s.door.notice.Actions()[0])
	s.settle()
	want := []string{"Spoke, January, Moment ✓", "Later!, When was it?, Reflection", "Coffee, When was it?, Reflection", "Led, February, Moment ✓"}
	if got := p.labels(); !slices.Equal(got, want) {
		t.Errorf("the cards are %q, want %q", got, want)
	}
}

func TestACardIsTickedWithTheSpaceBar(t *testing.T) {
	s, p := paste(t, brag)
	s.win.Canvas().Focus(p.cards)
	s.win.Canvas().Focused().TypedRune(' ')
	s.settle()
	if p.entries[0].In || p.add.Text() != "Add 3 entries" {
		t.Errorf("it is ticked: %v; the button says %q", p.entries[0].In, p.add.Text())
	}
	if got := words(s); !strings.Contains(got, "2 stay here, 1 without a date") {
		t.Errorf("the page says %q", got)
	}
}

func TestACardWithoutADateAsksForIt(t *testing.T) {
	s, p := paste(t, "coffee w/ Ove")
	p.tickCard(0)
	s.typeText("32 May")
	s.hit(fyne.KeyReturn)
	if got := words(s); !strings.Contains(got, `"32 May" is not a date.`) {
		t.Errorf("the panel says %q", got)
	}
	editor := s.win.Canvas().Focused().(*parts.Editor)
	editor.Load("")
	s.typeText("Feb")
	s.hit(fyne.KeyReturn)
	if got := p.labels()[0]; got != "Coffee w/ Ove, February, Reflection ✓" {
		t.Errorf("the card is %q", got)
	}
	if s.win.Canvas().Overlays().Top() == nil {
		t.Error("the panel closed by itself")
	}
	s.hit(fyne.KeyEscape)
	if s.win.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not close the panel")
	}
}

func TestWhatIsCorrectedIsWhatIsAdded(t *testing.T) {
	s, c := openCatchUp(t)
	x := s.expect("Raises the hiring bar")
	p := c.list
	s.win.Canvas().Focus(p.field.Editor)
	p.field.Editor.Insert("Jan: two junior hires")
	s.settle()
	s.win.Canvas().Focus(p.cards)
	s.hit(fyne.KeyReturn) // opens the card with the cursor in its text
	s.typeText(", both stayed")
	p.correct(0, chipKind)
	s.hit(fyne.KeyRight, fyne.KeyReturn, fyne.KeyEscape)
	p.correct(0, chipProves)
	s.hit(fyne.KeyReturn, fyne.KeyReturn) // opens the choice, takes the first
	s.hit(fyne.KeyEscape)
	if got := p.labels()[0]; got != "Two junior hires, both stayed, January, Moment, Raises the hiring bar ✓" {
		t.Errorf("the card is %q", got)
	}
	tap(t, p.add)
	s.settle()
	e := s.entries()[0]
	if e.Title != "Two junior hires, both stayed" || e.Kind != journal.MomentKind || len(e.Evidence) != 1 || e.Evidence[0].Expectation != string(x.ID) {
		t.Errorf("stored is %q, a %s, with %+v", e.Title, e.Kind, e.Evidence)
	}
}

func TestWithoutExpectationsNoneAreOffered(t *testing.T) {
	_, p := paste(t, "Jan: spoke")
	if got := p.chips(p.entries[0]); len(got) != 2 {
		t.Errorf("the chips are %+v", got)
	}
}

func TestTheListIsThereAfterAStart(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "journal")
	s := openWindowOn(t, folder)
	s.press(key(fyne.KeyU, ctrl))
	p := s.frame.catchUp.list
	s.win.Canvas().Focus(p.field.Editor)
	p.field.Editor.Insert(brag)
	s.settle()
	p.tickCard(0)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openWindowOn(t, folder)
	s.press(key(fyne.KeyU, ctrl))
	p = s.frame.catchUp.list
	if p.field.Editor.Text != brag || len(p.entries) != 5 || p.entries[0].In {
		t.Errorf("after a start the field holds %q, and the first card is ticked: %v", p.field.Editor.Text, p.entries[0].In)
	}
}

func TestTheListStaysWhileAnotherPageIsInSight(t *testing.T) {
	s, p := paste(t, brag)
	s.press(key(fyne.Key8, ctrl))
	s.press(key(fyne.KeyU, ctrl))
	if s.frame.catchUp.list != p || p.field.Editor.Text != brag || len(p.entries) != 5 {
		t.Errorf("the field holds %q", p.field.Editor.Text)
	}
}

func TestFiveHundredLinesBuildFewCards(t *testing.T) {
	var list strings.Builder
	for i := range 500 {
		fmt.Fprintf(&list, "- Jan: led drill %d\n", i)
	}
	s, p := paste(t, list.String())
	s.win.Canvas().Focus(p.cards)
	s.hit(fyne.KeyEnd, fyne.KeyHome, fyne.KeyPageDown)
	if n := p.cards.Built(); len(p.entries) != 500 || n > 12 {
		t.Errorf("of %d cards %d are built", len(p.entries), n)
	}
}

func TestAListThatIsTooLongIsRefusedWhole(t *testing.T) {
	s, p := paste(t, "Jan: spoke")
	p.field.Editor.Insert(strings.Repeat("x", mostPasted))
	s.settle()
	if got := words(s); p.field.Editor.Text != "Jan: spoke" || !strings.Contains(got, "This list is too long for one go.") {
		t.Errorf("the window says %q", got)
	}
}

func TestAListThatFindsNoRoomStaysAsItIs(t *testing.T) {
	s, full := openOnFullDisk(t)
	s.press(key(fyne.KeyU, ctrl))
	p := s.frame.catchUp.list
	s.win.Canvas().Focus(p.field.Editor)
	full.Store(true)
	p.field.Editor.Insert("Jan: spoke")
	s.settle()
	tap(t, p.add)
	s.settle()
	if got := words(s); !strings.Contains(got, "The disk is full.") || p.field.Editor.Text != "Jan: spoke" || p.add.Disabled() {
		t.Errorf("the field holds %q, and the window says %q", p.field.Editor.Text, got)
	}
	s.copyUnsaved()
	if got := s.app.Clipboard().Content(); got != "Jan: spoke" {
		t.Errorf("on the clipboard is %q", got)
	}
	full.Store(false)
	tap(t, p.add)
	s.settle()
	if got := s.only().Title; got != "Spoke" {
		t.Errorf("stored is %q", got)
	}
}

func TestWaitingIsSaidInWords(t *testing.T) {
	for _, c := range []struct {
		waiting, dateless int
		want              string
	}{
		{0, 0, ""},
		{1, 1, "1 waits here until it has a date"},
		{3, 3, "3 wait here until they have a date"},
		{1, 0, "1 stays here"},
		{2, 0, "2 stay here"},
		{3, 1, "3 stay here, 1 without a date"},
	} {
		if got := waitsLine(c.waiting, c.dateless); got != c.want {
			t.Errorf("%d, %d without a date: %q, want %q", c.waiting, c.dateless, got, c.want)
		}
	}
}
