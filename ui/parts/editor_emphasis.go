package parts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The marks of Markdown for strong words and for emphasis.
const (
	strongMark   = "**"
	emphasisMark = "*"
)

// ToggleStrong makes what is selected strong, or else the word at the cursor, or what is typed next; or no longer.
func (e *Editor) ToggleStrong() { e.toggle(strongMark) }

// ToggleEmphasis does the same with emphasis.
func (e *Editor) ToggleEmphasis() { e.toggle(emphasisMark) }

func (e *Editor) toggle(mark string) {
	if !e.hasLists() || e.Disabled() {
		return
	}
	if from, to, any := e.selected(); any {
		e.toggleSelected(from, to, mark)
		return
	}
	at := e.cursor()
	from, to := wordAround(e.Text, at)
	if isMarked(starsBefore(e.Text[:from]), mark) && isMarked(starsBehind(e.Text[to:]), mark) {
		e.Replace(from-len(mark), to+len(mark), e.Text[from:to])
		e.moveTo(at - len(mark))
		return
	}
	e.Replace(from, to, mark+e.Text[from:to]+mark)
	e.moveTo(at + len(mark))
}

// toggleSelected puts marks around what is selected or takes them away, and selects it again.
func (e *Editor) toggleSelected(from, to int, mark string) {
	words := e.Text[from:to]
	switch {
	case isMarked(starsBefore(e.Text[:from]), mark) && isMarked(starsBehind(e.Text[to:]), mark):
		from, to = from-len(mark), to+len(mark)
	case strings.Contains(words, "\n"), isWrapped(words, mark):
		words = toggleLines(words, mark)
	default:
		head, inner, tail := inLine(words)
		words = inner
		e.Replace(from, to, head+mark+inner+mark+tail)
		from += len(head) + len(mark)
		e.chooseText(from, from+len(inner))
		return
	}
	e.Replace(from, to, words)
	e.chooseText(from, from+len(words))
}

// selected returns what is selected, without the space around it, and whether there is anything. The selection is let
// go of.
func (e *Editor) selected() (from, to int, any bool) {
	text := e.SelectedText()
	e.letGo() // which takes the cursor to where it begins
	words := strings.TrimSpace(text)
	if words == "" {
		return 0, 0, false
	}
	from = e.cursor()
	for from > 0 && !strings.HasPrefix(e.Text[from:], text) { // the start was behind a space that ends a row
		from--
	}
	from += strings.Index(text, words)
	return from, from + len(words), true
}

// chooseText selects what stands from one byte to another, or stands behind it where Entry has no place for that.
func (e *Editor) chooseText(from, to int) {
	if !e.selectText(from, to) {
		e.letGo()
		e.moveTo(to)
		return
	}
	e.place(letters(e.Text[:to])) // where the cursor stays when it is drawn
	e.Entry.DragEnd()
	e.Refresh()
}

// toggleLines puts marks around what each line says, or takes them away if all lines have them.
func toggleLines(text, mark string) string {
	lines := strings.Split(text, "\n")
	all := true
	for _, l := range lines {
		_, words, _ := inLine(l)
		all = all && (words == "" || isWrapped(words, mark))
	}
	for i, l := range lines {
		head, words, tail := inLine(l)
		switch {
		case words == "":
		case all:
			lines[i] = head + words[len(mark):len(words)-len(mark)] + tail
		case !isWrapped(words, mark):
			lines[i] = head + mark + words + mark + tail
		}
	}
	return strings.Join(lines, "\n")
}

// inLine splits a line into what makes it an item, a heading or a quote, what it says, and the space behind.
func inLine(line string) (head, words, tail string) {
	words = line
	if item, is := readItem(line); is {
		words = line[item.length():]
	} else {
		words = strings.TrimLeft(line, " \t#>")
	}
	head = line[:len(line)-len(words)]
	trimmed := strings.TrimRightFunc(words, unicode.IsSpace)
	return head, trimmed, words[len(trimmed):]
}

// isWrapped reports whether words have marks at both ends.
func isWrapped(words, mark string) bool {
	return len(words) > 2*len(mark) && isMarked(starsBehind(words), mark) && isMarked(starsBefore(words), mark)
}

// isMarked reports whether a mark is among so many asterisks: two are strong, one is emphasis, three are both.
func isMarked(stars int, mark string) bool {
	if mark == strongMark {
		return stars >= 2
	}
	return stars%2 == 1
}

// starsBefore returns how many asterisks a text ends with.
func starsBefore(text string) int { return len(text) - len(strings.TrimRight(text, "*")) }

// starsBehind returns how many asterisks a text begins with.
func starsBehind(text string) int { return len(text) - len(strings.TrimLeft(text, "*")) }

// wordAround returns the word in which a byte of a text stands, or at whose end.
func wordAround(text string, at int) (from, to int) {
	from, to = at, at
	for from > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:from])
		if !ofWord(r) {
			break
		}
		from -= n
	}
	for to < len(text) {
		r, n := utf8.DecodeRuneInString(text[to:])
		if !ofWord(r) {
			break
		}
		to += n
	}
	return from, to
}

// ofWord reports whether a letter belongs to a word: all that is no space and no mark, but the apostrophe does.
func ofWord(r rune) bool {
	return r == '\'' || r == '’' || !unicode.IsSpace(r) && !unicode.IsPunct(r)
}
