package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"groundwork/ui/look"
)

// builtLine is a line as it is drawn, and where its links and its box are hit.
type builtLine struct {
	objects []fyne.CanvasObject
	hits    []hit
}

// hit is where a stop is in a line.
type hit struct {
	stop int
	pos  fyne.Position
	size fyne.Size
	box  fyne.CanvasObject // one that stands there
}

// draw returns the ground as it is drawn.
func (g slab) draw() fyne.CanvasObject {
	r := canvas.NewRectangle(look.Color(g.fill))
	r.CornerRadius = g.radius
	r.Move(fyne.NewPos(g.pos.X, whole(g.pos.Y)))
	r.Resize(fyne.NewSize(g.size.Width, whole(g.size.Height)))
	return r
}

// buildLine draws a line.
func (b *proseBody) buildLine(s *strip) *builtLine {
	l := &lineDrawing{strip: s, hover: b.hover, x: s.left}
	texts, width := l.texts()
	switch s.align {
	case fyne.TextAlignTrailing:
		l.x += fyne.Max(s.width-width, 0)
	case fyne.TextAlignCenter:
		l.x += fyne.Max((s.width-width)/2, 0)
	}
	l.foot = s.top + whole((s.height-lineHeight(s.base))/2+baseline(s.base))
	for i, t := range texts {
		l.stretch(s.line[i], t)
	}
	l.marker()
	return &l.builtLine
}

// lineDrawing is a line while it is drawn, from its left.
type lineDrawing struct {
	builtLine
	strip *strip
	hover int
	x     float32
	foot  float32 // where the letters stand
}

// texts makes what is said in the line, and tells how wide it is.
func (l *lineDrawing) texts() ([]*canvas.Text, float32) {
	texts, width := make([]*canvas.Text, len(l.strip.line)), float32(0)
	for i, part := range l.strip.line {
		run := l.strip.runs[part.run]
		typ := runType(run.Look, l.strip.base)
		if run.Link != (ProseLink{}) {
			typ = typ.In(look.ColorAccent)
		}
		texts[i] = newText(part.text, typ)
		width += texts[i].MinSize().Width
	}
	return texts, width
}

// stretch draws words of one run, and what is below, behind and through them.
func (l *lineDrawing) stretch(part stretch, t *canvas.Text) {
	run, size := l.strip.runs[part.run], t.MinSize()
	inner := size.Width
	if part.text[len(part.text)-1] == ' ' { // what ends with a space is not underlined to its end
		inner -= measure(" ", runType(run.Look, l.strip.base))
	}
	if run.Look&RunMarked != 0 {
		l.rect(look.ColorMomentSoft, l.x, l.strip.top+3, size.Width, l.strip.height-6, 0)
		l.rect(look.ColorMoment, l.x, l.foot+4, size.Width, 1.5, 0)
	}
	if run.Look&RunCame != 0 {
		l.rect(look.ColorAccentSoft, l.x, l.strip.top+2, size.Width, l.strip.height-4, 0)
		l.rect(look.ColorAccent, l.x, l.foot+3, size.Width, 1.5, 0)
	}
	if run.Look&RunGone != 0 {
		l.rect(look.ColorWarnSoft, l.x, l.strip.top+2, size.Width, l.strip.height-4, 0)
	}
	if run.Look&RunCode != 0 && l.strip.base.Face != Code {
		l.rect(look.ColorSunken, l.x-2, l.strip.top+4, inner+4, l.strip.height-8, look.Space4)
	}
	t.Resize(size)
	_, own := fyne.CurrentApp().Driver().RenderedTextSize(t.Text, t.TextSize, t.TextStyle, t.FontSource)
	t.Move(fyne.NewPos(l.x, l.foot-own))
	l.objects = append(l.objects, t)
	if run.Look&RunStruck != 0 {
		l.rect(look.ColorInk2, l.x, whole(l.foot-t.TextSize*0.27), inner, 1.5, 0)
	}
	if run.Look&RunGone != 0 {
		l.rect(look.ColorWarn, l.x, whole(l.foot-t.TextSize*0.27), size.Width, 1.5, 0)
	}
	if l.strip.stops != nil {
		l.link(l.strip.stops[part.run], inner)
	}
	l.x += size.Width
}

