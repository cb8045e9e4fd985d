package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// List is a column of rows of one height, of which only those in sight are built. It is one stop for the keyboard:
// arrows go from row to row, Enter or Space opens one.
type List struct {
	widget.BaseWidget
	// OnOpen is told which row the writer opened.
	OnOpen func(i int)
	// OnEscape is told of Escape. Without it, Escape closes what lies on top.
	OnEscape func()

	height           float32
	count            int
	item             func(i int) ListItem
	selected, cursor int
	focused          bool
	scroll           *container.Scroll
	wheel            *wheel
	body             *listBody
}

var (
	_ fyne.Widget     = (*List)(nil)
	_ fyne.Focusable  = (*List)(nil)
	_ fyne.Accessible = (*List)(nil)
)

// NewList returns an empty list whose rows have the given height.
func NewList(height float32, onOpen func(i int)) *List {
	l := &List{OnOpen: onOpen, height: height, selected: -1, body: &listBody{}}
	l.body.list = l
	l.body.ExtendBaseWidget(l.body)
	l.scroll = container.NewVScroll(l.body)
	l.scroll.OnScrolled = l.scrolled
	l.wheel = newWheel(l.scroll)
	l.ExtendBaseWidget(l)
	return l
}

// Fill lists other things, from the top. item is asked for a row when the row comes into sight, and again on Refresh.
func (l *List) Fill(count int, item func(i int) ListItem) {
	l.count, l.item, l.selected, l.cursor = count, item, -1, 0
	l.scroll.ScrollToTop()
	l.Refresh()
}

// SetRowHeight gives the rows another height.
func (l *List) SetRowHeight(height float32) { l.height = height }

// Update asks again for the rows of the same list, which may have become longer or shorter, and marks the one that is
// open, or none with -1. It stays where it is scrolled to.
func (l *List) Update(count, selected int, item func(i int) ListItem) {
	l.count, l.item, l.selected = count, item, selected
	l.cursor = max(min(l.cursor, count-1), 0)
	l.Refresh()
}

// SetSelected marks the row that is open beside the list, or none with -1, and brings it into sight.
func (l *List) SetSelected(i int) {
	l.selected, l.cursor = i, max(i, 0)
	l.reveal()
	l.Refresh()
}

// Selected returns the row that is open, or -1.
func (l *List) Selected() int { return l.selected }

// Len returns how many rows there are.
func (l *List) Len() int { return l.count }

// Item returns what a row shows.
func (l *List) Item(i int) ListItem { return l.item(i) }

// Built returns how many rows are built, which is no more than fit into sight.
func (l *List) Built() int { return len(l.body.rows) }

// AccessibilityLabel reads the row the keyboard is at.
func (l *List) AccessibilityLabel() string {
	if l.cursor >= l.count {
		return ""
	}
	return l.item(l.cursor).label()
}

// AccessibilityRole tells readers of the screen that this can be pressed.
func (l *List) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// FocusGained shows where the keyboard is.
func (l *List) FocusGained() { l.focused = true; l.reveal(); l.body.update() }

// FocusLost hides it.
func (l *List) FocusLost() { l.focused = false; l.body.update() }

// TypedRune opens a row with the space bar.
func (l *List) TypedRune(r rune) {
	if r == ' ' {
		l.open(l.cursor)
	}
}

// TypedKey moves with the arrows, PageUp, PageDown, Home and End, and opens a row with Enter.
func (l *List) TypedKey(e *fyne.KeyEvent) {
	page := max(int(l.Size().Height/l.height)-1, 1)
	switch e.Name {
	case fyne.KeyUp:
		l.move(l.cursor - 1)
	case fyne.KeyDown:
		l.move(l.cursor + 1)
	case fyne.KeyPageUp:
		l.move(l.cursor - page)
	case fyne.KeyPageDown:
		l.move(l.cursor + page)
	case fyne.KeyHome:
		l.move(0)
	case fyne.KeyEnd:
		l.move(l.count - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.open(l.cursor)
	case fyne.KeyEscape:
		if l.OnEscape != nil {
			l.OnEscape()
			return
		}
		escape()
	}
}

func (l *List) move(to int) {
	l.cursor = max(min(to, l.count-1), 0)
	l.reveal()
	l.body.update()
}

func (l *List) open(i int) {
	if i < 0 || i >= l.count {
		return
	}
	l.selected, l.cursor = i, i
	l.body.update()
	if l.OnOpen != nil {
		l.OnOpen(i)
	}
}

// tapped opens a row under the pointer and takes the keyboard.
func (l *List) tapped(i int) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	l.open(i)
}

// reveal scrolls no further than needed to show the row the keyboard is at.
func (l *List) reveal() {
	top, view := float32(l.cursor)*l.height, l.scroll.Size().Height
	offset := l.scroll.Offset
	switch {
	case view < l.height:
		return // not laid out yet
	case top < offset.Y:
		offset.Y = top
	case top+l.height > offset.Y+view:
		offset.Y = top + l.height - view
	default:
		return
	}
	l.scroll.ScrollToOffset(offset)
}

func (l *List) scrolled(fyne.Position) { l.body.update() }

// CreateRenderer is for Fyne.
func (l *List) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(l, l.layout, l.minSize, l.paint, l.scroll, l.wheel)
}

func (l *List) minSize() fyne.Size { return fyne.NewSize(look.Space40, l.height) }

func (l *List) layout(size fyne.Size) {
	l.scroll.Resize(size)
	l.wheel.Resize(size)
	l.body.update()
}

func (l *List) paint() {
	l.scroll.Refresh()
	l.body.update()
	canvas.Refresh(l.body)
}
