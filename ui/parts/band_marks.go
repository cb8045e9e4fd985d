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
	// title and note are what fits of its words, in so wide a room from words on.
	title, note string
	words, wide float32
}

// Room around the dates.
const (
	bandRingGap   float32 = 4   // between a ring and the word for today
	bandRingPitch float32 = 78  // from ring to ring, so that each has room for words
	bandRingNear  float32 = 24  // how far a ring may stand from its day, away from another
	bandRingFar   float32 = 52  // and how far where there is no other near to stand with
	bandWordsMost float32 = 124 // the widest words
	bandWordsGap  float32 = 8   // between two
	bandMostTold          = 99
)

// interval is a stretch of the axis that is taken.
type interval struct{ from, to float32 }

// free tells whether a stretch meets none that is taken.
func free(taken []interval, from, to float32) bool {
	return !slices.ContainsFunc(taken, func(t interval) bool { return from < t.to && t.from < to })
}

// placeMarks finds room for the rings of dates, the heaviest first: on their day, or a little beside it. One without room
// stands with the one next to it. today is the stretch that the word for today takes; it may be empty.
func (g bandGrid) placeMarks(marks []BandMark, at func(float64) float32, today interval) []bandPlaced {
	var taken []interval
	if today.to > today.from {
		taken = append(taken, today)
	}
	var placed []bandPlaced
	for _, i := range byWeight(marks, at, g) {
		own := at(marks[i].At)
		near := nearest(placed, own)
		shift := bandRingNear
		switch {
		case near < 0:
			shift = g.size.Width // there is no other to stand with
		case distance(placed[near].x, own) > bandRingPitch:
			shift = bandRingFar
		}
		x, ok := ringRoom(taken, own, shift, g)
		if !ok {
			placed[near].marks = append(placed[near].marks, i)
			continue
		}
		const reach = bandRingPitch - (bandRing+bandRingGap)/2
		taken = append(taken, interval{x - reach, x + reach})
		placed = append(placed, bandPlaced{marks: []int{i}, x: x})
	}
	slices.SortFunc(placed, func(a, b bandPlaced) int { return cmp.Compare(a.x, b.x) })
	g.placeWords(marks, placed)
	return placed
}

// nearest returns which of the rings is the nearest to a place, or -1.
func nearest(placed []bandPlaced, x float32) int {
	at := -1
	for i, p := range placed {
		if at < 0 || distance(p.x, x) < distance(placed[at].x, x) {
			at = i
		}
	}
	return at
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

// placeWords sets the words below the rings, which come from left to right. Between two rings the room is shared in the
// middle, unless the words of one need more and those of the other less.
func (g bandGrid) placeWords(marks []BandMark, placed []bandPlaced) {
	from := g.left - bandRing - bandWordsGap/2
	for i := range placed {
		p := &placed[i]
		to := g.size.Width - bandPanel + bandWordsGap/2
		if i+1 < len(placed) {
			to = border(from, p.x, p.need(marks), placed[i+1].x, placed[i+1].need(marks))
		}
		m := marks[p.marks[0]]
		typ, more := bandTitleType(m), p.more()
		p.wide = fyne.Min(p.need(marks), to-from-bandWordsGap)
		p.title = shorten(m.Title, typ, p.wide-measure(more, typ)) + more
		p.note = shorten(m.Note, TypeCaption, p.wide)
		p.words = whole(fyne.Max(fyne.Min(p.x-p.wide/2, to-bandWordsGap/2-p.wide), from+bandWordsGap/2))
		from = to
	}
}

// need is how wide the words are that stand in the middle below a ring.
func (p bandPlaced) need(marks []BandMark) float32 {
	m := marks[p.marks[0]]
	title := measure(m.Title+p.more(), bandTitleType(m))
	return fyne.Min(whole(fyne.Max(title, measure(m.Note, TypeCaption)))+1, bandWordsMost)
}

// border is where the room of one ring ends, which begins at from, and that of the next begins.
func border(from, x, need, nextX, nextNeed float32) float32 {
	middle := (x + nextX) / 2
	low, high := fyne.Max(x+(need+bandWordsGap)/2, from+need+bandWordsGap), nextX-(nextNeed+bandWordsGap)/2
	if low <= high {
		middle = fyne.Max(fyne.Min(middle, high), low)
	}
	return whole(middle)
}

// more says how many dates stand with the one that shows.
func (p bandPlaced) more() string {
	n := len(p.marks) - 1
	switch {
	case n == 0:
		return ""
	case n > bandMostTold:
		return " " + strconv.Itoa(bandMostTold) + "+"
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
