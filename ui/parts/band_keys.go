package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained shows where the keyboard is.
func (b *Band) FocusGained() { b.focused = true; b.reveal() }

// FocusLost hides it.
func (b *Band) FocusLost() { b.focused = false; b.renew() }

// TypedRune opens with the space bar, and asks for another scale with + and −.
func (b *Band) TypedRune(r rune) {
	switch r {
	case ' ':
		b.open()
	case '+', '=':
		b.zoom(1)
	case '-', '−':
		b.zoom(-1)
	}
}

// TypedKey moves along the band.
func (b *Band) TypedKey(e *fyne.KeyEvent) {
	_, end := b.InSight()
	page := max(end-b.first-1, 1)
	switch e.Name {
	case fyne.KeyLeft:
		b.step(-1)
	case fyne.KeyRight:
		b.step(1)
	case fyne.KeyPageUp:
		b.move(b.cursor - page)
	case fyne.KeyPageDown:
		b.move(b.cursor + page)
	case fyne.KeyHome:
		b.move(0)
	case fyne.KeyEnd:
		b.move(len(b.sheet.Columns) - 1)
	case fyne.KeyDown:
		b.toMarks()
	case fyne.KeyUp:
		b.marked = -1
		b.renew()
	case fyne.KeyReturn, fyne.KeyEnter:
		b.open()
	case fyne.KeyEscape:
		b.escape()
	}
}

func (b *Band) escape() {
	if b.OnEscape != nil {
		b.OnEscape()
		return
	}
	escape()
}

// step goes to the next column, or among the dates to the next one.
func (b *Band) step(by int) {
	if b.marked < 0 {
		b.move(b.cursor + by)
		return
	}
	b.marked = min(max(b.marked+by, 0), len(b.placed)-1)
	b.renew()
}

// move goes to a column and brings it into sight.
func (b *Band) move(to int) {
	if len(b.sheet.Columns) == 0 {
		return
	}
	b.marked = -1
	b.cursor = min(max(to, 0), len(b.sheet.Columns)-1)
	b.reveal()
}

// reveal scrolls no further than needed to show the column the keyboard is at.
func (b *Band) reveal() {
	if b.marked < 0 {
		b.first = max(min(b.first, b.cursor), b.cursor-b.grid.fit+1)
	}
	b.renew()
}

// toMarks goes from the columns to the date that is nearest.
func (b *Band) toMarks() {
	if b.marked >= 0 || len(b.placed) == 0 {
		return
	}
	b.marked = nearest(b.placed, b.along(float64(b.cursor)+0.5))
	b.renew()
}

func distance(a, b float32) float32 { return fyne.Max(a-b, b-a) }

// open tells what the keyboard is at.
func (b *Band) open() {
	switch {
	case b.marked >= 0 && b.OnMark != nil:
		b.OnMark(b.placed[b.marked].marks)
	case b.marked < 0 && b.cursor >= 0 && b.OnOpen != nil:
		b.OnOpen(b.cursor)
	}
}

func (b *Band) zoom(step int) {
	if b.OnZoom != nil {
		b.OnZoom(step)
	}
}

// Tapped opens the date or the column under the pointer and takes the keyboard.
func (b *Band) Tapped(e *fyne.PointEvent) {
	mark, column := b.under(e.Position)
	if mark < 0 && column < 0 {
		return
	}
	if mark < 0 {
		b.cursor = column
	}
	b.marked = mark
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		c.Focus(b)
	}
	b.open()
}

// under returns the date and the column under a place, each -1 where there is none.
func (b *Band) under(pos fyne.Position) (mark, column int) {
	for i, p := range b.placed {
		if p.near(pos, b.grid.ringY()) {
			return i, b.column(pos)
		}
	}
	return -1, b.column(pos)
}

// MouseIn lights what is under the pointer.
func (b *Band) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved lights what is under the pointer, and says what it is.
func (b *Band) MouseMoved(e *desktop.MouseEvent) {
	mark, column := b.under(e.Position)
	if mark == b.pointed && column == b.hovered {
		return
	}
	b.pointed, b.hovered = mark, column
	b.renew()
	b.say()
}

// say tells in a tip what the pointer is at.
func (b *Band) say() {
	hideTip(b)
	g := b.grid
	switch {
	case b.pointed >= 0 && b.pointed < len(b.placed) && b.TipMarks != nil:
		p := b.placed[b.pointed]
		b.pen.spot.Move(fyne.NewPos(p.x-bandRing/2, g.ringY()-bandRing/2))
		b.pen.spot.Resize(fyne.NewSquareSize(bandRing))
		showTipFor(b, b.pen.spot, b.TipMarks(p.marks))
	case b.hovered >= 0 && b.Tip != nil:
		left, _, right, bottom := b.boxOf(b.hovered)
		b.pen.spot.Move(fyne.NewPos(left, g.bars))
		b.pen.spot.Resize(fyne.NewSize(right-left, bottom-g.bars))
		showTipFor(b, b.pen.spot, b.Tip(b.hovered))
	}
}

// MouseOut puts the light out.
func (b *Band) MouseOut() {
	b.pointed, b.hovered = -1, -1
	hideTip(b)
	b.renew()
}

// Cursor is the hand over what can be opened.
func (b *Band) Cursor() desktop.Cursor {
	if b.pointed < 0 && b.hovered < 0 {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// bandWheel is how far the wheel turns for one column, or for one step of the scale.
const bandWheel float32 = 12

// Scrolled moves along the band, or asks for another scale where Ctrl is held down.
func (b *Band) Scrolled(e *fyne.ScrollEvent) {
	by := e.Scrolled.DX
	if by == 0 {
		by = e.Scrolled.DY
	}
	b.turned += by
	steps := int(b.turned / bandWheel)
	if steps == 0 {
		return
	}
	b.turned -= float32(steps) * bandWheel
	if b.modifiers()&fyne.KeyModifierShortcutDefault != 0 {
		b.zoom(min(max(steps, -1), 1))
		return
	}
	b.first -= steps
	b.renew()
}

func (b *Band) modifiers() fyne.KeyModifier {
	if b.Modifiers != nil {
		return b.Modifiers()
	}
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
