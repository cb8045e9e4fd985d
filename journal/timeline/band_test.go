package timeline

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
)

func total(b Band) (entries int) {
	for _, c := range b.Columns {
		kinds := 0
		for _, n := range c.Kinds {
			kinds += n
		}
		if kinds != c.Entries {
			return -1
		}
		entries += c.Entries
	}
	return entries
}

func TestGivenAnyJournal_WhenCutIntoColumns_ThenTheyFollowEachOtherAndHoldEveryEntry(t *testing.T) {
	for name, c := range map[string]struct {
		entries []written
		plan    journal.Plan
		months  int
		sum     int
	}{
		"empty":            {nil, journal.Plan{}, 12, 0},
		"one entry":        {[]written{{day: "2026-03-12", kind: journal.Reflection}}, journal.Plan{}, 12, 1},
		"thirty years":     {[]written{{day: "1996-03-31", kind: journal.Reflection}, {day: "2026-01-01", kind: journal.FeedbackKind}}, journal.Plan{}, 361, 2},
		"500 in a day":     {[]written{{day: "2026-02-28", kind: journal.MomentKind, times: 500}}, journal.Plan{}, 12, 500},
		"a round in May":   {nil, journal.Plan{NextRound: day(t, "2026-05-15")}, 15, 0},
		"a round too far":  {nil, journal.Plan{NextRound: day(t, "2206-05-15")}, 72, 0},
		"a review ahead":   {nil, journal.Plan{ReviewFrom: day(t, "2026-01-01"), ReviewUntil: day(t, "2026-06-30")}, 6, 0},
		"filed in the May": {[]written{{day: "2026-05-15", kind: journal.Reflection}}, journal.Plan{}, 14, 1},
	} {
		for _, scale := range scales {
			t.Run(fmt.Sprint(name, ", scale ", scale), func(t *testing.T) {
				f := (&reader{t: t, entries: c.entries, plan: c.plan}).read(Question{Scale: scale})
				b := f.Band()
				if f.Period().Months() != c.months || total(b) != c.sum || f.Entries != c.sum {
					t.Errorf("%d months, %d entries in columns, %d in all", f.Period().Months(), total(b), f.Entries)
				}
				for i, column := range b.Columns[1:] {
					if column.Span.From != b.Columns[i].Span.Until.AddDays(1) {
						t.Fatalf("after %v comes %v", b.Columns[i].Span, column.Span)
					}
				}
				if now := b.Columns[b.Now]; now.Ahead || now.Span.From.After(b.Today) || now.Span.Until.Before(b.Today) {
					t.Errorf("today is in %v", now)
				}
			})
		}
	}
}

func TestGivenAnyDay_WhenItsColumnIsAskedFor_ThenThatColumnHoldsIt(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := &reader{t: t, entries: []written{{day: "1999-11-30", kind: journal.Reflection}}}
		scale := rapid.SampledFrom(scales).Draw(rt, "scale")
		f := r.read(Question{Scale: scale, Today: day(t, "2028-02-29")})
		b := f.Band()
		d := day(t, "1999-11-01").AddDays(rapid.IntRange(-40, 10_400).Draw(rt, "day"))
		i, ok := b.At(d)
		first, last := b.Columns[0].Span.From, b.Columns[len(b.Columns)-1].Span.Until
		if inside := !d.Before(first) && !d.After(last); ok != inside {
			rt.Fatalf("%v: %v, from %v to %v", d, ok, first, last)
		}
		if !ok {
			return
		}
		if span := b.Columns[i].Span; d.Before(span.From) || d.After(span.Until) {
			rt.Errorf("%v is in %v", d, span)
		}
		if at, _ := b.Along(d); int(at) != i {
			rt.Errorf("%v is %v along, in column %d", d, at, i)
		}
	})
}

func TestGivenAFilter_WhenRead_ThenOnlyWhatPassesIsCountedAndTheAxisStays(t *testing.T) {
	r := &reader{t: t, expectations: []journal.Expectation{{ID: "x"}}, entries: []written{
		{day: "2024-01-03", kind: journal.Reflection, times: 4},
		{day: "2026-02-03", kind: journal.MomentKind, times: 2, proves: map[journal.ID]journal.Strength{"x": journal.Number}},
		{day: "2026-02-05", kind: journal.MomentKind, private: true},
	}}
	for name, c := range map[string]struct {
		filter journal.Filter
		want   int
	}{
		"kind":        {journal.Filter{Kinds: []journal.Kind{journal.MomentKind}}, 3},
		"expectation": {journal.Filter{Expectation: "x"}, 2},
		"private":     {journal.Filter{NoPrivate: true}, 6},
		"both":        {journal.Filter{NoPrivate: true, Kinds: []journal.Kind{journal.MomentKind}}, 2},
	} {
		for _, scale := range scales {
			f := r.read(Question{Filter: c.filter, Scale: scale})
			months := 0
			for _, m := range f.Months() {
				months += m.Entries
			}
			if got := total(f.Band()); got != c.want || f.Entries != c.want || months != c.want || f.Period().Months() != 27 {
				t.Errorf("%s, scale %d: %d in columns, %d in all, %d in months, over %d months", name, scale, got, f.Entries, months, f.Period().Months())
			}
		}
	}
}

func TestGivenMonthsWithEntries_WhenListed_ThenTheNewestComesFirst(t *testing.T) {
	f := (&reader{t: t, entries: []written{
		{day: "2025-12-31", kind: journal.Reflection},
		{day: "2026-03-01", kind: journal.MomentKind, times: 2},
		{day: "2026-03-12", kind: journal.Reflection},
	}}).read(Question{Scale: ByMonth})
	all := f.Months()
	if len(all) != 2 || all[0].Entries != 3 || all[0].Kinds[journal.MomentKind] != 2 || all[1].Entries != 1 {
		t.Errorf("got %v", all)
	}
	if f.After(day(t, "2025-12-31")) != 3 || f.After(day(t, "2026-03-31")) != 0 || f.All != 4 || f.First != day(t, "2025-12-01") {
		t.Errorf("after December come %d of %d since %v", f.After(day(t, "2025-12-31")), f.All, f.First)
	}
	if got := all[1].Span(); got != (journal.Span{From: day(t, "2025-12-01"), Until: day(t, "2025-12-31")}) {
		t.Errorf("December is %v", got)
	}
}
