package timeline

import (
	"context"
	"fmt"
	"slices"
	"time"

	"groundwork/journal"
	"groundwork/journal/evidence"
)

// Question is what a timeline is asked to show.
type Question struct {
	Filter journal.Filter // of the entries that are counted and listed
	Scale  Scale          // of the columns
	Today  journal.Day
	Week   time.Weekday // on which weeks begin
}

// Facts is what a timeline is told from. Its size goes with the months that
// hold entries, and with their days where columns are weeks.
type Facts struct {
	Question
	Plan         journal.Plan
	Expectations []journal.Expectation
	Entries      int         // that pass the filter
	All          int         // that may be seen, whatever the filter asks for
	First        journal.Day // the first day of the month of the first of them; zero without any

	cells []journal.Cell     // of the entries that pass the filter
	proof []journal.Cell     // of all entries that may be seen
	over  *evidence.Period   // the months it is all about, or nil for those of the whole journal
	days  []journal.DayCount // of the entries that pass the filter; only by week
}

// Read reads what a timeline is told from. Coverage is that of all entries,
// whatever the filter asks for; what the filter leaves out as private counts
// for nothing.
func Read(ctx context.Context, r journal.Reader, q Question) (Facts, error) {
	f := Facts{Question: q}
	if err := f.read(ctx, r); err != nil {
		return Facts{}, fmt.Errorf("read the timeline: %w", err)
	}
	f.Entries, f.All = entriesOf(f.cells), entriesOf(f.proof)
	if len(f.proof) > 0 {
		f.First = f.proof[0].Month
	}
	return f, nil
}

func entriesOf(cells []journal.Cell) (n int) {
	for _, c := range cells {
		if c.Expectation == "" {
			n += c.Count
		}
	}
	return n
}

func (f *Facts) read(ctx context.Context, r journal.Reader) (err error) {
	if f.Plan, err = r.Plan(ctx); err != nil {
		return err
	}
	if f.Expectations, err = r.Expectations(ctx); err != nil {
		return err
	}
	if f.Filter.NoPrivate {
		f.proof, err = r.CellsOf(ctx, journal.Filter{NoPrivate: true})
	} else {
		f.proof, err = r.Cells(ctx, journal.Span{})
	}
	if err != nil {
		return err
	}
	if f.cells, err = f.passing(ctx, r); err != nil {
		return err
	}
	if f.Scale == ByWeek {
		f.days, err = r.DayCounts(ctx, f.Filter)
	}
	return err
}

// passing counts what passes the filter: by the cells that are there where they
// can tell, which are without the private ones already.
func (f *Facts) passing(ctx context.Context, r journal.Reader) ([]journal.Cell, error) {
	rest := f.Filter
	rest.NoPrivate = false
	if rest.Expectation == "" {
		if cells, known := evidence.Passing(f.proof, rest); known {
			return cells, nil
		}
	}
	return r.CellsOf(ctx, f.Filter)
}

// Month is a month with entries that pass the filter.
type Month struct {
	First   journal.Day // its first day
	Entries int
	Kinds   map[journal.Kind]int
}

// Span gives the days of the month.
func (m Month) Span() journal.Span { return evidence.WholeMonths(m.First, m.First).Span() }

// Months lists the months with entries that pass the filter, newest first.
func (f *Facts) Months() []Month {
	var all []Month
	for _, c := range slices.Backward(f.cells) { // which are in the order of their months
		if c.Expectation != "" || c.Count == 0 {
			continue
		}
		if n := len(all); n == 0 || all[n-1].First != c.Month {
			all = append(all, Month{First: c.Month, Kinds: map[journal.Kind]int{}})
		}
		m := &all[len(all)-1]
		m.Entries += c.Count
		m.Kinds[c.Kind] += c.Count
	}
	return all
}

// After counts the entries that pass the filter and are filed after a day: how
// many stand before those of the day in a list, newest first. Without the days,
// which only columns of weeks have, it counts by whole months.
func (f *Facts) After(d journal.Day) (n int) {
	if f.Scale == ByWeek {
		for _, each := range f.days {
			if each.Day.After(d) {
				n += each.Count
			}
		}
		return n
	}
	for _, c := range f.cells {
		if c.Expectation == "" && c.Month.After(d) {
			n += c.Count
		}
	}
	return n
}

// mostAhead is how many months the band goes beyond this one at most: a round
// with a slip in its year would leave no room for what was written.
const mostAhead = 60

// Period gives the months of the band. For the whole journal they reach from the first entry or the beginning of
// the review period, whichever is earlier, to this month, to the end of the
// review period or to the month after the next round, whichever comes last.
func (f *Facts) Period() evidence.Period {
	if f.over != nil {
		return *f.over
	}
	review := evidence.ReviewPeriod(f.Plan, f.Today)
	from, until := f.Today, f.Today
	if review.From.Before(from) {
		from = review.From
	}
	if !f.First.IsZero() && f.First.Before(from) {
		from = f.First
	}
	for _, day := range []journal.Day{review.Until, afterRound(f.Plan.NextRound), f.lastFiled()} {
		if day.After(until) {
			until = day
		}
	}
	if most := f.Today.AddMonths(mostAhead); until.After(most) {
		until = most
	}
	return evidence.WholeMonths(from, until)
}

// afterRound is the month after a promotion round, so that its marker does not
// stand at the very end.
func afterRound(round journal.Day) journal.Day {
	if round.IsZero() {
		return round
	}
	return round.AddMonths(1)
}

// lastFiled is the month of the last entry: one of this quarter can be filed
// after today.
func (f *Facts) lastFiled() journal.Day {
	if len(f.proof) == 0 {
		return journal.Day{}
	}
	return f.proof[len(f.proof)-1].Month
}
