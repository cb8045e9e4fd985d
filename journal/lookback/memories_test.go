package lookback

import (
	"fmt"
	"slices"
	"testing"

	"groundwork/journal"
)

// remember gives what OnThisDay finds as "years title", in its order.
func remember(t *testing.T, j *journal.Journal, on string, noPrivate bool) []string {
	t.Helper()
	found, err := OnThisDay(t.Context(), j.Read(), day(t, on), noPrivate)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, m := range found {
		all = append(all, fmt.Sprint(m.Years, " ", m.Title))
	}
	return all
}

func wantMemories(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("it remembers %q, want %q", got, want)
	}
}

func TestGivenEarlierYears_WhenLookingBack_ThenEachGivesOneEntryAndTheQuarterStandsLast(t *testing.T) {
	j := opened(t, "2026-11-22")
	saved(t, j, journal.Reflection, "2025-11-22", "a year ago", nil)
	saved(t, j, journal.Reflection, "1996-11-22", "thirty years ago", nil)
	saved(t, j, journal.MomentKind, "2024-11-22", "starred", func(e *journal.Entry) { e.Starred = true })
	saved(t, j, journal.MomentKind, "2024-11-22", "later that day", nil)
	saved(t, j, journal.Reflection, "2024-11-21", "the day before", nil)
	saved(t, j, journal.Reflection, "2026-08-21", "near", nil)
	saved(t, j, journal.Reflection, "2026-08-25", "less near", nil)
	saved(t, j, journal.Reflection, "2026-11-22", "today", nil)
	wantMemories(t, remember(t, j, "2026-11-22", false), "1 a year ago", "2 starred", "30 thirty years ago", "0 near")
	wantMemories(t, remember(t, j, "2026-11-21", false), "2 the day before", "0 near")
	wantMemories(t, remember(t, j, "2020-02-02", false))
}

func TestGivenPrivateEntriesAreHidden_ThenTheyAreNotRemembered(t *testing.T) {
	j := opened(t, "2026-11-22")
	saved(t, j, journal.Reflection, "2025-11-22", "open", nil)
	saved(t, j, journal.Reflection, "2025-11-22", "private", func(e *journal.Entry) { e.Private = true })
	wantMemories(t, remember(t, j, "2026-11-22", false), "1 private")
	wantMemories(t, remember(t, j, "2026-11-22", true), "1 open")
}

func TestWhatIsKnownToAMonthWasNotWrittenOnADay(t *testing.T) {
	j := opened(t, "2026-11-15")
	saved(t, j, journal.Reflection, "2025-11-03", "that month", func(e *journal.Entry) { e.Precision = journal.InMonth })
	wantMemories(t, remember(t, j, "2026-11-15", false))
}

func TestTheLastOfFebruaryIsRememberedEachYear(t *testing.T) {
	j := opened(t, "2026-11-15")
	saved(t, j, journal.Reflection, "2024-02-29", "leap", nil)
	saved(t, j, journal.Reflection, "2023-02-28", "common", nil)
	saved(t, j, journal.Reflection, "2020-02-28", "the day before a leap day", nil)
	for on, want := range map[string][]string{
		"2028-02-29": {"4 leap", "5 common"},
		"2025-02-28": {"1 leap", "2 common", "5 the day before a leap day"},
		"2028-02-28": {"5 common", "8 the day before a leap day"},
		"2025-03-01": nil,
	} {
		wantMemories(t, remember(t, j, on, false), want...)
	}
}
