package document

import (
	"bufio"
	"bytes"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode"
)

// WriteMarkdown writes a book as Markdown. FromMarkdown reads from it what it
// was, as far as Markdown can say it: charts are tables of their numbers,
// notes are [^1], and pages have no breaks. It returns the errors of w and of
// the book.
func WriteMarkdown(w io.Writer, b Book) error {
	out := bufio.NewWriterSize(w, inOneGo)
	m := &markdownBook{out: out, outline: outline{wanted: b.Contents}, places: map[string]int{}}
	m.title(b.Title)
	err := writeParts(w, out, markdownParts(b.Parts), b.Contents, m)
	return finish(out, "write Markdown", err)
}

// markdownParts writes the documents of a book, on as many processors as there
// are. Notes are numbered through all of them: a document with some waits for
// its turn.
func markdownParts(all iter.Seq2[Document, error]) iter.Seq2[markdownPart, error] {
	if all == nil {
		return nil
	}
	return inParallel(all, func(d Document) markdownPart {
		if len(d.Notes) > 0 {
			return markdownPart{waiting: &d}
		}
		return markdownOf(d, 0)
	})
}

// markdownPart is a document as it is written.
type markdownPart struct {
	text     []byte
	some     bool // it has blocks
	headings []markdownHeading
	waiting  *Document // what is not written yet
}

// markdownHeading is a heading that was written.
type markdownHeading struct {
	level int
	text  string
	inner bool // it stands in a list or a quote
}

// markdownOf writes a document, with so many notes above it.
func markdownOf(d Document, above int) markdownPart {
	const usual = 2 << 10 // bytes of an entry
	var text bytes.Buffer
	text.Grow(usual)
	m := &markdownWriter{out: &text, notes: len(d.Notes), above: above}
	m.blocks(d.Blocks, false)
	for i, n := range d.Notes {
		m.line("")
		m.line(m.noteMark(i+1) + ": " + m.oneLine(n.Text))
	}
	return markdownPart{text: text.Bytes(), some: len(d.Blocks) > 0, headings: m.headings}
}

// markdownBook writes documents below each other, with the title over them.
type markdownBook struct {
	outline
	out    *bufio.Writer
	titled bool           // the title stands above,
	begun  bool           // it or a document
	notes  int            // of all documents above: each has its number in the file
	places map[string]int // how often a heading's name was given
}

// document writes the next document of the book.
func (m *markdownBook) document(p markdownPart) {
	if d := p.waiting; d != nil {
		p = markdownOf(*d, m.notes)
		m.notes += len(d.Notes)
	}
	if (m.begun || m.wanted) && p.some {
		m.out.WriteByte('\n')
	}
	m.begun = m.begun || p.some
	m.out.Write(p.text)
	for _, h := range p.headings {
		if place := m.place(h.text); !h.inner {
			m.list(listed{h.level, h.text, place})
		}
	}
}

func (m *markdownBook) title(t *Title) {
	if t == nil {
		return
	}
	m.titled, m.begun = true, true
	lines := &markdownWriter{out: m.out}
	lines.line("# " + lines.oneLine(spoken(t.Text)))
	m.place(t.Text)
	for i, line := range t.Below {
		if i == 0 {
			lines.line("")
		}
		end := `\` // a line that ends, for all readers
		if i+1 == len(t.Below) {
			end = ""
		}
		lines.lines(lines.oneLine(spoken(line)) + end)
	}
}

func (m *markdownBook) contents() {
	lines := &markdownWriter{out: m.out}
	if m.titled {
		lines.line("")
	}
	lines.line("**Contents**")
	lines.line("")
	for _, h := range m.listed {
		lines.line(strings.Repeat("  ", m.depth(h)) + "- [" + lines.oneLine(spoken(h.text)) + "](#" + h.place + ")")
	}
}

// place gives the name that GitHub and what follows it give to a heading: its
// letters, digits, - and _, small, and - for each space; a number behind it
// tells it from one of the same name above.
func (m *markdownBook) place(heading string) string {
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

// markdownWriter writes blocks below each other.
type markdownWriter struct {
	out interface {
		io.StringWriter
		io.ByteWriter
	}
	first    string            // what the next line begins with, such as "- ",
	rest     string            // and what all others do
	written  int               // lines
	notes    int               // of the document,
	above    int               // and of all documents above it
	headings []markdownHeading // that were written
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
