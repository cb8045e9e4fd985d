package journal

import (
	"strconv"
	"strings"
	"time"
)

// writtenDate is a date as people write it into a list: with or without its
// year, as exact as they care to be.
type writtenDate struct {
	year      int        // 0 where none is written
	month     time.Month // of a quarter its first
	date      int        // in ExactDay only
	precision Precision  // "" for a year alone

	plain   bool // it may as well be words of the sentence: "May", "Q3", "3/14"
	span    bool // it is less than what is written: "3–5 May" is May
	unclear bool // it is a date, but which one nobody can tell
}

// ReadDate reads a date as people write it, as exactly as it is given: 3 May,
// May 3rd 2026, 15.01., 2026-03, March, Q1 2026, and everything that ReadSpan
// reads as one day. Without a year it is the latest such date that has begun by
// today. Anything else is an ErrInvalid.
func ReadDate(text string, today Day) (Day, Precision, error) {
	if span, err := ReadSpan(text, today); err == nil && span.From == span.Until {
		return span.From, ExactDay, nil
	}
	d, ok := onlyDate(strings.TrimSpace(text), orderUnknown, today)
	switch {
	case !ok:
		return Day{}, "", invalid("day", "%q is not a date. Write it as 14 March, March 2026 or Q1.", shorten(text, 40))
	case d.unclear:
		return Day{}, "", invalid("day", "%q can mean two days. Write the month by its name.", shorten(text, 40))
	case d.precision == "":
		return Day{}, "", invalid("day", "Which month of %d was it?", d.year)
	}
	day, ok := d.on(today, 0)
	if !ok {
		return Day{}, "", invalid("day", "There is no day %q in the calendar.", shorten(text, 40))
	}
	return day, d.precision, nil
}

// onlyDate reads a text that is a date and nothing else.
func onlyDate(text string, order dateOrder, today Day) (writtenDate, bool) {
	r := newDateReader(text, order, today)
	d, ok := r.read()
	if ok && r.skip(".") {
		d.plain = false
	}
	return d, ok && r.done()
}

// on gives the day on which the date is filed. A date without a year falls in
// the given one or, where that is 0, in the latest in which it has begun by
// today.
func (d writtenDate) on(today Day, year int) (Day, bool) {
	if d.precision == "" || d.unclear {
		return Day{}, false
	}
	day := Day{Year: d.year, Month: d.month, Date: max(d.date, 1)}
	switch {
	case d.year != 0:
	case year != 0:
		day.Year = year
	default:
		day.Year = today.Year
		const leap = 8 // years at most between two 29ths of February
		for i := 0; i < leap && (!day.Valid() || day.After(today)); i++ {
			day.Year--
		}
	}
	return d.precision.Middle(day), day.Valid()
}

// to gives the shortest time that holds both dates, the first and the last of a
// run. It is unclear where that is more than a quarter.
func (d writtenDate) to(last writtenDate) writtenDate {
	switch {
	case last.year != 0 && d.year == 0:
		d.year = last.year
	case d.year != 0 && last.year == 0:
		last.year = d.year
	}
	d.span, d.plain, d.date = true, false, 0
	switch {
	case d.unclear || last.unclear || d.precision == "" || last.precision == "" || d.year != last.year || d.month > last.month:
		d.unclear = true
	case d.month == last.month && d.precision != InQuarter:
		d.precision = InMonth
	case quarterOf(d.month) == quarterOf(last.month):
		d.precision, d.month = InQuarter, firstOf(quarterOf(d.month))
	default:
		d.unclear = true
	}
	return d
}

func quarterOf(m time.Month) int { return (int(m) + 2) / 3 }

func firstOf(quarter int) time.Month { return time.Month(quarter*3 - 2) }

// dateOrder says whether the day or the month comes first in 03/04/2026.
type dateOrder int

const (
	orderUnknown dateOrder = iota
	dayFirst
	monthFirst
)

// listOrder finds out in which order a list writes its dates: one that can be
// read in one way only tells it for all. Where they contradict each other, it is
// unknown.
func listOrder(list string) dateOrder {
	order := orderUnknown
	for word := range strings.FieldsFuncSeq(list, func(r rune) bool { return r != '/' && (r < '0' || r > '9') }) {
		parts := strings.Split(word, "/")
		if len(parts) != 3 {
			continue
		}
		a, errA := strconv.Atoi(parts[0])
		b, errB := strconv.Atoi(parts[1])
		if errA != nil || errB != nil || a > 31 || b > 31 || (a > 12) == (b > 12) {
			continue
		}
		this := monthFirst
		if a > 12 {
			this = dayFirst
		}
		if order != orderUnknown && order != this {
			return orderUnknown
		}
		order = this
	}
	return order
}

// monthOf reads the name of a month or its beginning: jan, sept, march.
func monthOf(word string) (time.Month, bool) {
	if word == "sept" {
		return time.September, true
	}
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		if word == name || word == name[:3] {
			return m, true
		}
	}
	return 0, false
}

// isWeekday tells whether a word names a day of the week: mon, tues, friday.
func isWeekday(word string) bool {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if len(word) >= 3 && strings.HasPrefix(strings.ToLower(d.String()), word) {
			return true
		}
	}
	return false
}

// yearOf reads a year that somebody alive may write about.
func yearOf(digits string) (int, bool) {
	y, err := strconv.Atoi(digits)
	return y, err == nil && len(digits) == 4 && y >= 1900 && y <= 2100
}
