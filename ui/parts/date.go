package parts

import "time"

// Date is a day on the calendar, of no time zone.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// time returns the day at noon UTC, where no clock change can move it.
func (d Date) time() time.Time { return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC) }

func dateOf(t time.Time) Date { return Date{t.Year(), t.Month(), t.Day()} }

// AddDays returns the day so many days later.
func (d Date) AddDays(n int) Date { return dateOf(d.time().AddDate(0, 0, n)) }

// AddMonths returns the same day so many months later, or the last of that month if it is shorter.
func (d Date) AddMonths(n int) Date {
	first := Date{d.Year, d.Month, 1}.time().AddDate(0, n, 0)
	return Date{first.Year(), first.Month(), min(d.Day, daysIn(first.Year(), first.Month()))}
}

// After reports whether the day is later than another.
func (d Date) After(other Date) bool { return d.time().After(other.time()) }

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

// daysIn returns how many days a month has.
func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 12, 0, 0, 0, time.UTC).Day()
}

// daysUntil counts the days to another one.
func (d Date) daysUntil(other Date) int { return int(other.time().Sub(d.time()).Hours() / 24) }
