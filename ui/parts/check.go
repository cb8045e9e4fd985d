package parts

import (
	"cmp"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// Check is a box to tick, with words that may wrap beside it.
type Check struct {
	pressable
	// OnChanged is told of a change the writer made.
	OnChanged func(on bool)
	// Name is what is ticked, for readers of the screen, where there are no words beside the box.
	Name string

	on    bool
	box   *canvas.Rectangle
	tick  *canvas.Image
	words *Paragraph
}

var (
	_ fyne.Widget       = (*Check)(nil)
	_ fyne.Focusable    = (*Check)(nil)
	_ fyne.Disableable  = (*Check)(nil)
	_ fyne.Accessible   = (*Check)(nil)
	_ desktop.Hoverable = (*Check)(nil)
)

// Where things stand in a check.
const (
	checkBox    float32 = 18
	checkRadius float32 = 5
	checkLeft   float32 = 30
)

// NewCheck returns an empty box with words, which may be none.
func NewCheck(label string, onChanged func(on bool)) *Check {
	c := &Check{
		OnChanged: onChanged, box: canvas.NewRectangle(color.Transparent), tick: newIcon(look.IconSizeSmall),
		words: NewParagraph(label, TypeUI.In(look.ColorInk), rowLeading),
	}
	c.press = c.turn
	c.box.CornerRadius = checkRadius
	c.init(checkRadius)
	c.ExtendBaseWidget(c)
	return c
}

// Checked reports whether the box is ticked.
func (c *Check) Checked() bool { return c.on }

// SetChecked ticks the box or not, without telling OnChanged.
func (c *Check) SetChecked(on bool) {
	if c.on != on {
		c.on = on
		c.Refresh()
	}
}

func (c *Check) turn() {
	c.SetChecked(!c.on)
	if c.OnChanged != nil {
		c.OnChanged(c.on)
	}
}

// AccessibilityLabel reads the words, and that the box is ticked if it is.
func (c *Check) AccessibilityLabel() string {
	words := cmp.Or(c.words.Text(), c.Name)
	if c.on {
		return words + " ✓"
	}
	return words
}

// Resize gives the words their width, on which the height depends.
func (c *Check) Resize(size fyne.Size) {
	c.words.Resize(fyne.NewSize(size.Width-checkLeft, c.words.Size().Height))
	c.pressable.Resize(size)
}

// CreateRenderer is for Fyne.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(c, c.layout, c.minSize, c.paint, c.box, c.tick, c.words, c.ring)
}

func (c *Check) minSize() fyne.Size {
	if c.words.Text() == "" {
		return fyne.NewSquareSize(checkBox)
	}
	return fyne.NewSize(checkLeft+look.Space40, fyne.Max(checkBox+2, c.words.MinSize().Height))
}

func (c *Check) layout(size fyne.Size) {
	c.box.Resize(fyne.NewSquareSize(checkBox))
	c.box.Move(fyne.NewPos(0, 1))
	c.tick.Resize(fyne.NewSquareSize(look.IconSizeSmall))
	c.tick.Move(fyne.NewPos(2, 3))
	c.words.Move(fyne.NewPos(checkLeft, 0))
	c.words.Resize(fyne.NewSize(size.Width-checkLeft, c.words.MinSize().Height))
	c.paintRing(size)
}

func (c *Check) paint() {
	fill, line, ink := look.ColorCard, look.ColorLineStrong, look.ColorInk
	switch {
	case c.Disabled():
		fill, ink = look.ColorSunken, look.ColorInk3
	case c.on:
		fill, line = look.ColorAccent, ""
	case c.hovered:
		fill = look.ColorHover
	}
	paintBox(c.box, fill, line)
	tick, on := look.IconNone, look.ColorOnAccent
	if c.on {
		tick = look.IconCheck
	}
	if c.Disabled() {
		on = look.ColorInk3
	}
	drawIcon(c.tick, tick, on)
	c.words.SetType(TypeUI.In(ink))
	c.paintRing(c.Size())
}

// paintRing puts the ring around the box alone.
func (c *Check) paintRing(fyne.Size) {
	c.pressable.paintRing(fyne.NewSquareSize(checkBox))
	c.ring.Move(c.ring.Position().AddXY(0, 1))
}
