package parts

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Replace puts text in the place of what stands from one byte of the text to another, as one step to undo. The cursor
// stays where it is in what is around; from within the place it goes behind it. The selection is let go of.
func (e *Editor) Replace(from, to int, text string) {
	if e.Disabled() || e.Text[from:to] == text || !e.hasRoom(len(text)-(to-from)) {
		return
	}
	cursor := e.cursorAfter(from, to, len(text))
	e.quietly(func() {
		e.letGo()
		e.change(from, to, text)
	})
	e.moveTo(cursor)
	e.changed(e.Text)
}

// change puts text in the place of another. What is new comes in before what was goes, and where nothing is new a space
// does, because a deletion alone is one that Entry joins with the deletion before it, which undo would take back too.
func (e *Editor) change(from, to int, text string) {
	filler := ""
	if text == "" {
		filler = " "
	}
	e.CursorRow, e.CursorColumn = 0, letters(e.Text[:to]) // Entry adds up where a row begins and the column
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: &slip{filler + text}})
	if from == to {
		return
	}
	e.pass(e.Text)
	e.delete(from, to+len(filler))
}

func letters(text string) int { return utf8.RuneCountInString(text) }

// cursor returns the byte of the text that the cursor stands before.
func (e *Editor) cursor() int {
	e.resume()
	at := e.CursorTextOffset()
	for i := range e.Text {
		if at == 0 {
			return i
		}
		at--
	}
	return len(e.Text)
}

// cursorAfter returns before which byte the cursor belongs once a place has another length.
func (e *Editor) cursorAfter(from, to, length int) int {
	at := e.cursor()
	switch {
	case at <= from && (at < from || from < to):
		return at
	case at < to:
		return from + length
	}
	return at + length - (to - from)
}

// moveTo takes the cursor before a byte of the text.
func (e *Editor) moveTo(at int) {
	offset := letters(e.Text[:at])
	e.place(offset)
	e.Refresh()
	e.settle(offset)
}

// place sets the cursor before a letter of the text, without showing it there.
func (e *Editor) place(offset int) {
	row := e.CursorRow
	for row > 0 && e.rowBegin(row) > offset {
		row--
	}
	for next := e.rowBegin(row + 1); next > e.rowBegin(row) && next <= offset; next = e.rowBegin(row + 1) {
		row++
	}
	begin := e.rowBegin(row)
	e.CursorRow, e.CursorColumn = row, offset-begin
}

// rowBegin returns with which letter of the text a row begins, or 0 if there is no such row.
func (e *Editor) rowBegin(row int) int {
	e.CursorRow, e.CursorColumn = row, 0
	return e.CursorTextOffset()
}

// letGo lets go of the selection, with the cursor at its start.
func (e *Editor) letGo() {
	e.Entry.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft}) // it may be held for the shortcut that leads here
	if e.SelectedText() != "" {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
}

// withoutSelection returns the text without what is selected in it, which begins or ends at the cursor.
func (e *Editor) withoutSelection(selected string) string {
	from := e.cursor()
	if !strings.HasPrefix(e.Text[from:], selected) {
		from -= len(selected)
	}
	return e.Text[:from] + e.Text[from+len(selected):]
}

// delete takes out what stands from one byte to another.
func (e *Editor) delete(from, to int) {
	rest := ""
	if !e.selectText(from, to) {
		rest = e.Text[:from]
		e.selectStart(to)
	}
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if rest != "" {
		e.pass(e.Text)
		e.CursorRow, e.CursorColumn = 0, 0
		e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: &slip{rest}})
	}
}

// selectText selects what stands from one byte to another. Entry offers no way to say so: its selection begins where
// the cursor is when Shift goes down, as far as Entry has a place for it there, and ends where the cursor is moved.
func (e *Editor) selectText(from, to int) bool {
	begin, end := letters(e.Text[:from]), letters(e.Text[:to])
	e.place(begin)
	row := e.CursorRow
	e.Entry.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	e.Entry.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	e.CursorColumn = end - e.rowBegin(row)
	e.Entry.DragEnd() // has the selection take notice
	return e.SelectedText() == e.Text[from:to]
}

// selectStart selects all before a byte: the start of the text is a place that Entry always has.
func (e *Editor) selectStart(to int) {
	e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	e.CursorRow, e.CursorColumn = 0, letters(e.Text[:to])
	e.Entry.DragEnd()
}
