package journal

import (
	"cmp"
	"fmt"
	"time"
)

// Day is a civil date: a year, a month and a day, in no time zone. The zero
// Day means that none is given.
type Day struct {
	Year  int
	Month time.Month
	Date  int // day of the month, from 1
}

// DayOf gives the civil date that a clock in t's own zone shows.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Day{y, m, d}
}

// ReadDay reads YYYY-MM-DD. A date that is not in the calendar, such as
// 2026-02-30, is an ErrInvalid.
func ReadDay(s string) (Day, error) {
	if t, err := time.Parse(time.DateOnly, s); err == nil && DayOf(t).Valid() {
		return DayOf(t), nil
	}
	if looksLikeDay(s) {
		return Day{}, invalid("day", "There is no day %s in the calendar.", s)
	}
	return Day{}, invalid("day", "%q is not a date. Write it as 2026-11-20.", shorten(s, 40))
}

// looksLikeDay tells whether s has the digits and dashes of a date, whatever
// day they name.
func looksLikeDay(s string) bool {
	if len(s) != len(time.DateOnly) {
		return false
	}
	for i := range len(s) {
		dash := i == 4 || i == 7
		if dash && s[i] != '-' || !dash && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}

// IsZero tells whether no day is given.
func (d Day) IsZero() bool { return d == Day{} }

// String writes YYYY-MM-DD, or nothing for the zero Day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Date)
}

// Compare orders days by the calendar: negative when d is before other.
func (d Day) Compare(other Day) int {
	return cmp.Or(cmp.Compare(d.Year, other.Year), cmp.Compare(d.Month, other.Month), cmp.Compare(d.Date, other.Date))
}

// Before tells whether d is earlier than other.
func (d Day) Before(other Day) bool { return d.Compare(other) < 0 }

// After tells whether d is later than other.
func (d Day) After(other Day) bool { return d.Compare(other) > 0 }

// AddDays gives the day n days later, or earlier where n is negative.
func (d Day) AddDays(n int) Day { return DayOf(d.noon().AddDate(0, 0, n)) }

// AddMonths gives the same date n months later; a date the month does not
// have becomes its last day.
func (d Day) AddMonths(n int) Day {
	first := time.Date(d.Year, d.Month+time.Month(n), 1, 12, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Day{first.Year(), first.Month(), min(d.Date, last)}
}

// DaysUntil counts the days from d to other; negative when other is earlier.
func (d Day) DaysUntil(other Day) int {
	// A time.Duration would end at 292 years.
	return int((other.noon().Unix() - d.noon().Unix()) / (24 * 60 * 60))
}

// Weekday names the day of the week.
func (d Day) Weekday() time.Weekday { return d.noon().Weekday() }

// Valid tells whether the day is in the calendar, in the years 1 to 9999.
func (d Day) Valid() bool {
	return d.Year >= 1 && d.Year <= 9999 && DayOf(d.noon()) == d
}

// MarshalText writes YYYY-MM-DD.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads YYYY-MM-DD, or the zero Day from nothing.
func (d *Day) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*d = Day{}
		return nil
	}
	*d, err = ReadDay(string(b))
	return err
}

// noon is a moment safely inside the day, for arithmetic in a zone without
// summer time.
func (d Day) noon() time.Time { return time.Date(d.Year, d.Month, d.Date, 12, 0, 0, 0, time.UTC) }

// Precision says how exactly a day is known: "sometime in March" is a month.
type Precision string

// The precisions of a day.
const (
	ExactDay  Precision = "day"
	InMonth   Precision = "month"   // filed on the 15th
	InQuarter Precision = "quarter" // filed on the 15th of its middle month
)

// Middle gives the day on which a date of this precision is filed: itself,
// the 15th of its month, or the 15th of the middle month of its quarter. A day
// that is not given stays so.
func (p Precision) Middle(d Day) Day {
	switch {
	case d.IsZero():
		return d
	case p == InMonth:
		return Day{d.Year, d.Month, 15}
	case p == InQuarter:
		return Day{d.Year, (d.Month-1)/3*3 + 2, 15}
	default:
		return d
	}
}
