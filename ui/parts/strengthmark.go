package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// StrengthMark is the cell of a strength, to stand beside words. Without any strength it is hollow, in the colour of
// what is missing.
type StrengthMark struct {
	widget.BaseWidget
	strength int
	size     fyne.Size
	ground   *canvas.Rectangle
	mark     *canvas.Image
}

var _ fyne.Widget = (*StrengthMark)(nil)

// The sizes of a StrengthMark: in a line of words, and beside two lines.
var (
	StrengthMarkLine  = fyne.NewSize(strengthWidth, strengthHeight)
	StrengthMarkPanel = fyne.NewSquareSize(32)
)

// NewStrengthMark returns the cell of a strength from 1 for the weakest to 4 for the strongest, or of none with 0.
func NewStrengthMark(strength int, size fyne.Size) *StrengthMark {
	m := &StrengthMark{strength: strength, size: size, ground: canvas.NewRectangle(color.Transparent), mark: newIcon(look.IconSizeSmall)}
	m.ground.CornerRadius = look.RadiusCell
	m.ExtendBaseWidget(m)
	return m
}

// SetStrength shows another strength.
func (m *StrengthMark) SetStrength(strength int) { m.strength = strength; m.Refresh() }

// CreateRenderer is for Fyne.
func (m *StrengthMark) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(m, m.layout, m.minSize, m.paint, m.ground, m.mark)
}

func (m *StrengthMark) minSize() fyne.Size { return m.size }

func (m *StrengthMark) layout(size fyne.Size) {
	m.ground.Move(fyne.NewPos(0, whole((size.Height-m.size.Height)/2)))
	m.ground.Resize(m.size)
	centred(m.mark, whole((m.size.Width-m.mark.MinSize().Width)/2), size.Height)
}

func (m *StrengthMark) paint() {
	if m.strength <= 0 {
		paintBox(m.ground, "", look.ColorWarn)
		drawIcon(m.mark, look.IconPencil, look.ColorWarn)
		return
	}
	own := strengthLooks[min(m.strength, len(strengthLooks))-1]
	paintBox(m.ground, own.fill, "")
	drawIcon(m.mark, own.icon, own.mark)
}
