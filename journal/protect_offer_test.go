package journal

import "testing"

func TestAJournalIsOfferedProtectionWhenItHoldsSomething(t *testing.T) {
	today := Day{2026, 11, 20}
	on := func(back, entries int) DayCount {
		return DayCount{Day: today.AddDays(-back), Kind: MomentKind, Count: entries}
	}
	for name, c := range map[string]struct {
		counts []DayCount
		want   bool
	}{
		"nothing":                      {nil, false},
		"the third day itself":         {[]DayCount{on(2, 1), on(1, 2), on(0, 4)}, false},
		"the day after":                {[]DayCount{on(3, 1), on(2, 1), on(1, 1)}, true},
		"two kinds on a day":           {[]DayCount{on(1, 1), {today.AddDays(-1), Reflection, 1}, on(2, 1)}, false},
		"days to come":                 {[]DayCount{on(-1, 1), on(-2, 1), on(-3, 1)}, false},
		"ten entries on the first day": {[]DayCount{on(0, 10)}, true},
		"nine":                         {[]DayCount{on(0, 9)}, false},
	} {
		if got := offerProtection(c.counts, today); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
