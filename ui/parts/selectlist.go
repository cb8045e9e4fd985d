package parts

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// listed is a field that opens a list of what there is to choose from.
type listed interface {
	fyne.CanvasObject
	fyne.Focusable
	// listRows are the words of the rows, and which of them is in force, or -1.
	listRows() (labels []string, chosen int)
	choose(i int)
	listClosed()
	// listBelow is the size of the field that the list opens below.
	listBelow() fyne.Size
}

// selectList is the list of a closed choice. It lies over the whole window, so that a click beside it closes it.
type selectList struct {
	widget.BaseWidget
	of     listed
	open   bool
	on     fyne.Canvas
	rows   []*selectRow
	cursor int
	room   fyne.Size // of the window when it was opened

	ground *canvas.Rectangle
	scroll *container.Scroll
	column *fyne.Container
}

var (
	_ fyne.Widget     = (*selectList)(nil)
	_ fyne.Tappable   = (*selectList)(nil)
	_ fyne.Focusable  = (*selectList)(nil)
	_ fyne.Accessible = (*selectList)(nil)
)

// Where things stand in the list of a Select.
const (
	selectRowHeight float32 = 34
	selectInset     float32 = 4 // between the surface and the rows
	selectGap       float32 = 6 // between the field, with its ring, and the surface
	selectMost      int     = 9 // rows before it scrolls
)

// openList opens the list of a field below it, or returns nil where there is nothing to choose or no window to choose in.
func openList(of listed) *selectList {
	c := fyne.CurrentApp().Driver().CanvasForObject(of)
	labels, chosen := of.listRows()
	if c == nil || len(labels) == 0 {
		return nil
	}
	c.Focus(of) // who closes the list gives the keyboard back here
	l := newSelectList(of, c, labels, chosen)
	l.show()
	return l
}

func newSelectList(of listed, on fyne.Canvas, labels []string, chosen int) *selectList {
	l := &selectList{of: of, on: on, room: on.Size(), ground: canvas.NewRectangle(color.Transparent), column: Down(0)}
	l.ground.CornerRadius = look.RadiusField
	for i, label := range labels {
		l.rows = append(l.rows, newSelectRow(l, i, label, i == chosen))
		l.column.Add(l.rows[i])
	}
	l.cursor = max(chosen, 0)
	l.scroll = container.NewVScroll(l.column)
	l.ExtendBaseWidget(l)
	return l
}

// show puts the list over the window, with the keyboard.
func (l *selectList) show() {
	l.open = true
	l.on.Overlays().Add(l)
	l.Resize(l.room)
	l.on.Focus(l)
	l.goTo(l.cursor)
}

// Resize closes the list when the window gets another size: its field is about to stand elsewhere.
func (l *selectList) Resize(size fyne.Size) {
	l.BaseWidget.Resize(size)
	if size != l.room && l.open {
		l.close()
	}
}

// close takes the list away without a choice.
func (l *selectList) close() {
	l.open = false
	l.of.listClosed()
	l.on.Overlays().Remove(l)
	l.on.Focus(l.of)
}

// take closes the list with a choice.
func (l *selectList) take(i int) {
	l.close()
	l.of.choose(i)
}

// goTo brings the keyboard to a row and the row into sight.
func (l *selectList) goTo(i int) {
	l.cursor = max(min(i, len(l.rows)-1), 0)
	for k, row := range l.rows {
		row.set(k == l.cursor)
	}
	top, view := float32(l.cursor)*selectRowHeight, l.scroll.Size().Height
	offset := l.scroll.Offset
	switch {
	case top < offset.Y:
		offset.Y = top
	case top+selectRowHeight > offset.Y+view:
		offset.Y = top + selectRowHeight - view
	default:
		return
	}
	l.scroll.ScrollToOffset(offset)
}

// Tapped closes the list: what is tapped lies beside it.
func (l *selectList) Tapped(*fyne.PointEvent) { l.close() }

// FocusGained does nothing: the row the keyboard is at shows it.
func (l *selectList) FocusGained() {}

// FocusLost does nothing.
func (l *selectList) FocusLost() {}

// TypedRune chooses with the space bar, and jumps to the next option that begins with a letter.
func (l *selectList) TypedRune(r rune) {
	if r == ' ' {
		l.take(l.cursor)
		return
	}
	for step := range l.rows {
		i := (l.cursor + 1 + step) % len(l.rows)
		if strings.HasPrefix(strings.ToLower(l.rows[i].label), strings.ToLower(string(r))) {
			l.goTo(i)
			return
		}
	}
}

// TypedKey moves with the arrows, Home and End, chooses with Enter and closes with Escape.
func (l *selectList) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		l.goTo(l.cursor - 1)
	case fyne.KeyDown:
		l.goTo(l.cursor + 1)
	case fyne.KeyHome, fyne.KeyPageUp:
		l.goTo(0)
	case fyne.KeyEnd, fyne.KeyPageDown:
		l.goTo(len(l.rows) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.take(l.cursor)
	case fyne.KeyEscape:
		l.close()
	}
}

// AccessibilityLabel reads the row the keyboard is at.
func (l *selectList) AccessibilityLabel() string { return l.rows[l.cursor].label }

// AccessibilityRole tells readers of the screen that this can be pressed.
func (l *selectList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is for Fyne.
func (l *selectList) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(l, l.layout, l.minSize, l.paint, l.ground, l.scroll)
}

func (l *selectList) minSize() fyne.Size { return fyne.NewSize(0, 0) }

// layout puts the list below the field, or above where there is more room, with no more rows than fit as a whole.
func (l *selectList) layout(size fyne.Size) {
	at, field := fyne.CurrentApp().Driver().AbsolutePositionForObject(l.of).Subtract(l.Position()), l.of.listBelow()
	wanted := min(len(l.rows), selectMost)
	above, below := rowsIn(at.Y), rowsIn(size.Height-at.Y-field.Height)
	height := 2*selectInset + selectRowHeight*float32(min(wanted, max(above, below, 1)))
	if below < wanted && above > below {
		at.Y -= selectGap + height
	} else {
		at.Y += field.Height + selectGap
	}
	l.ground.Move(at)
	l.ground.Resize(fyne.NewSize(field.Width, height))
	l.scroll.Move(at.AddXY(selectInset, selectInset))
	l.scroll.Resize(l.ground.Size().SubtractWidthHeight(2*selectInset, 2*selectInset))
}

// rowsIn returns how many rows of a list fit into the room on one side of its field.
func rowsIn(room float32) int {
	return int((room - selectGap - look.Space8 - 2*selectInset) / selectRowHeight)
}

func (l *selectList) paint() { paintBox(l.ground, look.ColorCard, look.ColorLine) }
