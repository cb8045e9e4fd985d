package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// ChipKind is what a chip stands for.
type ChipKind int

// The kinds of chips.
const (
	ChipPlain ChipKind = iota // a tag, an attachment: sunken
	ChipSoft                  // an expectation that is shown: soft accent
	ChipAdd                   // an offer to add one: an outline
)

// Chip is a small rounded word. It can be pressed if OnTap is set, and taken away if OnRemove is; the keyboard takes it
// away with Backspace or Delete.
type Chip struct {
	pressable
	// OnRemove is told that the writer took the chip away. The cross that does so shows under the pointer.
	OnRemove func()

	kind  ChipKind
	label string
	icon  look.IconName
	// lead is the role of the icon if it is not that of the words.
	lead fyne.ThemeColorName

	ground *canvas.Rectangle
	image  *canvas.Image
	word   *canvas.Text
	removal
}

var (
	_ fyne.Widget       = (*Chip)(nil)
	_ fyne.Focusable    = (*Chip)(nil)
	_ fyne.Disableable  = (*Chip)(nil)
	_ fyne.Accessible   = (*Chip)(nil)
	_ desktop.Hoverable = (*Chip)(nil)
)

// Where things stand in a chip.
const (
	chipPadding  float32 = 10
	chipIconLeft float32 = 8
	chipIconGap  float32 = 5
	chipCross    float32 = 10
	chipPatch    float32 = 18
	chipEdge     float32 = 3
)

// NewChip returns a chip. The icon may be look.IconNone and onTap nil.
func NewChip(kind ChipKind, label string, icon look.IconName, onTap func()) *Chip {
	c := &Chip{}
	c.build(kind, label, icon, onTap)
	c.ExtendBaseWidget(c)
	return c
}

// build makes what the chip is drawn from.
func (c *Chip) build(kind ChipKind, label string, icon look.IconName, onTap func()) {
	c.kind, c.label, c.icon, c.press = kind, label, icon, onTap
	c.ground = canvas.NewRectangle(color.Transparent)
	c.ground.CornerRadius = look.ChipHeight / 2
	c.image, c.removal = newIcon(look.IconSizeSmall), newRemoval()
	c.word = newText(label, TypeCaption)
	c.init(look.ChipHeight / 2)
}

// Label returns the words of the chip.
func (c *Chip) Label() string { return c.label }

// SetIconColor gives the icon the colour of another role than the words.
func (c *Chip) SetIconColor(role fyne.ThemeColorName) { c.lead = role; c.Refresh() }

// AccessibilityLabel returns the words of the chip.
func (c *Chip) AccessibilityLabel() string { return c.label }

// Tapped takes the chip away if the cross is tapped, and presses it elsewhere.
func (c *Chip) Tapped(e *fyne.PointEvent) {
	if c.OnRemove != nil && !c.Disabled() && c.hit(e.Position.X, c.Size().Width) {
		c.OnRemove()
		return
	}
	c.pressed()
}

// TypedKey takes the chip away with Backspace or Delete.
func (c *Chip) TypedKey(e *fyne.KeyEvent) {
	if (e.Name == fyne.KeyBackspace || e.Name == fyne.KeyDelete) && c.OnRemove != nil && !c.Disabled() {
		c.OnRemove()
		return
	}
	c.pressable.TypedKey(e)
}

// Cursor is the hand where something would come of a click.
func (c *Chip) Cursor() desktop.Cursor {
	if c.press == nil && c.OnRemove == nil {
		return desktop.DefaultCursor
	}
	return c.pressable.Cursor()
}

// CreateRenderer is for Fyne.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(c, c.layout, c.minSize, c.paint, c.ground, c.image, c.word, c.patch, c.cross, c.ring)
}

func (c *Chip) left() float32 {
	if c.icon == look.IconNone {
		return chipPadding
	}
	return chipIconLeft + look.IconSizeSmall + chipIconGap
}

func (c *Chip) minSize() fyne.Size {
	width := c.left() + measure(c.label, c.typ()) + chipPadding
	return fyne.NewSize(whole(width)+1, look.ChipHeight)
}

func (c *Chip) layout(size fyne.Size) {
	c.ground.Resize(size)
	centred(c.image, chipIconLeft, size.Height)
	room := size.Width - c.left() - chipPadding
	c.word.Text = shorten(c.label, c.typ(), room+1)
	setType(c.word, c.typ())
	centred(c.word, c.left(), size.Height)
	c.removal.layout(size)
	c.paintRing(size)
}

// typ leaves tags, which are the writer's words, to a face with a fallback for emoji.
func (c *Chip) typ() Type {
	switch {
	case c.Disabled():
		return TypeCaption.In(look.ColorInk3)
	case c.kind == ChipSoft:
		return TypeCaption.In(look.ColorAccent)
	case c.kind == ChipAdd && c.icon == look.IconPlus:
		return TypeFieldLabel.In(look.ColorInk2)
	default:
		return TypeCaption.In(look.ColorInk)
	}
}

func (c *Chip) paint() {
	fill, line := look.ColorSunken, fyne.ThemeColorName("")
	switch c.kind {
	case ChipSoft:
		fill = look.ColorAccentSoft
	case ChipAdd:
		fill, line = "", look.ColorLine
	}
	if c.lit() && (c.press != nil || c.OnRemove != nil) {
		fill = look.ColorHover
	}
	typ := c.typ()
	setType(c.word, typ)
	paintBox(c.ground, fill, line)
	lead := typ.Color
	if c.lead != "" {
		lead = c.lead
	}
	drawIcon(c.image, c.icon, lead)
	c.removal.paint(c.OnRemove != nil && !c.Disabled() && (c.hovered || c.focused))
	c.paintRing(c.Size())
	c.word.Refresh()
}
