package paper

import "strconv"

// contentsTitle stands over the contents.
const contentsTitle = "Contents"

// contents makes the pieces of the list of headings. The numbers of their pages
// are put there when they are known: see numbered.
func (s *setter) contents(marks []mark) []piece {
	c := s.column()
	h := s.headings[1]
	s.putLines(c, s.lines(words(contentsTitle, h.look), h, c.wide, false), s.gap(18))
	s.keepAll()
	for i, m := range marks {
		if s.stopped() {
			return nil
		}
		st, in, above := s.text, c, s.gap(3)
		if m.level > 1 {
			in, above = c.narrower(s.gap(14)), s.gap(0)
		}
		lines := s.lines(words(m.text, st.look), st, in.wide-s.numberRoom(), false)
		from := len(s.out)
		s.putLines(in, lines, above)
		if last := len(s.out) - 1; last >= from {
			s.out[last].entry = i + 1
		}
	}
	return s.taken()
}

// numberRoom is how wide the numbers of pages are.
func (s *setter) numberRoom() float32 { return s.gap(34) }

// numbered puts the numbers of pages behind the lines of the contents, which
// stand on the pages in front of all others and lead to them.
func (s *setter) numbered(front []page, spots []spot, marks []mark, sheet Sheet) {
	right := float32(sheet.Width - sheet.Margin)
	st := s.text
	for _, at := range spots {
		m := marks[at.entry-1]
		lines := s.lines(words(strconv.Itoa(m.page+len(front)+1), st.look), st, s.numberRoom(), false)
		p := &front[at.page]
		for _, l := range lines[:min(1, len(lines))] {
			l.shift(right-l.wide, at.y-st.baseline())
			p.runs = append(p.runs, l.runs...)
		}
		left := float32(sheet.Margin)
		p.links = append(p.links, link{
			x: left, y: at.above, wide: right - left, high: st.line, page: m.page + len(front), at: m.y,
		})
	}
}

// foot puts the numbers of pages at their feet.
func (s *setter) foot(pages []page, sheet Sheet) {
	st := s.label
	st.ink = inkSecond
	for i := range pages {
		for _, l := range s.lines(words(strconv.Itoa(i+1), st.look), st, s.width, false) {
			l.shift(float32(sheet.Width)/2-l.wide/2, float32(sheet.Height-sheet.Margin/2)-st.line/2)
			pages[i].runs = append(pages[i].runs, l.runs...)
		}
	}
}
