package parts

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// matrixBody is as high as all rows of a Matrix would be, and holds those in sight. A row that goes out of sight waits
// to become another one.
type matrixBody struct {
	widget.BaseWidget
	matrix *Matrix
	rows   []fyne.CanvasObject   // those in sight, from the top
	spare  map[bool][]*matrixRow // those that wait: headings, and rows
	built  int
	swept  float32 // how far the wheel was turned sideways since the last column
}

var (
	_ fyne.Widget     = (*matrixBody)(nil)
	_ fyne.Scrollable = (*matrixBody)(nil)
)

// Scrolled scrolls the table, sideways by columns.
func (b *matrixBody) Scrolled(e *fyne.ScrollEvent) {
	m := b.matrix
	if e.Scrolled.DX == 0 {
		m.scroll.Scrolled(e)
		return
	}
	b.swept -= e.Scrolled.DX
	columns := int(b.swept / fyne.Max(m.grid.pitch, 1))
	b.swept -= float32(columns) * m.grid.pitch
	m.sideways(columns)
}

// darken puts the light out that shows where the pointer is.
func (b *matrixBody) darken() {
	for _, o := range b.rows {
		o.(*matrixRow).darken()
	}
}

// update builds the rows in sight and gives each what it shows.
func (b *matrixBody) update() {
	first, end := b.inSight()
	stay := b.release(first, end)
	b.rows = make([]fyne.CanvasObject, 0, end-first)
	for i := first; i < end; i++ {
		row := stay[i]
		if row == nil {
			row = b.take(i)
		}
		b.rows = append(b.rows, row)
		b.stand(row, i)
	}
	canvas.Refresh(b)
}

// inSight returns the first row in sight and the one after the last.
func (b *matrixBody) inSight() (first, end int) {
	m := b.matrix
	view := m.scroll.Size().Height
	if len(m.rows) == 0 || view <= 0 {
		return 0, 0
	}
	top := m.scroll.Offset.Y
	return m.at(top), m.at(top+view) + 1
}

// release returns the rows that can stay where they are, and lays the others aside.
func (b *matrixBody) release(first, end int) map[int]*matrixRow {
	stay := make(map[int]*matrixRow, end-first)
	for _, o := range b.rows {
		row := o.(*matrixRow)
		if row.index >= first && row.index < end && row.heading == b.matrix.rows[row.index].Heading {
			stay[row.index] = row
			continue
		}
		row.darken()
		b.spare[row.heading] = append(b.spare[row.heading], row)
	}
	return stay
}

// take returns a row that waits, rather the one that was there before: a layout that gives the table no room for a
// moment must not draw it anew.
func (b *matrixBody) take(i int) *matrixRow {
	heading := b.matrix.rows[i].Heading
	wait := b.spare[heading]
	if len(wait) == 0 {
		b.built++
		return newMatrixRow(b.matrix, heading)
	}
	at := max(slices.IndexFunc(wait, func(r *matrixRow) bool { return r.index == i }), 0)
	row := wait[at]
	b.spare[heading] = slices.Delete(wait, at, at+1)
	return row
}

// stand puts a row in its place.
func (b *matrixBody) stand(row *matrixRow, i int) {
	m := b.matrix
	row.index = i
	row.Move(fyne.NewPos(0, m.tops[i]))
	row.Resize(fyne.NewSize(b.Size().Width-ListBarRoom, m.tops[i+1]-m.tops[i]))
	row.show()
}

// CreateRenderer is for Fyne.
func (b *matrixBody) CreateRenderer() fyne.WidgetRenderer { return &matrixRendering{b} }

// matrixRendering differs from the shared one in that its objects come and go.
type matrixRendering struct{ b *matrixBody }

func (r *matrixRendering) Objects() []fyne.CanvasObject { return r.b.rows }
func (r *matrixRendering) Destroy()                     {}
func (r *matrixRendering) Layout(fyne.Size)             { r.b.update() }

func (r *matrixRendering) MinSize() fyne.Size {
	m := r.b.matrix
	return fyne.NewSize(0, m.tops[len(m.rows)])
}

func (r *matrixRendering) Refresh() {
	for _, o := range r.b.rows {
		o.Refresh()
	}
	canvas.Refresh(r.b)
}
