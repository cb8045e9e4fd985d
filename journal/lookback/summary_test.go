package lookback

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/journal/prompts"
)

// week is the one of 22 November 2026, a Sunday, where weeks begin on Mondays.
func week(t testing.TB) journal.Span {
	return Week.Span(day(t, "2026-11-22"), time.Monday)
}

func TestAWeekBeginsWhereItDoesForTheReader(t *testing.T) {
	for first, want := range map[time.Weekday]string{time.Monday: "2026-11-16", time.Sunday: "2026-11-22", time.Saturday: "2026-11-21"} {
		got := Week.Span(day(t, "2026-11-22"), first)
		if got.From.String() != want || got.Until != got.From.AddDays(6) {
			t.Errorf("with weeks from %v it is %v to %v", first, got.From, got.Until)
		}
	}
	if got := Month.Span(day(t, "2024-02-29"), time.Monday); got.From.String() != "2024-02-01" || got.Until.String() != "2024-02-29" {
		t.Errorf("the month is %v", got)
	}
}

func TestGivenAWeek_WhenLookingBack_ThenItTellsWhatMovedWhatCameAndWhatIsDue(t *testing.T) {
	j := opened(t, "2026-11-22")
	proves := func(name string) func(*journal.Entry) {
		return func(e *journal.Entry) { e.Evidence = []journal.Evidence{{Expectation: name}} }
	}
	saved(t, j, journal.MomentKind, "2026-11-02", "before", proves("Coaches"))
	saved(t, j, journal.MomentKind, "2026-11-18", "in it", proves("Coaches"))
	saved(t, j, journal.Reflection, "2026-11-19", "first of its kind", proves("Decides"))
	saved(t, j, journal.FeedbackKind, "2026-11-20", "said", func(e *journal.Entry) {
		e.Feedback = &journal.Feedback{Giver: "Mei", Quote: "You listened", FollowUpOn: day(t, "2026-11-28")}
	})
	saved(t, j, journal.Reflection, "2026-11-17", "hidden", func(e *journal.Entry) { e.Private = true })
	goal, err := j.AddGoal(t.Context(), journal.Goal{Kind: "ask", Text: "Ask for it"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := j.EditPlan(t.Context(), func(p *journal.Plan) error {
		p.Goal(goal.ID).Stand(journal.GoalDone, day(t, "2026-11-21"))
		return nil
	}); err != nil {
		t.Fatal(err)
	}

	s, err := Read(t.Context(), j, week(t), true)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[journal.Kind]int{journal.MomentKind: 1, journal.Reflection: 1, journal.FeedbackKind: 1}, s.Kinds); diff != "" || s.Entries != 3 {
		t.Errorf("%d entries (-want +got):\n%s", s.Entries, diff)
	}
	moved := map[string]Moved{}
	for _, m := range s.Moved {
		moved[m.Expectation.Name] = m
	}
	if m := moved["Decides"]; m.Before != journal.Gap || m.After != journal.Thin || m.Entries != 1 || !m.Better() {
		t.Errorf("a gap that is none any more is told as %+v", m)
	}
	if m := moved["Coaches"]; m.Entries != 1 || m.Before != journal.Thin || m.Better() {
		t.Errorf("one more of the same is told as %+v", m)
	}
	if len(s.Goals) != 1 || len(s.Feedback) != 1 || s.Feedback[0].Giver != "Mei" || len(s.Due) != 1 || len(s.Lines) != 3 {
		t.Errorf("goals %v, feedback %v, due %v, %d lines", s.Goals, s.Feedback, s.Due, len(s.Lines))
	}
	if all, err := Read(t.Context(), j, week(t), false); err != nil || all.Entries != 4 {
		t.Errorf("with the private ones there are %d (%v)", all.Entries, err)
	}
}

func TestGivenAnEmptyJournalOrALongGoneWeek_ThenThereIsNothing(t *testing.T) {
	j := opened(t, "2026-11-22")
	for _, on := range []string{"2026-11-22", "1996-02-29"} {
		s, err := Read(t.Context(), j, Week.Span(day(t, on), time.Monday), false)
		if err != nil || s.Entries != 0 || len(s.Moved)+len(s.Goals)+len(s.Feedback)+len(s.Due)+len(s.Milestones) != 0 {
			t.Errorf("in the week of %s there is %+v (%v)", on, s, err)
		}
	}
}

func TestAWeekHasOneQuestionThatLooksBack(t *testing.T) {
	c, err := prompts.Load()
	if err != nil {
		t.Fatal(err)
	}
	asked := map[string]bool{}
	for i := range 20 {
		s := Week.Span(day(t, "2026-01-05").AddDays(7*i), time.Monday)
		q, ok := Question(c, nil, s)
		again, _ := Question(c, nil, s)
		if !ok || q.Look != prompts.Back || q != again {
			t.Fatalf("in the week of %v it asks %+v, then %+v", s.From, q, again)
		}
		if other, ok := Question(c, []string{q.Key}, s); !ok || other.Key == q.Key {
			t.Errorf("it asks what was dismissed: %q", other.Key)
		}
		asked[q.Key] = true
	}
	if len(asked) < 15 {
		t.Errorf("in twenty weeks it asks %d questions", len(asked))
	}
}
