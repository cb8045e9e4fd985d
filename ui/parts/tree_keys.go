package parts

import "fyne.io/fyne/v2"

// FocusGained shows where the keyboard is.
func (t *Tree) FocusGained() { t.focused = true; t.settle(); t.moved() }

// FocusLost hides it.
func (t *Tree) FocusLost() { t.focused = false; t.settle() }

// TypedRune chooses with the space bar.
func (t *Tree) TypedRune(r rune) {
	if r == ' ' {
		t.choose(t.cursor)
	}
}

// TypedKey moves, opens, closes and chooses.
func (t *Tree) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		t.step(-1)
	case fyne.KeyDown:
		t.step(+1)
	case fyne.KeyHome:
		t.moveTo(0)
	case fyne.KeyEnd:
		t.moveTo(len(t.rows) - 1)
	case fyne.KeyRight:
		t.unfold()
	case fyne.KeyLeft:
		t.foldUp()
	case fyne.KeyReturn, fyne.KeyEnter:
		t.choose(t.cursor)
	case fyne.KeyEscape:
		if t.OnEscape != nil {
			t.OnEscape()
			return
		}
		escape()
	}
}

// step goes to the next line that is in sight.
func (t *Tree) step(by int) {
	for i := t.cursor + by; i >= 0 && i < len(t.rows); i += by {
		if t.rows[i].Visible() {
			t.moveTo(i)
			return
		}
	}
}

func (t *Tree) moveTo(i int) {
	t.cursor = i
	t.settle()
	t.moved()
}

func (t *Tree) moved() {
	if t.OnMoved != nil {
		t.OnMoved(t.rows[t.cursor])
	}
}

// unfold opens the branch the keyboard is at, and goes into one that is open.
func (t *Tree) unfold() {
	n := t.rows[t.cursor].node
	switch {
	case !n.Branch:
	case t.open != n.Key:
		t.SetOpen(n.Key)
	default:
		t.step(+1)
	}
}

// foldUp goes to the branch of a line, and closes one that is open.
func (t *Tree) foldUp() {
	n := t.rows[t.cursor].node
	switch {
	case n.Under != "":
		t.moveTo(t.find(n.Under))
	case n.Branch && t.open == n.Key:
		t.SetOpen("")
	}
}

// toggle opens or closes a branch without choosing it.
func (t *Tree) toggle(i int) {
	key := t.rows[i].node.Key
	if t.open == key {
		key = ""
	}
	t.SetOpen(key)
}

// choose is the writer's choice. A branch opens with it.
func (t *Tree) choose(i int) {
	n := t.rows[i].node
	t.cursor, t.selected = i, n.Key
	if n.Branch {
		t.open = n.Key
	}
	t.settle()
	if t.OnChosen != nil {
		t.OnChosen(n.Key)
	}
}

// tapped chooses a line under the pointer, or folds it where its chevron is, and takes the keyboard.
func (t *Tree) tapped(i int, chevron bool) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(t)
	}
	if chevron {
		t.toggle(i)
		return
	}
	t.choose(i)
}
