package journal_test

import (
	"errors"
	"testing"

	"groundwork/journal"
)

func TestReadSpanReadsEveryForm(t *testing.T) {
	for _, c := range []struct{ today, text, from, until string }{
		{"2026-11-20", "2026-11-20", "2026-11-20", "2026-11-20"},
		{"2026-11-20", "2026-11", "2026-11-01", "2026-11-30"},
		{"2026-11-20", "2026-12", "2026-12-01", "2026-12-31"},
		{"2026-11-20", "2026-02", "2026-02-01", "2026-02-28"},
		{"2026-11-20", "2024-02", "2024-02-01", "2024-02-29"},
		{"2026-11-20", "2026", "2026-01-01", "2026-12-31"},
		{"2026-11-20", "today", "2026-11-20", "2026-11-20"},
		{"2026-11-20", "  Today ", "2026-11-20", "2026-11-20"},
		{"2026-01-01", "yesterday", "2025-12-31", "2025-12-31"},
		{"2026-11-20", "-0d", "2026-11-20", "2026-11-20"},
		{"2026-11-20", "-3d", "2026-11-17", "2026-11-17"},
		{"2026-11-20", "-3D", "2026-11-17", "2026-11-17"},
		{"2026-11-20", "-2w", "2026-11-06", "2026-11-06"},
		{"2026-11-20", "-12m", "2025-11-20", "2025-11-20"},
		{"2026-03-31", "-1m", "2026-02-28", "2026-02-28"},
		{"2024-03-31", "-1m", "2024-02-29", "2024-02-29"},
		{"2026-11-20", "friday", "2026-11-20", "2026-11-20"},
		{"2026-11-20", "monday", "2026-11-16", "2026-11-16"},
		{"2026-11-20", "saturday", "2026-11-14", "2026-11-14"},
		{"2026-11-20", "last friday", "2026-11-13", "2026-11-13"},
		{"2026-11-16", "monday", "2026-11-16", "2026-11-16"},
		{"2026-11-16", "Last Monday", "2026-11-09", "2026-11-09"},
		{"2026-11-17", "last monday", "2026-11-16", "2026-11-16"},
		{"2026-11-20", "tomorrow", "2026-11-21", "2026-11-21"},
		{"2026-11-20", "+3m", "2027-02-20", "2027-02-20"},
		{"2026-11-16", "next monday", "2026-11-23", "2026-11-23"},
		{"2026-11-20", "3 may", "2026-05-03", "2026-05-03"},
		{"2026-11-20", "May 3rd", "2026-05-03", "2026-05-03"},
		{"2026-11-20", "May 3, 2025", "2025-05-03", "2025-05-03"},
		{"2026-11-20", "24 December", "2025-12-24", "2025-12-24"},
		{"2026-11-20", "20 February 2027", "2027-02-20", "2027-02-20"},
		{"2026-11-20", "29 feb", "2024-02-29", "2024-02-29"},
		{"2026-11-20", "20.11.2026", "2026-11-20", "2026-11-20"},
		{"2026-11-20", "1.2.26", "2026-02-01", "2026-02-01"},
		{"2026-11-20", "21.11.", "2025-11-21", "2025-11-21"},
		{"2026-11-20", "march", "2026-03-01", "2026-03-31"},
		{"2026-11-20", "Sept 2025", "2025-09-01", "2025-09-30"},
		{"2026-11-20", "november", "2026-11-01", "2026-11-30"},
		{"2026-11-20", "december", "2025-12-01", "2025-12-31"},
		{"2026-11-20", "q3", "2026-07-01", "2026-09-30"},
		{"2026-11-20", "Q1 2025", "2025-01-01", "2025-03-31"},
	} {
		got, err := journal.ReadSpan(c.text, mustDay(t, c.today))
		want := journal.Span{From: mustDay(t, c.from), Until: mustDay(t, c.until)}
		if err != nil || got != want {
			t.Errorf("on %s, %q is %v, %v; want %v", c.today, c.text, got, err, want)
		}
	}
}

