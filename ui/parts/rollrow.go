package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// rollRow is what a Roll draws around a row of whoever uses it.
type rollRow struct {
	widget.BaseWidget
	roll    *Roll
	sort    int
	index   int
	filled  bool // the content shows the thing at the index
	state   listState
	hovered bool

	content           fyne.CanvasObject
	ground, bar, ring *canvas.Rectangle
	line              *Hairline
}

var (
	_ fyne.Tappable      = (*rollRow)(nil)
	_ desktop.Hoverable  = (*rollRow)(nil)
	_ desktop.Cursorable = (*rollRow)(nil)
	_ fyne.Accessible    = (*rollRow)(nil)
)

func newRollRow(roll *Roll, sort int) *rollRow {
	r := &rollRow{roll: roll, sort: sort, content: roll.rows.Make(sort), line: NewHairline()}
	r.ground, r.bar = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	r.ring = canvas.NewRectangle(color.Transparent)
	r.ground.CornerRadius, r.ring.CornerRadius, r.bar.CornerRadius = look.RadiusCard, look.RadiusCard, listBar/2
	r.ExtendBaseWidget(r)
	return r
}

// show makes the row the one at an index, and draws it anew if anything is other than before.
func (r *rollRow) show(i int, state listState) {
	if r.filled && r.index == i && r.state == state {
		return
	}
	if !r.filled || r.index != i {
		r.index, r.filled, r.hovered = i, true, r.hovered && r.index == i
		r.roll.rows.Fill(i, r.content)
		r.content.Refresh() // its words may need other room than those before
	}
	r.state = state
	r.Refresh()
}

func (r *rollRow) opens() bool {
	return r.index < r.roll.count() && r.roll.rows.Opens(r.index)
}

// Tapped opens the row.
func (r *rollRow) Tapped(*fyne.PointEvent) { r.roll.tapped(r.index) }

// MouseIn lights the row.
func (r *rollRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved lights the row again after it was scrolled under the pointer.
func (r *rollRow) MouseMoved(e *desktop.MouseEvent) {
	if !r.hovered {
		r.MouseIn(e)
	}
}

// MouseOut puts the light out.
func (r *rollRow) MouseOut() { r.hovered = false; r.Refresh() }

// Cursor is the hand over what can be opened.
func (r *rollRow) Cursor() desktop.Cursor {
	if !r.opens() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel reads the row.
func (r *rollRow) AccessibilityLabel() string {
	if r.index >= r.roll.count() {
		return ""
	}
	return r.roll.rows.Label(r.index)
}

// AccessibilityRole tells readers of the screen whether this can be pressed.
func (r *rollRow) AccessibilityRole() fyne.AccessibleRole {
	if !r.opens() {
		return fyne.AccessibleRoleText
	}
	return fyne.AccessibleRoleButton
}

// CreateRenderer is for Fyne.
func (r *rollRow) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(r, r.layout, r.minSize, r.paint, r.ground, r.line, r.bar, r.content, r.ring)
}

func (r *rollRow) minSize() fyne.Size { return fyne.NewSize(look.Space40, 0) }

func (r *rollRow) layout(size fyne.Size) {
	if gap := r.roll.CardGap; gap > 0 {
		r.content.Move(fyne.NewPos(RollReach, 0))
		r.content.Resize(size.SubtractWidthHeight(2*RollReach, gap))
		r.ring.Move(r.content.Position())
		r.ring.Resize(r.content.Size())
		return
	}
	r.ground.Resize(size)
	r.ring.Resize(size)
	r.bar.Move(fyne.NewPos(0, look.RadiusCard+2))
	r.bar.Resize(fyne.NewSize(listBar, size.Height-2*look.RadiusCard-4))
	left := RollReach + r.roll.TextLeft
	r.line.Move(fyne.NewPos(left, size.Height-1))
	r.line.Resize(fyne.NewSize(size.Width-left-RollReach, 1))
	r.content.Move(fyne.NewPos(RollReach, 0))
	r.content.Resize(size.SubtractWidthHeight(2*RollReach, 0))
}

func (r *rollRow) paint() {
	cards := r.roll.CardGap > 0
	state := r.state
	state.selected = state.selected && !cards
	paintStanding(r.ground, r.bar, r.ring, state, r.hovered && r.opens() && !cards)
	setVisible(r.line, r.opens() && !r.state.selected && !r.state.before && !cards && !r.roll.Unlined)
}
