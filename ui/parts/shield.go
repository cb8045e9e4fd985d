package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// shield keeps taps on its content, beside what can be pressed in it, from reaching what lies below.
type shield struct {
	widget.BaseWidget
	content fyne.CanvasObject
	tapped  func()
}

var _ fyne.Tappable = (*shield)(nil)

func newShield(tapped func(), content fyne.CanvasObject) *shield {
	s := &shield{content: content, tapped: tapped}
	s.ExtendBaseWidget(s)
	return s
}

// Shield returns a content on which a tap does nothing, where a tap on what lies below would.
func Shield(content fyne.CanvasObject) fyne.CanvasObject { return newShield(func() {}, content) }

// Tapped takes the tap.
func (s *shield) Tapped(*fyne.PointEvent) { s.tapped() }

// CreateRenderer is for Fyne.
func (s *shield) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.content) }
