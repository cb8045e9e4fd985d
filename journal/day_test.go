package journal_test

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// anyDay draws a day of the calendar.
func anyDay() *rapid.Generator[journal.Day] {
	return rapid.Custom(func(t *rapid.T) journal.Day {
		year := rapid.IntRange(1, 9999).Draw(t, "year")
		month := time.Month(rapid.IntRange(1, 12).Draw(t, "month"))
		last := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
		return journal.Day{Year: year, Month: month, Date: rapid.IntRange(1, last).Draw(t, "date")}
	})
}

func TestReadDayRefusesWhatIsNotInTheCalendar(t *testing.T) {
	for text, want := range map[string]string{
		"2026-02-30":                "There is no day 2026-02-30 in the calendar.",
		"2026-02-29":                "There is no day 2026-02-29 in the calendar.",
		"1900-02-29":                "There is no day 1900-02-29 in the calendar.",
		"2026-13-01":                "There is no day 2026-13-01 in the calendar.",
		"2026-00-10":                "There is no day 2026-00-10 in the calendar.",
		"2026-01-00":                "There is no day 2026-01-00 in the calendar.",
		"0000-01-01":                "There is no day 0000-01-01 in the calendar.",
		"":                          `"" is not a date. Write it as 2026-11-20.`,
		"20.11.2026":                `"20.11.2026" is not a date. Write it as 2026-11-20.`,
		"2026-1-1":                  `"2026-1-1" is not a date. Write it as 2026-11-20.`,
		" 2026-01-01":               `" 2026-01-01" is not a date. Write it as 2026-11-20.`,
		"2026--1-01":                `"2026--1-01" is not a date. Write it as 2026-11-20.`,
		"2026-11-20T10:00:00+01:00": `"2026-11-20T10:00:00+01:00" is not a date. Write it as 2026-11-20.`,
		"٢٠٢٦-١١-٢٠":                `"٢٠٢٦-١١-٢٠" is not a date. Write it as 2026-11-20.`,
	} {
		d, err := journal.ReadDay(text)
		if !errors.Is(err, journal.ErrInvalid) || err.Error() != want || !d.IsZero() {
			t.Errorf("ReadDay(%q) = %v, %v; want the sentence %s", text, d, err, want)
		}
	}
}

func TestReadDayKnowsLeapDays(t *testing.T) {
	for _, text := range []string{"2024-02-29", "2000-02-29", "0004-02-29", "0001-01-01", "9999-12-31"} {
		if d, err := journal.ReadDay(text); err != nil || d.String() != text {
			t.Errorf("ReadDay(%q) = %v, %v", text, d, err)
		}
	}
}

func TestDayIsReadBackAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDay().Draw(t, "day")
		text, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var back journal.Day
		if err := json.Unmarshal(text, &back); err != nil || back != d {
			t.Fatalf("%s came back as %v, %v", text, back, err)
		}
	})
}

func TestDayThatIsNotGivenIsEmptyText(t *testing.T) {
	d := journal.Day{Year: 2026, Month: time.May, Date: 1}
	if err := d.UnmarshalText(nil); err != nil || !d.IsZero() || d.String() != "" {
		t.Errorf("got %v, %v; want no day", d, err)
	}
}

func TestDayOfIsWhatTheClockShowsThere(t *testing.T) {
	late := time.Date(2026, time.March, 31, 23, 30, 0, 0, time.FixedZone("", -8*60*60))
	if d := journal.DayOf(late); d.String() != "2026-03-31" {
		t.Errorf("DayOf(%v) = %v, though its clock shows the 31st", late, d)
	}
}

func TestAddDaysAndDaysUntilAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyDay().Draw(t, "a"), anyDay().Draw(t, "b")
		n := a.DaysUntil(b)
		if got := a.AddDays(n); got != b {
			t.Fatalf("%v + %d days = %v, want %v", a, n, got, b)
		}
		if back := b.DaysUntil(a); back != -n {
			t.Fatalf("from %v to %v are %d days, but %d back", a, b, n, back)
		}
	})
}

func TestCompareIsTheOrderOfTheCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyDay().Draw(t, "a"), anyDay().Draw(t, "b")
		n := a.DaysUntil(b)
		if a.Before(b) != (n > 0) || a.After(b) != (n < 0) || (a.Compare(b) == 0) != (n == 0) {
			t.Fatalf("Compare(%v, %v) = %d, though %d days lie between", a, b, a.Compare(b), n)
		}
	})
}

func TestDaysInTextSortAsInTheCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyDay().Draw(t, "a"), anyDay().Draw(t, "b")
		if (a.String() < b.String()) != a.Before(b) {
			t.Fatalf("%v and %v sort differently as text", a, b)
		}
	})
}

