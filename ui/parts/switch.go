package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// Switch turns something on or off that is named beside it. Where the knob stands tells which, and so does the ground:
// filled when it is on, an outline when it is off.
type Switch struct {
	pressable
	// Name is what is turned on, for readers of the screen.
	Name string
	// OnChanged is told of a change the writer made.
	OnChanged func(on bool)

	on           bool
	ground, knob *canvas.Rectangle
}

var (
	_ fyne.Widget       = (*Switch)(nil)
	_ fyne.Focusable    = (*Switch)(nil)
	_ fyne.Disableable  = (*Switch)(nil)
	_ fyne.Accessible   = (*Switch)(nil)
	_ desktop.Hoverable = (*Switch)(nil)
)

// Where things stand in a switch.
const (
	switchWidth  float32 = 36
	switchHeight float32 = 20
	switchKnob   float32 = 14
)

// NewSwitch returns a switch that is off.
func NewSwitch(name string, onChanged func(on bool)) *Switch {
	s := &Switch{Name: name, OnChanged: onChanged, ground: canvas.NewRectangle(color.Transparent), knob: canvas.NewRectangle(color.Transparent)}
	s.press = s.turn
	s.ground.CornerRadius, s.knob.CornerRadius = switchHeight/2, switchKnob/2
	s.init(switchHeight / 2)
	s.ExtendBaseWidget(s)
	return s
}

// On reports whether it is on.
func (s *Switch) On() bool { return s.on }

// SetOn turns it on or off without telling OnChanged.
func (s *Switch) SetOn(on bool) {
	if s.on != on {
		s.on = on
		s.Refresh()
	}
}

func (s *Switch) turn() {
	s.SetOn(!s.on)
	if s.OnChanged != nil {
		s.OnChanged(s.on)
	}
}

// AccessibilityLabel reads the name, and that it is on if it is.
func (s *Switch) AccessibilityLabel() string {
	if s.on {
		return s.Name + " ✓"
	}
	return s.Name
}

// CreateRenderer is for Fyne.
func (s *Switch) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(s, s.layout, s.minSize, s.paint, s.ground, s.knob, s.ring)
}

func (s *Switch) minSize() fyne.Size { return fyne.NewSize(switchWidth, switchHeight) }

func (s *Switch) layout(size fyne.Size) {
	s.ground.Resize(size)
	gap := (size.Height - switchKnob) / 2
	left := gap
	if s.on {
		left = size.Width - switchKnob - gap
	}
	s.knob.Resize(fyne.NewSquareSize(switchKnob))
	s.knob.Move(fyne.NewPos(left, gap))
	s.paintRing(size)
}

func (s *Switch) paint() {
	ink := look.ColorOnAccent
	switch {
	case s.on && s.Disabled():
		paintBox(s.ground, look.ColorSunken, look.ColorLineStrong)
		ink = look.ColorInk3
	case s.on:
		paintBox(s.ground, look.ColorAccent, "")
	case s.lit():
		paintBox(s.ground, look.ColorHover, look.ColorLineStrong)
		ink = look.ColorLineStrong
	default:
		paintBox(s.ground, "", look.ColorLineStrong)
		ink = look.ColorLineStrong
	}
	s.knob.FillColor = look.Color(ink)
	s.knob.Refresh()
	s.paintRing(s.Size())
}
