package paper

import (
	"strconv"
	"strings"

	"groundwork/journal/document"
)

// headingGaps is the free space above headings, by level.
var headingGaps = [6]float32{22, 16, 12, 10, 10, 10}

func (s *setter) heading(h document.Heading, c column) {
	level := min(max(h.Level, 1), len(s.headings))
	st := s.headings[level-1]
	from := len(s.out)
	s.putLines(c, s.lines(strands(h.Text, st.look), st, c.wide, false), s.gap(headingGaps[level-1]))
	for i := from; i < len(s.out); i++ {
		s.out[i].keep = true
	}
	if level <= 2 && from < len(s.out) {
		s.out[from].mark = &heading{level, plainText(h.Text)}
	}
}

// plainText gives the letters of spans, on one line.
func plainText(spans []document.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return strings.Join(strings.Fields(settable(b.String())), " ")
}

// notes makes the pieces of what a document says at its foot.
func (s *setter) notes(all []document.Note) {
	c := s.column()
	for i, n := range all {
		if s.stopped() {
			return
		}
		above := s.gap(1)
		if i == 0 {
			s.putPiece(c, piece{above: s.gap(14), high: s.gap(4), keep: true, line: line{
				boxes: []box{{wide: s.gap(60), high: 0.75, ink: inkLine}},
			}})
		}
		s.hang(strconv.Itoa(i+1), s.gap(16), s.note, c, above, func(c column) {
			s.putLines(c, s.lines(strands(n.Text, s.note.look), s.note, c.wide, false), above)
		})
	}
}

// hang sets something with a mark in front of it, so far in.
func (s *setter) hang(mark string, in float32, st style, c column, above float32, set func(column)) {
	from := len(s.out)
	inner := c.narrower(in)
	set(inner)
	lines := s.lines(words(mark, st.look), st, c.wide, false)
	if len(lines) == 0 {
		return
	}
	l := lines[0]
	if len(s.out) == from {
		s.put(c, l, above)
		return
	}
	first := &s.out[from]
	l.shift(c.left+max(0, min(in-l.wide-s.gap(4), s.gap(2))), 0)
	l.join(first.line)
	first.line.runs, first.line.boxes, first.line.links = l.runs, l.boxes, l.links
	first.high = max(first.high, st.line)
}

// list makes the pieces of a list. Its items are a step further in than what
// stands around it.
func (s *setter) list(l document.List, c column) {
	in := s.gap(14)
	if l.Numbered {
		last := strconv.Itoa(l.First + len(l.Items) - 1)
		in = s.gap(9) + float32(len(last)+1)*c.text.size*0.5
	}
	for i, item := range l.Items {
		if s.stopped() {
			return
		}
		mark, st := "•", c.text
		st.face &= serifBold // neither a bullet nor a number leans
		if l.Numbered {
			mark = strconv.Itoa(l.First+i) + "."
		} else {
			st.size, st.rise = st.size*1.3, -st.size*0.06
		}
		from := len(s.out)
		above := s.itemGap(l, i)
		if item.Box != nil {
			s.boxed(*item.Box, s.gap(16), c, above, item.Blocks)
		} else {
			s.hang(mark, in, st, c, above, func(c column) { s.blocks(item.Blocks, c) })
		}
		if len(s.out) > from {
			s.out[from].above = above
		}
	}
}

// itemGap is the free space above an item. Items that end with a small line
// stand further apart, so that it is seen to be theirs.
func (s *setter) itemGap(l document.List, i int) float32 {
	switch {
	case l.Loose:
		return s.gap(6)
	case i == 0:
		return s.gap(4)
	}
	if before := l.Items[i-1].Blocks; len(before) > 0 {
		if _, small := before[len(before)-1].(document.Caption); small {
			return s.gap(5)
		}
	}
	return s.gap(2)
}

// boxed sets something behind a box that is ticked or not.
func (s *setter) boxed(b document.Box, in float32, c column, above float32, blocks []document.Block) {
	from := len(s.out)
	s.blocks(blocks, c.narrower(in))
	if len(s.out) == from {
		s.put(c, line{high: c.text.line}, above)
	}
	first := &s.out[from]
	side := s.gap(8)
	x, y := c.left+s.gap(1), c.text.baseline()-side+s.gap(0.6)
	first.boxes = append(first.boxes, box{x: x, y: y, wide: side, high: side, round: s.gap(1.5), outline: s.gap(0.9), ink: inkStrong})
	if b.Ticked {
		thick := s.gap(1.2)
		first.strokes = append(first.strokes,
			stroke{x + 0.22*side, y + 0.52*side, x + 0.43*side, y + 0.73*side, thick, inkLink},
			stroke{x + 0.43*side, y + 0.73*side, x + 0.8*side, y + 0.28*side, thick, inkLink})
	}
}

// quote makes the pieces of what somebody said: in italics, with a stripe at
// its left.
func (s *setter) quote(q document.Quote, c column) {
	from := len(s.out)
	inner := c.narrower(s.gap(14))
	inner.text.face = inner.text.with(document.Emphasis).face
	if c.text.face == serifItalic { // a quote in a quote
		inner.text.face = serifItalic
	}
	stripe := band{x: c.left, wide: s.gap(2), ink: inkQuote, open: true}
	inner.bands = append(append([]band{}, c.bands...), stripe)
	s.blocks(q.Blocks, inner)
	if len(q.By) > 0 {
		if last := len(s.out) - 1; last >= from {
			s.out[last].keep = true
		}
		s.putLines(inner, s.lines(strands(q.By, s.caption.look), s.caption, inner.wide, false), s.gap(2))
	}
	if len(s.out) == from {
		return
	}
	// The stripe begins and ends with the words.
	first := &s.out[from]
	first.above = s.gap(8)
	if own := len(c.bands); own < len(first.bands) {
		first.bands = append([]band{}, first.bands...)
		first.bands[own].open = false
	}
}

// codeBlock makes the pieces of code, on ground of its own.
func (s *setter) codeBlock(b document.Code, c column) {
	inner := c.narrower(s.gap(8))
	ground := band{x: c.left, wide: c.wide, ink: inkSunken, open: true}
	inner.bands = append(append([]band{}, c.bands...), ground)
	lines := s.lines([]strand{{settableCode(b.Text), s.code.look, ""}}, s.code, inner.wide-s.gap(8), true)
	if len(lines) == 0 {
		return
	}
	edge := piece{high: s.gap(5), above: s.gap(8), keep: true, bands: []band{}}
	s.putPiece(inner, edge)
	top := &s.out[len(s.out)-1]
	top.bands[len(top.bands)-1].open = false
	s.putLines(inner, lines, 0)
	s.out[len(s.out)-1].keep = true
	edge.above, edge.keep = 0, false
	s.putPiece(inner, edge)
}

// settableCode gives code that can stand on paper, its tabs as spaces.
func settableCode(text string) string {
	if strings.Contains(text, "\t") {
		lines := strings.Split(text, "\n")
		for i, l := range lines {
			lines[i] = untabbed(l)
		}
		text = strings.Join(lines, "\n")
	}
	return settable(text)
}
