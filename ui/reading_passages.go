package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal/document"
	"groundwork/ui/parts"
)

// passagesOf turns a document into what a page shows of it, from top to bottom.
func passagesOf(d document.Document) []parts.Passage {
	p := passages{}
	p.blocks(d.Blocks, nil, 0)
	if len(p.all) == 0 {
		p.add(parts.Passage{Runs: []parts.Run{{Text: lang.L("Nothing is written here yet."), Look: parts.RunEmphasis}}})
	}
	return p.all
}

// passages are gathered while a document is walked through.
type passages struct {
	all    []parts.Passage
	quotes int
	tight  bool            // the next one stands close to the one before
	marker string          // of the item that begins with the next one
	box    *parts.ProseBox // of it
}

// blocks adds what stands within frames, in lists so deep.
func (p *passages) blocks(blocks []document.Block, within []parts.Frame, depth int) {
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Heading:
			p.add(parts.Passage{Sort: parts.PassageHeading, Level: b.Level, Runs: runsOf(b.Text), Within: within})
		case document.Paragraph:
			p.add(parts.Passage{Runs: runsOf(b.Text), Within: within})
		case document.Caption:
			p.add(parts.Passage{Runs: emphasised(b.Text), Within: within})
		case document.List:
			p.list(b, within, depth)
		case document.Quote:
			p.quotes++
			quote := inside(within, parts.Frame{Quote: p.quotes})
			p.blocks(b.Blocks, quote, depth)
			if len(b.By) > 0 {
				p.add(parts.Passage{Runs: emphasised(b.By), Within: quote})
			}
		case document.Table:
			p.alone(parts.Passage{Sort: parts.PassageTable, Table: tableOf(b), Within: within})
		case document.Code:
			p.alone(parts.Passage{Sort: parts.PassageCode, Runs: []parts.Run{{Text: b.Text, Look: parts.RunCode}}, Within: within})
		case document.Rule:
			p.alone(parts.Passage{Sort: parts.PassageRule, Within: within})
		}
	}
}

// add adds a passage, with the marker of the item it begins.
func (p *passages) add(passage parts.Passage) {
	passage.Tight, passage.Marker, passage.Box = p.tight, p.marker, p.box
	p.tight, p.marker, p.box = false, "", nil
	p.all = append(p.all, passage)
}

// alone adds what no marker can stand before: it gets a line of its own.
func (p *passages) alone(passage parts.Passage) {
	p.mark(passage.Within)
	p.add(passage)
}

// mark adds a marker that nothing stands behind, where there is one.
func (p *passages) mark(within []parts.Frame) {
	if p.marker != "" || p.box != nil {
		p.add(parts.Passage{Within: within})
	}
}

func (p *passages) list(l document.List, within []parts.Frame, depth int) {
	p.mark(within) // a list that begins an item
	letters := 0
	if l.Numbered {
		letters = len(number(l.First + len(l.Items) - 1))
	}
	frame := inside(within, parts.Frame{Letters: letters})
	for i, item := range l.Items {
		p.tight = !l.Loose && (i > 0 || depth > 0)
		switch {
		case item.Box != nil:
			p.box = &parts.ProseBox{Key: item.Box.Offset, Ticked: item.Box.Ticked}
		case l.Numbered:
			p.marker = number(l.First + i)
		default:
			p.marker = bullet(depth)
		}
		p.blocks(item.Blocks, frame, depth+1)
		p.mark(frame)
	}
}

func number(n int) string { return strconv.Itoa(n) + "." }

// bullet is the mark of an item in lists so deep.
func bullet(depth int) string {
	if depth%2 == 0 {
		return "•"
	}
	return "–"
}

// inside gives the frames with one more.
func inside(within []parts.Frame, f parts.Frame) []parts.Frame {
	return append(within[:len(within):len(within)], f)
}

func tableOf(t document.Table) *parts.ProseTable {
	table := &parts.ProseTable{Rows: [][][]parts.Run{cellsOf(t.Head)}}
	for _, a := range t.Columns {
		table.Columns = append(table.Columns, alignmentOf(a))
	}
	for _, row := range t.Rows {
		table.Rows = append(table.Rows, cellsOf(row))
	}
	return table
}

func cellsOf(row [][]document.Span) [][]parts.Run {
	cells := make([][]parts.Run, len(row))
	for i, cell := range row {
		cells[i] = runsOf(cell)
	}
	return cells
}

func alignmentOf(a document.Align) fyne.TextAlign {
	switch a {
	case document.Centre:
		return fyne.TextAlignCenter
	case document.Right:
		return fyne.TextAlignTrailing
	}
	return fyne.TextAlignLeading
}

func runsOf(text []document.Span) []parts.Run {
	runs := make([]parts.Run, len(text))
	for i, s := range text {
		runs[i] = parts.Run{Text: s.Text, Look: lookOf(s.Style), Link: linkOf(s)}
	}
	return runs
}

// emphasised sets a small line about something beside it apart.
func emphasised(text []document.Span) []parts.Run {
	runs := runsOf(text)
	for i := range runs {
		runs[i].Look |= parts.RunEmphasis
	}
	return runs
}

func linkOf(s document.Span) parts.ProseLink {
	if s.Entry != "" {
		return parts.ProseLink{To: s.Entry, Inner: true}
	}
	return parts.ProseLink{To: s.Link}
}

func lookOf(s document.Style) parts.RunLook {
	look := parts.RunLook(0)
	for _, each := range []struct {
		style document.Style
		look  parts.RunLook
	}{
		{document.Strong, parts.RunStrong},
		{document.Emphasis, parts.RunEmphasis},
		{document.Struck, parts.RunStruck},
		{document.Fixed, parts.RunCode},
	} {
		if s&each.style != 0 {
			look |= each.look
		}
	}
	return look
}
