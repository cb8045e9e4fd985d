package journal_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// zones are some in which clocks are put forward and back: by night, at midnight
// and by half an hour.
func zones() []string {
	return []string{"UTC", "Europe/Berlin", "America/New_York", "America/Santiago", "Australia/Lord_Howe", "Asia/Kathmandu"}
}

func TestGivenAReminder_WhenItsTimeHasCome_ThenItIsOfTheDayThatTheWriterCallsToday(t *testing.T) {
	evenings := journal.Reminder{journal.Clock{20, 0}, journal.EveryDay.With(time.Sunday, false)}
	nights := journal.Reminder{journal.Clock{1, 30}, journal.EveryDay}
	for _, c := range []struct {
		of     journal.Reminder
		now    string
		begins int
		want   string
	}{
		{evenings, "2026-11-20 19:59", 0, "2026-11-19"},
		{evenings, "2026-11-20 20:00", 0, "2026-11-20"},
		{evenings, "2026-11-21 03:00", 4, "2026-11-20"},
		{evenings, "2026-11-22 23:00", 0, "2026-11-21"}, // a Sunday
		{nights, "2026-11-21 01:29", 4, "2026-11-19"},
		{nights, "2026-11-21 01:30", 4, "2026-11-20"},
		{nights, "2026-11-21 05:00", 4, "2026-11-20"},
		{nights, "2026-11-21 01:30", 0, "2026-11-21"},
		{journal.Reminder{journal.Clock{20, 0}, 0}, "2026-11-20 20:00", 0, ""},
	} {
		now, err := time.Parse("2006-01-02 15:04", c.now)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.of.Last(now, c.begins); got.String() != c.want {
			t.Errorf("%s at %s with days from %d: %q, want %q", c.of.At, c.now, c.begins, got, c.want)
		}
	}
}

func TestGivenAnHourThatSummerTimeLeavesOutOrBringsTwice_ThenTheReminderIsToldOnce(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Skip("no time zones here")
	}
	r := journal.Reminder{journal.Clock{2, 30}, journal.EveryDay}
	for _, night := range []time.Time{
		time.Date(2026, time.March, 29, 0, 0, 0, 0, berlin), time.Date(2026, time.October, 25, 0, 0, 0, 0, berlin),
	} {
		told := journal.DayOf(night).AddDays(-1)
		n := 0
		for now := night; now.Before(night.Add(12 * time.Hour)); now = now.Add(time.Minute) {
			if day, due := r.Due(now, 0, told); due {
				told = day
				n++
			}
		}
		if n != 1 {
			t.Errorf("on %s it is told %d times", journal.DayOf(night), n)
		}
	}
}

// Whatever the zone, the start of the day and the sleep of the computer: no day
// is told twice, none before its time, and after each look nothing is left.
func TestPropertyAReminderIsToldOnceForWhateverWasMissed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone, err := time.LoadLocation(rapid.SampledFrom(zones()).Draw(t, "zone"))
		if err != nil {
			t.Skip("no time zones here")
		}
		begins := rapid.IntRange(0, journal.LastDayStart).Draw(t, "begins")
		r := journal.Reminder{
			journal.Clock{rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute")},
			journal.Weekdays(rapid.Uint8Range(0, uint8(journal.EveryDay)).Draw(t, "days")),
		}
		now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(rapid.IntRange(0, 366*24*60).Draw(t, "start")) * time.Minute).In(zone)
		told := r.Last(now, begins) // as when it is switched on
		for _, asleep := range rapid.SliceOfN(rapid.IntRange(1, 9*24*60), 1, 40).Draw(t, "sleeps") {
			now = now.Add(time.Duration(asleep) * time.Minute)
			day, due := r.Due(now, begins, told)
			if !due {
				continue
			}
			switch today := journal.DayOf(now); {
			case !day.After(told):
				t.Fatalf("at %s %s is told again", now, day)
			case !r.Days.Has(day.Weekday()):
				t.Fatalf("at %s %s is told, a %s", now, day, day.Weekday())
			case day.After(today):
				t.Fatalf("at %s %s is told", now, day)
			case day == today && (journal.Clock{now.Hour(), now.Minute()}).String() < r.At.String():
				t.Fatalf("at %s that of %s is told", now, r.At)
			}
			told = day
			if _, again := r.Due(now, begins, told); again {
				t.Fatalf("at %s it is told twice", now)
			}
		}
	})
}

// Looked at each minute, a day of the reminder is told within a minute of its
// time, or of the clock going past it.
func TestPropertyWhoIsAwakeHearsOfEachDayOfAReminder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone, err := time.LoadLocation(rapid.SampledFrom(zones()).Draw(t, "zone"))
		if err != nil {
			t.Skip("no time zones here")
		}
		begins := rapid.IntRange(0, journal.LastDayStart).Draw(t, "begins")
		r := journal.Reminder{journal.Clock{rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute")}, journal.EveryDay}
		month := time.Month(rapid.SampledFrom([]int{3, 4, 9, 10, 11}).Draw(t, "month"))
		now := time.Date(2026, month, rapid.IntRange(1, 28).Draw(t, "date"), 12, 0, 0, 0, zone)
		told := r.Last(now, begins)
		first, n := told, 0
		for range 4 * 24 * 60 {
			now = now.Add(time.Minute)
			if day, due := r.Due(now, begins, told); due {
				if day != told.AddDays(1) {
					t.Fatalf("after %s comes %s", told, day)
				}
				told = day
				n++
			}
		}
		if n != first.DaysUntil(told) || n < 3 || n > 5 {
			t.Fatalf("from %s to %s it is told %d times", first, told, n)
		}
	})
}

func TestAClockIsReadAsItIsWritten(t *testing.T) {
	for _, text := range []string{"00:00", "09:05", "23:59"} {
		if c, ok := journal.ReadClock(text); !ok || c.String() != text {
			t.Errorf("%s is read as %s, %v", text, c, ok)
		}
	}
	for _, text := range []string{"", "24:00", "8", "12:60", "noon"} {
		if _, ok := journal.ReadClock(text); ok {
			t.Errorf("%q is read", text)
		}
	}
}
