package parts

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"groundwork/ui/look"
)

// matrixCell is one field as it is drawn: a filled cell with the mark of its strength, or a short dash.
type matrixCell struct {
	shown MatrixCell
	worn  color.Color // the ground of the appearance it is drawn for; nil before it is

	ground, dash *canvas.Rectangle
	mark         *canvas.Image
	count        *canvas.Text
}

// Measures of a cell.
const (
	matrixDash     float32 = 8
	matrixDashHigh float32 = 2
	matrixCountGap float32 = 4
)

// typeMatrixCount is the number in a cell.
var typeMatrixCount = Type{Medium, look.SizeUI, look.ColorInk}

func newMatrixCell() *matrixCell {
	c := &matrixCell{
		ground: canvas.NewRectangle(color.Transparent), dash: canvas.NewRectangle(color.Transparent),
		mark: newIcon(look.IconSizeSmall), count: newText("", typeMatrixCount),
	}
	c.ground.CornerRadius, c.dash.CornerRadius = look.RadiusCell, matrixDashHigh/2
	return c
}

func (c *matrixCell) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.ground, c.dash, c.mark, c.count}
}

// show draws the cell if it is another than the one that is drawn, and reports whether it was.
func (c *matrixCell) show(now MatrixCell) bool {
	ground := look.Color(look.ColorPage)
	if c.worn == ground && c.shown == now {
		return false
	}
	c.shown, c.worn = now, ground
	filled := now.Strength > 0
	setVisible(c.ground, filled)
	setVisible(c.dash, !filled)
	setVisible(c.count, filled && now.Count > 1)
	paintBox(c.dash, look.ColorLine, "")
	if !filled {
		drawIcon(c.mark, look.IconNone, "")
		return true
	}
	own := strengthLooks[min(now.Strength, len(strengthLooks))-1]
	paintBox(c.ground, own.fill, "")
	drawIcon(c.mark, own.icon, own.mark)
	c.count.Text = strconv.Itoa(now.Count)
	setType(c.count, typeMatrixCount.In(own.mark))
	c.count.Refresh()
	return true
}

// hide takes the cell out of sight.
func (c *matrixCell) hide() {
	c.worn = nil
	for _, o := range c.objects() {
		setVisible(o, false)
	}
}

// place puts the cell into a box.
func (c *matrixCell) place(pos fyne.Position, size fyne.Size) {
	c.ground.Move(pos)
	c.ground.Resize(size)
	c.dash.Resize(fyne.NewSize(matrixDash, matrixDashHigh))
	c.dash.Move(fyne.NewPos(pos.X+whole((size.Width-matrixDash)/2), pos.Y+whole((size.Height-matrixDashHigh)/2)))
	mark, count := c.mark.MinSize(), fyne.Size{}
	wide := mark.Width
	if c.shown.Count > 1 {
		count = c.count.MinSize()
		wide += matrixCountGap + count.Width
	}
	x := pos.X + whole((size.Width-wide)/2)
	c.mark.Resize(mark)
	c.mark.Move(fyne.NewPos(x, pos.Y+whole((size.Height-mark.Height)/2)))
	c.count.Resize(count)
	c.count.Move(fyne.NewPos(x+mark.Width+matrixCountGap, pos.Y+whole((size.Height-count.Height)/2)))
}
