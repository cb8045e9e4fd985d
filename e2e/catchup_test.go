//go:build e2e

package e2e_test

import (
	"testing"
	"time"

	"groundwork/e2e"
)

func TestTheLineOfAMonthIsOnDiskOneSecondAfterTheLastKey(t *testing.T) {
	s := sit(t)
	w := s.open()
	w.turns("ctrl+u")
	w.types("Kept the winter timetable quiet")
	time.Sleep(saveTime) // the requirement itself
	w.Kill()
	if got := s.entries(); len(got) != 1 || got[0].Title != "Kept the winter timetable quiet" || got[0].Day[8:] != "15" {
		t.Errorf("the journal holds %+v", got)
	}
}

func TestAPastedListIsThereAfterAKillAndBecomesEntries(t *testing.T) {
	s := sit(t)
	w := s.open()
	w.turns("ctrl+u")
	w.turns("ctrl+u") // from the months to the list
	w.types("2026-01-15 led the drill\ncoffee with Ove")
	time.Sleep(saveTime) // the requirement itself
	w.Kill()
	w = s.open()
	w.turns("ctrl+u")
	w.turns("ctrl+u")
	w.keys("Tab", "Tab", "Tab") // past the ways to split, and the cards
	w.turns("Return")
	s.eventually(saveLimit, "the entry that has a date", func(entries []e2e.Entry) bool {
		return len(entries) == 1 && entries[0].Title == "Led the drill" && entries[0].Day == "2026-01-15" && entries[0].Kind == "moment"
	})
}
