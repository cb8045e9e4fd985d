package paper

import (
	"strconv"

	"groundwork/journal/document"
)

// figures makes the pieces of large numbers, side by side.
func (s *setter) figures(f document.Figures, c column) {
	const abreast = 4
	across := max(1, min(abreast, len(f.Items), int(c.wide/s.gap(90))))
	gap := s.gap(16)
	wide := (c.wide - gap*float32(across-1)) / float32(across)
	for from := 0; from < len(f.Items); from += across {
		if s.stopped() {
			return
		}
		var all []cell
		for i, item := range f.Items[from:min(from+across, len(f.Items))] {
			lines := s.lines(words(item.Value, s.figure.look), s.figure, wide, false)
			lines = append(lines, s.lines(words(item.Label, s.caption.look), s.caption, wide, false)...)
			all = append(all, cell{float32(i) * (wide + gap), lines})
		}
		s.beside(c, all, s.gap(10))
	}
}

// chartTitle puts the line over a chart.
func (s *setter) chartTitle(title, unit string, c column) {
	if unit != "" {
		title += ", " + unit
	}
	st := s.label
	st.face = sansBold
	s.putLines(c, s.lines(words(title, st.look), st, c.wide, false), s.gap(12))
	if last := len(s.out) - 1; last >= 0 {
		s.out[last].keep = true
	}
}

// bars makes the pieces of a chart of bars, one below the other.
func (s *setter) bars(b document.Bars, c column) {
	s.chartTitle(b.Title, b.Unit, c)
	most := float64(0)
	for _, item := range b.Items {
		most = max(most, item.Value)
	}
	left := c.wide * 0.34
	room := c.wide * 0.5
	for _, item := range b.Items {
		if s.stopped() {
			return
		}
		long := float32(0)
		if most > 0 && item.Value > 0 {
			long = max(1, room*float32(item.Value/most))
		}
		from := len(s.out)
		said := left + s.gap(8) + long + s.gap(4)
		s.beside(c, []cell{
			{0, s.lines(words(item.Label, s.label.look), s.label, left, false)},
			{said, s.lines(words(item.Said, s.caption.look), s.label, c.wide-said, false)},
		}, s.gap(3))
		if long == 0 {
			continue
		}
		first := &s.out[from]
		high := s.gap(8)
		first.boxes = append(first.boxes, box{
			x: c.left + left + s.gap(8), y: (s.label.line - high) / 2, wide: long, high: high, round: s.gap(1.5), ink: inkStep3,
		})
	}
}

// grid makes the pieces of rows of cells, filled more strongly the more there
// is. Each fill bears its number, which the line below explains.
func (s *setter) grid(g document.Grid, c column) {
	s.chartTitle(g.Title, "", c)
	left, right := c.wide*0.32, c.wide*0.16
	pitch := min((c.wide-left-right)/float32(max(1, len(g.Columns))), s.gap(30))
	said := left + pitch*float32(len(g.Columns)) + s.gap(8)
	s.axis(g.Columns, left, pitch, c)
	for _, row := range g.Rows {
		if s.stopped() {
			return
		}
		from := len(s.out)
		s.beside(c, []cell{
			{0, s.lines(words(row.Label, s.label.look), s.label, left-s.gap(8), false)},
			{said, s.lines(words(row.Said, s.caption.look), s.label, c.wide-said, false)},
		}, s.gap(3))
		first := &s.out[from]
		for i, step := range row.Cells[:min(len(row.Cells), len(g.Columns))] {
			s.gridCell(first, c.left+left+float32(i)*pitch, pitch, step)
		}
		first.high = max(first.high, s.gap(15))
	}
	s.legend(g.Steps, func(i int) ink { return inkStep1 + ink(min(i, 3)) }, c)
}

// gridCell draws a cell: a fill with its number, or a short dash.
func (s *setter) gridCell(p *piece, x, pitch float32, step int) {
	high := s.gap(13)
	if step <= 0 {
		p.boxes = append(p.boxes, box{x: x + pitch/2 - s.gap(2), y: high / 2, wide: s.gap(4), high: 0.75, ink: inkStrong})
		return
	}
	of := ink(min(step, 4) - 1)
	p.boxes = append(p.boxes, box{x: x, y: 0, wide: pitch - s.gap(1.5), high: high, round: min(s.gap(2.5), pitch/4), ink: inkStep1 + of})
	st := s.tiny
	st.ink = inkStep1Mark + of
	s.around(p, strconv.Itoa(step), st, x+(pitch-s.gap(1.5))/2, high/2)
}

// around draws a few letters around a point.
func (s *setter) around(p *piece, text string, st style, x, y float32) {
	lines := s.lines(words(text, st.look), st, s.width, false)
	if len(lines) == 0 {
		return
	}
	l := lines[0]
	l.shift(x-l.wide/2, y-st.line/2)
	p.line.join(l)
}

// axis puts the names of columns over them: all, or each second or third and so
// on, as many as there is room for.
func (s *setter) axis(names []string, left, pitch float32, c column) {
	p := piece{high: s.tiny.line, above: s.gap(2), keep: true}
	s.axisLabels(&p, names, left, pitch, 0)
	s.putPiece(c, p)
}

func (s *setter) axisLabels(p *piece, names []string, left, pitch, y float32) {
	widest := float32(1)
	for _, n := range names {
		whole, _ := s.extent(words(n, s.tiny.look))
		widest = max(widest, whole)
	}
	each := 1 + int((widest+s.gap(3))/max(pitch, 0.5))
	first, last := widest/2, left+float32(len(names))*pitch-widest/2
	for i := 0; i < len(names); i += each {
		x := left + (float32(i)+0.5)*pitch
		s.around(p, names[i], s.tiny, max(first, min(x, last)), y+s.tiny.line/2)
	}
}

// legend puts what the parts of a chart are, each with its number and colour.
func (s *setter) legend(names []string, of func(i int) ink, c column) {
	var all []strand
	for i, n := range names {
		patch := s.caption.look
		patch.ink = of(i)
		all = append(all,
			strand{"\u25A0\u00A0", patch, ""},
			strand{strconv.Itoa(i+1) + " " + settable(n) + "   ", s.caption.look, ""})
	}
	if last := len(s.out) - 1; last >= 0 {
		s.out[last].keep = true
	}
	s.putLines(c, s.lines(all, s.caption, c.wide, false), s.gap(4))
}
