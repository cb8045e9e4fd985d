package document

import (
	"strconv"
	"strings"
)

// Change is what becomes of a part of a text: the bytes from From up to To are
// replaced by With.
type Change struct {
	From, To int
	With     string
}

// Mapped gives the same document with parts of its texts replaced. It asks
// find for each text: the words of a block as they read, wherever their look
// changes, each label and title of a chart, each note, each address. The
// changes come in the order of the text and none reaches into the next. What
// takes the place of words looks like the first of them. An address in which
// something is found is dropped, for changed it would lead nowhere.
func (d Document) Mapped(find func(text string) []Change) Document {
	m := mapping{find}
	mapped := Document{Blocks: m.blocks(d.Blocks)}
	for _, n := range d.Notes {
		mapped.Notes = append(mapped.Notes, Note{m.spans(n.Text)})
	}
	return mapped
}

type mapping struct{ find func(string) []Change }

func (m mapping) blocks(all []Block) []Block { return each(all, m.block) }

func (m mapping) block(b Block) Block {
	switch b := b.(type) {
	case Heading:
		b.Text = m.spans(b.Text)
		return b
	case Paragraph:
		return Paragraph{m.spans(b.Text)}
	case List:
		b.Items = each(b.Items, func(i Item) Item { return Item{i.Box, m.blocks(i.Blocks)} })
		return b
	case Quote:
		return Quote{m.blocks(b.Blocks), m.spans(b.By)}
	case Caption:
		return Caption{m.spans(b.Text)}
	case Table:
		b.Head = each(b.Head, m.spans)
		b.Rows = each(b.Rows, func(row [][]Span) [][]Span { return each(row, m.spans) })
		return b
	case Code:
		return Code{m.text(b.Language), m.text(b.Text)}
	case Figures:
		return Figures{each(b.Items, func(f Figure) Figure { return Figure{m.text(f.Value), m.text(f.Label)} })}
	case Bars:
		return m.bars(b)
	case Columns:
		return m.columns(b)
	case Grid:
		return m.grid(b)
	}
	return b // a rule or a page break
}

func (m mapping) bars(b Bars) Bars {
	b.Title, b.Unit = m.text(b.Title), m.text(b.Unit)
	b.Items = each(b.Items, func(i Bar) Bar { return Bar{m.text(i.Label), i.Value, m.text(i.Said)} })
	return b
}

func (m mapping) columns(c Columns) Columns {
	c.Title, c.Line = m.text(c.Title), m.text(c.Line)
	c.Series = each(c.Series, m.text)
	c.Items = each(c.Items, func(i Column) Column { i.Label = m.text(i.Label); return i })
	return c
}

func (m mapping) grid(g Grid) Grid {
	g.Title = m.text(g.Title)
	g.Steps, g.Columns = each(g.Steps, m.text), each(g.Columns, m.text)
	g.Rows = each(g.Rows, func(r GridRow) GridRow { return GridRow{m.text(r.Label), r.Cells, m.text(r.Said)} })
	return g
}

// each gives what becomes of the things of a list, and nil for none.
func each[T, U any](all []T, of func(T) U) []U {
	if all == nil {
		return nil
	}
	made := make([]U, len(all))
	for i, one := range all {
		made[i] = of(one)
	}
	return made
}

func (m mapping) text(text string) string {
	var b strings.Builder
	at := 0
	for _, c := range m.find(text) {
		b.WriteString(text[at:c.From])
		b.WriteString(c.With)
		at = c.To
	}
	if at == 0 && b.Len() == 0 {
		return text
	}
	b.WriteString(text[at:])
	return b.String()
}

// spans finds in the text of all spans together, so that a word is found
// although a part of it looks otherwise.
func (m mapping) spans(all []Span) []Span {
	all = each(all, m.place)
	changes := m.find(textOf(all))
	var mapped []Span
	begin := 0 // of the span in the text
	for _, s := range all {
		end := begin + len(s.Text)
		for len(changes) > 0 && changes[0].To <= begin && changes[0].From < begin {
			changes = changes[1:]
		}
		s.Text = within(s.Text, begin, changes)
		if s.Text != "" || s.Note != 0 || begin == end {
			mapped = append(mapped, s)
		}
		begin = end
	}
	return mapped
}

// place sees to where a span leads. An address that stands for itself and
// leads nowhere any more is plain letters then, so that what was found behind
// %20 is found in the words too.
func (m mapping) place(s Span) Span {
	s.Entry = m.text(s.Entry)
	plain := unpercented(s.Link)
	if len(m.find(s.Link)) == 0 && len(m.find(plain)) == 0 && len(m.find(strings.ReplaceAll(plain, "+", " "))) == 0 {
		return s
	}
	if says(s.Text, s.Link) {
		s.Text = unpercented(s.Text)
	}
	s.Link = ""
	return s
}

// within makes the changes of a text in a part of it, which begins at an
// offset. What is put in stands in the part where its change begins.
func within(part string, begin int, changes []Change) string {
	var b strings.Builder
	at := 0
	for _, c := range changes {
		from, to := c.From-begin, min(c.To-begin, len(part))
		if from >= len(part) {
			break
		}
		if from >= 0 {
			b.WriteString(part[at:from])
			b.WriteString(c.With)
		}
		at = max(at, to)
	}
	b.WriteString(part[at:])
	return b.String()
}

// unpercented gives an address with the letters that %20 and the like stand
// for. What stands for no letter stays.
func unpercented(address string) string {
	if !strings.Contains(address, "%") {
		return address
	}
	var b strings.Builder
	for i := 0; i < len(address); i++ {
		if i+2 < len(address) && address[i] == '%' {
			if c, err := strconv.ParseUint(address[i+1:i+3], 16, 8); err == nil {
				b.WriteByte(byte(c))
				i += 2
				continue
			}
		}
		b.WriteByte(address[i])
	}
	return b.String()
}

// textOf gives the words of spans as they read, one after the other.
func textOf(all []Span) string {
	if len(all) == 1 {
		return all[0].Text
	}
	var b strings.Builder
	for _, s := range all {
		b.WriteString(s.Text)
	}
	return b.String()
}
