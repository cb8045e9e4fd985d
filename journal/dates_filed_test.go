package journal_test

import (
	"errors"
	"testing"

	"groundwork/journal"
)

func TestReadDateReadsWhatPeopleWrite(t *testing.T) {
	today := mustDay(t, "2026-03-12")
	for text, want := range map[string]struct {
		day   string
		exact journal.Precision
	}{
		"2026-03-14":        {"2026-03-14", journal.ExactDay},
		"yesterday":         {"2026-03-11", journal.ExactDay},
		"-3d":               {"2026-03-09", journal.ExactDay},
		" last monday ":     {"2026-03-09", journal.ExactDay},
		"15 January":        {"2026-01-15", journal.ExactDay},
		"15.01.":            {"2026-01-15", journal.ExactDay},
		"Jan":               {"2026-01-15", journal.InMonth},
		"March":             {"2026-03-15", journal.InMonth},
		"april":             {"2025-04-15", journal.InMonth},
		"2026-03":           {"2026-03-15", journal.InMonth},
		"December 2025":     {"2025-12-15", journal.InMonth},
		"Q1":                {"2026-02-15", journal.InQuarter},
		"Quarter 2":         {"2025-05-15", journal.InQuarter},
		"Quarter 4 of 2024": {"2024-11-15", journal.InQuarter},
		"Jan–Mar":           {"2026-02-15", journal.InQuarter},
	} {
		day, precision, err := journal.Dates{Today: today}.Filed(text)
		if err != nil || day.String() != want.day || precision != want.exact {
			t.Errorf("%q is %v, %s, %v; want %v", text, day, precision, err, want)
		}
	}
}

func TestReadDateSaysWhatIsWrong(t *testing.T) {
	today := mustDay(t, "2026-03-12")
	for text, want := range map[string]string{
		"":                 `"" is not a date. Write it as 14 March, March 2026 or Q1.`,
		"last week":        `"last week" is not a date. Write it as 14 March, March 2026 or Q1.`,
		"March and April":  `"March and April" is not a date. Write it as 14 March, March 2026 or Q1.`,
		"2025":             `"2025" is a long time. Write a day, a month or a quarter.`,
		"Jan–May":          `"Jan–May" is a long time. Write a day, a month or a quarter.`,
		"03/04/2026":       `"03/04/2026" can mean two days. Write the month by its name.`,
		"29 February 2025": `"29 February 2025" is not a date. Write it as 14 March, March 2026 or Q1.`,
	} {
		_, _, err := journal.Dates{Today: today}.Filed(text)
		if !errors.Is(err, journal.ErrInvalid) {
			t.Errorf("%q: %v is not an ErrInvalid", text, err)
			continue
		}
		if what, _ := journal.Explain(err); what != want {
			t.Errorf("%q: %s; want %s", text, what, want)
		}
	}
}

func FuzzReadDate(f *testing.F) {
	for _, seed := range []string{"3 May", "May 3rd 2026", "Q1/26", "15.01.", "29 Feb", "-0d", "Jan–Mar 2025", "2026-Q3", "Thu, 12 March"} {
		f.Add(seed, int16(70))
	}
	f.Fuzz(func(t *testing.T, text string, days int16) {
		today := journal.Day{Year: 2026, Month: 1, Date: 1}.AddDays(int(days))
		day, precision, err := journal.Dates{Today: today}.Filed(text)
		if err == nil && (!day.Valid() || precision.Middle(day) != day) {
			t.Errorf("on %v, %q is %v as a %s", today, text, day, precision)
		}
		if err != nil && !errors.Is(err, journal.ErrInvalid) {
			t.Errorf("%q: %v", text, err)
		}
	})
}
