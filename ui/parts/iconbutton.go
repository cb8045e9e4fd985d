package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// IconButton is an icon to press. Its label is never drawn: it is the tip under the pointer and the name for readers
// of the screen.
type IconButton struct {
	pressable
	// Ink is the role of the icon.
	Ink fyne.ThemeColorName
	// Side is the length of the button's sides, IconSize that of the icon.
	Side, IconSize float32
	// Fill is the role of the ground, if it has one.
	Fill fyne.ThemeColorName
	// Radius is that of the corners.
	Radius float32

	icon   look.IconName
	label  string
	ground *canvas.Rectangle
	image  *canvas.Image
}

var (
	_ fyne.Widget       = (*IconButton)(nil)
	_ fyne.Focusable    = (*IconButton)(nil)
	_ fyne.Disableable  = (*IconButton)(nil)
	_ fyne.Accessible   = (*IconButton)(nil)
	_ desktop.Hoverable = (*IconButton)(nil)
)

// NewIconButton returns an icon to press, with the name of what it does.
func NewIconButton(icon look.IconName, label string, onTap func()) *IconButton {
	b := &IconButton{Ink: look.ColorInk2, Side: 32, IconSize: look.IconSizeNav, Radius: look.RadiusField, icon: icon, label: label}
	b.press = onTap
	b.ground = canvas.NewRectangle(color.Transparent)
	b.image = newIcon(b.IconSize)
	b.init(look.RadiusField)
	b.ExtendBaseWidget(b)
	return b
}

// SetIcon changes the icon.
func (b *IconButton) SetIcon(icon look.IconName) { b.icon = icon; b.Refresh() }

// SetLabel changes the name.
func (b *IconButton) SetLabel(label string) { b.label = label }

// MouseIn lights the button and names it.
func (b *IconButton) MouseIn(e *desktop.MouseEvent) {
	b.pressable.MouseIn(e)
	showTip(b, b.label, tipBelow)
}

// MouseOut puts the light out.
func (b *IconButton) MouseOut() {
	b.pressable.MouseOut()
	hideTip(b)
}

// Tapped presses it, and says no more about it.
func (b *IconButton) Tapped(e *fyne.PointEvent) {
	hideTip(b)
	b.pressable.Tapped(e)
}

// AccessibilityLabel names the button.
func (b *IconButton) AccessibilityLabel() string { return b.label }

// CreateRenderer is for Fyne.
func (b *IconButton) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(b, b.layout, b.minSize, b.paint, b.ground, b.image, b.ring)
}

func (b *IconButton) minSize() fyne.Size { return fyne.NewSquareSize(b.Side) }

func (b *IconButton) layout(size fyne.Size) {
	b.ground.Resize(size)
	centred(b.image, whole((size.Width-b.IconSize)/2), size.Height)
	b.paintRing(size)
}

func (b *IconButton) paint() {
	fill, ink := b.Fill, b.Ink
	switch {
	case b.Disabled():
		ink = look.ColorInk3
	case b.hovered:
		fill = look.ColorHover
	}
	b.image.SetMinSize(fyne.NewSquareSize(b.IconSize))
	b.ground.CornerRadius, b.ring.CornerRadius = b.Radius, b.Radius+ringGap+ringWidth
	paintBox(b.ground, fill, "")
	drawIcon(b.image, b.icon, ink)
	b.paintRing(b.Size())
}
