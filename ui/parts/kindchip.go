package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// KindChip lets one of a few kinds through, or not: filled and with its icon in force, an outline and a struck eye
// where it is left out.
type KindChip struct {
	pressable
	option PillOption
	on     bool

	ground *canvas.Rectangle
	image  *canvas.Image
	word   *canvas.Text
}

var (
	_ fyne.Widget       = (*KindChip)(nil)
	_ fyne.Focusable    = (*KindChip)(nil)
	_ fyne.Disableable  = (*KindChip)(nil)
	_ fyne.Accessible   = (*KindChip)(nil)
	_ desktop.Hoverable = (*KindChip)(nil)
)

// NewKindChip returns a chip that lets its kind through.
func NewKindChip(o PillOption, onTap func()) *KindChip {
	c := &KindChip{option: o, on: true, ground: canvas.NewRectangle(color.Transparent), image: newIcon(look.IconSizeSmall), word: newText(o.Label, typeFilter)}
	c.press = onTap
	c.ground.CornerRadius = FilterChipHeight / 2
	c.init(FilterChipHeight / 2)
	c.ExtendBaseWidget(c)
	return c
}

// On reports whether the kind is let through.
func (c *KindChip) On() bool { return c.on }

// SetOn lets the kind through or not.
func (c *KindChip) SetOn(on bool) {
	if c.on != on {
		c.on = on
		c.Refresh()
	}
}

// AccessibilityLabel names the kind and says that it is let through, if it is.
func (c *KindChip) AccessibilityLabel() string {
	if c.on {
		return c.option.Label + " ✓"
	}
	return c.option.Label
}

// CreateRenderer is for Fyne.
func (c *KindChip) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(c, c.layout, c.minSize, c.paint, c.ground, c.image, c.word, c.ring)
}

func (c *KindChip) minSize() fyne.Size {
	return fyne.NewSize(whole(cardChipLeft+measure(c.option.Label, typeFilter)+chipPadding)+1, FilterChipHeight)
}

func (c *KindChip) layout(size fyne.Size) {
	c.ground.Resize(size)
	centred(c.image, chipIconLeft, size.Height)
	centred(c.word, cardChipLeft, size.Height)
	c.paintRing(size)
}

func (c *KindChip) paint() {
	ink, fill, line, icon := c.option.Color, c.option.Soft, fyne.ThemeColorName(""), c.option.Icon
	if !c.on {
		ink, fill, line, icon = look.ColorInk2, "", look.ColorLine, look.IconPrivate
	}
	if c.lit() {
		fill = look.ColorHover
	}
	paintBox(c.ground, fill, line)
	drawIcon(c.image, icon, ink)
	setType(c.word, typeFilter.In(ink))
	c.word.Refresh()
	c.paintRing(c.Size())
}
