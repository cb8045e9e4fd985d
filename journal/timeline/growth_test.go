package timeline

import (
	"strconv"
	"testing"
	"time"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/evidence"
)

// packed is a journal on disk whose material goes into a pack.
func packed(t *testing.T, entries ...written) evidence.Material {
	t.Helper()
	store, err := data.NewHome(t.TempDir(), data.Options{}).Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	j := journal.New(store, journal.Options{Now: func() time.Time { return time.Date(2026, 3, 12, 21, 4, 0, 0, time.UTC) }})
	t.Cleanup(func() { _ = j.Close() })
	x := journal.Expectation{ID: "00000000-0000-7000-8000-000000000001", Name: "Delegates"}
	if err := store.Apply(t.Context(), journal.Changes{Expectations: []journal.Expectation{x}}); err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		entry := j.NewEntry(e.kind, day(t, e.day))
		entry.Title, entry.Private = "Something", e.private
		for _, strength := range e.proves {
			entry.Evidence = []journal.Evidence{{Expectation: string(x.ID), Strength: strength, Chosen: true}}
		}
		if _, err := j.SaveEntry(t.Context(), entry); err != nil {
			t.Fatal(err)
		}
	}
	m, err := evidence.ReadMaterial(t.Context(), j, journal.ExportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return WithGrowth(m)
}

func TestGivenAPack_WhenItsGrowthIsDrawn_ThenItEndsWithThePacksCoverageAndHoldsWhatGoesOut(t *testing.T) {
	number := map[journal.ID]journal.Strength{"x": journal.Number}
	m := packed(t,
		written{day: "2025-12-03", kind: journal.Reflection},
		written{day: "2026-01-03", kind: journal.MomentKind, proves: number},
		written{day: "2026-02-03", kind: journal.MomentKind, proves: number},
		written{day: "2026-02-04", kind: journal.ApplicationKind},
		written{day: "2026-02-05", kind: journal.FeedbackKind, private: true, proves: number},
	)
	chart := m.Growth
	if chart == nil || chart.Most != 1 || len(chart.Series) != 3 {
		t.Fatalf("the chart is %+v", chart)
	}
	labels, sum := "", 0.0
	for _, c := range chart.Items {
		labels += c.Label
		for _, n := range c.Parts {
			sum += n
		}
	}
	last := chart.Items[len(chart.Items)-1]
	if labels != "DecJanFebMar" && labels != "DecJanFeb" || sum != 3 {
		t.Errorf("columns %s hold %v", labels, sum)
	}
	if last.Line != float64(m.Coverage.Totals.Strong) || last.Line != 1 || chart.Items[0].Line != 0 {
		t.Errorf("the line ends at %v, the pack says %d", last.Line, m.Coverage.Totals.Strong)
	}
}

func TestGivenTooLittleForAChart_WhenAPackIsMade_ThenItHasNone(t *testing.T) {
	if chart := packed(t).Growth; chart != nil {
		t.Errorf("without entries there is %+v", chart)
	}
	if chart := packed(t, written{day: "2026-03-03", kind: journal.ApplicationKind}).Growth; chart != nil {
		t.Errorf("of an application there is %+v", chart)
	}
}

func TestGivenAPack_WhenItsGrowthIsDrawn_ThenEachPointIsWhatThePackWouldHaveSaidThen(t *testing.T) {
	number := map[journal.ID]journal.Strength{"x": journal.Number}
	m := packed(t,
		written{day: "2025-06-03", kind: journal.MomentKind, proves: number},
		written{day: "2025-07-03", kind: journal.MomentKind, proves: number},
		written{day: "2026-03-01", kind: journal.Reflection},
	)
	got := ""
	for _, c := range m.Growth.Items {
		got += strconv.Itoa(int(c.Line))
	}
	// From July on there are two; at the end of September they are all from the first half of what there was.
	if want := "0110000000"; got != want {
		t.Errorf("the line is %s, want %s", got, want)
	}
}
