package parts

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"groundwork/ui/look"
)

// bandLabelGap is the room between two labels of columns.
const bandLabelGap float32 = 10

// bandLabelled is the label of a column, from a place on.
type bandLabelled struct {
	column int
	text   string
	x      float32
	wide   float32
}

// placeLabels picks the labels of columns that have room below the axis: the one of today first, then that of the
// first column in sight with its year, then those of the highest rank.
func (b *Band) placeLabels() []bandLabelled {
	first, end := b.InSight()
	var order []int
	for i := first; i < end; i++ {
		order = append(order, i)
	}
	rank := func(i int) int {
		switch i {
		case b.sheet.Now:
			return -1 << 20
		case first:
			return -1 << 19
		}
		return -b.sheet.Columns[i].Rank
	}
	slices.SortStableFunc(order, func(a, c int) int { return cmp.Compare(rank(a), rank(c)) })
	var taken []interval
	var labels []bandLabelled
	thinned := 0 // the highest rank of which one had no room
	for _, i := range order {
		l := b.label(i, i == first)
		special := i == first || i == b.sheet.Now
		own := b.sheet.Columns[i].Rank
		if l.text == "" || !special && own < thinned {
			continue
		}
		if !free(taken, l.x, l.x+l.wide) {
			if !special && !b.meetsSpecial(l, labels, first) {
				thinned = max(thinned, own+1)
				labels, taken = withoutRank(labels, own, first, b), nil
				for _, kept := range labels {
					taken = append(taken, interval{kept.x - bandLabelGap, kept.x + kept.wide + bandLabelGap})
				}
			}
			continue
		}
		taken = append(taken, interval{l.x - bandLabelGap, l.x + l.wide + bandLabelGap})
		labels = append(labels, l)
	}
	return labels
}

// label is that of a column, in the middle of it but within the axis.
func (b *Band) label(i int, first bool) bandLabelled {
	g := b.grid
	label, full := b.sheet.Label(i)
	l := bandLabelled{column: i, text: label}
	if first && full != "" {
		l.text = full
	}
	l.wide = whole(measure(l.text, b.labelType(i))) + 1
	middle := g.x(b.first, float64(i)+0.5)
	l.x = whole(fyne.Max(fyne.Min(middle-l.wide/2, g.right+bandPanel-l.wide), g.left-bandPanel))
	return l
}

// meetsSpecial tells whether a label has no room only because of that of today or of the first column.
func (b *Band) meetsSpecial(l bandLabelled, labels []bandLabelled, first int) bool {
	for _, other := range labels {
		meets := l.x < other.x+other.wide+bandLabelGap && other.x-bandLabelGap < l.x+l.wide
		if meets && other.column != first && other.column != b.sheet.Now {
			return false
		}
	}
	return true
}

// withoutRank takes the labels of a rank away, so that a rank shows whole or not at all.
func withoutRank(labels []bandLabelled, rank, first int, b *Band) []bandLabelled {
	return slices.DeleteFunc(labels, func(l bandLabelled) bool {
		return l.column != first && l.column != b.sheet.Now && b.sheet.Columns[l.column].Rank == rank
	})
}

func (b *Band) labelType(i int) Type {
	switch {
	case i == b.sheet.Now:
		return typeBandNow
	case b.sheet.Columns[i].Ahead:
		return TypeCaption.In(look.ColorInk3)
	}
	return TypeCaption
}
