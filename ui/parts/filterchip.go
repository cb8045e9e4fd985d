package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// FilterChip is one of several views of a list, such as "Acted on 8". The one in force is dark.
type FilterChip struct {
	pressable
	label    string
	selected bool
	ground   *canvas.Rectangle
	word     *canvas.Text
}

var (
	_ fyne.Widget       = (*FilterChip)(nil)
	_ fyne.Focusable    = (*FilterChip)(nil)
	_ fyne.Disableable  = (*FilterChip)(nil)
	_ fyne.Accessible   = (*FilterChip)(nil)
	_ desktop.Hoverable = (*FilterChip)(nil)
)

// FilterChipHeight is how high a filter chip is.
const FilterChipHeight float32 = 28

// NewFilterChip returns a chip that is not in force.
func NewFilterChip(label string, onTap func()) *FilterChip {
	c := &FilterChip{label: label, ground: canvas.NewRectangle(color.Transparent), word: newText(label, typeFilter)}
	c.press = onTap
	c.ground.CornerRadius = FilterChipHeight / 2
	c.init(FilterChipHeight / 2)
	c.ExtendBaseWidget(c)
	return c
}

var typeFilter = Type{Medium, look.SizeCaption, look.ColorInk}

// Label returns the words of the chip.
func (c *FilterChip) Label() string { return c.label }

// SetLabel changes the words.
func (c *FilterChip) SetLabel(label string) {
	if c.label != label {
		c.label = label
		c.Refresh()
	}
}

// Selected reports whether the chip is in force.
func (c *FilterChip) Selected() bool { return c.selected }

// SetSelected puts the chip in force or not.
func (c *FilterChip) SetSelected(selected bool) {
	if c.selected != selected {
		c.selected = selected
		c.Refresh()
	}
}

// AccessibilityLabel names the chip and says that it is in force, if it is.
func (c *FilterChip) AccessibilityLabel() string {
	if c.selected {
		return c.label + " ✓"
	}
	return c.label
}

// CreateRenderer is for Fyne.
func (c *FilterChip) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(c, c.layout, c.minSize, c.paint, c.ground, c.word, c.ring)
}

func (c *FilterChip) minSize() fyne.Size {
	return fyne.NewSize(whole(measure(c.label, typeFilter)+2*chipPadding)+1, FilterChipHeight)
}

func (c *FilterChip) layout(size fyne.Size) {
	c.ground.Resize(size)
	c.word.Text = shorten(c.label, typeFilter, size.Width-2*chipPadding+1)
	setType(c.word, c.typ())
	centred(c.word, chipPadding, size.Height)
	c.paintRing(size)
}

func (c *FilterChip) typ() Type {
	switch {
	case c.selected:
		return typeFilter.In(look.ColorPage)
	case c.Disabled():
		return typeFilter.In(look.ColorInk3)
	}
	return typeFilter
}

func (c *FilterChip) paint() {
	fill, line := fyne.ThemeColorName(""), look.ColorLine
	switch {
	case c.selected:
		fill, line = look.ColorInk, ""
	case c.lit():
		fill = look.ColorHover
	}
	setType(c.word, c.typ())
	paintBox(c.ground, fill, line)
	c.paintRing(c.Size())
	c.word.Refresh()
}
