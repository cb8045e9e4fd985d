package paper

// piece is what stands in one place down a page and is never parted: a line, a
// row of a chart. What stands on it is measured from its upper left corner, from
// the left edge of the text.
type piece struct {
	above float32 // free space above it, where it does not begin a page
	high  float32
	keep  bool // the next one stands on the same page
	fresh bool // it begins a page
	line
	strokes []stroke
	bands   []band
	head    *tableHead // what is said again over it where it begins a page
	mark    *heading
	entry   int // of the contents, counted from 1
}

// band is a coloured stripe beside or below pieces, from one to the next
// without a gap.
type band struct {
	x, wide float32
	ink     ink
	open    bool // it reaches over the free space above
}

// tableHead is the head of a table.
type tableHead struct {
	pieces []piece
	high   float32
}

// heading is what a piece is jumped to for.
type heading struct {
	level int
	text  string
}

// column is where pieces stand across a page, and in what.
type column struct {
	left, wide float32
	text       style
	bands      []band
}

// narrower gives the column inside another, as far in as there is room for.
func (c column) narrower(by float32) column {
	by = max(0, min(by, c.wide-leastColumn))
	c.left += by
	c.wide -= by
	return c
}

// leastColumn is how narrow text may become by being nested, in points.
const leastColumn = 60

// put adds a line to the pieces of a column.
func (s *setter) put(c column, l line, above float32) {
	s.putPiece(c, piece{line: l, high: l.high, above: above})
}

func (s *setter) putPiece(c column, p piece) {
	p.line.shift(c.left, 0)
	for i := range p.strokes {
		p.strokes[i].fromX += c.left
		p.strokes[i].toX += c.left
	}
	p.bands = append(p.bands, c.bands...)
	s.out = append(s.out, p)
}

// putLines adds lines that belong together: the first two stand on one page,
// and so do the last two.
func (s *setter) putLines(c column, lines []line, above float32) {
	for i, l := range lines {
		s.put(c, l, above)
		above = 0
		if i == 0 && len(lines) > 1 || i == len(lines)-2 {
			s.out[len(s.out)-1].keep = true
		}
	}
}

// shift moves what stands on a line.
func (l *line) shift(x, y float32) {
	for i := range l.runs {
		l.runs[i].x += x
		l.runs[i].y += y
	}
	for i := range l.boxes {
		l.boxes[i].x += x
		l.boxes[i].y += y
	}
	for i := range l.links {
		l.links[i].x += x
		l.links[i].y += y
	}
}

// join puts what stands on another line onto this one.
func (l *line) join(other line) {
	l.runs = append(l.runs, other.runs...)
	l.boxes = append(l.boxes, other.boxes...)
	l.links = append(l.links, other.links...)
}
