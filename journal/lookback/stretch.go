package lookback

import (
	"time"

	"groundwork/journal"
)

// Stretch is what is looked back on: a week, or a month.
type Stretch int

// The stretches of time.
const (
	Week Stretch = iota
	Month
)

// Span gives the week or the month that a day lies in. first is the day on
// which a week begins.
func (s Stretch) Span(d journal.Day, first time.Weekday) journal.Span {
	if s == Month {
		from := journal.Day{Year: d.Year, Month: d.Month, Date: 1}
		return journal.Span{From: from, Until: from.AddMonths(1).AddDays(-1)}
	}
	from := d.AddDays(-int(d.Weekday()-first+7) % 7)
	return journal.Span{From: from, Until: from.AddDays(6)}
}

// holds tells whether a day lies in a span whose both ends are set.
func holds(s journal.Span, d journal.Day) bool { return !d.Before(s.From) && !d.After(s.Until) }
