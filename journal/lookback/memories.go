package lookback

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"groundwork/journal"
)

// Memory is an entry of an earlier time that belongs to a day.
type Memory struct {
	journal.Line
	Years int // ago; 0 is a quarter of a year ago
}

// How far is looked back: more years than anybody writes, and how many days
// around the one a quarter ago may stand for it. Who writes twice a week has
// seldom written on that very day.
const (
	mostYears = 60
	around    = 3
)

// OnThisDay finds what was written on this civil day in earlier years, one
// entry a year, the newest first, and what was written a quarter ago. Of
// several entries of a day it is a starred one, else the last one. What is
// only known to a month or a quarter was not written on a day.
func OnThisDay(ctx context.Context, r journal.Reader, day journal.Day, noPrivate bool) ([]Memory, error) {
	ago := map[journal.Day]int{}
	for years := 1; years <= mostYears; years++ {
		for _, d := range sameDay(day, day.Year-years) {
			ago[d] = years
		}
	}
	quarter := day.AddMonths(-3)
	for i := -around; i <= around; i++ {
		ago[quarter.AddDays(i)] = 0
	}
	days := make([]journal.Day, 0, len(ago))
	for d := range ago {
		days = append(days, d)
	}
	lines, err := r.OneOf(ctx, days, noPrivate)
	if err != nil {
		return nil, fmt.Errorf("look back at this day: %w", err)
	}
	return remembered(lines, ago, quarter), nil
}

// sameDay gives the days of another year that are this day. Nobody has a
// 29 February each year: in a year without one it is the 28th, and the 28th of
// a year without one remembers both days of the others.
func sameDay(d journal.Day, year int) []journal.Day {
	leap := func(year int) bool { return journal.Day{Year: year, Month: time.February, Date: 29}.Valid() }
	day := journal.Day{Year: year, Month: d.Month, Date: d.Date}
	if d.Month != time.February || d.Date < 28 {
		return []journal.Day{day}
	}
	last := journal.Day{Year: year, Month: time.February, Date: 29}
	switch {
	case d.Date == 29 && !leap(year):
		day.Date = 28
	case d.Date == 28 && !leap(d.Year) && leap(year):
		return []journal.Day{last, day}
	}
	return []journal.Day{day}
}

// remembered takes one line a year and, of the days around a quarter ago, the
// nearest.
func remembered(lines []journal.Line, ago map[journal.Day]int, quarter journal.Day) []Memory {
	off := func(l journal.Line) int {
		if ago[l.Day] > 0 {
			return 0
		}
		n := l.Day.DaysUntil(quarter)
		return max(n, -n)
	}
	slices.SortStableFunc(lines, func(a, b journal.Line) int {
		return cmp.Or(cmp.Compare(ago[a.Day], ago[b.Day]), cmp.Compare(off(a), off(b)), b.Day.Compare(a.Day))
	})
	var found []Memory
	for _, l := range lines {
		if n := len(found); n == 0 || found[n-1].Years != ago[l.Day] {
			found = append(found, Memory{Line: l, Years: ago[l.Day]})
		}
	}
	if len(found) > 0 && found[0].Years == 0 {
		found = append(found[1:], found[0]) // the years first
	}
	return found
}
