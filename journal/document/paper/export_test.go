package paper

import (
	"fmt"
	"strings"
)

// Letters gives the letters on the pages in the order in which they were put
// there.
func (p *Pages) Letters() string {
	var b strings.Builder
	for i := range p.pages {
		for _, r := range p.pages[i].runs {
			b.WriteString(r.text)
		}
	}
	return b.String()
}

// Lines gives the letters on a page, counted from 0, a line for each height.
func (p *Pages) Lines(n int) []string {
	var lines []string
	last := float32(-1)
	for _, r := range p.pages[n].runs {
		if r.y != last {
			lines = append(lines, "")
			last = r.y
		}
		lines[len(lines)-1] += r.text
	}
	return lines
}

// Outside lists what stands outside the part of the sheets that is for text.
func (p *Press) Outside(pages *Pages) []string {
	const near = 0.5
	var out []string
	s := pages.sheet
	left, right := s.Margin-near, s.Width-s.Margin+near
	top, bottom := s.Margin-near, s.Height-s.Margin/2+near+20 // the number at the foot
	for n := range pages.pages {
		for _, r := range pages.pages[n].runs {
			from, to := float64(r.x), float64(r.x+p.wide(r))
			if y := float64(r.y); from < left || to > right || y < top || y > min(bottom, s.Height) {
				out = append(out, fmt.Sprintf("page %d: %.40q from %.1f to %.1f at %.1f", n+1, r.text, from, to, y))
			}
		}
		for _, b := range pages.pages[n].boxes {
			if float64(b.x) < left || float64(b.x+b.wide) > right || float64(b.y) < top || float64(b.y+b.high) > bottom {
				out = append(out, fmt.Sprintf("page %d: box %v", n+1, b))
			}
		}
	}
	return out
}

// wide measures a run letter by letter.
func (p *Press) wide(r run) float32 {
	switch r.face {
	case emoji:
		return emojiWidth * r.size / 1000
	case missing:
		return float32(p.replacement.width) * r.size / 1000
	}
	wide := float32(0)
	for _, l := range r.text {
		if !unseen(l) {
			wide += float32(p.faces[r.face].width(l)) * r.size / 1000
		}
	}
	return wide
}
