package journal_test

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
)

// reads is a shelf that counts the questions it is asked for what is due.
type reads struct {
	*shelf
	asked int
}

func (r *reads) Plan(ctx context.Context) (journal.Plan, error) {
	r.asked++
	return r.shelf.Plan(ctx)
}

func (r *reads) DueEntries(ctx context.Context, until journal.Day, noPrivate bool) ([]journal.Due, error) {
	r.asked++
	return r.shelf.DueEntries(ctx, until, noPrivate)
}

func (r *reads) People(ctx context.Context) ([]journal.Person, error) {
	r.asked++
	return r.shelf.People(ctx)
}

// calledOn gives what is called to mind on one day, with nothing missed.
func calledOn(t *testing.T, plan journal.Plan, on string) journal.Called {
	t.Helper()
	j, s := journalAt(evening)
	s.plan = plan
	d := mustDay(t, on)
	c, err := j.Called(t.Context(), journal.Span{From: d, Until: d}, false)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestAReviewIsCalledToMindAWeekBeforeAndOnItsDay(t *testing.T) {
	day := mustDay(t, "2026-12-01")
	for kind, plan := range map[journal.MilestoneKind]journal.Plan{
		journal.MilestoneReview: {ReviewUntil: day, ReviewFrom: mustDay(t, "2026-11-24")},
		journal.MilestoneRound:  {NextRound: day},
	} {
		for on, want := range map[string]struct{ near, came bool }{
			"2026-11-23": {}, "2026-11-24": {near: true}, "2026-11-25": {}, "2026-11-30": {}, "2026-12-01": {came: true}, "2026-12-02": {},
		} {
			c, by := calledOn(t, plan, on), mustDay(t, on)
			if c.Near(by) != want.near || c.Came(by) != want.came {
				t.Errorf("%s on %s: near %v, came %v", kind, on, c.Near(by), c.Came(by))
			}
			for _, m := range c.Plan {
				if m.Kind != kind || m.Day != day {
					t.Errorf("%s on %s: %+v", kind, on, m)
				}
			}
		}
	}
}

func TestGivenDaysThatWereMissed_ThenAReviewThatCameIsNotAlsoNear(t *testing.T) {
	j, s := journalAt(evening)
	s.plan.NextRound = mustDay(t, "2026-11-10")
	span := journal.Span{From: mustDay(t, "2026-11-01"), Until: mustDay(t, "2026-11-12")}
	c, err := j.Called(t.Context(), span, false)
	if err != nil || len(c.Plan) != 1 || !c.Came(span.Until) || c.Near(span.Until) {
		t.Errorf("%+v, %v", c, err)
	}
}

// TestFromSpanToSpanEachDateIsToldTwiceAtMost is the rule that nothing is told
// again: once before it, and once when it is there, however the days are cut.
func TestFromSpanToSpanEachDateIsToldTwiceAtMost(t *testing.T) {
	first := mustDay(t, "2026-11-01")
	rapid.Check(t, func(r *rapid.T) {
		j, s := journalAt(evening)
		at := rapid.IntRange(0, 40).Draw(r, "the day of the round")
		s.plan.NextRound = first.AddDays(at)
		near, came := 0, 0
		for from := 0; from <= 40; {
			until := from + rapid.IntRange(0, 12).Draw(r, "days until it is looked")
			span := journal.Span{From: first.AddDays(from), Until: first.AddDays(until)}
			c, err := j.Called(t.Context(), span, false)
			if err != nil {
				r.Fatal(err)
			}
			if c.Near(span.Until) {
				near++
			}
			if c.Came(span.Until) {
				came++
			}
			from = until + 1
		}
		if near > 1 || came != 1 || near == 1 && at < journal.NoticeDays {
			r.Fatalf("told %d times before and %d times when it was there", near, came)
		}
	})
}

func TestOfWhatIsDueOnlyWhatCameInTheSpanIsCalledToMindWithThreeQuestionsAtMost(t *testing.T) {
	s := &reads{shelf: newShelf()}
	j := journal.New(s, journal.Options{})
	day := func(text string) journal.Day { return mustDay(t, text) }
	s.people = []journal.Person{{ID: "p1", Name: "Lena"}}
	s.dues = []journal.Due{{Kind: journal.DueFollowUp, ID: "e1", On: day("2026-11-09")}, {Kind: journal.DueNextStep, ID: "e2", On: day("2026-11-10")}}
	s.plan = journal.Plan{NextRound: day("2026-11-18"), Goals: []journal.Goal{{ID: "g1", Text: "Ask", Person: "p1", Due: day("2026-11-11")}}}
	got, err := j.Called(t.Context(), journal.Span{From: day("2026-11-10"), Until: day("2026-11-11")}, true)
	want := journal.Called{
		Dues: []journal.Due{s.dues[1], {Kind: journal.DueGoal, ID: "g1", On: day("2026-11-11"), Who: "Lena", Text: "Ask"}},
		Plan: []journal.Milestone{{Kind: journal.MilestoneRound, Day: day("2026-11-18")}},
	}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	if s.asked > 3 {
		t.Errorf("%d questions", s.asked)
	}
}

func TestNothingIsCalledToMindWhereTheJournalCannotBeRead(t *testing.T) {
	j, s := journalAt(evening)
	s.unreadable = journal.ErrDamaged
	if _, err := j.Called(t.Context(), journal.Span{}, false); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("got %v", err)
	}
}
