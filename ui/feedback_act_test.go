package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/ui/parts"
)

func TestGivenADuePiece_WhenItIsDone_ThenItIsFollowedUpUntilTakenBack(t *testing.T) {
	s, l := ledgerOfFour(t)
	id := l.detail.piece.entry.ID
	if l.detail.followUp.title.Text() != "Follow up today" || !l.detail.followUp.content.Visible() {
		t.Fatalf("the panel says %q", l.detail.followUp.title.Text())
	}
	tap(t, l.detail.followUp.done)
	s.settle()
	if got := s.piece(id).State; got != journal.FeedbackFollowedUp || l.detail.followUp.content.Visible() || l.detail.state.Selected() != got {
		t.Errorf("it is %q, the page says %q", got, l.detail.state.Selected())
	}
	if l.list.shown.Label(l.list.rows.Selected()) != l.listed()[len(l.listed())-2] {
		t.Error("its row does not stay the one that is open")
	}
	s.takeBack()
	if got := s.piece(id).State; got == journal.FeedbackFollowedUp || !l.detail.followUp.content.Visible() {
		t.Errorf("taken back it is %q", got)
	}
}

func TestGivenAPiece_WhenItsStateIsChosen_ThenItIsStored(t *testing.T) {
	s, l := ledgerOfFour(t)
	s.win.Canvas().Focus(l.detail.state)
	s.hit(fyne.KeyRight, fyne.KeyReturn)
	if got := s.piece(l.detail.piece.entry.ID).State; got != journal.FeedbackPractising {
		t.Errorf("it is %q", got)
	}
}

func TestGivenADuePiece_WhenItIsPutOff_ThenAMonthIsProposedAndCanBeChanged(t *testing.T) {
	s, l := ledgerOfFour(t)
	p := l.detail.followUp
	id := l.detail.piece.entry.ID
	tap(t, p.later)
	s.settle()
	if got := s.piece(id).FollowUpOn.String(); got != "2026-04-12" || p.day.line.Editor.Text != "12 April 2026" {
		t.Fatalf("put off to %s, the field says %q", got, p.day.line.Editor.Text)
	}
	if s.win.Canvas().Focused() != fyne.Focusable(p.day.line.Editor) || !p.dayRow.Visible() {
		t.Fatalf("the keyboard is at %T", s.win.Canvas().Focused())
	}
	if got := givers(l); !strings.HasPrefix(got, "Lena Fischer Oskar") && l.detail.name.Text() != "Oskar Nyman" {
		t.Errorf("the list has %q, beside it %q", got, l.detail.name.Text())
	}
	p.day.line.Editor.Load("2 march 2026")
	s.hit(fyne.KeyReturn)
	if got := s.piece(id).FollowUpOn.String(); got != "2026-03-02" {
		t.Errorf("the day chosen is %s", got)
	}
	if got := words(s); !strings.Contains(got, "This day is past.") || !strings.Contains(got, "Was due 2 March") {
		t.Error("a day that is past is not said to be so")
	}
	p.day.line.Editor.Load("soonish")
	s.hit(fyne.KeyReturn)
	if p.day.line.Problem() == "" || p.day.line.Editor.Text != "soonish" || s.piece(id).FollowUpOn.String() != "2026-03-02" {
		t.Errorf("about %q it says %q", p.day.line.Editor.Text, p.day.line.Problem())
	}
}

func TestGivenAPieceWithoutADay_WhenOneIsAskedFor_ThenAFewMonthsAreProposed(t *testing.T) {
	s := openWindow(t)
	e := s.heard("2026-03-10", "Ada", "Good.", nil)
	l := openLedger(s)
	tap(t, l.detail.followUp.later)
	s.settle()
	if got := s.piece(e.ID).FollowUpOn.String(); got != "2026-06-10" {
		t.Errorf("proposed is %s", got)
	}
	s.takeBack()
	if got := s.piece(e.ID).FollowUpOn; !got.IsZero() {
		t.Errorf("taken back it is %s", got)
	}
}

