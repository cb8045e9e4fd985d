package parts

import (
	"fyne.io/fyne/v2"
)

// Where things stand in a table.
const (
	cellGap     float32 = 24 // between columns
	cellPadding float32 = 6  // above and below the words
	cellLeast   float32 = 24 // the width of a column
)

// table lays out a table: a row is as high as its highest cell, with a hairline below.
func (l *layingOut) table(t *ProseTable, left float32) {
	widths := l.columns(t, l.right-left)
	for i, row := range t.Rows {
		typ := typeProseTable
		if i == 0 {
			typ = typeProseHead
		}
		most, x := 1, left
		for c, cell := range row {
			count := l.flow(cell, typ, cellLeading, x, widths[c], l.y+cellPadding, t.Columns[c])
			most = max(most, count)
			x += widths[c] + cellGap
		}
		l.y += cellLeading*float32(most) + 2*cellPadding
		l.slabs = append(l.slabs, hairline(left, l.y-1, fyne.Min(x-cellGap, l.right)-left))
	}
}

// columns shares a width among the columns: those that need less than an equal part get what they need, the others an
// equal part of the rest.
func (l *layingOut) columns(t *ProseTable, width float32) []float32 {
	widths := make([]float32, len(t.Columns))
	for i, row := range t.Rows {
		typ := typeProseTable
		if i == 0 {
			typ = typeProseHead
		}
		for c, cell := range row {
			widths[c] = fyne.Max(widths[c], l.natural(cell, typ))
		}
	}
	room, open := width-cellGap*float32(len(widths)-1), len(widths)
	fixed := make([]bool, len(widths))
	for again := true; again; {
		again = false
		for c, w := range widths {
			if !fixed[c] && w <= room/float32(open) {
				fixed[c], again = true, true
				room -= w
				open--
			}
		}
	}
	for c := range widths {
		if !fixed[c] {
			widths[c] = fyne.Max(room/float32(open), cellLeast)
		}
	}
	return widths
}

// natural is how wide runs are when nothing breaks them.
func (l *layingOut) natural(runs []Run, typ Type) float32 {
	widest, width := float32(0), float32(0)
	for _, a := range l.ruler.atoms(runs, typ) {
		if a.sort == endAtom {
			width = 0
			continue
		}
		width += a.width
		widest = fyne.Max(widest, width)
	}
	return widest + 1 // for what adding up leaves out
}
