package journal_test

import (
	"errors"
	"testing"
	"time"
	_ "time/tzdata"

	"groundwork/journal"
)

func TestNumbersOfADateAreReadInTheOrderOfTheWritersSystem(t *testing.T) {
	today := mustDay(t, "2026-11-20")
	for _, c := range []struct {
		text  string
		order journal.DateOrder
		want  string // "" is an ErrInvalid
	}{
		{"11/20/2026", journal.MonthFirst, "2026-11-20"},
		{"11/20/2026", journal.DayFirst, "2026-11-20"}, // can be read in one way only
		{"11/20/2026", journal.OrderUnknown, "2026-11-20"},
		{"20/11/2026", journal.MonthFirst, "2026-11-20"},
		{"03/04/2026", journal.MonthFirst, "2026-03-04"},
		{"03/04/2026", journal.DayFirst, "2026-04-03"},
		{"03/04/2026", journal.OrderUnknown, ""},
		{"3/4/26", journal.MonthFirst, "2026-03-04"},
		{"3/4", journal.MonthFirst, "2026-03-04"},
		{"3/4", journal.DayFirst, "2026-04-03"},
		{"12/24", journal.MonthFirst, "2025-12-24"}, // the latest one up to today
		{"05/05/2026", journal.OrderUnknown, "2026-05-05"},
		{"2026/11/20", journal.MonthFirst, "2026-11-20"},
		{"2026-11-20", journal.MonthFirst, "2026-11-20"}, // ISO always works
		{"2026-03-04", journal.DayFirst, "2026-03-04"},
		{"03.04.2026", journal.MonthFirst, "2026-04-03"}, // a point follows the day everywhere
		{"02/29/2024", journal.MonthFirst, "2024-02-29"},
		{"02/29/2026", journal.MonthFirst, ""},
		{"13/13/2026", journal.MonthFirst, ""},
		{"24/7", journal.DayFirst, ""},
		{"0/0/0", journal.DayFirst, ""},
	} {
		got, err := journal.Dates{Today: today, Order: c.order}.Span(c.text)
		if got.From.String() != c.want || got.Until.String() != c.want || (c.want == "") != errors.Is(err, journal.ErrInvalid) {
			t.Errorf("%q with the order %d is %v, %v; want %q", c.text, c.order, got, err, c.want)
		}
	}
}

func TestOrderGoesWithTheLocale(t *testing.T) {
	for locale, want := range map[string]journal.DateOrder{
		"en_US.UTF-8": journal.MonthFirst, "en-US": journal.MonthFirst, "fil_PH": journal.MonthFirst, "es_US.UTF-8": journal.DayFirst,
		"en_GB.UTF-8": journal.DayFirst, "de_DE@euro": journal.DayFirst, "pt-BR": journal.DayFirst, "zh-Hant-TW": journal.OrderUnknown,
		"ja_JP.UTF-8": journal.OrderUnknown, "en_CA": journal.OrderUnknown, "C": journal.OrderUnknown, "POSIX": journal.OrderUnknown,
		"C.UTF-8": journal.OrderUnknown, "de": journal.OrderUnknown, "": journal.OrderUnknown,
	} {
		if got := journal.OrderIn(locale); got != want {
			t.Errorf("%q has the order %d, want %d", locale, got, want)
		}
	}
}

// Every rule at the days on which calendars go wrong.
func TestDatesOverYearEndsAndLeapDays(t *testing.T) {
	for _, c := range []struct{ today, text, from, until string }{
		{"2027-01-01", "yesterday", "2026-12-31", "2026-12-31"},
		{"2026-12-31", "tomorrow", "2027-01-01", "2027-01-01"},
		{"2027-01-01", "-3d", "2026-12-29", "2026-12-29"},
		{"2027-01-01", "last monday", "2026-12-28", "2026-12-28"},
		{"2027-01-01", "-1w", "2026-12-25", "2026-12-25"},
		{"2027-01-31", "-2m", "2026-11-30", "2026-11-30"},
		{"2027-01-01", "31 dec", "2026-12-31", "2026-12-31"},
		{"2027-01-01", "1 jan", "2027-01-01", "2027-01-01"},
		{"2027-01-01", "december", "2026-12-01", "2026-12-31"},
		{"2027-01-01", "q4", "2026-10-01", "2026-12-31"},
		{"2027-01-01", "q1", "2027-01-01", "2027-03-31"},
		{"2028-02-29", "yesterday", "2028-02-28", "2028-02-28"},
		{"2028-03-01", "yesterday", "2028-02-29", "2028-02-29"},
		{"2027-03-01", "yesterday", "2027-02-28", "2027-02-28"},
		{"2028-02-29", "-12m", "2027-02-28", "2027-02-28"},
		{"2028-02-29", "29 feb", "2028-02-29", "2028-02-29"},
		{"2028-02-28", "29 feb", "2024-02-29", "2024-02-29"},
		{"2028-03-10", "february", "2028-02-01", "2028-02-29"},
		{"2100-03-10", "february", "2100-02-01", "2100-02-28"},
		{"2104-02-28", "29 feb", "2096-02-29", "2096-02-29"}, // 2100 has none
	} {
		got, err := journal.Dates{Today: mustDay(t, c.today)}.Span(c.text)
		if want := (journal.Span{From: mustDay(t, c.from), Until: mustDay(t, c.until)}); err != nil || got != want {
			t.Errorf("on %s, %q is %v, %v; want %v", c.today, c.text, got, err, want)
		}
	}
}

// The day of the clock's face counts, whatever the hours do in between: the
// clock here stands within the hour that is left out, and within the one that
// comes twice.
func TestDatesOverTheChangesOfSummerTime(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	apia, err := time.LoadLocation("Pacific/Apia") // which left out 30 December 2011
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		now        time.Time
		text, want string
	}{
		{time.Date(2026, 3, 29, 3, 30, 0, 0, berlin), "yesterday", "2026-03-28"},
		{time.Date(2026, 3, 30, 0, 10, 0, 0, berlin), "yesterday", "2026-03-29"},
		{time.Date(2026, 3, 30, 0, 10, 0, 0, berlin), "-2d", "2026-03-28"},
		{time.Date(2026, 10, 25, 2, 30, 0, 0, berlin), "today", "2026-10-25"},
		{time.Date(2026, 10, 26, 0, 10, 0, 0, berlin), "yesterday", "2026-10-25"},
		{time.Date(2026, 10, 26, 23, 50, 0, 0, berlin), "last sunday", "2026-10-25"},
		{time.Date(2011, 12, 31, 0, 5, 0, 0, apia), "yesterday", "2011-12-30"},
	} {
		j := journal.New(nil, journal.Options{Now: func() time.Time { return c.now }})
		got, err := j.DatesFrom(journal.DayOf(j.Now())).Span(c.text)
		if err != nil || got.From.String() != c.want {
			t.Errorf("at %v, %q is %v, %v; want %s", c.now, c.text, got, err, c.want)
		}
	}
}
