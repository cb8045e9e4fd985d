package paper

import (
	"cmp"
	"slices"

	"groundwork/journal/document"
)

// cell is lines that stand beside others.
type cell struct {
	left  float32
	lines []line
}

// narrowest is how narrow the columns of a table may be, in points. One with
// more columns than there is room for is set as lists.
const narrowest = 26

// table makes the pieces of a table. Its head is said again on each page.
func (s *setter) table(t document.Table, c column) {
	body := s.cells
	head := body
	head.face = serifBold
	if len(t.Columns) == 0 {
		return
	}
	gap := s.gap(12)
	room := c.wide - gap*float32(len(t.Columns)-1)
	if room/float32(len(t.Columns)) < narrowest*s.by {
		s.tableAsLists(t, c)
		return
	}
	widths := s.widths(t, head, body, room)
	from := len(s.out)
	row := func(cells [][]document.Span, st style, thick float32, k ink, above float32) {
		x, all := float32(0), make([]cell, 0, len(widths))
		for i, w := range widths {
			if i < len(cells) {
				lines := s.lines(strands(cells[i], st.look), st, w, false)
				align(lines, t.Columns[i], w)
				all = append(all, cell{x, lines})
			}
			x += w + gap
		}
		s.beside(c, all, above)
		s.under(c, x-gap, st, thick, k)
	}
	row(t.Head, head, 0.9, inkStrong, s.gap(8))
	first := len(s.out)
	said := headOf(s.out[from:first], s.gap(160))
	for _, cells := range t.Rows {
		if s.stopped() {
			return
		}
		row(cells, body, 0.5, inkLine, s.gap(3))
	}
	for i := from; i < first; i++ {
		s.out[i].keep = len(t.Rows) > 0
	}
	for i := first; i < len(s.out); i++ {
		s.out[i].head = said
	}
}

// headOf keeps the head of a table to be said again, unless it is too high.
func headOf(pieces []piece, most float32) *tableHead {
	h := &tableHead{pieces: append([]piece{}, pieces...)}
	for _, p := range pieces {
		h.high += p.high
	}
	if h.high > most {
		return nil
	}
	return h
}

// under draws a line below the last piece, or makes an empty one with a line.
func (s *setter) under(c column, wide float32, st style, thick float32, k ink) {
	last := &s.out[len(s.out)-1]
	last.high += s.gap(3)
	last.boxes = append(last.boxes, box{x: c.left, y: last.high - thick, wide: wide, high: thick, ink: k})
}

// beside puts cells next to each other. There is always at least one piece.
func (s *setter) beside(c column, all []cell, above float32) {
	rows := 1
	for _, one := range all {
		rows = max(rows, len(one.lines))
	}
	for i := range rows {
		p := piece{above: above}
		above = 0
		for _, one := range all {
			if i >= len(one.lines) {
				continue
			}
			l := one.lines[i]
			l.shift(one.left, 0)
			p.high = max(p.high, l.high)
			p.line.join(l)
		}
		p.high = max(p.high, s.gap(6))
		p.keep = i == 0 && rows > 1 || i == rows-2
		s.putPiece(c, p)
	}
}

// align moves lines to where a column of a table has them.
func align(lines []line, a document.Align, wide float32) {
	for i := range lines {
		free := max(0, wide-lines[i].wide)
		switch a {
		case document.Right:
			lines[i].shift(free, 0)
		case document.Centre:
			lines[i].shift(free/2, 0)
		}
	}
}

// widths gives the columns of a table the room they need, or, where there is
// less, what their longest words need and a share of the rest.
func (s *setter) widths(t document.Table, head, body style, room float32) []float32 {
	n := len(t.Columns)
	whole, word := make([]float32, n), make([]float32, n)
	measure := func(cells [][]document.Span, st style) {
		for i, spans := range cells[:min(len(cells), n)] {
			a, b := s.extent(strands(spans, st.look))
			whole[i], word[i] = max(whole[i], a), max(word[i], b)
		}
	}
	measure(t.Head, head)
	for _, cells := range t.Rows {
		if s.stopped() {
			break
		}
		measure(cells, body)
	}
	for i := range n {
		whole[i] = max(whole[i], s.gap(8)) + 0.1 // sums of widths differ a little
		word[i] = min(word[i]+0.1, room/float32(n), whole[i])
	}
	return shared(whole, word, room)
}

// shared gives each column what it would take, from the narrowest on, as far
// as there is that much for each that is left, and never less than its least.
func shared(whole, least []float32, room float32) []float32 {
	order, rest := make([]int, len(whole)), float32(0)
	for i := range whole {
		order[i] = i
		rest += least[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(whole[a], whole[b]) })
	widths := make([]float32, len(whole))
	for n, i := range order {
		rest -= least[i]
		share := max(least[i], room/float32(len(order)-n))
		widths[i] = min(whole[i], share, room-rest)
		room -= widths[i]
	}
	return widths
}

// extent gives how wide strands are if no line is broken, and how wide their
// widest word is.
func (s *setter) extent(all []strand) (whole, word float32) {
	var now, nowWord float32
	for _, b := range s.bits(all) {
		wide := float32(b.width)
		switch b.kind {
		case bitEnd:
			now, nowWord = 0, 0
			continue
		case bitSpace:
			now, nowWord = now+wide, 0
			continue
		}
		now, nowWord = now+wide, nowWord+wide
		whole, word = max(whole, now), max(word, nowWord)
		if b.kind == bitBreak {
			nowWord = 0
		}
	}
	return whole, word
}

// tableAsLists sets each row as a list of what stands in its columns.
func (s *setter) tableAsLists(t document.Table, c column) {
	for _, cells := range t.Rows {
		if s.stopped() {
			return
		}
		above := s.gap(8)
		for i, spans := range cells {
			all := strands(spans, s.cells.look)
			if i < len(t.Head) {
				named := s.cells.look
				named.face = serifBold
				head := append(strands(t.Head[i], named), strand{" ", named, ""})
				all = append(head, all...)
			}
			s.putLines(c, s.lines(all, s.cells, c.wide, false), above)
			above = 0
		}
	}
	if len(t.Rows) == 0 {
		for _, spans := range t.Head {
			s.putLines(c, s.lines(strands(spans, s.cells.look), s.cells, c.wide, false), 0)
		}
	}
}
