package parts

import (
	"fyne.io/fyne/v2"
)

// FocusGained shows where the keyboard is.
func (m *Matrix) FocusGained() { m.focused = true; m.reveal(); m.body.update() }

// FocusLost hides it.
func (m *Matrix) FocusLost() { m.focused = false; m.body.update() }

// TypedRune chooses with the space bar.
func (m *Matrix) TypedRune(letter rune) {
	if letter == ' ' {
		m.choose(m.place())
	}
}

// TypedKey moves with the arrows, Home and End within a row, PageUp and PageDown, and chooses with Enter.
func (m *Matrix) TypedKey(e *fyne.KeyEvent) {
	at := m.place()
	switch e.Name {
	case fyne.KeyLeft:
		m.move(matrixPlace{at.row, at.column - 1})
	case fyne.KeyRight:
		m.move(matrixPlace{at.row, at.column + 1})
	case fyne.KeyHome:
		m.move(matrixPlace{at.row, -1})
	case fyne.KeyEnd:
		m.move(matrixPlace{at.row, len(m.columns) - 1})
	case fyne.KeyUp:
		m.move(matrixPlace{m.row(at.row-1, -1), m.cursor.column})
	case fyne.KeyDown:
		m.move(matrixPlace{m.row(at.row+1, 1), m.cursor.column})
	case fyne.KeyPageUp:
		m.page(-1)
	case fyne.KeyPageDown:
		m.page(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		m.choose(at)
	case fyne.KeyEscape:
		if m.OnEscape != nil {
			m.OnEscape()
			return
		}
		escape()
	}
}

// row returns the first row that is no heading, from one on in a direction, or -1.
func (m *Matrix) row(from, step int) int {
	for i := from; i >= 0 && i < len(m.rows); i += step {
		if !m.rows[i].Heading {
			return i
		}
	}
	return -1
}

// nearest returns the row itself, or the next one, or one before it.
func (m *Matrix) nearest(i int) int {
	i = max(min(i, len(m.rows)-1), 0)
	if next := m.row(i, 1); next >= 0 {
		return next
	}
	return m.row(i, -1)
}

// page moves by as much as is in sight, and by a row at least.
func (m *Matrix) page(step int) {
	at := m.cursor
	if at.row < 0 {
		return
	}
	by := m.scroll.Size().Height - matrixRowHeight
	to := m.at(fyne.Max(m.tops[at.row]+float32(step)*by, 0))
	if (to-at.row)*step <= 0 {
		to = at.row + step
	}
	back := m.row(to, -step) // rather a row too few than one that was not seen
	if (back-at.row)*step <= 0 {
		back = m.row(to, step)
	}
	m.move(matrixPlace{back, at.column})
}

// move goes to a place. Row -1 is none and stays, and so does a column beyond the edge.
func (m *Matrix) move(to matrixPlace) {
	last := len(m.columns) - 1
	if to.row < 0 || to.column < -1 || to.column > last {
		return
	}
	m.cursor = to
	m.reveal()
	m.body.update()
}

func (m *Matrix) choose(at matrixPlace) {
	if at.row < 0 || m.rows[at.row].Heading {
		return
	}
	if m.lacks(at.row) && at.column >= 0 {
		if m.OnOffer != nil {
			m.OnOffer(at.row)
		}
		return
	}
	m.chosen, m.cursor = at, at
	m.body.update()
	if m.OnChosen != nil {
		m.OnChosen(at.row, at.column)
	}
}

// tapped chooses what lies under the pointer and takes the keyboard.
func (m *Matrix) tapped(at matrixPlace) {
	m.cursor = at // before the keyboard comes, which would bring another row into sight
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil {
		c.Focus(m)
	}
	m.choose(at)
}

// reveal scrolls no further than needed to show where the keyboard is. The first row takes along the heading above it.
func (m *Matrix) reveal() {
	view := m.scroll.Size().Height
	m.unseen = view <= 0
	at := m.place()
	if at.row < 0 || m.unseen {
		return
	}
	if at.column >= 0 && !m.lacks(at.row) {
		m.sideways(min(at.column-m.first, 0))
		m.sideways(max(at.column-m.first-m.grid.fit+1, 0))
	}
	top, bottom := m.tops[at.row], m.tops[at.row+1]
	if m.row(at.row-1, -1) < 0 && bottom <= view {
		top = 0
	}
	offset := m.scroll.Offset
	switch {
	case top < offset.Y:
		offset.Y = top
	case bottom > offset.Y+view:
		offset.Y = bottom - view
	default:
		return
	}
	m.scroll.ScrollToOffset(offset)
}
