package parts

import (
	"fyne.io/fyne/v2"
)

// Where things stand in a Matrix.
const (
	matrixHeads         float32 = 28 // the heads of the columns
	matrixHeadingHeight float32 = 36
	matrixHeadingText   float32 = 26 // the middle of a heading
	matrixRowHeight     float32 = 38
	matrixCellTop       float32 = 4
	matrixCellHeight    float32 = 30
	matrixCellGap       float32 = 4
	matrixRight         float32 = 6 // from the last cell to the edge of the card

	matrixName      float32 = 214 // the usual width of the first column
	matrixLeastName float32 = 168
	matrixLeast     float32 = 40 // the distance from cell to cell
	matrixMost      float32 = 92
	matrixOffer     float32 = 300 // the least width of an offer in place of cells
)

// matrixGrid is how the columns share the width: how far it is from one to the next, how many fit beside the first,
// and where they begin.
type matrixGrid struct {
	pitch float32
	fit   int
	left  float32
	right float32 // where the last one ends
}

// measure shares a width among the columns. They are as wide as fits, and where they do not fit at their least, some
// are out of sight.
func (m *Matrix) measure(width float32) {
	g := matrixGrid{right: width - ListBarRoom - matrixRight}
	room := fyne.Max(g.right-RollReach, 0)
	if n := len(m.columns); n > 0 {
		g.pitch = fyne.Min(fyne.Max(whole((room-matrixName)/float32(n)), matrixLeast), matrixMost)
		g.fit = min(max(int((room-matrixLeastName)/g.pitch), 1), n)
	}
	g.left = g.right - float32(g.fit)*g.pitch
	m.grid = g
	m.first = max(min(m.first, len(m.columns)-g.fit), 0)
}

// x is where a column in sight begins, counted from the first in sight.
func (g matrixGrid) x(k int) float32 { return g.left + float32(k)*g.pitch }

// column returns which one in sight lies at a place, or -1.
func (g matrixGrid) column(x float32) int {
	if x < g.left || x >= g.right {
		return -1
	}
	return min(int((x-g.left)/g.pitch), g.fit-1)
}

// offerLeft is where an offer in place of the cells begins.
func (g matrixGrid) offerLeft() float32 {
	return fyne.Max(fyne.Min(g.left, g.right-matrixOffer), RollReach)
}

// sideways brings other columns into sight.
func (m *Matrix) sideways(by int) {
	to := max(min(m.first+by, len(m.columns)-m.grid.fit), 0)
	if to != m.first {
		m.first = to
		m.head.settle()
		m.body.update()
	}
}
