package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// listBody is as high as all rows of a List would be, and holds those in sight. A row that goes out of sight becomes
// the one that comes in.
type listBody struct {
	widget.BaseWidget
	list *List
	rows []fyne.CanvasObject
}

var _ fyne.Widget = (*listBody)(nil)

// update builds the rows in sight and gives each what it shows.
func (b *listBody) update() {
	l := b.list
	view := l.scroll.Size()
	first := max(int(l.scroll.Offset.Y/l.height), 0)
	last := min(int((l.scroll.Offset.Y+view.Height)/l.height)+1, l.count)
	wanted := max(last-first, 0)
	for len(b.rows) < wanted {
		b.rows = append(b.rows, newListRow(l))
	}
	b.rows = b.rows[:wanted]
	for k, o := range b.rows {
		row, i := o.(*listRow), first+k
		row.Move(fyne.NewPos(0, float32(i)*l.height))
		row.Resize(fyne.NewSize(b.Size().Width-ListBarRoom, l.height))
		row.show(i, l.item(i), listState{
			selected: i == l.selected, before: i+1 == l.selected,
			cursor: l.focused && i == l.cursor, last: i == l.count-1,
		})
	}
	canvas.Refresh(b)
}

// CreateRenderer is for Fyne.
func (b *listBody) CreateRenderer() fyne.WidgetRenderer { return &listRendering{b} }

// listRendering differs from the shared one in that its objects come and go.
type listRendering struct{ b *listBody }

func (r *listRendering) Objects() []fyne.CanvasObject { return r.b.rows }
func (r *listRendering) Destroy()                     {}
func (r *listRendering) Layout(fyne.Size)             { r.b.update() }

func (r *listRendering) MinSize() fyne.Size {
	return fyne.NewSize(0, float32(r.b.list.count)*r.b.list.height)
}

func (r *listRendering) Refresh() {
	for _, o := range r.b.rows {
		o.Refresh()
	}
	canvas.Refresh(r.b)
}
