package ui

import (
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
	"groundwork/journal/timeline"
)

func TestGivenAnyMonths_WhenTheirRowsAreCounted_ThenEachRowHasItsMonthAndItsPlaceInAWindow(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		counts := rapid.SliceOfN(rapid.OneOf(rapid.IntRange(1, 5), rapid.IntRange(1, 300)), 1, 12).Draw(rt, "entries by month")
		months := make([]timeline.Month, len(counts))
		for i, n := range counts {
			months[i] = timeline.Month{First: journal.Day{Year: 2026, Month: 12, Date: 1}.AddMonths(-i), Entries: n}
		}
		r := newRuns(months)
		row := 0
		for i, n := range counts {
			for k := range n {
				m, first := r.month(row)
				if m.First != months[i].First || first != (k == 0) {
					rt.Fatalf("row %d is in %v, first: %v", row, m.First, first)
				}
				w, at := r.at(row)
				if !r.has(w) || r.row(w, at) != row || at >= windowRows {
					rt.Fatalf("row %d is at %d of %v", row, at, w)
				}
				if span := r.list[w.run].span; m.First.Before(span.From) || m.First.After(span.Until) {
					rt.Fatalf("row %d of %v is read with %v", row, m.First, span)
				}
				row++
			}
		}
		if r.rows != row || r.has(window{len(r.list), 0}) || r.has(window{0, r.list[0].count/windowRows + 1}) {
			rt.Errorf("%d rows, want %d", r.rows, row)
		}
	})
}

func TestGivenAFilter_WhenNarrowedToMonths_ThenTheNarrowerDaysCount(t *testing.T) {
	march := journal.Span{From: dayOf(t, "2026-03-01"), Until: dayOf(t, "2026-03-31")}
	for name, c := range map[string]struct{ f, want journal.Filter }{
		"open":   {journal.Filter{}, journal.Filter{Since: march.From, Until: march.Until}},
		"within": {journal.Filter{Since: dayOf(t, "2026-03-10"), Until: dayOf(t, "2026-03-12")}, journal.Filter{Since: dayOf(t, "2026-03-10"), Until: dayOf(t, "2026-03-12")}},
		"beyond": {journal.Filter{Since: dayOf(t, "2026-01-10"), Until: dayOf(t, "2026-05-12")}, journal.Filter{Since: march.From, Until: march.Until}},
	} {
		if got := within(c.f, march); got.Since != c.want.Since || got.Until != c.want.Until {
			t.Errorf("%s: %v to %v", name, got.Since, got.Until)
		}
	}
}