func TestGivenAPiece_WhenAnEntryIsLinked_ThenItIsPractisedUntilUnlinked(t *testing.T) {
	s, l := ledgerOfFour(t)
	entry := s.wrote("2026-03-12", "I let them choose")
	openPiece(s, l, "Lena Fischer")
	id := l.detail.piece.entry.ID
	tap(t, l.detail.led.link)
	s.settle()
	s.typeText("let them")
	s.hit(fyne.KeyReturn)
	if got := s.piece(id); len(got.ActedOnIn) != 1 || got.ActedOnIn[0] != entry.ID || got.State != journal.FeedbackPractising {
		t.Fatalf("linked it is %+v", got)
	}
	if diff := cmp.Diff([]string{"I let them choose, Reflection, 12 March"}, ledIn(l)); diff != "" {
		t.Errorf("what it led to (-want +got):\n%s", diff)
	}
	away := l.detail.led.rows.Objects[0].(*fyne.Container).Objects[1].(*parts.IconButton)
	tap(t, away)
	s.settle()
	if got := s.piece(id); len(got.ActedOnIn) != 0 || got.State == journal.FeedbackPractising {
		t.Fatalf("unlinked it is %+v", got)
	}
	s.takeBack()
	if got := s.piece(id); len(got.ActedOnIn) != 1 || got.State != journal.FeedbackPractising {
		t.Errorf("taken back it is %+v", got)
	}
	tap(t, l.detail.led.rows.Objects[0].(*fyne.Container).Objects[0].(*parts.Row))
	s.settle()
	if s.current != page(s.today) || s.today.desk.title.Text != "I let them choose" {
		t.Error("the entry that acts on it does not open")
	}
}

func TestGivenAPieceThatIsOpenOnToday_WhenItIsChangedInTheLedger_ThenWhatIsWrittenStays(t *testing.T) {
	s := openWindow(t)
	e := s.heard("2026-03-10", "Ada", "Good.", nil)
	s.today.open(e.ID)
	s.settle()
	s.typeText("my own words")
	l := openLedger(s)
	l.open(e.ID)
	s.settle()
	l.detail.setState(journal.FeedbackPractising)
	s.settle()
	stored := s.only()
	if stored.Body != "my own words" || stored.Feedback.State != journal.FeedbackPractising {
		t.Errorf("stored is %q, %q", stored.Body, stored.Feedback.State)
	}
}

func TestGivenAnEntryThatWasNotSavedYet_WhenItActsOnFeedback_ThenItIsSavedAndLinked(t *testing.T) {
	s := openWindow(t)
	old := s.heard("2026-01-10", "Ada", "Ask before you answer.", nil)
	s.heard("2026-03-01", "Grace", "Clear slides.", nil)
	acts := key(fyne.KeyJ, ctrl)
	s.press(acts)
	if got := words(s); !strings.Contains(got, "Write a few words first.") {
		t.Fatal("an empty page is linked")
	}
	s.typeText("I asked first.")
	s.press(acts)
	s.typeText("ada answer")
	s.hit(fyne.KeyReturn)
	entry := s.today.desk.draft.Entry()
	if got := s.piece(old.ID); entry.Revision == 0 || len(got.ActedOnIn) != 1 || got.ActedOnIn[0] != entry.ID {
		t.Fatalf("linked is %v, the entry is %s", got.ActedOnIn, entry.ID)
	}
	s.takeBack()
	if got := s.piece(old.ID); len(got.ActedOnIn) != 0 {
		t.Errorf("taken back, linked is %v", got.ActedOnIn)
	}
}

