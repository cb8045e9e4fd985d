package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// PillOption is one of the choices of a PillGroup, with the roles of its words and of its fill when chosen.
type PillOption struct {
	Key, Label  string
	Icon        look.IconName
	Color, Soft fyne.ThemeColorName
}

// PillGroup is a choice of one among a few, such as the kind of an entry. It is one stop for the keyboard: arrows go
// from pill to pill, Enter or Space chooses. Pills that do not fit beside the others stand below them.
type PillGroup struct {
	chooser
	options []PillOption
	pills   []*Pill
	room    float32 // the width it was given, on which its height depends
}

var (
	_ fyne.Widget      = (*PillGroup)(nil)
	_ fyne.Focusable   = (*PillGroup)(nil)
	_ fyne.Disableable = (*PillGroup)(nil)
)

// Where things stand in a pill.
const (
	pillGap     float32 = 6
	pillPadding float32 = 12
	pillRight   float32 = 14
	pillIconGap float32 = 7
	pillBorder  float32 = 1.5
)

// NewPillGroup returns a choice among options, the first of which is chosen.
func NewPillGroup(options []PillOption, onChosen func(key string)) *PillGroup {
	g := &PillGroup{options: options}
	keys := make([]string, len(options))
	for i, o := range options {
		keys[i] = o.Key
		pill := newPill(o)
		pill.press = func() { g.choose(i) }
		g.pills = append(g.pills, pill)
	}
	g.init(keys, onChosen, look.PillHeight/2)
	g.ExtendBaseWidget(g)
	return g
}

// Pills returns the pills in their order, for tests and tips.
func (g *PillGroup) Pills() []*Pill { return g.pills }

// AccessibilityLabel names the chosen option.
func (g *PillGroup) AccessibilityLabel() string {
	if g.chosen < 0 {
		return ""
	}
	return g.options[g.chosen].Label
}

// CreateRenderer is for Fyne.
func (g *PillGroup) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(g, g.layout, g.minSize, g.paint, append(g.objects(), g.ring)...)
}

// Resize lets the pills go on below where they have not the room.
func (g *PillGroup) Resize(size fyne.Size) {
	g.room = size.Width
	g.chooser.Resize(size)
}

// narrowest is the width of the longest pill: so narrow it can get.
func (g *PillGroup) narrowest() float32 { return widest(g.objects()) }

func (g *PillGroup) objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(g.pills))
	for i, p := range g.pills {
		all[i] = p
	}
	return all
}

func (g *PillGroup) inLines(room float32, move bool) fyne.Size {
	return inLines(g.objects(), fyne.NewSquareSize(pillGap), room, move)
}

func (g *PillGroup) minSize() fyne.Size {
	return fyne.NewSize(g.inLines(0, false).Width, g.inLines(g.room, false).Height)
}

func (g *PillGroup) layout(size fyne.Size) {
	g.inLines(size.Width, true)
	g.placeCursor()
}

func (g *PillGroup) paint() {
	for i, p := range g.pills {
		p.set(i == g.chosen, g.Disabled())
	}
	g.placeCursor()
}

func (g *PillGroup) placeCursor() {
	if g.cursor >= 0 && g.cursor < len(g.pills) {
		p := g.pills[g.cursor]
		g.showCursor(p.Position(), p.Size())
	}
}

// Pill is one choice of a PillGroup.
type Pill struct {
	touchable
	option PillOption
	chosen bool

	ground *canvas.Rectangle
	image  *canvas.Image
	word   *canvas.Text
}

var _ desktop.Hoverable = (*Pill)(nil)

func newPill(o PillOption) *Pill {
	p := &Pill{option: o, ground: canvas.NewRectangle(color.Transparent), image: newIcon(look.IconSizeMedium), word: newText(o.Label, TypeLabel)}
	p.ground.CornerRadius = look.PillHeight / 2
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is for Fyne.
func (p *Pill) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(p, p.layout, p.minSize, p.paint, p.ground, p.image, p.word)
}

func (p *Pill) set(chosen, disabled bool) {
	p.chosen = chosen
	if disabled {
		p.Disable()
	} else {
		p.Enable()
	}
	p.Refresh()
}

func (p *Pill) left() float32 {
	if p.option.Icon == look.IconNone {
		return pillRight
	}
	return pillPadding + look.IconSizeMedium + pillIconGap
}

// minSize is that of the heavier word, so that nothing moves when another pill is chosen.
func (p *Pill) minSize() fyne.Size {
	return fyne.NewSize(whole(p.left()+measure(p.option.Label, TypeStrong)+pillRight)+1, look.PillHeight)
}

func (p *Pill) layout(size fyne.Size) {
	p.ground.Resize(size)
	centred(p.image, pillPadding, size.Height)
	centred(p.word, p.left(), size.Height)
}

func (p *Pill) paint() {
	word, fill, line := TypeLabel.In(look.ColorInk2), fyne.ThemeColorName(""), fyne.ThemeColorName("")
	switch {
	case p.Disabled() && !p.chosen:
		word = word.In(look.ColorInk3)
	case p.chosen:
		word, fill, line = TypeStrong.In(p.option.Color), p.option.Soft, p.option.Color
	case p.hovered:
		fill = look.ColorHover
	}
	setType(p.word, word)
	paintBox(p.ground, fill, line)
	if p.chosen {
		p.ground.StrokeWidth = pillBorder
	}
	drawIcon(p.image, p.option.Icon, word.Color)
	p.word.Refresh()
}
