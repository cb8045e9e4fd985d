package journal_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
)

func TestFollowUpIsProposedThreeMonthsOn(t *testing.T) {
	for day, want := range map[string]string{"2026-11-20": "2027-02-20", "2026-11-30": "2027-02-28", "2026-01-31": "2026-04-30"} {
		if got := journal.ProposeFollowUp(mustDay(t, day)); got.String() != want {
			t.Errorf("for %s: %s", day, got)
		}
	}
}

func TestActingOnNewFeedbackPractisesIt(t *testing.T) {
	var f journal.Feedback
	f.ActOn("1")
	f.ActOn("1")
	f.ActOn("2")
	if diff := cmp.Diff(journal.Feedback{State: "practising", ActedOnIn: []journal.ID{"1", "2"}}, f); diff != "" {
		t.Error(diff)
	}
	f.Unact("1")
	f.Unact("no such")
	if f.State != "practising" || len(f.ActedOnIn) != 1 {
		t.Errorf("with one entry left it is %+v", f)
	}
	f.Unact("2")
	if diff := cmp.Diff(journal.Feedback{State: "new"}, f); diff != "" {
		t.Error(diff)
	}
}

func TestFeedbackThatWasFollowedUpStaysSo(t *testing.T) {
	f := journal.Feedback{ActedOnIn: []journal.ID{"1"}}
	f.FollowUp()
	f.ActOn("2")
	f.Unact("1")
	f.Unact("2")
	if diff := cmp.Diff(journal.Feedback{State: "followed-up"}, f); diff != "" {
		t.Error(diff)
	}
}

func TestPractisingByChoiceStaysWhereNothingActedOnIt(t *testing.T) {
	f := journal.Feedback{State: "practising"}
	f.Unact("1")
	if f.Standing() != "practising" {
		t.Errorf("it is %s", f.Standing())
	}
}

func TestActingChangesTheFeedbackOfNoCopy(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		f := anyFeedback().Draw(r, "feedback")
		before := toJSON(t, f)
		g := f
		id := anyID().Draw(r, "entry")
		g.ActOn(id)
		if strings.Count(toJSON(t, g.ActedOnIn), string(id)) != 1 {
			r.Fatalf("acted on in %v", g.ActedOnIn)
		}
		g.Unact(id)
		if len(f.ActedOnIn) > 0 {
			g.Unact(f.ActedOnIn[0])
		}
		if got := toJSON(t, f); got != before {
			r.Fatalf("a copy reaches into it: %s became %s", before, got)
		}
	})
}

func TestFeedbackIsDueUntilItIsFollowedUp(t *testing.T) {
	day := mustDay(t, "2026-03-12")
	f := journal.Feedback{FollowUpOn: day}
	if !f.DueBy(day) || f.DueBy(day.AddDays(-1)) || (&journal.Feedback{}).DueBy(day) {
		t.Error("it is not due from its day on")
	}
	if f.FollowUp(); f.DueBy(day) {
		t.Error("followed up it is still due")
	}
}

func TestAMessageThatAsksForFeedbackIsReadyToSend(t *testing.T) {
	text := journal.AskText("Lena Berg", "the planning on Tuesday.", "12 June")
	for _, want := range []string{"Hello Lena,\n\n", "about the planning on Tuesday.\n", "by 12 June.", "keep doing?", "differently"} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not hold %q:\n%s", want, text)
		}
	}
	if bare := journal.AskText(" ", "", ""); !strings.HasPrefix(bare, "Hello,\n\n") || strings.Contains(bare, " by .") || strings.Contains(bare, "about .") {
		t.Errorf("without anything it reads:\n%s", bare)
	}
}
