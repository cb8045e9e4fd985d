package parts

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// Fyne's Entry gives the space on which a row is broken no place of its own. When that space is the last of a
// paragraph, the cursor behind it has no row and column, and Entry puts it before the space: what is typed next lands
// there too, and the space wanders to the end (seen in Fyne 2.8.1; a bare Entry does it as well).
//
// So an Editor remembers after each edit where the cursor belongs, and takes it there before the next thing is done.

// whereabouts is where the cursor belongs while Entry shows it elsewhere.
type whereabouts struct {
	missed   bool
	offset   int // in letters from the start of the text
	row, col int // where Entry put it
}

// settle remembers where the cursor belongs after an edit.
func (e *Editor) settle(offset int) {
	e.belongs = whereabouts{
		missed: e.MultiLine && offset >= 0 && e.CursorTextOffset() != offset,
		offset: offset, row: e.CursorRow, col: e.CursorColumn,
	}
}

// resume takes the cursor to where it belongs, unless it was moved since.
func (e *Editor) resume() {
	p := e.belongs
	e.belongs = whereabouts{}
	if !p.missed || p.row != e.CursorRow || p.col != e.CursorColumn {
		return
	}
	for row := e.CursorRow; row >= 0; row-- {
		e.CursorRow, e.CursorColumn = row, 0
		if begin := e.CursorTextOffset(); begin <= p.offset {
			e.CursorColumn = p.offset - begin
			return
		}
	}
}

// edit does something at the cursor after which it belongs so many letters further on; over a selection nobody can
// say beforehand.
func (e *Editor) edit(further int, do func()) {
	e.resume()
	offset := e.CursorTextOffset() + further
	if e.SelectedText() != "" {
		offset = -1
	}
	do()
	e.settle(offset)
}

// typeKey hands a key to Entry.
func (e *Editor) typeKey(key *fyne.KeyEvent) {
	do := func() { e.Entry.TypedKey(key) }
	switch key.Name {
	case fyne.KeyBackspace:
		e.edit(-1, do)
	case fyne.KeyDelete:
		e.edit(0, do)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyTab:
		e.edit(1, do)
	case fyne.KeyEnd:
		e.resume()
		do()
		e.skipSpaces()
	default:
		e.resume()
		do()
	}
}

// CursorToEnd puts the cursor behind the text.
func (e *Editor) CursorToEnd() {
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	e.settle(utf8.RuneCountInString(e.Text))
}

// skipSpaces takes the cursor at the end of a row behind the spaces that end a paragraph there.
func (e *Editor) skipSpaces() {
	letters := []rune(e.Text)
	offset := e.CursorTextOffset()
	if offset < 0 || offset > len(letters) {
		return
	}
	behind := offset
	for behind < len(letters) && letters[behind] == ' ' {
		behind++
	}
	if behind == len(letters) || letters[behind] == '\n' {
		e.settle(behind)
	}
}

// atRowEnd reports whether the cursor stands at the end of its row.
func (e *Editor) atRowEnd() bool {
	col := e.CursorColumn
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	end := e.CursorColumn
	e.CursorColumn = col
	return col == end
}
