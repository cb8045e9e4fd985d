package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// rollBody is as high as all rows of a Roll would be, and holds those in sight. A row that goes out of sight waits to
// become another one of its sort.
type rollBody struct {
	widget.BaseWidget
	roll  *Roll
	rows  []fyne.CanvasObject // those in sight, from the top
	spare map[int][]*rollRow  // those that wait, by sort
	built int
}

var _ fyne.Widget = (*rollBody)(nil)

// forget has each row filled anew at the next update.
func (b *rollBody) forget() {
	for _, o := range b.rows {
		o.(*rollRow).filled = false
	}
}

// darken puts the light out that shows where the pointer is.
func (b *rollBody) darken() {
	for _, o := range b.rows {
		if row := o.(*rollRow); row.hovered {
			row.hovered = false
			row.Refresh()
		}
	}
}

// update builds the rows in sight and gives each what it shows.
func (b *rollBody) update() {
	first, end := b.inSight()
	old := b.release(first, end)
	b.rows = make([]fyne.CanvasObject, 0, end-first)
	for i := first; i < end; i++ {
		row := old[i]
		if row == nil {
			row = b.take(b.roll.rows.Sort(i))
		}
		b.rows = append(b.rows, row)
		b.stand(row, i)
	}
	canvas.Refresh(b)
}

// inSight returns the first row in sight and the one after the last.
func (b *rollBody) inSight() (first, end int) {
	r := b.roll
	view := r.scroll.Size().Height
	if r.count() == 0 || view <= 0 {
		return 0, 0
	}
	top := r.scroll.Offset.Y
	return r.at(top), r.at(top+view) + 1
}

// release returns the rows that can stay as what they are, and lays the others aside.
func (b *rollBody) release(first, end int) map[int]*rollRow {
	stay := make(map[int]*rollRow, end-first)
	for _, o := range b.rows {
		row := o.(*rollRow)
		if row.index >= first && row.index < end && row.sort == b.roll.rows.Sort(row.index) {
			stay[row.index] = row
			continue
		}
		row.filled = false
		b.spare[row.sort] = append(b.spare[row.sort], row)
	}
	return stay
}

// take returns a row of a sort: one that waits, or else a new one.
func (b *rollBody) take(sort int) *rollRow {
	if wait := b.spare[sort]; len(wait) > 0 {
		row := wait[len(wait)-1]
		b.spare[sort] = wait[:len(wait)-1]
		return row
	}
	b.built++
	return newRollRow(b.roll, sort)
}

// stand puts a row in its place.
func (b *rollBody) stand(row *rollRow, i int) {
	r := b.roll
	row.Move(fyne.NewPos(0, r.tops[i]))
	row.Resize(fyne.NewSize(b.Size().Width-ListBarRoom, r.height(i)))
	row.show(i, listState{
		selected: i == r.selected, before: i+1 == r.selected,
		cursor: r.focused && i == r.cursor, last: i == r.count()-1,
	})
}

// CreateRenderer is for Fyne.
func (b *rollBody) CreateRenderer() fyne.WidgetRenderer { return &rollRendering{b} }

// rollRendering differs from the shared one in that its objects come and go.
type rollRendering struct{ b *rollBody }

func (r *rollRendering) Objects() []fyne.CanvasObject { return r.b.rows }
func (r *rollRendering) Destroy()                     {}
func (r *rollRendering) Layout(fyne.Size)             { r.b.update() }

func (r *rollRendering) MinSize() fyne.Size {
	roll := r.b.roll
	return fyne.NewSize(0, roll.tops[roll.count()])
}

func (r *rollRendering) Refresh() {
	for _, o := range r.b.rows {
		o.Refresh()
	}
	canvas.Refresh(r.b)
}
