package parts

import (
	"fyne.io/fyne/v2"
)

// FocusGained shows where the keyboard is.
func (r *Roll) FocusGained() { r.focused = true; r.reveal(); r.showRing(); r.body.update() }

// FocusLost hides it.
func (r *Roll) FocusLost() { r.focused = false; r.showRing(); r.body.update() }

// TypedRune opens a row with the space bar, unless OnSpace is told.
func (r *Roll) TypedRune(letter rune) {
	switch {
	case letter != ' ':
	case r.OnSpace == nil:
		r.open(r.cursor)
	case r.cursor >= 0:
		r.OnSpace(r.cursor)
	}
}

// TypedKey moves with the arrows, PageUp, PageDown, Home and End, and opens a row with Enter.
func (r *Roll) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		r.up()
	case fyne.KeyDown:
		r.move(r.opening(r.cursor+1, 1))
	case fyne.KeyPageUp:
		r.page(-1)
	case fyne.KeyPageDown:
		r.page(1)
	case fyne.KeyHome:
		r.move(r.opening(0, 1))
	case fyne.KeyEnd:
		r.move(r.opening(r.count()-1, -1))
	case fyne.KeyReturn, fyne.KeyEnter:
		r.open(r.cursor)
	case fyne.KeyEscape:
		if r.OnEscape != nil {
			r.OnEscape()
			return
		}
		escape()
	}
}

// up goes to the row above, or from the first one to what stands over it.
func (r *Roll) up() {
	to := r.opening(r.cursor-1, -1)
	if to < 0 {
		r.scroll.ScrollToTop()
		r.body.update()
	}
	r.move(to)
}

// opening returns the first row that opens, from one on in a direction, or -1.
func (r *Roll) opening(from, step int) int {
	for i := from; i >= 0 && i < r.count(); i += step {
		if r.rows.Opens(i) {
			return i
		}
	}
	return -1
}

// nearest returns the row itself if it opens, else the next one that does, else one before it.
func (r *Roll) nearest(i int) int {
	i = max(min(i, r.count()-1), 0)
	if next := r.opening(i, 1); next >= 0 {
		return next
	}
	return r.opening(i, -1)
}

// Go takes the keyboard to a row, which stands at the top of what is in sight then.
func (r *Roll) Go(i int) {
	if i < 0 || i >= r.count() {
		return
	}
	r.cursor = r.nearest(i)
	r.scroll.ScrollToOffset(fyne.NewPos(0, r.tops[i]))
	r.body.darken()
	r.body.update()
}

// InSight returns the first row in sight, and the one after the last.
func (r *Roll) InSight() (first, end int) { return r.body.inSight() }

// page moves by as much as is in sight, and by a row at least.
func (r *Roll) page(step int) {
	if r.cursor < 0 {
		return
	}
	by := r.scroll.Size().Height - r.height(r.cursor)
	to := r.at(fyne.Max(r.tops[r.cursor]+float32(step)*by, 0))
	if (to-r.cursor)*step <= 0 {
		to = r.cursor + step
	}
	back := r.opening(to, -step) // rather a row too few than one that was not seen
	if (back-r.cursor)*step <= 0 {
		back = r.opening(to, step)
	}
	r.move(back)
}

// move goes to a row; -1 is none and stays.
func (r *Roll) move(to int) {
	if to < 0 {
		return
	}
	r.cursor = to
	r.reveal()
	r.body.update()
	if r.OnMove != nil {
		r.OnMove(to)
	}
}

func (r *Roll) open(i int) {
	if i < 0 || i >= r.count() || !r.rows.Opens(i) {
		return
	}
	r.selected, r.cursor = i, i
	r.body.update()
	if r.OnOpen != nil {
		r.OnOpen(i)
	}
}

// tapped opens a row under the pointer and takes the keyboard.
func (r *Roll) tapped(i int) {
	if !r.rows.Opens(i) {
		return
	}
	r.cursor = i // before the keyboard comes, which would bring another row into sight
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r)
	}
	r.open(i)
}

// Reveal scrolls no further than needed to show something in a row, such as a button the keyboard came to.
func (r *Roll) Reveal(o fyne.CanvasObject) { reveal(r.scroll, r.body, o) }

// reveal scrolls no further than needed to show the row the keyboard is at. The first row takes along the headings
// above it, and the last what stands below, which no key could reach otherwise.
func (r *Roll) reveal() {
	view := r.scroll.Size().Height
	r.unseen = view <= 0
	if r.cursor < 0 || r.unseen {
		return
	}
	top, bottom := r.tops[r.cursor], r.tops[r.cursor+1]
	if r.opening(r.cursor-1, -1) < 0 && bottom <= view {
		top = 0
	}
	if end := r.tops[r.count()]; r.opening(r.cursor+1, 1) < 0 && end-top <= view {
		bottom = end
	}
	offset := r.scroll.Offset
	switch {
	case top < offset.Y || bottom-top > view:
		offset.Y = top
	case bottom > offset.Y+view:
		offset.Y = bottom - view
	default:
		return
	}
	r.scroll.ScrollToOffset(offset)
	r.body.darken()
}
