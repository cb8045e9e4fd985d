package journal

import (
	"strconv"
	"strings"
	"time"
)

// Span is a run of days, both ends included. A zero end is open.
type Span struct{ From, Until Day }

// Dates reads dates as a person types them.
type Dates struct {
	Today Day       // what words such as yesterday start from
	Order DateOrder // of 03/04/2026
}

// DatesFrom reads dates from a day on, in the order that the writer's system
// has them in, or the writer wants them in.
func (j *Journal) DatesFrom(today Day) Dates {
	return Dates{Today: today, Order: DateOrder(j.order.Load())}
}

// SetDateOrder has dates read in another order from now on. It may be called
// from any goroutine.
func (j *Journal) SetDateOrder(o DateOrder) { j.order.Store(int32(o)) } // #nosec G115 -- one of three

// Span reads what a person types for a date: 2026-11-20, 20.11.2026,
// 11/20/2026, 20 November 2026, 20 Nov, Nov 20, 2026-11 and November (the whole
// month), q3 and q3 2026 (the whole quarter), 2026 (the whole year), today,
// yesterday, tomorrow, -3d, -2w, -1m, +3m, monday, last monday, next monday.
// The names of months and days and these words may be German, too.
// What has no year is the latest one up to today. Anything else, a day outside
// the calendar, and 03/04/2026 where the order is not known, is an ErrInvalid.
func (d Dates) Span(text string) (Span, error) { return d.read(text, latest) }

// Ahead reads as Span does, for a date that is still to come: what has no year
// is the first one from today on, and so is a weekday.
func (d Dates) Ahead(text string) (Span, error) { return d.read(text, soonest) }

// ReadSpan reads a date as Dates.Span does, where the order is not known.
func ReadSpan(text string, today Day) (Span, error) { return Dates{Today: today}.Span(text) }

func (d Dates) read(text string, pick picker) (Span, error) {
	words := inEnglish(strings.ToLower(strings.Join(strings.Fields(text), " ")))
	if numbers, ok := slashed(words); ok {
		if words, ok = numbers.dotted(d.Order); !ok {
			return Span{}, invalid("day", "%q can mean two days. Write the month by its name.", shorten(text, 40))
		}
		if words == "" {
			words = text // which is no date
		}
	}
	span, ok := readNamed(words, d.Today, pick)
	var err error
	if !ok {
		span, err = readSpan(words, d.Today, pick)
	}
	if err != nil {
		return Span{}, err
	}
	if !span.From.Valid() || !span.Until.Valid() {
		return Span{}, invalid("day", "%q is outside the calendar.", shorten(text, 40))
	}
	return span, nil
}

// readSpan reads text that is trimmed and in lower case.
func readSpan(s string, today Day, pick picker) (Span, error) {
	if d, ok := readStep(s, today); ok {
		return Span{d, d}, nil
	}
	if d, ok := readWeekday(s, today, pick); ok {
		return Span{d, d}, nil
	}
	if t, err := time.Parse("2006-01", s); err == nil {
		first := DayOf(t)
		return Span{first, first.AddMonths(1).AddDays(-1)}, nil
	}
	if t, err := time.Parse("2006", s); err == nil && len(s) == 4 {
		return Span{Day{t.Year(), time.January, 1}, Day{t.Year(), time.December, 31}}, nil
	}
	d, err := ReadDay(s)
	return Span{d, d}, err
}

// readStep reads today, yesterday, tomorrow, -3d, -2w, -1m and +3m.
func readStep(s string, today Day) (Day, bool) {
	switch s {
	case "today":
		return today, true
	case "yesterday":
		return today.AddDays(-1), true
	case "tomorrow":
		return today.AddDays(1), true
	}
	if len(s) < 3 || s[0] != '-' && s[0] != '+' {
		return Day{}, false
	}
	count, err := strconv.ParseUint(s[1:len(s)-1], 10, 16) // no sign, at most 65,535
	if err != nil {
		return Day{}, false
	}
	n := int(count)
	if s[0] == '-' {
		n = -n
	}
	switch s[len(s)-1] {
	case 'd':
		return today.AddDays(n), true
	case 'w':
		return today.AddDays(7 * n), true
	case 'm':
		return today.AddMonths(n), true
	}
	return Day{}, false
}

// readWeekday reads "monday" as the nearest Monday on the side that is picked,
// today included, "last monday" as the newest one before today, and "next
// monday" as the first one after it.
func readWeekday(s string, today Day, pick picker) (Day, bool) {
	name, last := strings.CutPrefix(s, "last ")
	name, next := strings.CutPrefix(name, "next ")
	for w := time.Sunday; w <= time.Saturday; w++ {
		if strings.ToLower(w.String()) != name || last && next {
			continue
		}
		back := (int(today.Weekday()) - int(w) + 7) % 7
		switch ahead := (7 - back) % 7; {
		case last && back == 0:
			return today.AddDays(-7), true
		case next && ahead == 0:
			return today.AddDays(7), true
		case next, !last && pick == soonest:
			return today.AddDays(ahead), true
		}
		return today.AddDays(-back), true
	}
	return Day{}, false
}
