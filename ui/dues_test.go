package ui

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// dueWordsShown are what the rail lists as due.
func (s *stage) dueWordsShown() []string {
	var all []string
	for _, row := range s.today.rail.dues.rows.Objects {
		for _, o := range laidOut(row) {
			if check, ok := o.(*parts.Check); ok {
				all = append(all, check.AccessibilityLabel())
			}
		}
	}
	return all
}

// undoNotice presses Undo in the notice at the foot.
func (s *stage) undoNotice() {
	s.t.Helper()
	for _, b := range s.door.notice.Actions() {
		if b.Text() == "Undo" {
			b.Tapped(nil)
			s.settle()
			return
		}
	}
	s.t.Fatal("the notice offers no Undo")
}

// said adds feedback that is due on the day before the tests take place.
func (s *stage) said(giver string) journal.Entry {
	return s.add(journal.Entry{
		Kind: journal.FeedbackKind, Day: dayOf(s.t, "2026-03-12"),
		Feedback: &journal.Feedback{Giver: giver, Quote: "Well done.", FollowUpOn: dayOf(s.t, "2026-03-11")},
	})
}

func TestAFollowUpIsTickedOnTodayAndTakenBackEvenForTheEntryThatIsOpen(t *testing.T) {
	s := openWindow(t)
	e := s.said("Oskar")
	s.today.open(e.ID)
	s.settle()
	s.today.rail.dues.refresh()
	s.settle()
	want := []string{"Tell Oskar what you did with their feedback"}
	if diff := cmp.Diff(want, s.dueWordsShown()); diff != "" {
		t.Fatalf("what is due differs (-want +got):\n%s", diff)
	}
	s.today.rail.dues.done(journal.Due{Kind: journal.DueFollowUp, ID: e.ID})
	s.settle()
	if got := s.only().Feedback.State; got != journal.FeedbackFollowedUp || len(s.dueWordsShown()) != 0 {
		t.Errorf("the state is %q, and still due is %v", got, s.dueWordsShown())
	}
	s.undoNotice()
	if got := s.only().Feedback.Standing(); got != journal.FeedbackNew || len(s.dueWordsShown()) != 1 {
		t.Errorf("after Undo the state is %q, and due is %v", got, s.dueWordsShown())
	}
}

func TestANextStepIsTickedOnTodayAndTakenBack(t *testing.T) {
	s := openWindow(t)
	e := s.add(journal.Entry{
		Kind: journal.ApplicationKind, Day: dayOf(t, "2026-03-01"),
		Application: &journal.Application{Position: "Lead", NextStep: "Call Tomas", NextStepOn: dayOf(t, "2026-03-17")},
	})
	s.today.rail.dues.refresh()
	s.settle()
	s.today.rail.dues.done(journal.Due{Kind: journal.DueNextStep, ID: e.ID})
	s.settle()
	if got := s.only().Application; got.NextStep != "" || len(s.dueWordsShown()) != 0 {
		t.Errorf("the next step is %q, and still due is %v", got.NextStep, s.dueWordsShown())
	}
	s.undoNotice()
	if got := s.only().Application; got.NextStep != "Call Tomas" || got.NextStepOn != dayOf(t, "2026-03-17") {
		t.Errorf("after Undo the next step is %q on %s", got.NextStep, got.NextStepOn)
	}
}

func TestWhatAPersonIsInAnEntryIsChangedInAPanel(t *testing.T) {
	s := openWindow(t)
	s.typeText("text")
	s.today.desk.formOf(journal.Reflection).line().field.OnChanged([]parts.NameChip{{Name: "Priya"}})
	s.save()
	s.today.openInvolved(s.today.desk, s.today.desk.draft.Entry().People[0].Person)
	(&involvedSheet{today: s.today, desk: s.today.desk, overlay: s.overlay("Priya")}).setRole("helped")
	s.save()
	if got := s.only().People; len(got) != 1 || got[0].Role != "helped" {
		t.Errorf("the people are %v", got)
	}
}

func TestTheStrengthOfAProofIsChosenWithANoteAndTakenAway(t *testing.T) {
	s := openWindow(t)
	x, err := s.journal.SaveExpectation(t.Context(), journal.Expectation{Name: "Coaches"})
	if err != nil {
		t.Fatal(err)
	}
	s.settle()
	s.typeText("text")
	s.today.evidence.added(x)
	sheet := &evidenceSheet{line: s.today.evidence, desk: s.today.desk, overlay: s.overlay("Coaches")}
	sheet.setStrength(2)
	sheet.writeNote("In her words")
	s.save()
	want := []journal.Evidence{{Expectation: string(x.ID), Strength: journal.Quote, Chosen: true, Note: "In her words"}}
	if diff := cmp.Diff(want, s.only().Evidence); diff != "" {
		t.Errorf("the evidence differs (-want +got):\n%s", diff)
	}
	sheet.remove()
	s.save()
	if got := s.only().Evidence; len(got) != 0 {
		t.Errorf("the evidence is %v", got)
	}
}
