package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// Toggle is a quiet button that is on or off, such as "Private". On is a soft fill, another icon and a heavier word.
type Toggle struct {
	pressable
	// OnChanged is told of a change the writer made.
	OnChanged func(on bool)

	label           string
	iconOff, iconOn look.IconName
	on              bool

	ground *canvas.Rectangle
	image  *canvas.Image
	word   *canvas.Text
}

var (
	_ fyne.Widget       = (*Toggle)(nil)
	_ fyne.Focusable    = (*Toggle)(nil)
	_ fyne.Disableable  = (*Toggle)(nil)
	_ fyne.Accessible   = (*Toggle)(nil)
	_ desktop.Hoverable = (*Toggle)(nil)
)

// Where things stand in a toggle.
const (
	togglePadding float32 = 12
	toggleIconGap float32 = 5
)

// NewToggle returns a toggle that is off.
func NewToggle(label string, iconOff, iconOn look.IconName, onChanged func(on bool)) *Toggle {
	t := &Toggle{OnChanged: onChanged, label: label, iconOff: iconOff, iconOn: iconOn}
	t.press = t.turn
	t.ground = canvas.NewRectangle(color.Transparent)
	t.ground.CornerRadius = look.RadiusField
	t.image = newIcon(look.IconSizeMedium)
	t.word = newText(label, TypeLabel)
	t.init(look.RadiusField)
	t.ExtendBaseWidget(t)
	return t
}

// On reports whether it is on.
func (t *Toggle) On() bool { return t.on }

// SetOn turns it on or off without telling OnChanged.
func (t *Toggle) SetOn(on bool) {
	if t.on != on {
		t.on = on
		t.Refresh()
	}
}

func (t *Toggle) turn() {
	t.SetOn(!t.on)
	if t.OnChanged != nil {
		t.OnChanged(t.on)
	}
}

// AccessibilityLabel names the toggle and says that it is on, if it is.
func (t *Toggle) AccessibilityLabel() string {
	if t.on {
		return t.label + " ✓"
	}
	return t.label
}

// CreateRenderer is for Fyne.
func (t *Toggle) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(t, t.layout, t.minSize, t.paint, t.ground, t.image, t.word, t.ring)
}

// minSize is that of the heavier word, so that nothing moves when the toggle is turned.
func (t *Toggle) minSize() fyne.Size {
	width := measure(t.label, TypeStrong)
	return fyne.NewSize(whole(2*togglePadding+look.IconSizeMedium+toggleIconGap+width)+1, look.ButtonHeight)
}

func (t *Toggle) layout(size fyne.Size) {
	t.ground.Resize(size)
	centred(t.image, togglePadding, size.Height)
	centred(t.word, togglePadding+look.IconSizeMedium+toggleIconGap, size.Height)
	t.paintRing(size)
}

func (t *Toggle) paint() {
	icon, word, fill := t.iconOff, TypeLabel.In(look.ColorInk2), fyne.ThemeColorName("")
	if t.on {
		icon, word, fill = t.iconOn, TypeStrong.In(look.ColorAccent), look.ColorAccentSoft
	}
	switch {
	case t.Disabled():
		word = word.In(look.ColorInk3)
	case t.hovered:
		fill = look.ColorHover
	}
	setType(t.word, word)
	paintBox(t.ground, fill, "")
	drawIcon(t.image, icon, word.Color)
	t.paintRing(t.Size())
	t.word.Refresh()
}
