package lookback

import (
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// counted counts the streak of a pattern of days that ends today: x is a day
// on which something was written.
func counted(t testing.TB, today, pattern string) Streak {
	on := map[journal.Day]bool{}
	d := day(t, today)
	for i := len(pattern) - 1; i >= 0; i-- {
		on[d] = pattern[i] == 'x'
		d = d.AddDays(-1)
	}
	return Count(func(d journal.Day) bool { return on[d] }, day(t, today))
}

func TestAStreakLivesThroughYesterdayAndRestsOnceAWeek(t *testing.T) {
	for name, c := range map[string]struct {
		pattern string
		days    int
	}{
		"nothing":                            {"", 0},
		"today alone":                        {"x", 1},
		"yesterday alone":                    {"x.", 1},
		"the day before yesterday alone":     {"x..", 1}, // yesterday was the day of rest
		"two days without":                   {"x...", 0},
		"each day":                           {"xxxxxxxxxx", 10},
		"a day of rest":                      {"xxx.xxx", 6},
		"two days of rest in a row":          {"xxx..xxx", 3},
		"a rest each seventh day":            {"xxxxxx.xxxxxx.xxxxxx", 18},
		"a rest too soon after the other":    {"xxxxxx.xxxxx.xxxxxx", 11},
		"rest yesterday and the week before": {"xxxxxx.xxxxxx.", 12},
	} {
		t.Run(name, func(t *testing.T) {
			if got := counted(t, "2026-01-03", c.pattern); got.Days != c.days {
				t.Errorf("%q is a streak of %d days, want %d", c.pattern, got.Days, c.days)
			}
		})
	}
}

// TestOfAnySevenDaysOfAStreakAtMostOneIsRest holds over year ends, leap days
// and the days on which the clocks change: days are days.
func TestOfAnySevenDaysOfAStreakAtMostOneIsRest(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		today := day(t, rapid.SampledFrom([]string{"2026-01-03", "2024-03-02", "2025-03-01", "2026-03-30", "2026-10-26"}).Draw(rt, "today"))
		wrote := rapid.SliceOfN(rapid.SampledFrom([]bool{true, true, true, true, true, true, false}), 40, 40).Draw(rt, "wrote")
		written := func(d journal.Day) bool {
			ago := d.DaysUntil(today)
			return ago >= 0 && ago < len(wrote) && wrote[ago]
		}
		s := Count(written, today)
		if s.Today != written(today) {
			rt.Errorf("today is told as %v", s.Today)
		}
		if s.Days == 0 {
			return
		}
		days, rests := 0, []int{}
		for d := s.Since; !d.After(today); d = d.AddDays(1) {
			if written(d) {
				days++
			} else if d != today {
				rests = append(rests, d.DaysUntil(today))
			}
		}
		if days != s.Days || !written(s.Since) {
			rt.Errorf("since %v there are %d days, told are %d", s.Since, days, s.Days)
		}
		for i := 1; i < len(rests); i++ {
			if rests[i-1]-rests[i] < restEvery {
				rt.Errorf("rest %d and %d days ago", rests[i-1], rests[i])
			}
		}
		if longer := s.Since.AddDays(-1); written(longer) {
			rt.Errorf("%v belongs to it, too", longer)
		}
	})
}

func TestGivenALongStreak_WhenRead_ThenItIsCountedWhole(t *testing.T) {
	j := opened(t, "2026-11-22")
	today := day(t, "2026-11-22")
	for i := range 150 {
		saved(t, j, journal.Reflection, today.AddDays(-i).String(), "", nil)
	}
	s, err := ReadStreak(t.Context(), j.Read(), today)
	if err != nil || s.Days != 150 || s.Since != today.AddDays(-149) {
		t.Errorf("the streak is %+v (%v)", s, err)
	}
}

func TestGivenAnEmptyJournal_ThenThereIsNoStreak(t *testing.T) {
	j := opened(t, "2026-11-22")
	if s, err := ReadStreak(t.Context(), j.Read(), day(t, "2026-11-22")); err != nil || s != (Streak{}) {
		t.Errorf("the streak is %+v (%v)", s, err)
	}
}
