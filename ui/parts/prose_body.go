package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// proseBody is as high as the whole text, and draws the lines in sight.
type proseBody struct {
	widget.BaseWidget
	prose *Prose
	slabs []fyne.CanvasObject
	built map[int]*builtLine // by the number of the line
	rings []fyne.CanvasObject
	hover int // the stop under the pointer, or -1
}

var (
	_ fyne.Widget        = (*proseBody)(nil)
	_ fyne.Tappable      = (*proseBody)(nil)
	_ desktop.Hoverable  = (*proseBody)(nil)
	_ desktop.Cursorable = (*proseBody)(nil)
)

func newProseBody(p *Prose) *proseBody {
	b := &proseBody{prose: p, built: map[int]*builtLine{}, hover: -1}
	b.ExtendBaseWidget(b)
	return b
}

// forget has everything drawn anew at the next update.
func (b *proseBody) forget() {
	clear(b.built)
	if b.hover >= len(b.prose.sheet.stops) {
		b.hover = -1
	}
}

// beyond is how far outside the view lines are built, so that scrolling finds them ready.
const beyond float32 = 120

// update builds the lines in sight and lets go of the others.
func (b *proseBody) update() {
	p := b.prose
	top := p.scroll.Offset.Y - beyond
	bottom := p.scroll.Offset.Y + p.scroll.Size().Height + beyond
	for i := range p.sheet.strips {
		s := &p.sheet.strips[i]
		in := s.top < bottom && s.top+s.height > top
		switch {
		case !in:
			delete(b.built, i)
		case b.built[i] == nil:
			b.built[i] = b.buildLine(s)
		}
	}
	b.slabs = b.slabs[:0]
	for _, g := range p.sheet.slabs {
		if g.pos.Y < bottom && g.pos.Y+g.size.Height > top {
			b.slabs = append(b.slabs, g.draw())
		}
	}
	b.drawRings()
	canvas.Refresh(b)
}

// redraw draws the lines of a stop anew, after the pointer or the keyboard came or went.
func (b *proseBody) redraw(stop int) {
	for i, l := range b.built {
		for _, h := range l.hits {
			if h.stop == stop {
				b.built[i] = b.buildLine(&b.prose.sheet.strips[i])
				break
			}
		}
	}
	b.drawRings()
	canvas.Refresh(b)
}

// stopAt returns the stop at a position, or -1.
func (b *proseBody) stopAt(pos fyne.Position) int {
	for _, l := range b.built {
		for _, h := range l.hits {
			if pos.X >= h.pos.X && pos.X < h.pos.X+h.size.Width && pos.Y >= h.pos.Y && pos.Y < h.pos.Y+h.size.Height {
				return h.stop
			}
		}
	}
	return -1
}

// Tapped opens the link or ticks the box at a position, and takes the keyboard.
func (b *proseBody) Tapped(e *fyne.PointEvent) {
	p := b.prose
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		c.Focus(p)
	}
	at := b.stopAt(e.Position)
	p.setStop(at)
	p.press(at)
}

// MouseIn lights the link the pointer is on.
func (b *proseBody) MouseIn(e *desktop.MouseEvent) { b.point(b.stopAt(e.Position)) }

// MouseMoved lights the link the pointer is on.
func (b *proseBody) MouseMoved(e *desktop.MouseEvent) { b.point(b.stopAt(e.Position)) }

// MouseOut puts the light out.
func (b *proseBody) MouseOut() { b.point(-1) }

// point takes the light to a stop. A link that leads out of the program tells where to.
func (b *proseBody) point(stop int) {
	if stop == b.hover {
		return
	}
	before := b.hover
	b.hover = stop
	b.redraw(before)
	b.redraw(stop)
	hideTip(b.prose)
	if stop >= 0 {
		if s := b.prose.sheet.stops[stop]; s.link.To != "" && !s.link.Inner {
			b.tell(s.link.To)
		}
	}
}

// tell names where the link under the pointer leads.
func (b *proseBody) tell(address string) {
	for _, l := range b.built {
		for _, h := range l.hits {
			if h.stop == b.hover {
				showTipFor(b.prose, h.box, address)
				return
			}
		}
	}
}

// Cursor is the hand over a link or a box.
func (b *proseBody) Cursor() desktop.Cursor {
	if b.hover >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer is for Fyne.
func (b *proseBody) CreateRenderer() fyne.WidgetRenderer { return &proseRendering{b} }

// proseRendering differs from the shared one in that its objects come and go.
type proseRendering struct{ b *proseBody }

func (r *proseRendering) Objects() []fyne.CanvasObject {
	all := append([]fyne.CanvasObject{}, r.b.slabs...)
	for _, l := range r.b.built {
		all = append(all, l.objects...)
	}
	return append(all, r.b.rings...)
}

func (r *proseRendering) Destroy()           {}
func (r *proseRendering) Layout(fyne.Size)   { r.b.update() }
func (r *proseRendering) MinSize() fyne.Size { return fyne.NewSize(0, r.b.prose.sheet.height) }
func (r *proseRendering) Refresh()           { r.b.update() }
