package evidence

import (
	"context"
	"fmt"
	"reflect"
	"slices"

	"groundwork/journal"
)

// ReadFiltered tells how well the expectations are proved by the entries that
// pass a filter; where it names an expectation, how well that one is. The
// period is the filter's in whole months; where an end of it is open, it
// reaches from the journal's first entry, and to today or to the month of an
// entry that is filed later, as one of this quarter can be.
func ReadFiltered(ctx context.Context, r journal.Reader, f journal.Filter, today journal.Day) (Coverage, error) {
	xs, err := r.Expectations(ctx)
	if err != nil {
		return Coverage{}, fmt.Errorf("read the evidence: %w", err)
	}
	if f.Expectation != "" {
		xs = slices.DeleteFunc(xs, func(x journal.Expectation) bool { return !x.IsMeant(f.Expectation) })
	}
	all, err := r.Cells(ctx, journal.Span{})
	if err != nil {
		return Coverage{}, fmt.Errorf("read the evidence: %w", err)
	}
	cells, known := Passing(all, f)
	if !known {
		if cells, err = r.CellsOf(ctx, f); err != nil {
			return Coverage{}, fmt.Errorf("read the evidence: %w", err)
		}
	}
	return Cover(xs, cells, spanned(f, all, today)), nil
}

// Passing gives those of the cells that count the entries which pass a filter,
// whatever expectation it names; known is false where it asks for something
// that cells cannot tell.
func Passing(all []journal.Cell, f journal.Filter) (cells []journal.Cell, known bool) {
	if !summarised(f) {
		return nil, false
	}
	return slices.DeleteFunc(slices.Clone(all), func(c journal.Cell) bool { return !passes(c, f) }), true
}

// summarised tells whether the summary, which knows months, kinds and
// expectations, can answer a filter.
func summarised(f journal.Filter) bool {
	wholeMonths := (f.Since.IsZero() || f.Since == firstOf(f.Since)) && (f.Until.IsZero() || f.Until.AddDays(1).Date == 1)
	f.Since, f.Until, f.Kinds, f.Expectation = journal.Day{}, journal.Day{}, nil, ""
	return wholeMonths && reflect.ValueOf(f).IsZero()
}

// passes tells whether a cell is of the months and kinds of a filter.
func passes(c journal.Cell, f journal.Filter) bool {
	return (f.Since.IsZero() || !c.Month.Before(f.Since)) && (f.Until.IsZero() || !c.Month.After(f.Until)) &&
		(len(f.Kinds) == 0 || slices.Contains(f.Kinds, c.Kind))
}

// spanned gives the months that a filter speaks of in a journal.
func spanned(f journal.Filter, all []journal.Cell, today journal.Day) Period {
	from, until := f.Since, f.Until
	first, last := today, today
	for _, c := range all {
		if c.Count > 0 && c.Newest.Before(first) {
			first = c.Month
		}
		if c.Newest.After(last) {
			last = c.Newest
		}
	}
	if from.IsZero() {
		from = first
	}
	if until.IsZero() {
		until = last
	}
	return WholeMonths(from, until)
}
