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

// heard puts a piece of feedback into the journal; more, which may be nil,
// fills in the rest.
func (s *stage) heard(day, giver, quote string, more func(*journal.Feedback)) journal.Entry {
	s.t.Helper()
	e := s.journal.NewEntry(journal.FeedbackKind, dayOf(s.t, day))
	e.Feedback = &journal.Feedback{Giver: giver, Quote: quote, Stance: "praise"}
	if more != nil {
		more(e.Feedback)
	}
	return s.add(e)
}

// wrote puts an entry with a title into the journal.
func (s *stage) wrote(day, title string) journal.Entry {
	s.t.Helper()
	e := s.journal.NewEntry(journal.Reflection, dayOf(s.t, day))
	e.Title = title
	return s.add(e)
}

func dayOf(t testing.TB, text string) journal.Day {
	t.Helper()
	d, err := journal.ReadDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// piece reads a piece of feedback as it is stored.
func (s *stage) piece(id journal.ID) journal.Feedback {
	s.t.Helper()
	e, err := s.journal.Read().Entry(context.Background(), id)
	if err != nil {
		s.t.Fatal(err)
	}
	return *e.Feedback
}

// openLedger opens the page on what the journal holds.
func openLedger(s *stage) *ledger {
	s.t.Helper()
	s.press(key(fyne.Key4, ctrl))
	return s.frame.feedback
}

// ledgerOfFour opens the page on four pieces, one in each group.
func ledgerOfFour(t *testing.T) (*stage, *ledger) {
	t.Helper()
	s := openWindow(t)
	entry := s.wrote("2026-03-11", "Draft 2 of the roadmap")
	s.heard("2026-03-10", "Oskar Nyman", "You made the trade-off visible.", func(f *journal.Feedback) {
		f.Relationship, f.FollowUpOn, f.ActedOnIn = "stakeholder", dayOf(t, "2026-03-12"), []journal.ID{entry.ID}
	})
	s.heard("2026-03-06", "Lena Fischer", "You still take the hardest ticket.", func(f *journal.Feedback) {
		f.Stance, f.Relationship, f.FollowUpOn = "constructive", "manager", dayOf(t, "2026-06-06")
	})
	s.heard("2026-02-19", "Priya Raman", "You let me find the answer.", func(f *journal.Feedback) {
		f.ActedOnIn = []journal.ID{entry.ID}
	})
	s.heard("2025-10-23", "Tomas Berg", "Tell me the risk first.", func(f *journal.Feedback) {
		f.Stance, f.State = "constructive", journal.FeedbackFollowedUp
	})
	return s, openLedger(s)
}

// listed is what the ledger lists, headings included.
func (l *ledger) listed() []string {
	var all []string
	for i := range l.list.shown.Len() {
		all = append(all, l.list.shown.Label(i))
	}
	return all
}

// openPiece opens the row of a piece by who gave it.
func openPiece(s *stage, l *ledger, giver string) {
	s.t.Helper()
	for i := range l.list.shown.Len() {
		if l.list.shown.Opens(i) && strings.HasPrefix(l.list.shown.Label(i), giver) {
			l.list.rows.SetSelected(i)
			l.list.open(i)
			s.settle()
			return
		}
	}
	s.t.Fatalf("the ledger has nothing of %s: %q", giver, l.listed())
}

// takeBack presses the first thing to do about the notice.
func (s *stage) takeBack() {
	s.t.Helper()
	if s.door.notice == nil || len(s.door.notice.Actions()) == 0 {
		s.t.Fatal("there is no notice with something to do")
	}
	tap(s.t, s.door.notice.Actions()[0])
	s.settle()
}

func TestGivenFeedback_WhenTheLedgerOpens_ThenItStandsInGroupsUnderItsFigures(t *testing.T) {
	_, l := ledgerOfFour(t)
	want := []string{
		"To follow up", "Oskar Nyman, Stakeholder, 10 March, “You made the trade-off visible.”, Praise, Follow up today",
		"Waiting", "Lena Fischer, Manager, 6 March, “You still take the hardest ticket.”, Constructive, Follow up Sat 6 June",
		"Acted on", "Priya Raman, 19 February, “You let me find the answer.”, Praise, Acted on in 1 entry",
		"Followed up", "Tomas Berg, 23 October 2025, “Tell me the risk first.”, Constructive, Followed up",
	}
	if diff := cmp.Diff(want, l.listed()); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if got, want := l.list.figures.Text(), "4 pieces from 4 people. 1 still needs a reply, 2 have led to something."; got != want {
		t.Errorf("the head says %q, want %q", got, want)
	}
	if got, want := l.list.balance.Text(), "2 praise, 2 constructive: as much of the one as of the other."; got != want {
		t.Errorf("the balance is %q, want %q", got, want)
	}
	var chips []string
	for _, c := range l.list.chips {
		if c.chip.Visible() {
			chips = append(chips, c.chip.Label())
		}
	}
	if diff := cmp.Diff([]string{"All 4", "To follow up 1", "Acted on 2", "Never acted on 1", "Praise 2", "Constructive 2"}, chips); diff != "" {
		t.Errorf("chips (-want +got):\n%s", diff)
	}
}

func TestGivenFeedback_WhenTheLedgerOpens_ThenTheFirstPieceIsBesideIt(t *testing.T) {
	s, l := ledgerOfFour(t)
	if s.win.Canvas().Focused() != fyne.Focusable(l.list.rows) || l.list.rows.Selected() != 1 {
		t.Errorf("the keyboard is at %T, open is row %d", s.win.Canvas().Focused(), l.list.rows.Selected())
	}
	if got := l.detail.quote.Text(); got != "You made the trade-off visible." {
		t.Errorf("the quote is %q", got)
	}
	if got, want := l.detail.name.Text()+": "+l.detail.came.Text(), "Oskar Nyman: Stakeholder. 10 March."; got != want {
		t.Errorf("beside the initials stands %q, want %q", got, want)
	}
	if diff := cmp.Diff([]string{"Draft 2 of the roadmap, Reflection, 11 March"}, ledIn(l)); diff != "" {
		t.Errorf("what it led to (-want +got):\n%s", diff)
	}
}

// ledIn is what stands under "What it led to".
func ledIn(l *ledger) []string {
	var all []string
	for _, o := range l.detail.led.rows.Objects {
		if row, ok := o.(*fyne.Container); ok {
			all = append(all, row.Objects[0].(*parts.Row).AccessibilityLabel())
		}
	}
	return all
}

func TestGivenTheLedger_WhenAChipIsPressed_ThenOnlyThatPartShows(t *testing.T) {
	s, l := ledgerOfFour(t)
	want := map[ledgerPart]string{
		partFollowUp: "Oskar Nyman", partActedOn: "Oskar Nyman Priya Raman", partNeverActedOn: "Lena Fischer",
		partPraise: "Oskar Nyman Priya Raman", partConstructive: "Lena Fischer Tomas Berg",
		partAll: "Oskar Nyman Lena Fischer Priya Raman Tomas Berg",
	}
	for _, c := range l.list.chips {
		if c.part == partMixed {
			continue
		}
		tap(t, c.chip)
		s.settle()
		if got := givers(l); got != want[c.part] {
			t.Errorf("%s shows %q, want %q", c.chip.Label(), got, want[c.part])
		}
		if !c.chip.Selected() || l.detail.name.Text() != l.sheet.lines[0][0].Giver {
			t.Errorf("%s: selected %v, beside it %q", c.chip.Label(), c.chip.Selected(), l.detail.name.Text())
		}
	}
}

func givers(l *ledger) string {
	var all []string
	for _, p := range l.sheet.lines[0] {
		all = append(all, p.Giver)
	}
	return strings.Join(all, " ")
}

func TestGivenTheFilter_WhenItIsFilledIn_ThenGiverStateAndPeriodHoldTogether(t *testing.T) {
	s, l := ledgerOfFour(t)
	f := l.list.filter
	tap(t, f.toggle)
	s.settle()
	if !f.content.Visible() || s.win.Canvas().Focused() != fyne.Focusable(f.giver.Editor) {
		t.Fatal("the fields do not open with the keyboard in the first")
	}
	if diff := cmp.Diff([]string{"Lena Fischer"}, f.suggest("fisch")); diff != "" {
		t.Errorf("suggested (-want +got):\n%s", diff)
	}
	s.typeText("lena fischer")
	s.hit(fyne.KeyReturn)
	if got := givers(l); got != "Lena Fischer" {
		t.Fatalf("of Lena it shows %q", got)
	}
	if got, want := l.list.figures.Text(), "1 piece from 1 person."; got != want {
		t.Errorf("the head says %q, want %q", got, want)
	}
	l.list.showAll()
	s.settle()
	f.setState(journal.FeedbackNew)
	s.settle()
	if got := givers(l); got != "Oskar Nyman Lena Fischer Priya Raman" {
		t.Errorf("new is %q", got)
	}
	s.win.Canvas().Focus(f.since.line.Editor)
	s.typeText("march")
	s.hit(fyne.KeyReturn)
	if got := givers(l); got != "Oskar Nyman Lena Fischer" {
		t.Errorf("new since March is %q", got)
	}
	s.win.Canvas().Focus(f.until.line.Editor)
	s.typeText("6.3.2026")
	s.hit(fyne.KeyReturn)
	if got := givers(l) + ", " + f.toggle.Text(); got != "Lena Fischer, Filter, 3 set" {
		t.Errorf("new until 6 March is %q", got)
	}
	s.win.Canvas().Focus(f.until.line.Editor)
	s.typeText("x")
	s.hit(fyne.KeyReturn)
	if f.until.line.Problem() == "" || givers(l) != "Lena Fischer" {
		t.Errorf("about a bad day it says %q and shows %q", f.until.line.Problem(), givers(l))
	}
}

func TestGivenNothingPasses_WhenTheFilterIsLifted_ThenEverythingShowsAgain(t *testing.T) {
	s, l := ledgerOfFour(t)
	l.list.filter.setGiver("Nobody")
	s.settle()
	if !l.list.empty.Visible() || !l.list.clear.Visible() || l.detail.scroll.Visible() {
		t.Fatal("nothing passes, and the page does not say so")
	}
	s.win.Canvas().Focus(l.list.rows)
	s.hit(fyne.KeyEscape)
	if got := l.sheet.groups.pieces(); got != 4 || l.list.empty.Visible() {
		t.Errorf("after Escape %d pieces show", got)
	}
}

func TestGivenAnEmptyLedger_WhenItOpens_ThenItSaysHowToBegin(t *testing.T) {
	s := openWindow(t)
	l := openLedger(s)
	if got := l.list.empty.Text(); !l.list.empty.Visible() || !strings.Contains(got, "the last thing somebody said") {
		t.Errorf("the page says %q", got)
	}
	if l.list.clear.Visible() || l.detail.scroll.Visible() {
		t.Error("the page offers what makes no sense yet")
	}
	l.newPiece()
	s.settle()
	if s.current != page(s.today) || s.today.desk.draft.Entry().Kind != journal.FeedbackKind {
		t.Error("a new piece does not begin on Today")
	}
}

func TestGivenManyPieces_WhenTheLedgerOpens_ThenOnlyRowsInSightAreBuilt(t *testing.T) {
	s := openWindow(t)
	s.hearMany(300)
	l := openLedger(s)
	if n := l.list.shown.Len(); n < 300 || l.list.rows.Built() > 20 {
		t.Errorf("%d rows, of which %d are built", n, l.list.rows.Built())
	}
	for _, place := range l.w.frame.places {
		if got := place.item.AccessibilityLabel(); place.page == page(l) && got != "Feedback, 300" {
			t.Errorf("the navigation says %q", got)
		}
	}
}

// hearMany puts many pieces into the journal at once.
func (s *stage) hearMany(n int) {
	s.t.Helper()
	entries := make([]journal.Entry, n)
	for i := range entries {
		e := s.journal.NewEntry(journal.FeedbackKind, s.today.now.AddDays(-i))
		e.Feedback = &journal.Feedback{Giver: fmt.Sprintf("Person %d", i%40), Quote: "Said.", Stance: journal.Stances()[i%3]}
		entries[i] = e
	}
	store := s.journal.Read().(journal.Store)
	if err := store.Apply(context.Background(), journal.Changes{At: evening, Entries: entries}); err != nil {
		s.t.Fatal(err)
	}
}
