package timeline

import (
	"context"
	"slices"
	"testing"
	"time"

	"groundwork/journal"
)

// day reads YYYY-MM-DD.
func day(t testing.TB, s string) journal.Day {
	t.Helper()
	d, err := journal.ReadDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// written is an entry of a hand-made journal.
type written struct {
	day     string
	kind    journal.Kind
	times   int // how many such entries; 0 is one
	private bool
	proves  map[journal.ID]journal.Strength
}

// reader answers from a hand-made journal, as the store does.
type reader struct {
	journal.Reader
	t            testing.TB
	plan         journal.Plan
	expectations []journal.Expectation
	entries      []written
	milestones   []journal.Milestone
}

func (r *reader) Plan(context.Context) (journal.Plan, error) { return r.plan, nil }

func (r *reader) Expectations(context.Context) ([]journal.Expectation, error) {
	return r.expectations, nil
}

func (r *reader) Cells(context.Context, journal.Span) ([]journal.Cell, error) {
	return r.CellsOf(context.Background(), journal.Filter{})
}

func (r *reader) CellsOf(_ context.Context, f journal.Filter) ([]journal.Cell, error) {
	var all []journal.Cell
	for _, e := range r.passing(f) {
		d, n := day(r.t, e.day), max(e.times, 1)
		month := journal.Day{Year: d.Year, Month: d.Month, Date: 1}
		all = addTo(all, journal.Cell{Month: month, Kind: e.kind, Count: n, Newest: d})
		for x, s := range e.proves {
			all = addTo(all, journal.Cell{Month: month, Kind: e.kind, Expectation: x, Count: n, Strongest: s, Newest: d})
		}
	}
	slices.SortStableFunc(all, func(a, b journal.Cell) int { return a.Month.Compare(b.Month) })
	return all, nil
}

func (r *reader) DayCounts(_ context.Context, f journal.Filter) ([]journal.DayCount, error) {
	var all []journal.DayCount
	for _, e := range r.passing(f) {
		all = append(all, journal.DayCount{Day: day(r.t, e.day), Kind: e.kind, Count: max(e.times, 1)})
	}
	return all, nil
}

func (r *reader) Milestones(context.Context, journal.Span, bool) ([]journal.Milestone, error) {
	return r.milestones, nil
}

func (r *reader) passing(f journal.Filter) []written {
	var all []written
	for _, e := range r.entries {
		_, proves := e.proves[journal.ID(f.Expectation)]
		if (!f.NoPrivate || !e.private) && (f.Expectation == "" || proves) && (len(f.Kinds) == 0 || slices.Contains(f.Kinds, e.kind)) {
			all = append(all, e)
		}
	}
	return all
}

func addTo(cells []journal.Cell, c journal.Cell) []journal.Cell {
	for i := range cells {
		at := &cells[i]
		if at.Month == c.Month && at.Kind == c.Kind && at.Expectation == c.Expectation {
			at.Count += c.Count
			if c.Strongest.Rank() > at.Strongest.Rank() {
				at.Strongest = c.Strongest
			}
			if c.Newest.After(at.Newest) {
				at.Newest = c.Newest
			}
			return cells
		}
	}
	return append(cells, c)
}

// read reads a hand-made journal on 12 March 2026, by month with weeks from
// Monday where the question says nothing else.
func (r *reader) read(q Question) Facts {
	r.t.Helper()
	if q.Today.IsZero() {
		q.Today = day(r.t, "2026-03-12")
	}
	if q.Week == time.Sunday {
		q.Week = time.Monday
	}
	f, err := Read(context.Background(), r, q)
	if err != nil {
		r.t.Fatal(err)
	}
	return f
}

// scales are all scales.
var scales = []Scale{ByWeek, ByMonth, ByQuarter, ByYear}
