package document

import (
	"strconv"
	"strings"
)

// look is how a paragraph stands, beyond its style.
type look struct {
	style string
	list  int    // the list it is an item of, counted from 1, or 0
	hangs bool   // its first line begins a mark earlier
	after int    // the room below it in twentieths of a point: 0 for the style's, -1 for none
	close bool   // it stays on the page of the next one
	right int    // how far it ends before the edge
	fill  string // the colour behind it
	jc    string // "center" or "right"
	place string // the name links lead here by
}

// para writes a paragraph, in which write writes the words that are the text (ECMA-376, 17.3.1.26: the order matters).
func (d *docxWriter) para(l look, text string, write func()) {
	d.raw("<w:p><w:pPr>")
	if l.style != "" {
		d.raw(`<w:pStyle w:val="`, l.style, `"/>`)
	}
	if l.close {
		d.raw("<w:keepNext/>")
	}
	if d.turning {
		d.raw("<w:pageBreakBefore/>")
		d.turning = false
	}
	if l.list > 0 {
		d.raw(`<w:numPr><w:ilvl w:val="`, strconv.Itoa(min(d.level-1, deepLevel)), `"/><w:numId w:val="`, strconv.Itoa(l.list), `"/></w:numPr>`)
	}
	if l.fill != "" {
		d.raw(`<w:shd w:val="clear" w:color="auto" w:fill="`, l.fill, `"/>`)
	}
	if beginsRightToLeft(text) {
		d.raw("<w:bidi/>")
	}
	if l.after != 0 {
		d.raw(`<w:spacing w:after="`, strconv.Itoa(max(l.after, 0)), `"/>`)
	}
	d.indent(l)
	if l.jc != "" {
		d.raw(`<w:jc w:val="`, l.jc, `"/>`)
	}
	d.raw("</w:pPr>")
	if l.place != "" {
		id := strconv.Itoa(d.places)
		d.raw(`<w:bookmarkStart w:id="`, id, `" w:name="`, l.place, `"/>`)
		defer func() { d.raw(`<w:bookmarkEnd w:id="`, id, `"/></w:p>`, "\n") }()
	} else {
		defer d.raw("</w:p>\n")
	}
	write()
}

func (d *docxWriter) indent(l look) {
	if d.left == 0 && l.right == 0 && !l.hangs {
		return
	}
	d.raw(`<w:ind w:left="`, strconv.Itoa(d.left), `"`)
	if l.right > 0 {
		d.raw(` w:right="`, strconv.Itoa(l.right), `"`)
	}
	if l.hangs {
		d.raw(` w:hanging="`, strconv.Itoa(hanging), `"`)
	}
	d.raw("/>")
}

// words writes a paragraph of words.
func (d *docxWriter) words(l look, text []Span) {
	d.para(l, textOf(text), func() { d.runs(text) })
}

// plain writes a paragraph of one look.
func (d *docxWriter) plain(l look, text string) {
	d.para(l, text, func() { d.run(Span{Text: text}, "") })
}

func (d *docxWriter) blocks(all []Block) {
	for i, b := range all {
		if i > 0 && isQuote(all[i-1]) && isQuote(b) {
			d.plain(look{style: "Spacer"}, "") // or the line beside them would be one
		}
		caption := false
		if i+1 < len(all) {
			_, caption = all[i+1].(Caption)
		}
		d.block(b, caption)
	}
}

func isQuote(b Block) bool {
	_, is := b.(Quote)
	return is
}

// block writes a block. It is told whether a caption of it follows.
func (d *docxWriter) block(b Block, captioned bool) {
	switch b := b.(type) {
	case Heading:
		d.heading(b)
	case Paragraph:
		d.paragraph(b, captioned)
	case List:
		d.items(b)
	case Quote:
		d.quote(b)
	case Caption:
		d.words(look{style: "Caption"}, b.Text)
	case Table:
		d.table(b, "Cell")
	case Code:
		if c := b.Language; c != "" {
			d.plain(look{style: "Caption", after: -1, close: true}, c)
		}
		d.plain(look{style: "Code"}, b.Text)
	case Rule:
		d.plain(look{style: "Rule"}, "")
	case PageBreak:
		d.turning = true
	case Figures:
		d.figures(b)
	case Bars:
		d.bars(b)
	case Columns:
		d.plain(look{style: "ChartTitle"}, b.Title)
		d.table(b.table(), "CellLabel")
	case Grid:
		d.grid(b)
	}
}

