package timeline

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
	"groundwork/journal/evidence"
)

// naively asks the page of evidence's own rule at the end of a month.
func naively(xs []journal.Expectation, cells []journal.Cell, p evidence.Period, month int, w window) int {
	last := p.Month(month)
	var then []journal.Cell
	for _, c := range cells {
		if !c.Month.After(last) {
			then = append(then, c)
		}
	}
	from := last.AddMonths(w.ahead - w.months + 1)
	return evidence.Cover(xs, then, evidence.WholeMonths(from, from.AddMonths(w.months-1))).Totals.Strong
}

func TestGivenAnySummary_WhenTheCurveIsCounted_ThenEachPointIsWhatTheRuleOfEvidenceSays(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		xs := []journal.Expectation{{ID: "a"}, {ID: "b"}, {ID: "gone", Retired: true}}
		p := evidence.WholeMonths(day(t, "2024-11-01"), day(t, "2026-12-01"))
		w := window{months: rapid.IntRange(1, 15).Draw(rt, "months")}
		w.ahead = rapid.IntRange(0, w.months-1).Draw(rt, "ahead")
		now := rapid.IntRange(0, p.Months()-1).Draw(rt, "now")
		var cells []journal.Cell
		for range rapid.IntRange(0, 30).Draw(rt, "cells") {
			month := p.Month(rapid.IntRange(0, p.Months()-1).Draw(rt, "month"))
			cells = addTo(cells, journal.Cell{
				Month: month, Newest: month.AddDays(rapid.IntRange(0, 27).Draw(rt, "day")), Count: rapid.IntRange(1, 2).Draw(rt, "count"),
				Kind:        rapid.SampledFrom(journal.Kinds()).Draw(rt, "kind"),
				Expectation: rapid.SampledFrom([]journal.ID{"a", "b", "gone", ""}).Draw(rt, "x"),
				Strongest:   rapid.SampledFrom(append(journal.Strengths(), "")).Draw(rt, "strength"),
			})
		}
		strong, asked := strongByMonth(xs, cells, p, now, w)
		if asked != 2 || len(strong) != now+1 {
			rt.Fatalf("asked %d, %d months", asked, len(strong))
		}
		for i, got := range strong {
			if want := naively(xs, cells, p, i, w); got != want {
				rt.Fatalf("month %d: %d, want %d", i, got, want)
			}
		}
	})
}

func TestGivenAReviewPeriod_WhenTheCurveComesToToday_ThenItSaysWhatThePageOfEvidenceSays(t *testing.T) {
	proves := map[journal.ID]journal.Strength{"x": journal.Number}
	r := &reader{t: t, expectations: []journal.Expectation{{ID: "x"}}, entries: []written{
		{day: "2025-08-03", kind: journal.MomentKind, times: 2, proves: proves},
		{day: "2026-01-03", kind: journal.MomentKind, proves: proves},
		{day: "2026-05-15", kind: journal.MomentKind, proves: proves}, // this quarter, known no better
	}}
	for _, c := range []struct{ from, until string }{
		{"", ""}, {"2025-07-01", "2026-06-30"}, {"2026-01-01", "2026-12-31"}, {"2026-03-01", "2026-03-31"}, {"2025-09-01", "2026-05-31"},
	} {
		r.plan = journal.Plan{}
		if c.from != "" {
			r.plan = journal.Plan{ReviewFrom: day(t, c.from), ReviewUntil: day(t, c.until)}
		}
		for _, scale := range scales {
			f := r.read(Question{Scale: scale})
			cells, _ := r.Cells(t.Context(), journal.Span{})
			want := evidence.Cover(r.expectations, cells, evidence.ReviewPeriod(r.plan, f.Today)).Totals.Strong
			if b := f.Band(); b.Columns[b.Now].Strong != want || b.Asked != 1 {
				t.Errorf("%s to %s, scale %d: %d of %d, want %d", c.from, c.until, scale, b.Columns[b.Now].Strong, b.Asked, want)
			}
		}
	}
}

func TestGivenEvidence_WhenItGrowsOld_ThenTheCurveFallsAgain(t *testing.T) {
	r := &reader{t: t, expectations: []journal.Expectation{{ID: "x"}}, entries: []written{
		{day: "2024-06-03", kind: journal.MomentKind, times: 2, proves: map[journal.ID]journal.Strength{"x": journal.Number}},
	}}
	f := r.read(Question{Scale: ByMonth})
	got := ""
	for _, c := range f.Band().Columns {
		got += fmt.Sprint(c.Strong)
	}
	// Twelve months: strong while its month is in the second half, which is the month itself and five more.
	if want := "1111110000000000000000"; got != want {
		t.Errorf("the curve is %s, want %s", got, want)
	}
}

// BenchmarkBandOfThirtyYears makes a band of 360 months with 60 expectations.
func BenchmarkBandOfThirtyYears(b *testing.B) {
	var xs []journal.Expectation
	var cells []journal.Cell
	first := day(b, "1996-03-01")
	for i := range 60 {
		xs = append(xs, journal.Expectation{ID: journal.ID(fmt.Sprint(i))})
	}
	for m := range 361 {
		month := first.AddMonths(m)
		for i, x := range xs {
			cells = append(cells, journal.Cell{Month: month, Kind: journal.Kinds()[i%4], Expectation: x.ID, Count: 2, Strongest: journal.Number, Newest: month})
		}
		cells = append(cells, journal.Cell{Month: month, Kind: journal.Reflection, Count: 40, Newest: month})
	}
	f := Facts{Question: Question{Scale: ByMonth, Today: day(b, "2026-03-12")}, Expectations: xs, cells: cells, proof: cells}
	for b.Loop() {
		f.Band()
	}
}
