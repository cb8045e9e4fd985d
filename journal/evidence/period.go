package evidence

import (
	"time"

	"groundwork/journal"
)

// Period is a run of whole months. An entry belongs to the month of the day it
// is filed on: one that is known to the quarter only, to the quarter's middle
// month. A Period whose end is before its beginning holds no month.
type Period struct {
	From  journal.Day // the first day of its first month
	Until journal.Day // the last day of its last month
}

// WholeMonths gives the months that the days from one to another touch.
func WholeMonths(from, until journal.Day) Period {
	return Period{firstOf(from), firstOf(until).AddMonths(1).AddDays(-1)}
}

// usualMonths is how many months are looked back on where no review period is
// set: reviews come once a year.
const usualMonths = 12

// ReviewPeriod gives the plan's review period in whole months. Where an end is
// missing the period is twelve months long, up to today's month where both
// are; so it is where the plan's period ends before it begins.
func ReviewPeriod(plan journal.Plan, today journal.Day) Period {
	from, until := plan.ReviewFrom, plan.ReviewUntil
	switch {
	case from.IsZero() && until.IsZero(), !from.IsZero() && !until.IsZero() && until.Before(from):
		from, until = firstOf(today).AddMonths(1-usualMonths), today
	case from.IsZero():
		from = firstOf(until).AddMonths(1 - usualMonths)
	case until.IsZero():
		until = firstOf(from).AddMonths(usualMonths - 1)
	}
	return WholeMonths(from, until)
}

// Months counts the months of the period.
func (p Period) Months() int { return max(0, monthsBetween(p.From, p.Until)+1) }

// Month gives the first day of a month of the period, counted from 0.
func (p Period) Month(i int) journal.Day { return p.From.AddMonths(i) }

// Index tells which month of the period a day lies in, counted from 0; ok is
// false for a day outside.
func (p Period) Index(d journal.Day) (i int, ok bool) {
	i = monthsBetween(p.From, d)
	return i, i >= 0 && i < p.Months()
}

// Holds tells whether a day lies in the period.
func (p Period) Holds(d journal.Day) bool {
	_, ok := p.Index(d)
	return ok
}

// Span gives the days of the period.
func (p Period) Span() journal.Span { return journal.Span(p) }

// SecondHalf is the day on which the second half of the period begins. The
// middle month of an odd number belongs to it.
func (p Period) SecondHalf() journal.Day { return p.Month(p.Months() / 2) }

// LastSixth gives the last sixth of the period, rounded up to months.
func (p Period) LastSixth() Period {
	n := p.Months()
	return Period{p.Month(n - (n+5)/6), p.Until}
}

// Unit is how many months stand in one column.
type Unit int

// The units of columns. Quarters and years are those of the calendar.
const (
	ByMonth   Unit = 1
	ByQuarter Unit = 3
	ByYear    Unit = 12
)

// Columns cuts the period into columns, the oldest first. The first and the
// last one end with the period, so they can be shorter than the others.
func (p Period) Columns(by Unit) []Period {
	var all []Period
	for from := p.From; from.Before(p.Until); {
		next := Unit(from.Month-time.January) / by * by // the column's first month
		after := journal.Day{Year: from.Year, Month: time.January + time.Month(next), Date: 1}.AddMonths(int(by))
		until := after.AddDays(-1)
		if until.After(p.Until) {
			until = p.Until
		}
		all = append(all, Period{from, until})
		from = after
	}
	return all
}

func firstOf(d journal.Day) journal.Day { return journal.Day{Year: d.Year, Month: d.Month, Date: 1} }

// monthsBetween counts from the month of one day to that of another.
func monthsBetween(from, until journal.Day) int {
	return (until.Year-from.Year)*12 + int(until.Month) - int(from.Month)
}
