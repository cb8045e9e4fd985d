package paper

import (
	"strconv"

	"groundwork/journal/document"
)

// columns makes the piece of a chart over time: stacked parts, each with the
// number of its series, and a line that climbs in steps.
func (s *setter) columns(g document.Columns, c column) {
	s.chartTitle(g.Title, "", c)
	if len(g.Items) == 0 {
		return
	}
	high := s.gap(110)
	pitch := c.wide / float32(len(g.Items))
	most := tallest(g)
	p := piece{high: high + s.tiny.line + s.gap(3), above: s.gap(8)}
	names := make([]string, len(g.Items))
	for i, item := range g.Items {
		names[i] = item.Label
		x := float32(i) * pitch
		if item.Ahead {
			p.boxes = append(p.boxes, box{x: x, wide: pitch, high: high, ink: inkSunken})
		}
		s.stack(&p, item, x, pitch, high, most)
	}
	p.boxes = append(p.boxes, box{y: high, wide: c.wide, high: 0.75, ink: inkStrong})
	if g.Line != "" {
		s.steps(&p, g, pitch, high)
	}
	s.axisLabels(&p, names, 0, pitch, high+s.gap(3))
	s.putPiece(c, p)
	s.legend(g.Series, func(i int) ink { return inkKind1 + ink(i%4) }, c)
	if g.Line != "" {
		named := s.caption.look
		named.ink = inkLink
		s.putLines(c, s.lines([]strand{{"\u2014\u00A0", named, ""}, {settable(g.Line), s.caption.look, ""}}, s.caption, c.wide, false), 0)
	}
}

// tallest gives the height of the highest column, at least 1.
func tallest(g document.Columns) float64 {
	most := 1.0
	for _, item := range g.Items {
		sum := 0.0
		for _, v := range item.Parts {
			sum += max(v, 0)
		}
		most = max(most, sum)
	}
	return most
}

// stack draws the parts of one column, from the base up.
func (s *setter) stack(p *piece, item document.Column, x, pitch, high float32, most float64) {
	wide := min(pitch*0.62, s.gap(26))
	left := x + (pitch-wide)/2
	base := high
	number := s.tiny
	number.ink = inkStep4Mark
	for i, v := range item.Parts {
		tall := float32(max(v, 0)/most) * (high - s.gap(6))
		if tall <= 0 {
			continue
		}
		base -= tall
		p.boxes = append(p.boxes, box{x: left, y: base, wide: wide, high: tall, ink: inkKind1 + ink(i%4)})
		if tall >= s.tiny.line && wide >= s.gap(6) {
			s.around(p, strconv.Itoa(i+1), number, left+wide/2, base+tall/2)
		}
	}
}

// steps draws the line over the columns, up to where nothing is there yet.
func (s *setter) steps(p *piece, g document.Columns, pitch, high float32) {
	thick := s.gap(1.1)
	before := high
	for i, item := range g.Items {
		if item.Ahead {
			return
		}
		y := high
		if g.Most > 0 {
			y -= float32(min(max(item.Line/g.Most, 0), 1)) * (high - s.gap(6))
		}
		x := float32(i) * pitch
		if i > 0 && y != before {
			p.boxes = append(p.boxes, box{x: x, y: min(y, before), wide: thick, high: max(y, before) - min(y, before) + thick, ink: inkLink})
		}
		p.boxes = append(p.boxes, box{x: x, y: y, wide: pitch, high: thick, ink: inkLink})
		before = y
	}
}
