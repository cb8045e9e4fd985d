package parts

import (
	"strconv"
	"strings"
	"unicode"
)

// listItem is the head of a line that is an item of a list, as Markdown has it.
type listItem struct {
	indent string // spaces and tabs before it
	bullet string // "-", "*", "+", "1." or "1)"
	gap    string // spaces behind that
	box    string // "[ ] " or "[x] " with the spaces behind, or ""
}

// readItem reads the head of a line.
func readItem(line string) (listItem, bool) {
	rest := strings.TrimLeft(line, " \t")
	i := listItem{indent: line[:len(line)-len(rest)], bullet: bulletOf(rest)}
	rest = rest[len(i.bullet):]
	behind := strings.TrimLeft(rest, " \t")
	i.gap = rest[:len(rest)-len(behind)]
	if i.bullet == "" || i.gap == "" {
		return listItem{}, false
	}
	if len(behind) >= 3 && behind[0] == '[' && strings.IndexByte(" xX", behind[1]) >= 0 && behind[2] == ']' {
		words := strings.TrimLeft(behind[3:], " \t")
		if box := behind[:len(behind)-len(words)]; len(box) > 3 || words == "" {
			i.box = box
		}
	}
	return i, true
}

// bulletOf returns the mark that a text begins with, or "".
func bulletOf(text string) string {
	if text != "" && strings.IndexByte("-*+", text[0]) >= 0 {
		return text[:1]
	}
	const longestNumber = 9 // CommonMark 0.31, 5.2
	behind := strings.TrimLeft(text, "0123456789")
	digits := len(text) - len(behind)
	if digits > 0 && digits <= longestNumber && behind != "" && (behind[0] == '.' || behind[0] == ')') {
		return text[:digits+1]
	}
	return ""
}

func (i listItem) length() int { return len(i.indent) + len(i.bullet) + len(i.gap) + len(i.box) }

// next is the head of the item after this one.
func (i listItem) next() string {
	bullet, box := i.bullet, i.box
	if n, err := strconv.Atoi(strings.TrimRight(bullet, ".)")); err == nil {
		bullet = strconv.Itoa(n+1) + bullet[len(bullet)-1:]
	}
	if box != "" {
		box = "[ ] "
	}
	return i.indent + bullet + i.gap + box
}

// deeper is how far an item has to be moved to stand within the one above: as far as its words stand behind its mark.
func (i listItem) deeper() int { return len(i.bullet) + 1 }

// line returns where the cursor's line begins and ends, and where in it the cursor stands, in bytes.
func (e *Editor) line() (from, to, cursor int) {
	at := e.cursor()
	from = strings.LastIndexByte(e.Text[:at], '\n') + 1
	to = len(e.Text)
	if end := strings.IndexByte(e.Text[at:], '\n'); end >= 0 {
		to = at + end
	}
	return from, to, at - from
}

// hasLists reports whether what is written here is Markdown.
func (e *Editor) hasLists() bool { return !e.Plain && (e.kind == Body || e.kind == Small) }

// continueList begins the next item where the cursor's line is one, or ends the list where it is an empty one. It
// reports whether it did.
func (e *Editor) continueList() bool {
	if !e.hasLists() || e.SelectedText() != "" {
		return false
	}
	from, to, cursor := e.line()
	item, is := readItem(e.Text[from:to])
	empty := is && strings.TrimSpace(e.Text[from+item.length():to]) == ""
	switch {
	case empty && cursor > len(item.indent)+len(item.bullet):
		e.Replace(from, to, "")
	case is && !empty && cursor >= item.length():
		e.Insert("\n" + item.next())
	default:
		return false
	}
	return true
}

// atItem returns the item whose head the cursor stands in.
func (e *Editor) atItem() (item listItem, from int, is bool) {
	if !e.hasLists() || e.SelectedText() != "" {
		return listItem{}, 0, false
	}
	from, to, cursor := e.line()
	item, is = readItem(e.Text[from:to])
	return item, from, is && cursor <= item.length()
}

// movesItem reports whether the Tab key moves an item inwards, or with Shift outwards.
func (e *Editor) movesItem() bool {
	item, _, is := e.atItem()
	return is && (!e.back() || item.indent != "")
}

// moveItem moves the item inwards, or with Shift outwards.
func (e *Editor) moveItem() {
	item, from, is := e.atItem()
	if !is {
		return
	}
	if !e.back() {
		e.Replace(from, from, strings.Repeat(" ", item.deeper()))
		return
	}
	out := 0
	for out < len(item.indent) && out < item.deeper() && item.indent[out] == ' ' {
		out++
	}
	if out == 0 && item.indent != "" {
		out = 1 // a tab
	}
	e.Replace(from, from+out, "")
}

// ToggleBox ticks the box of the cursor's line, or no longer; a line without a box gets one.
func (e *Editor) ToggleBox() {
	if !e.hasLists() {
		return
	}
	e.letGo()
	from, to, _ := e.line()
	line := e.Text[from:to]
	item, is := readItem(line)
	at := from + item.length() - len(item.box)
	switch {
	case !is:
		words := strings.TrimLeftFunc(line, unicode.IsSpace)
		e.Replace(to-len(words), to-len(words), "- [ ] ")
	case item.box == "":
		e.Replace(at, at, "[ ] ")
	case item.box[1] == ' ':
		e.Replace(at+1, at+2, "x")
	default:
		e.Replace(at+1, at+2, " ")
	}
}
