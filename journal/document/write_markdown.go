package document

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// WriteMarkdown writes a book as Markdown. FromMarkdown reads from it what it
// was, as far as Markdown can say it: charts are tables of their numbers,
// notes are [^1], and pages have no breaks. It returns the errors of w and of
// the book.
func WriteMarkdown(w io.Writer, b Book) error {
	out := bufio.NewWriter(w)
	m := &markdownWriter{out: out, outline: outline{wanted: b.Contents}, places: map[string]int{}}
	m.title(b.Title)
	err := writeParts(w, out, b, m)
	return finish(out, "write Markdown", err)
}

// markdownWriter writes blocks below each other.
type markdownWriter struct {
	outline
	out     *bufio.Writer
	first   string         // what the next line begins with, such as "- ",
	rest    string         // and what all others do
	titled  bool           // the title stands above,
	begun   bool           // it or a document
	written int            // lines
	notes   int            // of the document,
	above   int            // and of all documents above it: each has its number in the file
	places  map[string]int // how often a heading's name was given
}

func (m *markdownWriter) title(t *Title) {
	if t == nil {
		return
	}
	m.titled, m.begun = true, true
	m.line("# " + m.oneLine(spoken(t.Text)))
	m.place(t.Text)
	for i, line := range t.Below {
		if i == 0 {
			m.line("")
		}
		end := `\` // a line that ends, for all readers
		if i+1 == len(t.Below) {
			end = ""
		}
		m.lines(m.oneLine(spoken(line)) + end)
	}
}

func (m *markdownWriter) contents() {
	if m.titled {
		m.line("")
	}
	m.line("**Contents**")
	m.line("")
	for _, h := range m.listed {
		m.line(strings.Repeat("  ", m.depth(h)) + "- [" + m.oneLine(spoken(h.text)) + "](#" + h.place + ")")
	}
}

// place gives the name that GitHub and what follows it give to a heading: its
// letters, digits, - and _, small, and - for each space; a number behind it
// tells it from one of the same name above.
func (m *markdownWriter) place(heading string) string {
	if !m.wanted {
		return ""
	}
	place := strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-', r == '_', unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r):
			return unicode.ToLower(r)
		}
		return -1
	}, heading)
	above := m.places[place]
	m.places[place]++
	if above > 0 {
		return place + "-" + strconv.Itoa(above)
	}
	return place
}

func (m *markdownWriter) document(d Document) {
	m.notes = len(d.Notes)
	if (m.begun || m.wanted) && len(d.Blocks) > 0 {
		m.line("")
	}
	m.begun = m.begun || len(d.Blocks) > 0
	m.blocks(d.Blocks, false)
	for i, n := range d.Notes {
		m.line("")
		m.line(m.noteMark(i+1) + ": " + m.oneLine(n.Text))
	}
	m.above += m.notes
}

func (m *markdownWriter) noteMark(n int) string {
	if n < 1 || n > m.notes {
		return ""
	}
	return "[^" + strconv.Itoa(m.above+n) + "]"
}

// blocks writes blocks with an empty line between them, or close together
// where they can be.
func (m *markdownWriter) blocks(all []Block, tight bool) {
	var above Block
	second := false // of two lists one below the other
	for _, b := range all {
		b, ok := m.sayable(b)
		if !ok {
			continue
		}
		if above != nil && (!tight || !stands(above, b)) {
			m.line("")
		}
		second = !second && sameList(above, b)
		m.block(b, second)
		above = b
	}
}

// line writes one line behind what lines begin with here.
func (m *markdownWriter) line(line string) {
	before := m.first
	if line == "" {
		before = strings.TrimRight(before, " ")
	}
	m.first = m.rest
	m.written++
	m.out.WriteString(before)
	m.out.WriteString(line)
	m.out.WriteByte('\n')
}

// lines writes a text that has lines of its own.
func (m *markdownWriter) lines(text string) {
	for line := range strings.SplitSeq(text, "\n") {
		m.line(line)
	}
}

// inside writes what has something before its first line, and before all
// others.
func (m *markdownWriter) inside(first, rest string, write func()) {
	outer, above := m.rest, m.written
	m.first, m.rest = m.first+first, outer+rest
	write()
	if m.written == above {
		m.line("") // without words it is there still
	}
	m.first, m.rest = outer, outer
}
