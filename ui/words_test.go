package ui

import (
	"testing"

	"groundwork/journal"
)

func TestDaysFarAheadAreCountedInGroups(t *testing.T) {
	today := day(t, "2026-11-23")
	for want, on := range map[string]journal.Day{
		"Today": today, "Tomorrow": today.AddDays(1), "In 2 days": today.AddDays(2), "In 2,912 days": today.AddDays(2912),
	} {
		if got := howLongAgo(on, today); got != want {
			t.Errorf("%s is %q, want %q", on, got, want)
		}
	}
}
