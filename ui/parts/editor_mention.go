package parts

import (
	"fyne.io/fyne/v2"
)

// mention is the title of an entry that is being typed behind "[[". It is followed letter by letter, because looking
// for it in the text would cost the more, the longer the text is.
type mention struct {
	on      bool
	start   int    // the letter of the text it begins with
	typed   []rune // as far as it is typed
	length  int    // of the whole text then, in bytes
	bracket int    // behind which letter of the text a single "[" was typed last
}

// longestMention is how many letters the title of an entry may have there.
const longestMention = 200

// end is where the cursor stands while the title is being typed.
func (m *mention) end() int { return m.start + len(m.typed) }

// place of the cursor, in letters of the text.
func (e *Editor) offset() int {
	if p := e.belongs; p.missed && p.row == e.CursorRow && p.col == e.CursorColumn {
		return p.offset
	}
	return e.CursorTextOffset()
}

// followRune goes on with a title after a letter was typed, or begins one.
func (e *Editor) followRune(r rune) {
	if e.OnMention == nil {
		return
	}
	m, at := &e.mention, e.offset()
	switch {
	case m.on && at == m.end()+1 && r != '[' && r != ']' && len(m.typed) < longestMention:
		m.typed, m.length = append(m.typed, r), len(e.Text)
		e.OnMention(string(m.typed), true)
		return
	case m.on:
		e.endMention()
	}
	if r != '[' {
		return
	}
	if m.bracket == at-1 && at > 1 {
		*m = mention{on: true, start: at, length: len(e.Text)}
		e.OnMention("", true)
		return
	}
	m.bracket = at
}

// followCursor goes on with a title after something else than a letter: one may have been taken back.
func (e *Editor) followCursor() {
	m := &e.mention
	if !m.on {
		return
	}
	switch at, gone := e.offset(), m.length-len(e.Text); {
	case at == m.end():
	case at == m.end()-1 && at >= m.start && gone > 0:
		m.typed, m.length = m.typed[:len(m.typed)-1], len(e.Text)
		e.OnMention(string(m.typed), true)
	default:
		e.endMention()
	}
}

func (e *Editor) endMention() {
	e.mention = mention{}
	e.OnMention("", false)
}

// CompleteMention puts the title of an entry in the place of what is typed of it, and ends the brackets.
func (e *Editor) CompleteMention(title string) {
	if !e.mention.on {
		return
	}
	to := e.cursor()
	from := to - len(string(e.mention.typed))
	behind := e.Text[to:]
	if len(behind) >= 2 && behind[:2] == "]]" {
		to += 2
	}
	e.endMention()
	e.Replace(from, to, title+"]]")
}

// offersKey asks those who list titles below the editor whether a key is theirs while one is being typed.
func (e *Editor) offersKey(key fyne.KeyName) bool {
	if !e.mention.on || e.OnMentionKey == nil {
		return false
	}
	switch key {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyTab, fyne.KeyEscape:
		return e.OnMentionKey(key)
	}
	return false
}
