package paper

// flow puts pieces on pages.
type flow struct {
	sheet Sheet
	pages []page
	marks []mark
	spots []spot // of the contents

	y      float32 // where the next piece begins
	empty  bool    // nothing stands on the page
	held   []piece // what stands on one page with what follows it,
	height float32 // and its height
}

// spot is where the number of a page is to stand in the contents.
type spot struct {
	entry    int
	page     int
	y, above float32 // of the line its letters stand on, and of its head
}

func newFlow(sheet Sheet) *flow {
	f := &flow{sheet: sheet}
	f.turn()
	return f
}

func (f *flow) top() float32    { return float32(f.sheet.Margin) }
func (f *flow) bottom() float32 { return float32(f.sheet.Height - f.sheet.Margin) }

// turn begins a page.
func (f *flow) turn() {
	f.pages = append(f.pages, page{})
	f.y, f.empty = f.top(), true
}

// add puts pieces behind those that are there.
func (f *flow) add(pieces []piece) {
	for i := range pieces {
		p := &pieces[i]
		if p.fresh {
			f.release()
			if !f.empty {
				f.turn()
			}
			continue
		}
		f.held = append(f.held, *p)
		f.height += p.above + p.high
		if !p.keep || f.height > f.bottom()-f.top() {
			f.release()
		}
	}
}

// release puts what was held on this page, or on the next where it stands
// there together.
func (f *flow) release() {
	if len(f.held) == 0 {
		return
	}
	first := &f.held[0]
	again := float32(0)
	if first.head != nil {
		again = first.head.high
	}
	if !f.empty && f.y+f.height > f.bottom() && f.height-first.above+again <= f.bottom()-f.top() {
		f.turn()
	}
	for i := range f.held {
		f.place(&f.held[i])
	}
	f.held, f.height = f.held[:0], 0
}

// place puts a piece on this page, or on the next where there is no room.
func (f *flow) place(p *piece) {
	if !f.empty && f.y+p.above+p.high > f.bottom() {
		f.turn()
	}
	if f.empty && p.head != nil {
		for i := range p.head.pieces {
			f.set(&p.head.pieces[i])
		}
	}
	f.set(p)
}

// set puts a piece where the last one ended.
func (f *flow) set(p *piece) {
	at := &f.pages[len(f.pages)-1]
	x := float32(f.sheet.Margin)
	above := p.above
	if f.empty {
		above = 0
	}
	top := f.y + above
	for _, b := range p.bands {
		y := top
		if b.open {
			y = f.y
		}
		at.boxes = append(at.boxes, box{x: x + b.x, y: y, wide: b.wide, high: top + p.high - y, ink: b.ink})
	}
	for _, b := range p.boxes {
		b.x, b.y = b.x+x, b.y+top
		at.boxes = append(at.boxes, b)
	}
	for _, s := range p.strokes {
		at.strokes = append(at.strokes, stroke{s.fromX + x, s.fromY + top, s.toX + x, s.toY + top, s.thick, s.ink})
	}
	for _, r := range p.runs {
		r.x, r.y = r.x+x, r.y+top
		at.runs = append(at.runs, r)
	}
	for _, l := range p.links {
		l.x, l.y = l.x+x, l.y+top
		at.links = append(at.links, l)
	}
	f.remember(p, top)
	f.y, f.empty = top+p.high, false
}

// remember keeps where a heading stands, or a line of the contents.
func (f *flow) remember(p *piece, top float32) {
	if p.mark != nil {
		f.marks = append(f.marks, mark{p.mark.level, p.mark.text, len(f.pages) - 1, top})
	}
	if p.entry > 0 && len(p.runs) > 0 {
		f.spots = append(f.spots, spot{p.entry, len(f.pages) - 1, p.runs[0].y + top, top})
	}
}

// end puts what is still held on pages and gives them.
func (f *flow) end() []page {
	f.release()
	if last := len(f.pages) - 1; f.empty && last > 0 {
		f.pages = f.pages[:last]
	}
	return f.pages
}
