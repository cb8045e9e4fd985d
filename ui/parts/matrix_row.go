package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// matrixRow is a row of a Matrix, or a heading. Its cells draw themselves, each when it changes.
type matrixRow struct {
	widget.BaseWidget
	matrix  *Matrix
	heading bool
	index   int
	hovered bool
	under   int // the column under the pointer, or -1

	ground, bar, ring, mark *canvas.Rectangle
	name                    *Paragraph
	note                    *Text
	cells                   []*matrixCell
	field                   *fyne.Container // holds what the cells are drawn with
	lack                    *matrixLack
}

var (
	_ fyne.Tappable      = (*matrixRow)(nil)
	_ desktop.Hoverable  = (*matrixRow)(nil)
	_ desktop.Cursorable = (*matrixRow)(nil)
	_ fyne.Accessible    = (*matrixRow)(nil)
)

// The types of a row's name, and of a heading.
var (
	typeMatrixName = Type{Medium, look.SizeRow, look.ColorInk}
	typeMatrixHead = TypeColumnHead
)

// matrixNameLeading is the distance from line to line of a name.
const matrixNameLeading float32 = 17

// matrixNameLines is how many lines a name may take: one where there is something below it.
func matrixNameLines(single bool) int {
	if single {
		return 1
	}
	return 2
}

func newMatrixRow(m *Matrix, heading bool) *matrixRow {
	r := &matrixRow{matrix: m, heading: heading, index: -1, under: -1, name: NewParagraph("", typeMatrixHead, matrixNameLeading), note: NewText("", TypeCaption)}
	r.note.Truncate = true
	r.ground, r.bar = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	r.ring, r.mark = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	r.ground.CornerRadius, r.bar.CornerRadius = look.RadiusCard, listBar/2
	r.field, r.lack = &fyne.Container{}, newMatrixLack()
	r.ExtendBaseWidget(r)
	return r
}

// show brings the row to what it is now.
func (r *matrixRow) show() {
	m := r.matrix
	if r.index < 0 || r.index >= len(m.rows) {
		return
	}
	row := m.rows[r.index]
	if lines := matrixNameLines(r.heading || row.Note != ""); r.name.MaxLines != lines {
		r.name.MaxLines = lines
		r.name.Refresh()
	}
	r.name.SetText(row.Name)
	r.note.SetText(row.Note)
	if !r.heading {
		r.showCells(row)
	}
	r.layout(r.Size())
	r.paintGround()
}

// showCells draws those cells that are others than before.
func (r *matrixRow) showCells(row MatrixRow) {
	m := r.matrix
	lacks := row.Lack != ""
	r.lack.show(m.Offer, row.Lack, lacks)
	for len(r.cells) < m.grid.fit && !lacks {
		c := newMatrixCell()
		r.cells = append(r.cells, c)
		r.field.Objects = append(r.field.Objects, c.objects()...)
	}
	for k, c := range r.cells {
		column := m.first + k
		if lacks || k >= m.grid.fit || column >= len(row.Cells) {
			c.hide()
			continue
		}
		if c.show(row.Cells[column]) {
			m.painted++
		}
	}
}

// column returns which column lies at a place, or -1.
func (r *matrixRow) column(x float32) int {
	m := r.matrix
	if m.lacks(r.index) {
		if x >= m.grid.offerLeft() && x < m.grid.right {
			return 0
		}
		return -1
	}
	if k := m.grid.column(x); k >= 0 {
		return m.first + k
	}
	return -1
}

// Tapped chooses the cell under the pointer, or the row.
func (r *matrixRow) Tapped(e *fyne.PointEvent) {
	if !r.heading {
		r.matrix.tapped(matrixPlace{r.index, r.column(e.Position.X)})
	}
}

// MouseIn lights the row.
func (r *matrixRow) MouseIn(e *desktop.MouseEvent) { r.MouseMoved(e) }

// MouseMoved lights the row, and says what the cell under the pointer holds.
func (r *matrixRow) MouseMoved(e *desktop.MouseEvent) {
	if r.heading {
		return
	}
	column := r.column(e.Position.X)
	if r.hovered && column == r.under {
		return
	}
	r.hovered, r.under = true, column
	r.paintGround()
	hideTip(r)
	if k := column - r.matrix.first; column >= 0 && k < len(r.cells) && !r.matrix.lacks(r.index) {
		showTipFor(r, r.cells[k].ground, r.matrix.label(matrixPlace{r.index, column}))
	} else if column < 0 {
		showTipFor(r, r.name, r.matrix.label(matrixPlace{r.index, -1}))
	}
}

// MouseOut puts the light out.
func (r *matrixRow) MouseOut() { r.darken() }

func (r *matrixRow) darken() {
	if r.hovered {
		r.hovered, r.under = false, -1
		hideTip(r)
		r.paintGround()
	}
}

// Cursor is the hand over what can be chosen.
func (r *matrixRow) Cursor() desktop.Cursor {
	if r.heading {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel reads the row.
func (r *matrixRow) AccessibilityLabel() string {
	if r.heading || r.index >= len(r.matrix.rows) {
		return r.name.Text()
	}
	return r.matrix.label(matrixPlace{r.index, -1})
}

// AccessibilityRole tells readers of the screen whether this can be pressed.
func (r *matrixRow) AccessibilityRole() fyne.AccessibleRole {
	if r.heading {
		return fyne.AccessibleRoleText
	}
	return fyne.AccessibleRoleButton
}
