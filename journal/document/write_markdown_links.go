package document

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/util"

	"groundwork/journal"
)

// longestLabel is how many bytes goldmark reads as the words of a link, and a
// few less (CommonMark 0.31, 4.7 gives it 999).
const longestLabel = 900

// link writes words that lead to one address.
func (m *markdownLine) link(all []Span) {
	to := printable(all[0].Link)
	m.look(0, "[", nil)
	if s := all[0]; len(all) == 1 && s.Style == 0 && m.standsForItself(s.Text, to) {
		m.mark("<" + s.Text + ">" + m.note(s.Note))
		return
	}
	m.bracket()
	begin, marks := len(m.b), ""
	m.mark("[")
	words := withoutLink(all)
	for i, s := range words {
		marks += m.note(s.Note)
		s.Note = 0
		m.span(s, words[i+1:])
	}
	m.look(0, "]", nil)
	if len(m.b)-begin > longestLabel {
		m.b = slices.Delete(m.b, begin, begin+1)
		m.mark(" (<" + m.escapedAddress(to) + ">)" + marks)
		return
	}
	m.mark("](" + m.destination(to) + ")" + marks)
}

// bracket sees to it that a bracket can follow: behind ! it would begin a
// picture.
func (m *markdownLine) bracket() {
	if m.last() == '!' {
		m.b = append(m.b[:len(m.b)-1], `\!`...)
	}
}

func withoutLink(all []Span) []Span {
	return each(all, func(s Span) Span { s.Link = ""; return s })
}

// standsForItself tells whether <text> leads to an address. In one that does,
// nothing can be escaped.
func (m *markdownLine) standsForItself(text, address string) bool {
	if strings.ContainsAny(text, "`[") || m.inTable && strings.Contains(text, "|") {
		return false
	}
	raw := []byte(text + ">")
	if util.FindEmailIndex(raw) == len(text) {
		return address == "mailto:"+text
	}
	return text == address && util.FindURLIndex(raw) == len(text)
}

// destination writes an address behind the words of a link.
func (m *markdownLine) destination(to string) string {
	escaped := m.escapedAddress(to)
	if escaped == to && strings.IndexFunc(to, func(r rune) bool { return r <= ' ' || r > '~' || r == '(' || r == ')' }) < 0 {
		return to
	}
	return "<" + escaped + ">"
}

func (m *markdownLine) escapedAddress(to string) string {
	var b []byte
	for i := range len(to) {
		switch c := to[i]; {
		case c == '\n':
			b = asNumber(b, '\n')
			continue
		case strings.IndexByte("\\<>`[]", c) >= 0, c == '|' && m.inTable, c == '&' && entityAt([]byte(to[i:])) != "&":
			b = append(b, '\\')
		}
		b = append(b, to[i])
	}
	return string(b)
}

// namesEntry tells whether [[title|words]] leads where a span does.
func (m *markdownLine) namesEntry(s Span) bool {
	if s.Text != s.Entry && (m.inTable || strings.ContainsAny(s.Text, "[]\n") || strings.TrimSpace(s.Text) != s.Text || s.Text == "") {
		return false
	}
	return slices.Equal(journal.Mentions(entryMark(s)), []string{s.Entry}) && !strings.Contains(s.Entry, "|")
}

// entryMark is how a link to an entry is written.
func entryMark(s Span) string {
	if s.Text == s.Entry {
		return "[[" + s.Entry + "]]"
	}
	return "[[" + s.Entry + "|" + s.Text + "]]"
}
