package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Mark is the program's mark: a sprout on a rounded square of the accent.
type Mark struct {
	widget.BaseWidget
	side   float32
	square *canvas.Rectangle
	image  *canvas.Image
}

var _ fyne.Widget = (*Mark)(nil)

// NewMark returns the mark with sides of the given length; 28 is that of the navigation.
func NewMark(side float32) *Mark {
	m := &Mark{side: side, square: canvas.NewRectangle(color.Transparent), image: newIcon(whole(side * 0.64))}
	m.square.CornerRadius = whole(side * 0.25)
	m.ExtendBaseWidget(m)
	return m
}

// CreateRenderer is for Fyne.
func (m *Mark) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(m, m.layout, m.minSize, m.paint, m.square, m.image)
}

func (m *Mark) minSize() fyne.Size { return fyne.NewSquareSize(m.side) }

func (m *Mark) layout(size fyne.Size) {
	m.square.Resize(fyne.NewSquareSize(m.side))
	centred(m.image, whole((m.side-m.image.MinSize().Width)/2), m.side)
}

func (m *Mark) paint() {
	paintBox(m.square, look.ColorAccent, "")
	drawIcon(m.image, look.IconSprout, look.ColorOnAccent)
}
