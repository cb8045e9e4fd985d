package journal

import (
	"strconv"
	"strings"
	"time"
)

// Span is a run of days, both ends included. A zero end is open.
type Span struct{ From, Until Day }

// ReadSpan reads what a person types for a date on the command line or in a
// search: 2026-11-20, 2026-11 (the whole month), 2026 (the whole year), today,
// yesterday, -3d, -2w, -1m, monday, last monday. Words are read from today;
// anything else, and a day outside the calendar, is an ErrInvalid.
func ReadSpan(text string, today Day) (Span, error) {
	span, err := readSpan(strings.ToLower(strings.TrimSpace(text)), today)
	if err != nil {
		return Span{}, err
	}
	if !span.From.Valid() || !span.Until.Valid() {
		return Span{}, invalid("day", "%q is outside the calendar.", shorten(text, 40))
	}
	return span, nil
}

// readSpan reads text that is trimmed and in lower case.
func readSpan(s string, today Day) (Span, error) {
	switch s {
	case "today":
		return Span{today, today}, nil
	case "yesterday":
		d := today.AddDays(-1)
		return Span{d, d}, nil
	}
	if d, ok := readAgo(s, today); ok {
		return Span{d, d}, nil
	}
	if d, ok := readWeekday(s, today); ok {
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

// readAgo reads -3d, -2w and -1m.
func readAgo(s string, today Day) (Day, bool) {
	if len(s) < 3 || s[0] != '-' {
		return Day{}, false
	}
	count, err := strconv.ParseUint(s[1:len(s)-1], 10, 16) // no sign, at most 65,535
	if err != nil {
		return Day{}, false
	}
	n := int(count)
	switch s[len(s)-1] {
	case 'd':
		return today.AddDays(-n), true
	case 'w':
		return today.AddDays(-7 * n), true
	case 'm':
		return today.AddMonths(-n), true
	}
	return Day{}, false
}

// readWeekday reads "monday" as the newest Monday up to today, and "last
// monday" as the newest one before today.
func readWeekday(s string, today Day) (Day, bool) {
	name, last := strings.CutPrefix(s, "last ")
	for w := time.Sunday; w <= time.Saturday; w++ {
		if strings.ToLower(w.String()) != name {
			continue
		}
		back := (int(today.Weekday()) - int(w) + 7) % 7
		if last && back == 0 {
			back = 7
		}
		return today.AddDays(-back), true
	}
	return Day{}, false
}
