package evidence

import (
	"context"
	"testing"

	"groundwork/journal"
)

// reader answers what ReadFiltered asks, and tells which way it was asked.
type reader struct {
	journal.Reader
	expectations []journal.Expectation
	cells        []journal.Cell
	countedAnew  bool
}

func (r *reader) Expectations(context.Context) ([]journal.Expectation, error) {
	return append([]journal.Expectation(nil), r.expectations...), nil
}

func (r *reader) Cells(context.Context, journal.Span) ([]journal.Cell, error) { return r.cells, nil }

func (r *reader) CellsOf(context.Context, journal.Filter) ([]journal.Cell, error) {
	r.countedAnew = true
	return nil, nil
}

func TestGivenAFilterThenThePeriodIsItsOwnOrTheJournals(t *testing.T) {
	late := moment("2026-11-20", journal.Number)
	late.precision = journal.InQuarter // filed on 2026-11-15
	for name, c := range map[string]struct {
		since, until, today string
		entries             []written
		want                Period
	}{
		"an empty journal":      {"", "", "2026-03-12", nil, period(t, "2026-03-01", "2026-03-31")},
		"no dates":              {"", "", "2026-03-12", []written{moment("2024-02-29", ""), moment("2025-01-01", "")}, period(t, "2024-02-01", "2026-03-31")},
		"an entry filed ahead":  {"", "", "2026-10-02", []written{late}, period(t, "2026-10-01", "2026-11-30")},
		"a beginning":           {"2025-05-20", "", "2026-03-12", []written{moment("2024-02-29", "")}, period(t, "2025-05-01", "2026-03-31")},
		"an end":                {"", "2025-05-20", "2026-03-12", []written{moment("2024-02-29", "")}, period(t, "2024-02-01", "2025-05-31")},
		"both":                  {"2025-05-20", "2025-06-01", "2026-03-12", []written{moment("2024-02-29", "")}, period(t, "2025-05-01", "2025-06-30")},
		"an end before today's": {"", "2023-01-01", "2026-03-12", []written{moment("2024-02-29", "")}, Period{day(t, "2024-02-01"), day(t, "2023-01-31")}},
	} {
		t.Run(name, func(t *testing.T) {
			var f journal.Filter
			if c.since != "" {
				f.Since = day(t, c.since)
			}
			if c.until != "" {
				f.Until = day(t, c.until)
			}
			r := &reader{cells: summary(t, c.entries...)}
			got, err := ReadFiltered(t.Context(), r, f, day(t, c.today))
			if err != nil || got.Period != c.want {
				t.Errorf("the period is %v, want %v (%v)", got.Period, c.want, err)
			}
		})
	}
}

func TestGivenAFilterThenTheSummaryAnswersWhereItCan(t *testing.T) {
	for name, c := range map[string]struct {
		filter journal.Filter
		anew   bool
	}{
		"none":                {journal.Filter{}, false},
		"kinds":               {journal.Filter{Kinds: []journal.Kind{journal.MomentKind}}, false},
		"an expectation":      {journal.Filter{Expectation: "COACHES"}, false},
		"whole months":        {journal.Filter{Since: day(t, "2028-01-01"), Until: day(t, "2028-02-29")}, false},
		"days within a month": {journal.Filter{Since: day(t, "2028-01-02")}, true},
		"almost a month":      {journal.Filter{Until: day(t, "2028-02-28")}, true},
		"a tag":               {journal.Filter{Tags: []string{"x"}}, true},
		"a person":            {journal.Filter{Person: "Ada"}, true},
		"stars":               {journal.Filter{Starred: true}, true},
		"no private ones":     {journal.Filter{NoPrivate: true}, true},
	} {
		t.Run(name, func(t *testing.T) {
			r := &reader{
				expectations: []journal.Expectation{{ID: "x", Name: "Coaches"}, {ID: "y", Name: "Decides"}},
				cells:        summary(t, moment("2028-02-03", journal.Number), moment("2028-02-04", journal.Number)),
			}
			got, err := ReadFiltered(t.Context(), r, c.filter, day(t, "2028-03-01"))
			if err != nil || r.countedAnew != c.anew {
				t.Fatalf("counted anew: %v (%v)", r.countedAnew, err)
			}
			row, _ := got.Row("x")
			if !c.anew && row.Entries != 2 {
				t.Errorf("%d entries", row.Entries)
			}
			if _, both := got.Row("y"); both == (c.filter.Expectation != "") {
				t.Errorf("the other expectation is there: %v", both)
			}
		})
	}
}

func TestGivenAKindThenTheSummaryIsCountedByIt(t *testing.T) {
	r := &reader{expectations: []journal.Expectation{{ID: "x"}}, cells: summary(t, moment("2028-02-03", journal.Number))}
	got, err := ReadFiltered(t.Context(), r, journal.Filter{Kinds: []journal.Kind{journal.FeedbackKind}}, day(t, "2028-03-01"))
	if row, _ := got.Row("x"); err != nil || row.State != journal.Gap || len(r.cells) != 2 {
		t.Errorf("%s, %v", row.State, err)
	}
}
