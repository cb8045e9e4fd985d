package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// matrixHead names the columns of a Matrix, and goes sideways where not all of them fit.
type matrixHead struct {
	widget.BaseWidget
	matrix      *Matrix
	heads       []*canvas.Text
	names       *fyne.Container
	back, forth *matrixArrow
}

// typeMatrixColumn is the head of a column.
var typeMatrixColumn = Type{Medium, look.SizeCaption, look.ColorInk2}

// matrixArrowSide is that of the arrows that go sideways.
const matrixArrowSide float32 = 24

func newMatrixHead(m *Matrix) *matrixHead {
	h := &matrixHead{matrix: m, names: &fyne.Container{}}
	h.back = newMatrixArrow(look.IconChevronLeft, func() { m.sideways(-max(m.grid.fit-1, 1)) })
	h.forth = newMatrixArrow(look.IconChevronRight, func() { m.sideways(max(m.grid.fit-1, 1)) })
	h.ExtendBaseWidget(h)
	return h
}

// settle shows the names of the columns in sight.
func (h *matrixHead) settle() {
	m, g := h.matrix, h.matrix.grid
	for len(h.heads) < g.fit {
		t := newText("", typeMatrixColumn)
		h.heads = append(h.heads, t)
		h.names.Objects = append(h.names.Objects, t)
	}
	for k, t := range h.heads {
		setVisible(t, k < g.fit && len(m.columns) > 0)
		if k >= g.fit {
			continue
		}
		column, typ := m.columns[m.first+k], typeMatrixColumn
		if column.Now {
			typ = Type{SemiBold, look.SizeCaption, look.ColorInk}
		}
		t.Text = column.Head
		setType(t, typ)
		size := t.MinSize()
		t.Resize(size)
		t.Move(fyne.NewPos(g.x(k)+whole((g.pitch-matrixCellGap-size.Width)/2), 0))
		t.Refresh()
	}
	setVisible(h.back, g.fit < len(m.columns))
	setVisible(h.forth, g.fit < len(m.columns))
	h.back.can(m.first > 0)
	h.forth.can(m.first+g.fit < len(m.columns))
	h.place()
	canvas.Refresh(h)
}

func (h *matrixHead) place() {
	left := h.matrix.grid.left - 2*matrixArrowSide - look.Space8
	for i, a := range []*matrixArrow{h.back, h.forth} {
		a.Resize(fyne.NewSquareSize(matrixArrowSide))
		a.Move(fyne.NewPos(left+float32(i)*matrixArrowSide, -5))
	}
}

// CreateRenderer is for Fyne.
func (h *matrixHead) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(h, h.layout, h.minSize, h.settle, h.names, h.back, h.forth)
}

func (h *matrixHead) layout(size fyne.Size) { h.names.Resize(size) }

func (h *matrixHead) minSize() fyne.Size { return fyne.NewSize(look.Space40, matrixHeads) }

// matrixArrow goes sideways under the pointer. The keyboard does so with its arrows.
type matrixArrow struct {
	touchable
	icon   look.IconName
	ground *canvas.Rectangle
	image  *canvas.Image
}

func newMatrixArrow(icon look.IconName, press func()) *matrixArrow {
	a := &matrixArrow{icon: icon, ground: canvas.NewRectangle(color.Transparent), image: newIcon(look.IconSizeMedium)}
	a.press = press
	a.ground.CornerRadius = look.RadiusHighlight
	a.ExtendBaseWidget(a)
	return a
}

// can tells whether there is more in its direction.
func (a *matrixArrow) can(more bool) {
	if more == !a.Disabled() {
		return
	}
	if more {
		a.Enable()
	} else {
		a.Disable()
	}
}

// CreateRenderer is for Fyne.
func (a *matrixArrow) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(a, a.layout, a.minSize, a.paint, a.ground, a.image)
}

func (a *matrixArrow) minSize() fyne.Size { return fyne.NewSquareSize(matrixArrowSide) }

func (a *matrixArrow) layout(size fyne.Size) {
	a.ground.Resize(size)
	centred(a.image, whole((size.Width-a.image.MinSize().Width)/2), size.Height)
}

func (a *matrixArrow) paint() {
	fill, ink := fyne.ThemeColorName(""), look.ColorInk2
	switch {
	case a.Disabled():
		ink = look.ColorLine
	case a.lit():
		fill = look.ColorHover
	}
	paintBox(a.ground, fill, "")
	drawIcon(a.image, a.icon, ink)
}
