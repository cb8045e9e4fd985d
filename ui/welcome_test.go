package ui

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
)

func TestGivenAnEmptyJournal_ThenTodayOffersOtherWaysToBegin_AndTheCursorIsInTheText(t *testing.T) {
	s := openWindow(t)
	o := s.today.welcome
	if !o.content.Visible() || !o.foot.Visible() || s.today.about.Visible() {
		t.Error("the welcome is not there")
	}
	if s.win.Canvas().Focused() != fyne.Focusable(s.today.desk.body) {
		t.Error("the cursor is not in the text")
	}
}

func TestGivenTheWelcome_WhenTheFirstEntryIsWritten_ThenItGoesAndStaysAway(t *testing.T) {
	s := openWindow(t)
	s.typeText("First words")
	s.save()
	if s.today.welcome.content.Visible() || s.today.welcome.foot.Visible() || !s.today.about.Visible() {
		t.Error("the welcome is still there")
	}
	s.press(key(fyne.KeyN, ctrl))
	if s.today.welcome.on {
		t.Error("it came back with a fresh entry")
	}
}

func TestGivenTheWelcome_WhenAnotherProgramWritesAnEntry_ThenItGoes(t *testing.T) {
	s := openWindow(t)
	if _, err := s.journal.SaveEntry(context.Background(), s.journal.NewEntry(journal.Reflection, s.today.now)); err != nil {
		t.Fatal(err)
	}
	s.today.changed(journal.Change{Kind: journal.Reloaded})
	s.settle()
	if s.today.welcome.on {
		t.Error("the welcome is still there")
	}
}

func TestGivenTheWelcome_WhenAKindOpensItsParts_ThenTheyStandInItsPlace(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.Key3, ctrl|shift))
	if s.today.welcome.content.Visible() || !s.today.depth.Visible() || !s.today.about.Visible() {
		t.Error("the welcome stands beside the parts")
	}
	s.press(key(fyne.KeyN, ctrl))
	if !s.today.welcome.content.Visible() {
		t.Error("it did not come back on an empty journal")
	}
}

func TestGivenTheWelcome_WhenAKindWordIsToBeSaved_ThenTheCursorIsInTheQuoteOfNewFeedback(t *testing.T) {
	s := openWindow(t)
	s.today.welcome.offers[2].tile.Tapped(nil)
	s.settle()
	s.typeText("You made this easy.")
	s.save()
	if e := s.only(); e.Kind != journal.FeedbackKind || e.Feedback.Quote != "You made this easy." {
		t.Errorf("the entry is %s with the words %+v", e.Kind, e.Feedback)
	}
}

func TestGivenTheWelcome_WhenTheReviewIsNear_ThenItLeadsToCatchUp(t *testing.T) {
	s := openWindow(t)
	s.today.welcome.offers[1].tile.Tapped(nil)
	s.settle()
	if s.current != page(s.frame.catchUp) {
		t.Error("another page is in sight")
	}
}

// askedForTarget opens the question for the target role.
func askedForTarget(s *stage) *targetQuestion {
	s.t.Helper()
	catalogue, err := s.guide.Catalogue()
	if err != nil {
		s.t.Fatal(err)
	}
	q := newTargetQuestion(s.Window, s.journal.Today(context.Background()), catalogue.StarterSets())
	plan, err := s.journal.Read().Plan(context.Background())
	if err != nil {
		s.t.Fatal(err)
	}
	q.show(&plan)
	return q
}

func TestGivenTheTargetRole_WhenItsQuestionsAreAnswered_ThenThePlanAndTheExpectationsHoldIt(t *testing.T) {
	s := openWindow(t)
	q := askedForTarget(s)
	s.typeText("Engineering manager")
	q.day.line.Editor.SetText("2026-05-15")
	q.set.SetSelected("steps/qualities")
	q.submit()
	s.settle()
	p := s.plan()
	xs, err := s.journal.Read().Expectations(context.Background())
	if err != nil || p.TargetRole == nil || p.TargetRole.Title != "Engineering manager" || p.NextRound.String() != "2026-05-15" || len(xs) != 12 {
		t.Errorf("the plan is %+v with %d expectations, %v", p, len(xs), err)
	}
	if s.win.Canvas().Overlays().Top() != nil {
		t.Error("the panel is still open")
	}
	if s.win.Canvas().Focused() != fyne.Focusable(s.today.desk.body) {
		t.Error("the cursor is not in the text")
	}
}

func TestGivenTheTargetRole_WhenOnlyTheReviewIsKnown_ThenOnlyThatIsSet(t *testing.T) {
	s := openWindow(t)
	q := askedForTarget(s)
	q.what.SetSelected(decideReview)
	q.day.line.Editor.SetText("2026-06-30")
	q.submit()
	s.settle()
	if p := s.plan(); p.TargetRole != nil || p.ReviewUntil.String() != "2026-06-30" || !p.NextRound.IsZero() {
		t.Errorf("the plan is %+v", p)
	}
}

func TestGivenTheTargetRole_WhenADayCannotBeRead_ThenNothingIsSetAndItIsSaidBesideTheDay(t *testing.T) {
	s := openWindow(t)
	q := askedForTarget(s)
	s.typeText("Lead")
	q.day.line.Editor.SetText("one fine day")
	q.submit()
	s.settle()
	if q.day.line.Problem() == "" || s.plan().TargetRole != nil {
		t.Errorf("it says %q", q.day.line.Problem())
	}
}

func TestGivenTheTargetRole_WhenEscapeIsPressed_ThenNothingIsSet(t *testing.T) {
	s := openWindow(t)
	s.today.welcome.offers[0].tile.Tapped(nil)
	s.settle()
	s.typeText("Lead")
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	s.settle()
	if s.win.Canvas().Overlays().Top() != nil || s.plan().TargetRole != nil {
		t.Error("the panel is still open, or the role was set")
	}
}
