package parts

import (
	"fyne.io/fyne/v2"
)

// TypedKey edits and moves the cursor, and leaves the editor where its edges are neighbours.
func (e *Editor) TypedKey(key *fyne.KeyEvent) {
	if e.offersKey(key.Name) {
		return
	}
	switch key.Name {
	case fyne.KeyEscape:
		e.escape()
		return
	case fyne.KeyReturn, fyne.KeyEnter:
		if !e.MultiLine {
			e.enter()
			return
		}
		if !e.hasRoom(1) || e.continueList() {
			return
		}
	case fyne.KeyTab:
		if !e.hasRoom(1) || e.tab() {
			return
		}
	case fyne.KeyDown:
		if e.OnDown != nil && !e.MultiLine {
			e.OnDown()
			return
		}
		if e.Next != nil {
			e.down(key)
			return
		}
	case fyne.KeyUp:
		if e.OnUp != nil && !e.MultiLine {
			e.OnUp()
			return
		}
		if e.Previous != nil && e.CursorRow == 0 {
			e.hand(e.Previous)
			return
		}
	case fyne.KeyBackspace:
		if e.Text == "" && e.OnEmptyBackspace != nil {
			e.OnEmptyBackspace()
			return
		}
	}
	e.typeKey(key)
	e.followCursor()
}

func (e *Editor) escape() {
	if e.OnEscape != nil {
		e.OnEscape()
		return
	}
	escape()
}

func (e *Editor) enter() {
	switch {
	case e.Next != nil:
		e.hand(e.Next)
	case e.OnEnter != nil:
		e.OnEnter()
	}
}

// down goes to the next row, and from the last one to the neighbour.
func (e *Editor) down(key *fyne.KeyEvent) {
	e.resume()
	row := e.CursorRow
	e.Entry.TypedKey(key)
	if e.CursorRow == row && e.SelectedText() == "" {
		e.hand(e.Next)
	}
}

// hand gives the keyboard to a neighbour.
func (e *Editor) hand(to *Editor) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(to); c != nil {
		c.Focus(to)
	}
}

// AcceptsTab reports whether the Tab key does something here: it moves an item of a list, chooses a title that is
// offered, or types a tab. Otherwise it goes to the next control.
func (e *Editor) AcceptsTab() bool {
	return e.TypesTab && e.MultiLine || e.mention.on && e.OnMentionKey != nil || e.movesItem()
}

// tab does what Tab does other than typing a tab, and reports whether it did.
func (e *Editor) tab() bool {
	switch {
	case e.movesItem():
		e.moveItem()
	case e.TypesTab:
		return false
	default: // nobody wanted the title
		if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
			c.FocusNext()
		}
	}
	return true
}
