package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"groundwork/ui/look"
)

// bandPen draws a band with objects that it uses again: first all boxes, over them the discs, the icons and the words.
type bandPen struct {
	boxes []*canvas.Rectangle
	discs []*canvas.Circle
	icons []*canvas.Image
	words []*canvas.Text
	ring  *canvas.Rectangle // of the keyboard
	spot  *canvas.Rectangle // unseen, where a tip belongs

	usedBoxes, usedDiscs, usedIcons, usedWords int
	all                                        []fyne.CanvasObject
}

func newBandPen() bandPen {
	p := bandPen{ring: canvas.NewRectangle(color.Transparent), spot: canvas.NewRectangle(color.Transparent)}
	p.ring.StrokeWidth, p.ring.CornerRadius = ringWidth, look.RadiusField
	p.ring.Hide()
	return p
}

// begin forgets what was drawn.
func (p *bandPen) begin() { p.usedBoxes, p.usedDiscs, p.usedIcons, p.usedWords = 0, 0, 0, 0 }

// end gathers what was drawn.
func (p *bandPen) end() {
	p.all = p.all[:0:0] // the painter may hold the list of before
	for _, o := range p.boxes[:p.usedBoxes] {
		p.all = append(p.all, o)
	}
	for _, o := range p.discs[:p.usedDiscs] {
		p.all = append(p.all, o)
	}
	for _, o := range p.icons[:p.usedIcons] {
		p.all = append(p.all, o)
	}
	for _, o := range p.words[:p.usedWords] {
		p.all = append(p.all, o)
	}
	p.all = append(p.all, p.spot, p.ring)
}

// box draws a filled box with round corners, from a corner to the one across.
func (p *bandPen) box(fill fyne.ThemeColorName, radius, left, top, right, bottom float32) {
	if p.usedBoxes == len(p.boxes) {
		p.boxes = append(p.boxes, canvas.NewRectangle(color.Transparent))
	}
	r := p.boxes[p.usedBoxes]
	p.usedBoxes++
	r.FillColor, r.CornerRadius = look.Color(fill), radius
	r.Move(fyne.NewPos(left, top))
	r.Resize(fyne.NewSize(fyne.Max(right-left, 0), fyne.Max(bottom-top, 0)))
}

// Dashes are short boxes: Fyne has no broken lines.
const (
	bandDash   float32 = 3
	bandPeriod float32 = 7
)

// dashes draws a broken line from one place to another.
func (p *bandPen) dashes(ink fyne.ThemeColorName, from, to, y float32) {
	for x := from; x+bandDash <= to; x += bandPeriod {
		p.box(ink, 0, x, y, x+bandDash, y+1)
	}
}

// disc draws a disc, or a ring with a stroke.
func (p *bandPen) disc(fill, line fyne.ThemeColorName, stroke, x, y, side float32) {
	if p.usedDiscs == len(p.discs) {
		p.discs = append(p.discs, canvas.NewCircle(color.Transparent))
	}
	c := p.discs[p.usedDiscs]
	p.usedDiscs++
	c.FillColor, c.StrokeColor, c.StrokeWidth = look.Color(fill), nil, 0
	if stroke > 0 {
		c.StrokeColor, c.StrokeWidth = look.Color(line), stroke
	}
	round(c, fyne.NewPos(x, y), side)
}

// icon draws a small icon around a place.
func (p *bandPen) icon(name look.IconName, ink fyne.ThemeColorName, x, y float32) {
	if p.usedIcons == len(p.icons) {
		p.icons = append(p.icons, newIcon(look.IconSizeSmall))
	}
	i := p.icons[p.usedIcons]
	p.usedIcons++
	drawIcon(i, name, ink)
	i.Move(fyne.NewPos(x-look.IconSizeSmall/2, y-look.IconSizeSmall/2))
}

// word writes a text whose middle is at a height: from a place on, around it, or up to it.
func (p *bandPen) word(text string, typ Type, align fyne.TextAlign, x, y float32) (from, to float32) {
	if p.usedWords == len(p.words) {
		p.words = append(p.words, newText("", typ))
	}
	t := p.words[p.usedWords]
	p.usedWords++
	before := *t
	t.Text = text
	setType(t, typ)
	if t.Text != before.Text || t.Color != before.Color || t.TextSize != before.TextSize || t.FontSource != before.FontSource {
		t.Refresh()
	}
	size := t.MinSize()
	switch align {
	case fyne.TextAlignCenter:
		x -= size.Width / 2
	case fyne.TextAlignTrailing:
		x -= size.Width
	}
	x = whole(x + 0.5)
	t.Move(fyne.NewPos(x, whole(y-size.Height/2)))
	t.Resize(size)
	return x, x + size.Width
}
