package journal_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

func TestWhatIsDueIsMergedWithTheGoalsByDate(t *testing.T) {
	j, s := journalAt(evening)
	lena := mustPerson(t, j, journal.Person{Name: "Lena"})
	day := func(text string) journal.Day { return mustDay(t, text) }
	s.dues = []journal.Due{
		{Kind: journal.DueFollowUp, ID: "e1", On: day("2026-11-01"), Who: "Omar", Text: "Slower"},
		{Kind: journal.DueNextStep, ID: "e2", On: day("2026-11-10"), Text: "Call"},
	}
	s.plan.Goals = []journal.Goal{
		{ID: "g1", Text: " Ask Lena ", Person: string(lena.ID), Due: day("2026-11-10"), State: "open"},
		{ID: "g2", Text: "Ask somebody", Person: "Somebody", Due: day("2026-10-01")},
		{ID: "g3", Text: "Done", Due: day("2026-10-02"), State: "done"},
		{ID: "g4", Text: "Dropped", Due: day("2026-10-02"), State: "dropped"},
		{ID: "g5", Text: "Some day", State: "open"},
		{ID: "g6", Text: "Later", Due: day("2026-11-21"), State: "open"},
	}
	got, err := j.Dues(t.Context(), day("2026-11-20"), true)
	want := []journal.Due{
		{Kind: journal.DueGoal, ID: "g2", On: day("2026-10-01"), Who: "Somebody", Text: "Ask somebody"},
		s.dues[0], s.dues[1],
		{Kind: journal.DueGoal, ID: "g1", On: day("2026-11-10"), Who: "Lena", Text: "Ask Lena"},
	}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestWhatIsDueCannotBeToldWhereTheJournalCannotBeRead(t *testing.T) {
	j, s := journalAt(evening)
	s.unreadable = journal.ErrDamaged
	if _, err := j.Dues(t.Context(), mustDay(t, "2026-11-20"), false); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("got %v", err)
	}
}