func TestGivenTheChoiceOfFeedback_WhenNothingIsTyped_ThenTheNewestIsFirstAndTheEntryItselfIsNot(t *testing.T) {
	s := openWindow(t)
	s.heard("2026-01-10", "Ada", "Old.", func(f *journal.Feedback) { f.FollowUpOn = s.today.now })
	s.heard("2026-03-01", "Grace", "New.", nil)
	own := s.heard("2026-03-12", "Me", "Mine.", nil)
	found, err := findPieces(s.pieces(own.ID), "")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, p := range found {
		names = append(names, p.Giver)
	}
	if diff := cmp.Diff([]string{"Grace", "Ada"}, names); diff != "" {
		t.Errorf("to choose from (-want +got):\n%s", diff)
	}
}

// openAsk opens the panel that asks somebody, and gives it.
func openAsk(s *stage, person string) *askPanel {
	s.t.Helper()
	l := openLedger(s)
	people, err := s.journal.Read().People(context.Background())
	if err != nil {
		s.t.Fatal(err)
	}
	a := newAskPanel(l.w, s.today.now, people)
	a.show(person)
	return a
}

// goals are those of the plan.
func (s *stage) goals() []journal.Goal {
	s.t.Helper()
	plan, err := s.journal.Read().Plan(context.Background())
	if err != nil {
		s.t.Fatal(err)
	}
	return plan.Goals
}

func TestGivenSomebodyToAsk_WhenItIsKept_ThenTheMessageIsCopiedAndAskingIsAGoal(t *testing.T) {
	s := openWindow(t)
	ada := s.heard("2026-03-10", "Ada Byron", "Good.", nil).Feedback.Giver
	a := openAsk(s, "Ada Byron")
	s.typeText("the roadmap talk")
	message := a.message.Editor.Text
	for _, want := range []string{"Hello Ada", "the roadmap talk", "Thursday, 19 March"} {
		if !strings.Contains(message, want) {
			t.Errorf("the message lacks %q:\n%s", want, message)
		}
	}
	a.keep()
	s.settle()
	if got := s.app.Clipboard().Content(); got != message {
		t.Errorf("copied is %q", got)
	}
	want := journal.Goal{
		Kind: "ask", Text: "Ask Ada Byron for feedback: the roadmap talk", Notes: message, Person: ada,
		Due: dayOf(t, "2026-03-19"), State: "open",
	}
	goals := s.goals()
	if len(goals) != 1 {
		t.Fatalf("the plan has %d goals", len(goals))
	}
	goals[0].ID = ""
	if diff := cmp.Diff(want, goals[0]); diff != "" {
		t.Errorf("the goal (-want +got):\n%s", diff)
	}
	if got := words(s); !strings.Contains(got, "on the clipboard") || s.win.Canvas().Overlays().Top() != nil {
		t.Error("it is not said what was done")
	}
}

func TestGivenNobodyToAsk_WhenItIsKept_ThenTheFieldAsksWhom(t *testing.T) {
	s := openWindow(t)
	a := openAsk(s, "")
	s.app.Clipboard().SetContent("before")
	a.keep()
	s.settle()
	if a.whom.Problem() == "" || len(s.goals()) != 0 || s.app.Clipboard().Content() != "before" {
		t.Errorf("it says %q with %d goals", a.whom.Problem(), len(s.goals()))
	}
	if s.win.Canvas().Focused() != fyne.Focusable(a.whom.Editor) {
		t.Error("the keyboard is not where the name is missing")
	}
}

func TestGivenAMessageChangedByHand_WhenAFieldChanges_ThenItStaysUntilWrittenAnew(t *testing.T) {
	s := openWindow(t)
	a := openAsk(s, "Ada")
	a.message.Editor.Insert("Hey. ")
	a.about.Editor.Insert("slides")
	if got := a.message.Editor.Text; !strings.HasPrefix(got, "Hey. ") || strings.Contains(got, "slides") {
		t.Fatalf("the message is %q", got)
	}
	a.writeAnew()
	if got := a.message.Editor.Text; strings.HasPrefix(got, "Hey. ") || !strings.Contains(got, "slides") {
		t.Errorf("written anew it is %q", got)
	}
}
