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
func (m *markdownWriter) blocks(all []Block, close bool) {
	var above Block
	second := false // of two lists one below the other
	for _, b := range all {
		b, ok := m.sayable(b)
		if !ok {
			continue
		}
		if above != nil && (!close || !stands(above, b)) {
			m.line("")
		}
		second = !second && sameList(above, b)
		m.block(b, second)
		above = b
	}
}

// sayable gives a block that Markdown has a way to write, in place of one for
// which it has none. It tells whether there is something to write.
func (m *markdownWriter) sayable(b Block) (Block, bool) {
	switch b := b.(type) {
	case Paragraph:
		return b, !empty(b.Text)
	case List:
		return b, len(b.Items) > 0
	case Caption:
		return Paragraph{slanted(b.Text)}, !empty(b.Text)
	case Figures:
		return figureList(b), len(b.Items) > 0
	case PageBreak:
		return nil, false
	}
	return b, true
}

// slanted gives words with emphasis.
func slanted(text []Span) []Span {
	return each(text, func(s Span) Span { return s.with(Emphasis) })
}

// figureList says figures as a list.
func figureList(f Figures) List {
	var l List
	for _, i := range f.Items {
		l.Items = append(l.Items, Item{Blocks: []Block{Paragraph{[]Span{{Text: i.Value, Style: Strong}, {Text: " " + i.Label}}}}})
	}
	return l
}

// stands tells whether a block that stands right below another is not read as
// a part of it.
func stands(above, b Block) bool {
	switch above.(type) {
	case Heading, Code, Rule:
		return true
	case Paragraph:
		switch b := b.(type) {
		case List: // only one that begins with 1 can stand below words, and no empty item can
			return (!b.Numbered || b.First == 1) && len(b.Items[0].Blocks) > 0
		case Heading, Code, Rule, Quote:
			return true
		}
	case List, Quote, Table:
		switch b.(type) {
		case Heading, Code, Rule:
			return true
		}
	}
	return false
}

func sameList(above, b Block) bool {
	l, is := above.(List)
	m, too := b.(List)
	return is && too && l.Numbered == m.Numbered
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

func (m *markdownWriter) block(b Block, second bool) {
	switch b := b.(type) {
	case Heading:
		m.heading(b.Level, b.Text)
	case Paragraph:
		m.lines(plainLines((&markdownLine{note: m.noteMark}).spans(b.Text)))
	case List:
		m.items(b, second)
	case Quote:
		m.inside("> ", "> ", func() { m.quote(b) })
	case Table:
		m.table(b)
	case Code:
		m.code(b)
	case Rule:
		m.line("***") // --- below words would make a heading of them
	default:
		if title, table, is := asTable(b); is {
			m.lines(m.oneLine([]Span{{Text: title, Style: Strong}}))
			m.line("")
			m.table(table)
		}
	}
}

func (m *markdownWriter) oneLine(text []Span) string {
	return plainLines((&markdownLine{oneLine: true, note: m.noteMark}).spans(text))
}

func (m *markdownWriter) heading(level int, text []Span) {
	place := m.place(textOf(text))
	if m.rest == "" {
		m.list(listed{level, textOf(text), place})
	}
	words := (&markdownLine{oneLine: true, note: m.noteMark}).spans(text)
	if strings.HasSuffix(words, "#") { // those at the end are not read
		words = words[:len(words)-1] + `\#`
	}
	m.line(strings.TrimRight(strings.Repeat("#", min(max(level, 1), 6))+" "+words, " "))
}

func (m *markdownWriter) quote(q Quote) {
	m.blocks(q.Blocks, false)
	if len(q.By) == 0 {
		return
	}
	if len(q.Blocks) > 0 {
		m.line("")
	}
	m.line("— " + m.oneLine(q.By))
}

func (m *markdownWriter) items(l List, second bool) {
	close := !l.Loose
	for i, item := range l.Items {
		if i > 0 && !close {
			m.line("")
		}
		mark := map[bool]string{false: "- ", true: "+ "}[second]
		if l.Numbered {
			mark = strconv.Itoa(l.First+i) + map[bool]string{false: ". ", true: ") "}[second]
		}
		box := ""
		if item.Box != nil {
			box = map[bool]string{false: "[ ] ", true: "[x] "}[item.Box.Ticked]
		}
		m.inside(mark, strings.Repeat(" ", len(mark)), func() { m.item(item, box, close) })
	}
}

// item writes the box of an item and its blocks. A box stands before words; it
// has a line of its own where there are none.
func (m *markdownWriter) item(item Item, box string, close bool) {
	if box != "" {
		m.first += box
		if len(item.Blocks) > 0 {
			if _, words := item.Blocks[0].(Paragraph); !words {
				m.line("")
			}
		}
	}
	m.blocks(item.Blocks, close)
}

func (m *markdownWriter) code(c Code) {
	fence := "`"
	language := strings.ReplaceAll(printable(c.Language), "\n", " ")
	if strings.Contains(language, "`") {
		fence = "~"
	}
	fence = strings.Repeat(fence, max(3, 1+longestRun(c.Text, fence[0])))
	language = strings.ReplaceAll(language, `\`, `\\`)
	m.line(fence + strings.ReplaceAll(language, "&", `\&`))
	m.lines(printable(c.Text))
	m.line(fence)
}

func (m *markdownWriter) table(t Table) {
	columns := max(len(t.Columns), len(t.Head), 1)
	m.row(t.Head, columns)
	rule := "|"
	for i := range columns {
		stand := Natural
		if i < len(t.Columns) {
			stand = t.Columns[i]
		}
		rule += [...]string{Natural: "---|", Left: ":--|", Centre: ":-:|", Right: "--:|"}[stand]
	}
	m.line(rule)
	for _, row := range t.Rows {
		m.row(row, len(row))
	}
}

func (m *markdownWriter) row(cells [][]Span, columns int) {
	line := "|"
	for i := range columns {
		cell := ""
		if i < len(cells) {
			cell = (&markdownLine{oneLine: true, inTable: true, note: m.noteMark}).spans(cells[i])
		}
		line += " " + cell + " |"
	}
	m.line(line)
}
