package timeline

import (
	"time"

	"groundwork/journal"
	"groundwork/journal/evidence"
)

// Scale is how much time stands in one column.
type Scale int

// The scales, the finest first. Quarters and years are those of the calendar.
const (
	ByWeek Scale = iota
	ByMonth
	ByQuarter
	ByYear
)

// unit gives the scale in months.
func (s Scale) unit() evidence.Unit {
	switch s {
	case ByQuarter:
		return evidence.ByQuarter
	case ByYear:
		return evidence.ByYear
	}
	return evidence.ByMonth
}

// spans cuts months into columns. Weeks begin on a weekday, the first one with
// the week that holds the first day; the other columns end with the months.
func (s Scale) spans(p evidence.Period, week time.Weekday) []journal.Span {
	var all []journal.Span
	if s != ByWeek {
		for _, column := range p.Columns(s.unit()) {
			all = append(all, column.Span())
		}
		return all
	}
	from := weekOf(p.From, week)
	for !from.After(p.Until) {
		all = append(all, journal.Span{From: from, Until: from.AddDays(6)})
		from = from.AddDays(7)
	}
	return all
}

// weekOf is the first day of the week that holds a day.
func weekOf(d journal.Day, first time.Weekday) journal.Day {
	return d.AddDays(-((int(d.Weekday()) - int(first) + 7) % 7))
}

// place tells in which column a day lies that is in one of them, without a
// look at the others.
func (s Scale) place(first, d journal.Day) int {
	switch s {
	case ByWeek:
		return first.DaysUntil(d) / 7
	case ByQuarter:
		return (d.Year-first.Year)*4 + int(d.Month-1)/3 - int(first.Month-1)/3
	case ByYear:
		return d.Year - first.Year
	}
	return (d.Year-first.Year)*12 + int(d.Month) - int(first.Month)
}