func TestAddMonthsStaysInItsMonth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.Custom(func(t *rapid.T) journal.Day {
			return journal.Day{Year: 2000, Month: 1, Date: 1}.AddDays(rapid.IntRange(0, 20_000).Draw(t, "days"))
		}).Draw(t, "day")
		n := rapid.IntRange(-500, 500).Draw(t, "months")
		got := d.AddMonths(n)
		months := (got.Year-d.Year)*12 + int(got.Month) - int(d.Month)
		if months != n || !got.Valid() || got.Date > d.Date {
			t.Fatalf("%v + %d months = %v", d, n, got)
		}
		if got.Date < d.Date && got.AddDays(1).Month == got.Month {
			t.Fatalf("%v + %d months = %v, which is not the last day of its month", d, n, got)
		}
	})
}

func TestAddMonthsAtMonthEnds(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2026-01-31", 1, "2026-02-28"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2026-03-31", -1, "2026-02-28"},
		{"2026-12-31", 2, "2027-02-28"},
		{"2026-01-15", -13, "2024-12-15"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2026-05-31", 0, "2026-05-31"},
	} {
		if got := mustDay(t, c.from).AddMonths(c.months); got.String() != c.want {
			t.Errorf("%s %+d months = %v, want %s", c.from, c.months, got, c.want)
		}
	}
}

func TestAddDaysWalksOverEveryBorder(t *testing.T) {
	for _, c := range []struct {
		from string
		days int
		want string
	}{
		{"2024-02-28", 1, "2024-02-29"},
		{"2026-02-28", 1, "2026-03-01"},
		{"2026-12-31", 1, "2027-01-01"},
		{"2026-01-01", -1, "2025-12-31"},
		{"2026-03-29", 1, "2026-03-30"}, // summer time begins in Europe
	} {
		if got := mustDay(t, c.from).AddDays(c.days); got.String() != c.want {
			t.Errorf("%s %+d days = %v, want %s", c.from, c.days, got, c.want)
		}
	}
}

func TestWeekdayIsThatOfTheCalendar(t *testing.T) {
	if got := mustDay(t, "2026-11-20").Weekday(); got != time.Friday {
		t.Errorf("2026-11-20 is a %v, want a Friday", got)
	}
}

func TestDayOutsideTheCalendarIsNotValid(t *testing.T) {
	for _, d := range []journal.Day{
		{},
		{Year: 2026, Month: 2, Date: 30},
		{Year: 2026, Month: 13, Date: 1},
		{Year: 2026, Month: 1},
		{Year: 0, Month: 1, Date: 1},
		{Year: 10_000, Month: 1, Date: 1},
		{Year: -5, Month: 1, Date: 1},
	} {
		if d.Valid() {
			t.Errorf("%#v counts as a day of the calendar", d)
		}
	}
}

func TestInexactDayIsFiledInTheMiddle(t *testing.T) {
	for _, c := range []struct {
		precision journal.Precision
		day, want string
	}{
		{journal.ExactDay, "2026-03-31", "2026-03-31"},
		{journal.InMonth, "2026-03-31", "2026-03-15"},
		{journal.InMonth, "2026-02-01", "2026-02-15"},
		{journal.InQuarter, "2026-01-01", "2026-02-15"},
		{journal.InQuarter, "2026-03-31", "2026-02-15"},
		{journal.InQuarter, "2026-04-01", "2026-05-15"},
		{journal.InQuarter, "2026-09-30", "2026-08-15"},
		{journal.InQuarter, "2026-12-31", "2026-11-15"},
	} {
		if got := c.precision.Middle(mustDay(t, c.day)); got.String() != c.want {
			t.Errorf("%s of %s is filed on %v, want %s", c.precision, c.day, got, c.want)
		}
	}
}

func TestMiddleOfNoDayIsNoDay(t *testing.T) {
	for _, p := range []journal.Precision{journal.ExactDay, journal.InMonth, journal.InQuarter, ""} {
		if got := p.Middle(journal.Day{}); !got.IsZero() {
			t.Errorf("the middle of a %q that is not given is %v", p, got)
		}
	}
}

func FuzzReadDay(f *testing.F) {
	for _, seed := range []string{"2026-11-20", "2026-02-30", "", "9999-12-31", "0000-00-00", "２０２６-11-20", "2026-11-2\x00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := journal.ReadDay(text)
		switch {
		case err == nil && (!d.Valid() || d.String() != text):
			t.Fatalf("ReadDay(%q) = %v", text, d)
		case err != nil && (!errors.Is(err, journal.ErrInvalid) || !d.IsZero()):
			t.Fatalf("ReadDay(%q) = %v, %v", text, d, err)
		}
	})
}