// link underlines a link, more so under the pointer, and on from the stretch before if that is of the same link.
func (l *lineDrawing) link(stop int, width float32) {
	if stop < 0 {
		return
	}
	if last := len(l.hits) - 1; last >= 0 && l.hits[last].stop == stop {
		h := &l.hits[last]
		h.size.Width = l.x + width - h.pos.X
		h.box.Resize(fyne.NewSize(h.size.Width, h.box.Size().Height))
		return
	}
	thick := float32(1)
	if stop == l.hover {
		thick = 2
	}
	under := l.rect(look.ColorAccent, l.x, whole(l.foot+3), width, thick, 0)
	l.hits = append(l.hits, hit{stop, fyne.NewPos(l.x, l.strip.top), fyne.NewSize(width, l.strip.height), under})
}

// rect draws a rectangle.
func (l *lineDrawing) rect(fill fyne.ThemeColorName, x, y, width, height, radius float32) fyne.CanvasObject {
	r := canvas.NewRectangle(look.Color(fill))
	r.CornerRadius = radius
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(width, height))
	l.objects = append(l.objects, r)
	return r
}

// marker draws what stands before the first line of an item.
func (l *lineDrawing) marker() {
	s := l.strip
	switch {
	case s.box != nil:
		l.box()
	case s.marker != "":
		t := newText(s.marker, TypeBody.In(look.ColorInk2))
		size := t.MinSize()
		t.Resize(size)
		t.Move(fyne.NewPos(s.left-itemGap-size.Width, l.foot-baseline(TypeBody)))
		l.objects = append(l.objects, t)
	}
}

// box draws a box to tick, as Check does.
func (l *lineDrawing) box() {
	s := l.strip
	at := fyne.NewPos(s.left-itemGap-checkBox, whole(l.foot-checkBox+3))
	box := canvas.NewRectangle(color.Transparent)
	box.CornerRadius = checkRadius
	box.Move(at)
	box.Resize(fyne.NewSquareSize(checkBox))
	l.objects = append(l.objects, box)
	fill, line := look.ColorCard, look.ColorLineStrong
	switch {
	case s.box.Ticked:
		fill, line = look.ColorAccent, ""
	case s.boxStop == l.hover:
		fill = look.ColorHover
	}
	paintBox(box, fill, line)
	if s.box.Ticked {
		tick := newIcon(look.IconSizeSmall)
		tick.Move(at.AddXY(2, 2))
		drawIcon(tick, look.IconCheck, look.ColorOnAccent)
		l.objects = append(l.objects, tick)
	}
	reach := fyne.NewSize(itemGap+checkBox, s.height)
	l.hits = append(l.hits, hit{s.boxStop, fyne.NewPos(at.X, s.top), reach, box})
}

// drawRings draws the ring around the link or box the keyboard is at.
func (b *proseBody) drawRings() {
	b.rings = b.rings[:0]
	b.drawMarkStop()
	if !b.prose.focused || b.prose.stop < 0 {
		return
	}
	for _, l := range b.built {
		for _, h := range l.hits {
			if h.stop != b.prose.stop {
				continue
			}
			pos, size := h.pos.AddXY(0, 4), h.size.SubtractWidthHeight(0, 8)
			if b.prose.sheet.stops[h.stop].box != nil {
				pos, size = h.box.Position(), h.box.Size()
			}
			ring := canvas.NewRectangle(color.Transparent)
			ring.CornerRadius = checkRadius + ringGap
			paintRing(ring)
			placeRing(ring, pos, size)
			b.rings = append(b.rings, ring)
		}
	}
}
