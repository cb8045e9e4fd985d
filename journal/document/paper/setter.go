package paper

import (
	"context"

	"groundwork/journal/document"
)

// setter turns documents into pieces, one after the other.
type setter struct {
	ctx   context.Context
	press *Press
	styles
	by     float32 // how much larger than usual everything is
	width  float32 // of the text
	out    []piece
	cut    []bit // room for the bits of a text,
	onLine []bit // and for those of a line
}

func (p *Press) setter(ctx context.Context, sheet Sheet, by float32) *setter {
	return &setter{
		ctx: ctx, press: p, styles: newStyles(by), by: by,
		width: float32(sheet.Width - 2*sheet.Margin),
	}
}

// stopped tells whether nobody waits for the pieces any more.
func (s *setter) stopped() bool { return s.ctx.Err() != nil }

// column is the whole width of the text.
func (s *setter) column() column { return column{wide: s.width, text: s.text} }

// taken gives the pieces that were made since it was last asked.
func (s *setter) taken() []piece {
	out := s.out
	s.out = nil
	return out
}

// document makes the pieces of a document: its blocks, and its notes at their
// end.
func (s *setter) document(d document.Document) []piece {
	s.blocks(d.Blocks, s.column())
	s.notes(d.Notes)
	return s.taken()
}

// title makes the pieces of what stands over a book.
func (s *setter) title(t document.Title) []piece {
	c := s.column()
	s.putLines(c, s.lines(words(t.Text, s.styles.title.look), s.styles.title, c.wide, false), 0)
	above := 3 * s.by
	for _, below := range t.Below {
		s.putLines(c, s.lines(words(below, s.caption.look), s.caption, c.wide, false), above)
		above = 0
	}
	s.keepAll()
	s.putPiece(c, piece{above: 8 * s.by, high: 1, line: line{boxes: []box{{wide: c.wide, high: 0.75, ink: inkLine}}}})
	s.out[len(s.out)-1].keep = true
	return s.taken()
}

// keepAll has all pieces made so far stand with what follows them.
func (s *setter) keepAll() {
	for i := range s.out {
		s.out[i].keep = true
	}
}

// asItIs makes the pieces of a text that is kept letter by letter.
func (s *setter) asItIs(text string) []piece {
	st := s.plain
	for _, l := range s.lines([]strand{{settableCode(text), st.look, ""}}, st, s.width, true) {
		s.put(s.column(), l, 0)
	}
	return s.taken()
}

// blocks makes the pieces of blocks, one below the other.
func (s *setter) blocks(all []document.Block, c column) {
	for i, b := range all {
		if s.stopped() {
			return
		}
		from := len(s.out)
		s.block(b, c)
		if len(s.out) > from && from > 0 && i > 0 && captioned(all[i-1], b) {
			s.out[from-1].keep = true
		}
	}
}

// captioned tells whether a block stands with the one before it.
func captioned(before, b document.Block) bool {
	_, is := b.(document.Caption)
	_, apart := before.(document.PageBreak)
	return is && !apart
}

func (s *setter) block(b document.Block, c column) {
	switch b := b.(type) {
	case document.Heading:
		s.heading(b, c)
	case document.Paragraph:
		s.putLines(c, s.lines(strands(b.Text, c.text.look), c.text, c.wide, false), s.gap(6))
	case document.Caption:
		s.putLines(c, s.lines(strands(b.Text, s.caption.look), s.caption, c.wide, false), s.gap(1))
	case document.List:
		s.list(b, c)
	case document.Quote:
		s.quote(b, c)
	case document.Code:
		s.codeBlock(b, c)
	case document.Table:
		s.table(b, c)
	case document.Rule:
		s.putPiece(c, piece{above: s.gap(10), high: 4 * s.by, line: line{boxes: []box{{wide: c.wide, high: 0.75, ink: inkLine}}}})
	case document.PageBreak:
		s.putPiece(c, piece{fresh: true})
	case document.Figures:
		s.figures(b, c)
	case document.Bars:
		s.bars(b, c)
	case document.Columns:
		s.columns(b, c)
	case document.Grid:
		s.grid(b, c)
	}
}

// gap is free space of usually so many points.
func (s *setter) gap(points float32) float32 { return points * s.by }
