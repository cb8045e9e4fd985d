package document

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// markdownLine gathers the words of a block as Markdown. What it escapes and
// where it sets its marks follows CommonMark 0.31, sections 2.4, 2.5 and 6, so
// that every letter of a text stands for itself.
type markdownLine struct {
	b       []byte
	oneLine bool             // a heading or a cell: its line cannot end
	inTable bool             // | ends a cell
	note    func(int) string // gives the mark of a note, or ""

	slender bool    // no word is strong, so that * can stand for emphasis
	open    []Style // the looks that were begun, outermost first
	space   string  // white space that is not written yet
	letter  int     // where the last letter begins in b, or -1 where a mark came behind it
	number  bool    // the next letter is written as a number
}

// spans gives words as Markdown.
func (m *markdownLine) spans(all []Span) string {
	all = joined(all)
	m.b = slices.Grow(m.b, lengthOf(all))
	m.slender = !slices.ContainsFunc(all, func(s Span) bool { return s.Style&Strong != 0 })
	for len(all) > 0 {
		n := 1
		for all[0].Link != "" && n < len(all) && all[n].Link == all[0].Link {
			n++
		}
		if all[0].Link != "" {
			m.link(all[:n])
		} else {
			m.span(all[0], all[1:])
		}
		all = all[n:]
	}
	m.look(0, "", nil)
	return string(m.b)
}

// joined gives spans without control characters and without those that say
// nothing, and what looks the same as one.
func joined(all []Span) []Span {
	spans := make([]Span, 0, len(all))
	for _, s := range all {
		s.Text = printable(s.Text)
		if last := len(spans) - 1; last >= 0 && spans[last].Note == 0 && s.Entry == "" {
			same := spans[last]
			same.Text, same.Note = s.Text, s.Note
			if same == s {
				spans[last].Text += s.Text
				spans[last].Note = s.Note
				continue
			}
		}
		if s.Text != "" || s.Note != 0 {
			spans = append(spans, s)
		}
	}
	return spans
}

// lengthOf counts the bytes of words.
func lengthOf(all []Span) (n int) {
	for _, s := range all {
		n += len(s.Text)
	}
	return n
}

// saysNothing tells whether spans say nothing.
func saysNothing(all []Span) bool {
	return !slices.ContainsFunc(all, func(s Span) bool { return s.Note != 0 || strings.ContainsFunc(s.Text, isPrintable) })
}

// span writes words that lead to no address. It is told what comes behind
// them, so that the look that lasts longest is begun first.
func (m *markdownLine) span(s Span, behind []Span) {
	core := strings.TrimFunc(s.Text, util.IsSpaceRune)
	switch {
	case s.Entry != "" && m.namesEntry(s):
		m.look(s.Style, "[", behind)
		m.bracket()
		m.mark(entryMark(s))
	case s.Style&Fixed != 0 && s.Text != "":
		m.look(s.Style, "`", behind)
		m.code(s.Text)
	case core == "":
		m.space += s.Text
	default:
		lead := len(s.Text) - len(strings.TrimLeftFunc(s.Text, util.IsSpaceRune))
		m.space += s.Text[:lead]
		m.look(s.Style, core, behind)
		m.words(core)
		m.space = s.Text[lead+len(core):]
	}
	m.mark(m.note(s.Note))
}

// mark writes something that is not a letter of the text.
func (m *markdownLine) mark(mark string) {
	if mark == "" {
		return
	}
	m.white(m.space, false)
	m.space = ""
	m.b = append(m.b, mark...)
	m.letter = -1
}

// white writes white space. Markdown drops it at the ends of lines, so there it
// is written as a number.
func (m *markdownLine) white(space string, end bool) {
	if end {
		space = strings.TrimRight(space, "\n")
	}
	for i, r := range space {
		starts := len(m.b) == 0 || m.b[len(m.b)-1] == '\n'
		rest := space[i+utf8.RuneLen(r):]
		ends := rest == "" && end || rest != "" && rest[0] == '\n'
		if r == '\n' && (starts || m.oneLine) || r != '\n' && r < 0x80 && (starts || ends) {
			m.b = asNumber(m.b, r)
			continue
		}
		m.b = utf8.AppendRune(m.b, r)
	}
	if space != "" {
		m.letter = -1
	}
}

// words writes a text that has white space neither before nor behind it.
func (m *markdownLine) words(text string) {
	for text != "" {
		if n := plainWords(text); n > 0 && !m.number {
			m.b = append(m.b, text[:n]...)
			m.letter = len(m.b) - 1
			text = text[n:]
		}
		end := strings.IndexFunc(text, util.IsSpaceRune)
		if end < 0 {
			end = len(text)
		}
		m.word(text[:end])
		text = text[end:]
		behind := strings.TrimLeftFunc(text, util.IsSpaceRune)
		m.white(text[:len(text)-len(behind)], false)
		text = behind
	}
}

// plainWords tells how many bytes at the head of a text are words, with the
// spaces between them, of which every letter stands for itself wherever it is
// (see escapes). That is most of what people write, and need not be looked at
// letter by letter.
func plainWords(text string) int {
	n := 0
	for n < len(text) && isPlain(text[n]) {
		n++
	}
	if n < len(text) { // in the last word something else comes
		n = max(0, strings.LastIndexByte(text[:n], ' '))
	}
	return len(strings.TrimRight(text[:n], " "))
}

func isPlain(c byte) bool {
	switch c {
	case '\\', '`', '*', '[', ']', '~', '|', '_', '<', '&', ':':
		return false
	}
	return c >= ' ' && c < 0x7f
}

func (m *markdownLine) word(word string) {
	for i, r := range word {
		m.letter = len(m.b)
		if m.number {
			m.b = asNumber(m.b, r)
			m.number = false
			continue
		}
		if m.escapes(word, i) {
			m.b = append(m.b, '\\')
		}
		_, size := utf8.DecodeRuneInString(word[i:]) // 1 for what is no letter
		m.b = append(m.b, word[i:i+size]...)
	}
}

// escapes tells whether a letter of a word would be read as markup, by
// FromMarkdown or by programs that let HTML through.
func (m *markdownLine) escapes(word string, i int) bool {
	switch word[i] {
	case '\\', '`', '*', '[', ']', '~':
		return true
	case '|':
		return m.inTable
	case '_': // between letters it is none; but the last one may yet become a number
		after, size := utf8.DecodeRuneInString(word[i+1:])
		return i == 0 || setsApart(m.last()) || setsApart(after) || i+1+size >= len(word)
	case '<':
		return i+1 < len(word) && (util.IsAlphaNumeric(word[i+1]) || strings.IndexByte("/!?", word[i+1]) >= 0)
	case '&':
		return entityAt([]byte(word[i:min(len(word), i+40)])) != "&"
	case ':':
		return strings.HasPrefix(word[i+1:], "//") && (strings.HasSuffix(word[:i], "http") || strings.HasSuffix(word[:i], "https"))
	}
	return false
}

func (m *markdownLine) code(text string) {
	text = strings.ReplaceAll(text, "\n", " ")
	if m.inTable {
		text = strings.ReplaceAll(text, "|", `\|`)
	}
	fence := strings.Repeat("`", 1+longestRun(text, '`'))
	first, last := text[0], text[len(text)-1]
	if first == '`' || last == '`' || first == ' ' && last == ' ' && strings.Trim(text, " ") != "" {
		text = " " + text + " "
	}
	m.mark(fence + text + fence)
}

// longestRun counts the letters of the longest row of one.
func longestRun(text string, of byte) int {
	longest, run := 0, 0
	for i := range len(text) {
		if run++; text[i] != of {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}
