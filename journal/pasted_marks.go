package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// listLine is a line of a pasted list.
type listLine struct {
	raw      string // as it stands there, without white space at its end
	text     string // without its marks
	from, to int    // its bytes in the list
	indent   int    // columns of white space before it
	marked   bool   // it has a bullet, a number, a check box or a heading's mark
	level    int    // of a heading, 1 to 6
}

// tabWidth is how many columns a tab stands for.
const tabWidth = 4

// listLines takes a list apart.
func listLines(list string) []listLine {
	var all []listLine
	at := 0
	for part := range strings.SplitAfterSeq(list, "\n") {
		raw := strings.TrimRightFunc(part, unicode.IsSpace)
		line := listLine{raw: raw, from: at, to: at + len(raw)}
		line.text = strings.TrimLeftFunc(raw, unicode.IsSpace)
		for _, r := range raw[:len(raw)-len(line.text)] {
			line.indent++
			if r == '\t' {
				line.indent += tabWidth - 1
			}
		}
		line.strip()
		all = append(all, line)
		at += len(part)
	}
	return all
}

// empty tells whether the line says nothing: it is blank, or a rule.
func (l listLine) empty() bool { return strings.Trim(l.text, "-–—=_*#~+>|.• \t") == "" }

// strip takes the marks of a list off a line, one after the other: "> - [x] 3.
// text". A number is taken once, so that what it counts may begin with one.
func (l *listLine) strip() {
	numbered := false
	for {
		mark := bulletLength(l.text)
		if mark == 0 {
			mark = boxLength(l.text)
		}
		if mark == 0 && !numbered {
			mark = numberLength(l.text)
			numbered = mark > 0
		}
		if mark == 0 && l.level == 0 {
			mark = headingLength(l.text)
			l.level = mark
		}
		quoted := mark == 0 && strings.HasPrefix(l.text, ">")
		if quoted {
			mark = 1
		}
		if mark == 0 {
			return
		}
		l.marked = l.marked || !quoted
		l.text = strings.TrimSpace(l.text[mark:])
	}
}

// bulletLength gives the bytes of a bullet at the beginning of a text. A dash
// is one before a space or a letter: "-5 %" is a number.
func bulletLength(text string) int {
	first, size := utf8.DecodeRuneInString(text)
	next, _ := utf8.DecodeRuneInString(text[size:])
	switch first {
	case '•', '‣', '▪', '▫', '◦', '●', '○', '■', '□', '➢', '➤', '⁃', '∙':
		return size
	case '-', '–', '—', '−', '·':
		if size == len(text) || unicode.IsSpace(next) || unicode.IsLetter(next) || next == '[' {
			return size
		}
	case '*', '+':
		if size == len(text) || unicode.IsSpace(next) {
			return size
		}
	}
	return 0
}

// boxLength gives the bytes of a check box: [ ], [x], ☐, ☑, ✓.
func boxLength(text string) int {
	if len(text) >= 3 && text[0] == '[' && text[2] == ']' && strings.IndexByte(" xX-", text[1]) >= 0 {
		return 3
	}
	first, size := utf8.DecodeRuneInString(text)
	if strings.ContainsRune("☐☑☒✓✔✅", first) {
		if next, more := utf8.DecodeRuneInString(text[size:]); next == '\ufe0f' { // asks for the coloured sign
			size += more
		}
		return size
	}
	return 0
}

// numberLength gives the bytes of a number that counts: "3. ", "12) ", "(3) ".
func numberLength(text string) int {
	at := 0
	if strings.HasPrefix(text, "(") {
		at = 1
	}
	digits := len(text[at:]) - len(strings.TrimLeftFunc(text[at:], isDigit))
	end := at + digits
	if digits == 0 || digits > 3 || end == len(text) || text[end] != ')' && (at == 1 || text[end] != '.') {
		return 0
	}
	if next, _ := utf8.DecodeRuneInString(text[end+1:]); end+1 < len(text) && !unicode.IsSpace(next) {
		return 0
	}
	return end + 1
}

// headingLength gives the bytes of a heading's mark, which is its level.
func headingLength(text string) int {
	level := len(text) - len(strings.TrimLeft(text, "#"))
	if level > 6 || level < len(text) && text[level] != ' ' && text[level] != '\t' {
		return 0
	}
	return level
}
