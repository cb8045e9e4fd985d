package document

import (
	"strconv"
	"strings"
)

// sayable gives a block that Markdown has a way to write, in place of one for
// which it has none. It tells whether there is something to write.
func (m *markdownWriter) sayable(b Block) (Block, bool) {
	switch b := b.(type) {
	case Paragraph:
		return b, !saysNothing(b.Text)
	case List:
		return b, len(b.Items) > 0
	case Caption:
		return Paragraph{slanted(b.Text)}, !saysNothing(b.Text)
	case Figures:
		return figureLine(b), len(b.Items) > 0
	case PageBreak:
		return nil, false
	}
	return b, true
}

// slanted gives words with emphasis.
func slanted(text []Span) []Span {
	return each(text, func(s Span) Span { return s.with(Emphasis) })
}

// figureLine says figures in one line.
func figureLine(f Figures) Paragraph {
	var p Paragraph
	for i, one := range f.Items {
		if i > 0 {
			p.Text = append(p.Text, Span{Text: " · "})
		}
		p.Text = append(p.Text, Span{Text: one.Value, Style: Strong}, Span{Text: " " + one.Label})
	}
	return p
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
	m.headings = append(m.headings, markdownHeading{level, textOf(text), m.rest != ""})
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
	tight := !l.Loose && m.canBeClose(l)
	for i, item := range l.Items {
		if i > 0 && !tight {
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
		m.inside(mark, strings.Repeat(" ", len(mark)), func() { m.item(item, box, tight) })
	}
}

// canBeClose tells whether what the items of a list hold can stand without
// lines between. If it cannot in one, then all stand apart.
func (m *markdownWriter) canBeClose(l List) bool {
	for _, item := range l.Items {
		var above Block
		for _, b := range item.Blocks {
			b, ok := m.sayable(b)
			if ok && above != nil && !stands(above, b) {
				return false
			}
			if ok {
				above = b
			}
		}
	}
	return true
}

// item writes the box of an item and its blocks. A box stands before words; it
// has a line of its own where there are none.
func (m *markdownWriter) item(item Item, box string, tight bool) {
	if box != "" {
		m.first += box
		if len(item.Blocks) > 0 {
			if _, words := item.Blocks[0].(Paragraph); !words {
				m.line("")
			}
		}
	}
	m.blocks(item.Blocks, tight)
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
