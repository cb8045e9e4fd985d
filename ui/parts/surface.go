package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Surface is a rounded ground in the colours of roles. It holds nothing: stack it under what it carries.
type Surface struct {
	widget.BaseWidget
	// Fill and Line are the roles of the ground and of its border; an empty one is not drawn.
	Fill, Line fyne.ThemeColorName
	// Radius is that of the corners, Width that of the border.
	Radius, Width float32

	rect *canvas.Rectangle
}

var _ fyne.Widget = (*Surface)(nil)

// NewSurface returns a ground with a border of 1, or none if line is empty.
func NewSurface(fill, line fyne.ThemeColorName, radius float32) *Surface {
	s := &Surface{Fill: fill, Line: line, Radius: radius, Width: 1, rect: canvas.NewRectangle(color.Transparent)}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is for Fyne.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(s, s.rect.Resize, s.minSize, s.paint, s.rect)
}

func (s *Surface) minSize() fyne.Size { return fyne.NewSize(0, 0) }

func (s *Surface) paint() {
	s.rect.CornerRadius = s.Radius
	s.rect.FillColor = color.Transparent
	if s.Fill != "" {
		s.rect.FillColor = look.Color(s.Fill)
	}
	s.rect.StrokeWidth = 0
	if s.Line != "" {
		outline(s.rect, look.Color(s.Line), s.Width)
	}
	s.rect.Refresh()
}

// Card returns a raised card around its content: fill, hairline border, radius 12 and the given padding.
func Card(content fyne.CanvasObject, padding float32) *fyne.Container {
	return container.NewStack(NewSurface(look.ColorCard, look.ColorLine, look.RadiusCard),
		Inset(content, padding, padding, padding, padding))
}

// Panel returns a quiet, sunken panel around its content.
func Panel(content fyne.CanvasObject, padding float32) *fyne.Container {
	return container.NewStack(NewSurface(look.ColorSunken, "", look.RadiusCard),
		Inset(content, padding, padding, padding, padding))
}

// Hairline is a line of one unit, drawn as a rectangle so that it is sharp at every scale.
type Hairline struct {
	widget.BaseWidget
	vertical bool
	rect     *canvas.Rectangle
}

var _ fyne.Widget = (*Hairline)(nil)

// NewHairline returns a horizontal hairline.
func NewHairline() *Hairline { return newHairline(false) }

// NewVerticalHairline returns a vertical hairline.
func NewVerticalHairline() *Hairline { return newHairline(true) }

func newHairline(vertical bool) *Hairline {
	h := &Hairline{vertical: vertical, rect: canvas.NewRectangle(color.Transparent)}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer is for Fyne.
func (h *Hairline) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(h, h.layout, h.minSize, h.paint, h.rect)
}

func (h *Hairline) minSize() fyne.Size { return fyne.NewSize(1, 1) }

func (h *Hairline) layout(size fyne.Size) {
	if h.vertical {
		h.rect.Resize(fyne.NewSize(1, size.Height))
		return
	}
	h.rect.Resize(fyne.NewSize(size.Width, 1))
}

func (h *Hairline) paint() {
	h.rect.FillColor = look.Color(look.ColorLine)
	h.rect.Refresh()
}