// heading writes a heading. Within a list or a quote it is strong words, for
// it does not belong in the outline.
func (d *docxWriter) heading(b Heading) {
	if d.level > 0 || d.quoted {
		strong := each(b.Text, func(s Span) Span { return s.with(Strong) })
		d.words(look{close: true, after: 60}, strong)
		return
	}
	level := min(max(b.Level, 1), 6)
	l := look{style: "Heading" + strconv.Itoa(level)}
	if d.wanted && level <= 2 {
		d.places++
		l.place = "part" + strconv.Itoa(d.places)
		d.list(listed{level, printable(textOf(b.Text)), l.place})
	}
	d.words(l, b.Text)
}

func (d *docxWriter) paragraph(p Paragraph, captioned bool) {
	l := look{}
	if d.quoted {
		l.style = "Quote"
	}
	if captioned {
		l.after, l.close = -1, true
	}
	d.words(l, p.Text)
}

// quote writes what somebody said, and who it was.
func (d *docxWriter) quote(q Quote) {
	const inset = 240
	outer := d.quoted
	d.quoted = true
	d.left += inset
	for i, b := range q.Blocks {
		d.block(b, len(q.By) > 0 && i+1 == len(q.Blocks))
	}
	if len(q.By) > 0 {
		d.words(look{style: "QuoteGiver"}, q.By)
	}
	d.left -= inset
	d.quoted = outer
}

func (d *docxWriter) items(l List) {
	list := 1
	d.level++
	d.left += hanging
	if l.Numbered {
		d.lists = append(d.lists, docxList{min(d.level-1, deepLevel), l.First})
		list = len(d.lists) + 1
	}
	for i, item := range l.Items {
		d.item(item, list, l.Loose || i+1 == len(l.Items) && d.level == 1)
	}
	d.left -= hanging
	d.level--
}

// item writes an item: the first paragraph has its mark, what else it holds
// stands below. A box takes the place of a bullet.
func (d *docxWriter) item(item Item, list int, apart bool) {
	const between = 140
	first, blocks := Paragraph{}, item.Blocks
	if len(blocks) > 0 {
		if p, words := blocks[0].(Paragraph); words {
			first, blocks = p, blocks[1:]
		}
	}
	l := look{style: "ListParagraph", list: list, hangs: true}
	if apart && len(blocks) == 0 {
		l.after = between
	}
	if len(blocks) > 0 {
		if _, caption := blocks[0].(Caption); caption {
			l.after, l.close = -1, true
		}
	}
	if item.Box != nil && list == 1 {
		l.list = 0
	}
	d.para(l, textOf(first.Text), func() {
		if item.Box != nil {
			d.box(item.Box.Ticked, l.list == 0)
		}
		d.runs(first.Text)
	})
	d.blocks(blocks)
}

// box writes a box in the place of a bullet, or behind a number.
func (d *docxWriter) box(ticked, first bool) {
	box := map[bool]string{false: "☐", true: "☑"}[ticked]
	if first {
		box += "\t"
	} else {
		box += " "
	}
	d.letters(`<w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol" w:cs="Segoe UI Symbol"/>`, box)
}

// columnWidths shares the room of a table among its columns by what the widest
// cell of each needs, in twentieths of a point.
func (d *docxWriter) columnWidths(rows [][][]Span, columns int) []int {
	const least, most = 5, 40
	needs := make([]int, columns)
	sum := 0
	for i := range needs {
		needs[i] = least
		for _, row := range rows {
			if i < len(row) {
				for line := range strings.SplitSeq(textOf(row[i]), "\n") {
					needs[i] = max(needs[i], min(widthOf(line)+2, most))
				}
			}
		}
		sum += needs[i]
	}
	room := max(textWidth-d.left, textWidth/4)
	for i := range needs {
		needs[i] = room * needs[i] / sum
	}
	return needs
}
