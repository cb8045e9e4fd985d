package parts

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
)

// bandPlaced is a date in sight: the one that shows, and those that found no room and stand with it.
type bandPlaced struct {
	marks []int   // the one that shows first
	x     float32 // the middle of its ring
	// title and note are what fits of its words, from words on; both are "" where nothing does.
	title, note string
	words, wide float32
}

// Room around the dates.
const (
	bandRingGap   float32 = 4   // between two rings
	bandRingShift float32 = 52  // how far a ring may stand from its day, away from another
	bandWordsMost float32 = 124 // the widest words
	bandWordsLow  float32 = 44  // the narrowest that are worth it
	bandWordsGap  float32 = 8   // between two
	bandMostRings         = 99
)

// interval is a stretch of the axis that is taken.
type interval struct{ from, to float32 }

// free tells whether a stretch meets none that is taken.
func free(taken []interval, from, to float32) bool {
	return !slices.ContainsFunc(taken, func(t interval) bool { return from < t.to && t.from < to })
}

// placeMarks finds room for the rings of dates, the heaviest first: on their day, or beside what is there already. One
// without room stands with the one next to it. today is the stretch that the word for today takes; it may be empty.
func (g bandGrid) placeMarks(marks []BandMark, at func(float64) float32, today interval) []bandPlaced {
	var taken []interval
	if today.to > today.from {
		taken = append(taken, today)
	}
	var placed []bandPlaced
	for _, i := range byWeight(marks, at, g) {
		shift := bandRingShift
		if len(placed) == 0 {
			shift = g.size.Width // there is no other to stand with
		}
		x, ok := ringRoom(taken, at(marks[i].At), shift, g)
		if !ok {
			fold(placed, x, i)
			continue
		}
		reach := (bandRing + bandRingGap) / 2
		taken = append(taken, interval{x - reach, x + reach})
		placed = append(placed, bandPlaced{marks: []int{i}, x: x})
	}
	g.placeWords(marks, placed)
	slices.SortFunc(placed, func(a, b bandPlaced) int { return cmp.Compare(a.x, b.x) })
	return placed
}

// byWeight lists the dates in sight, the heaviest first and of two as heavy the later one.
func byWeight(marks []BandMark, at func(float64) float32, g bandGrid) []int {
	var all []int
	for i, m := range marks {
		if x := at(m.At); x >= g.left && x <= g.right {
			all = append(all, i)
		}
	}
	slices.SortStableFunc(all, func(a, b int) int {
		return cmp.Or(cmp.Compare(marks[b].Weight, marks[a].Weight), cmp.Compare(marks[b].At, marks[a].At))
	})
	return all
}

// ringRoom finds the place nearest to x where a ring has room, no further away than a shift.
func ringRoom(taken []interval, x, shift float32, g bandGrid) (float32, bool) {
	reach := (bandRing + bandRingGap) / 2
	low, high := g.left-bandRing/2+reach, g.size.Width-bandPanel-reach
	x = fyne.Max(fyne.Min(x, high), low)
	best, found := x, false
	try := func(at float32) {
		at = whole(at)
		if math.Abs(float64(at-x)) > float64(shift) || at < low || at > high {
			return
		}
		if free(taken, at-reach, at+reach) && (!found || math.Abs(float64(at-x)) < math.Abs(float64(best-x))) {
			best, found = at, true
		}
	}
	try(x)
	if !found {
		for _, t := range taken {
			try(t.from - reach)
			try(t.to + reach + 1)
		}
	}
	return best, found
}

// fold puts a date to the one nearest to it.
func fold(placed []bandPlaced, x float32, mark int) {
	nearest := -1
	for i, p := range placed {
		if nearest < 0 || math.Abs(float64(p.x-x)) < math.Abs(float64(placed[nearest].x-x)) {
			nearest = i
		}
	}
	if nearest >= 0 {
		placed[nearest].marks = append(placed[nearest].marks, mark)
	}
}

// placeWords finds room for the words below the rings, in the order of placed: below their ring in the middle, or
// moved aside, or cut short.
func (g bandGrid) placeWords(marks []BandMark, placed []bandPlaced) {
	var taken []interval
	for i := range placed {
		p := &placed[i]
		m := marks[p.marks[0]]
		more := p.more()
		wide := fyne.Min(fyne.Max(measure(m.Title+more, bandTitleType(m)), measure(m.Note, TypeCaption)), bandWordsMost)
		from, to := g.gapAround(taken, p.x)
		wide = fyne.Min(whole(wide)+1, to-from)
		if wide < bandWordsLow && wide < whole(measure(m.Title+more, bandTitleType(m)))+1 {
			continue
		}
		p.title = shorten(m.Title, bandTitleType(m), wide-measure(more, bandTitleType(m))) + more
		p.note = shorten(m.Note, TypeCaption, wide)
		p.wide = wide
		p.words = whole(fyne.Min(fyne.Max(p.x-wide/2, from), to-wide))
		taken = append(taken, interval{p.words - bandWordsGap, p.words + wide + bandWordsGap})
	}
}

// gapAround returns the stretch around a place that no words take. It is empty where the place itself is taken.
func (g bandGrid) gapAround(taken []interval, x float32) (from, to float32) {
	from, to = g.left-bandRing, g.size.Width-bandPanel
	for _, t := range taken {
		switch {
		case t.to <= x:
			from = fyne.Max(from, t.to)
		case t.from >= x:
			to = fyne.Min(to, t.from)
		default:
			return x, x
		}
	}
	return from, to
}

// more says how many dates stand with the one that shows.
func (p bandPlaced) more() string {
	n := len(p.marks) - 1
	switch {
	case n == 0:
		return ""
	case n > bandMostRings:
		return " +" + strconv.Itoa(bandMostRings) + "…"
	}
	return " +" + strconv.Itoa(n)
}

// bandTitleType is that of the name of a date.
func bandTitleType(m BandMark) Type {
	if m.Pole {
		return typeBandTitle.In(m.Ink)
	}
	return typeBandTitle
}