func TestReadSpanAheadReadsWhatIsStillToCome(t *testing.T) {
	for _, c := range []struct{ today, text, from, until string }{
		{"2026-11-20", "3 may", "2027-05-03", "2027-05-03"},
		{"2026-11-20", "20 nov", "2026-11-20", "2026-11-20"},
		{"2026-11-20", "monday", "2026-11-23", "2026-11-23"},
		{"2026-11-20", "friday", "2026-11-20", "2026-11-20"},
		{"2026-11-20", "last monday", "2026-11-16", "2026-11-16"},
		{"2026-11-20", "november", "2026-11-01", "2026-11-30"},
		{"2026-11-20", "march", "2027-03-01", "2027-03-31"},
		{"2026-11-20", "q1", "2027-01-01", "2027-03-31"},
		{"2026-11-20", "29 feb", "2028-02-29", "2028-02-29"},
		{"2026-11-20", "2025-11-19", "2025-11-19", "2025-11-19"},
	} {
		got, err := journal.Dates{Today: mustDay(t, c.today)}.Ahead(c.text)
		want := journal.Span{From: mustDay(t, c.from), Until: mustDay(t, c.until)}
		if err != nil || got != want {
			t.Errorf("on %s, %q is %v, %v; want %v", c.today, c.text, got, err, want)
		}
	}
}

func FuzzReadSpanGivesDaysOfTheCalendarOrRefuses(f *testing.F) {
	for _, text := range []string{"3 may", "q3 2026", "20.11.2026", "-3d", "29 feb", "next monday", "..", "may", "1.1."} {
		f.Add(text)
	}
	today := mustDay(f, "2026-11-20")
	f.Fuzz(func(t *testing.T, text string) {
		dates := journal.Dates{Today: today}
		for _, read := range []func(string) (journal.Span, error){dates.Span, dates.Ahead} {
			span, err := read(text)
			if err == nil && (!span.From.Valid() || !span.Until.Valid() || span.Until.Before(span.From)) {
				t.Errorf("%q became %v", text, span)
			}
		}
	})
}

func TestReadSpanRefusesAnythingElse(t *testing.T) {
	today := mustDay(t, "2026-11-20")
	for text, want := range map[string]string{
		"":            `"" is not a date. Write it as 2026-11-20.`,
		"2026-02-30":  "There is no day 2026-02-30 in the calendar.",
		"2026-13":     `"2026-13" is not a date. Write it as 2026-11-20.`,
		"0000":        `"0000" is outside the calendar.`,
		"-40000m":     `"-40000m" is outside the calendar.`,
		"-70000d":     `"-70000d" is not a date. Write it as 2026-11-20.`,
		"-+3d":        `"-+3d" is not a date. Write it as 2026-11-20.`,
		"--3d":        `"--3d" is not a date. Write it as 2026-11-20.`,
		"-d":          `"-d" is not a date. Write it as 2026-11-20.`,
		"3d":          `"3d" is not a date. Write it as 2026-11-20.`,
		"-3y":         `"-3y" is not a date. Write it as 2026-11-20.`,
		"last":        `"last" is not a date. Write it as 2026-11-20.`,
		"last today":  `"last today" is not a date. Write it as 2026-11-20.`,
		"31 feb":      `"31 feb" is outside the calendar.`,
		"march 1 2 3": `"march 1 2 3" is not a date. Write it as 2026-11-20.`,
		"q5":          `"q5" is not a date. Write it as 2026-11-20.`,
		"1.2":         `"1.2" is not a date. Write it as 2026-11-20.`,
	} {
		got, err := journal.ReadSpan(text, today)
		if !errors.Is(err, journal.ErrInvalid) || err.Error() != want || got != (journal.Span{}) {
			t.Errorf("ReadSpan(%q) = %v, %v; want the sentence %s", text, got, err, want)
		}
	}
}

func FuzzReadSpan(f *testing.F) {
	for _, seed := range []string{"2026-11-20", "2026-11", "2026", "today", "-3d", "-65535m", "last monday", "9999", "-", "\xff"} {
		f.Add(seed)
	}
	today := journal.Day{Year: 2026, Month: 11, Date: 20}
	f.Fuzz(func(t *testing.T, text string) {
		span, err := journal.ReadSpan(text, today)
		switch {
		case err == nil && (!span.From.Valid() || !span.Until.Valid() || span.Until.Before(span.From)):
			t.Fatalf("ReadSpan(%q) = %v", text, span)
		case err != nil && (!errors.Is(err, journal.ErrInvalid) || span != journal.Span{}):
			t.Fatalf("ReadSpan(%q) = %v, %v", text, span, err)
		}
	})
}
