package parts

import (
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// MatrixColumn is a column of a Matrix.
type MatrixColumn struct {
	Head string
	Now  bool // it is the one that time has come to
}

// MatrixCell is what stands in one field: how strong the strongest proof is, and how much there is.
type MatrixCell struct {
	Strength int // 1 for the weakest to 4 for the strongest, 0 for none
	Count    int // shown where it is over 1
}

// MatrixRow is a row of a Matrix, or a heading over rows.
type MatrixRow struct {
	Heading bool
	Name    string
	Note    string // below the name, quietly
	Lack    string // what is missing in all columns, such as "No evidence yet"; "" where something is there
	Cells   []MatrixCell
}

// Matrix shows how strong the proof in each field of a table is. Its first column stays in place; of the others it shows
// those that fit, and goes sideways by whole ones. Only the rows in sight are built. It is one stop for the keyboard:
// arrows go from cell to cell, the name of a row is left of its first cell, Enter or Space chooses.
type Matrix struct {
	widget.BaseWidget
	// OnChosen is told of a row, and of the column of a cell, or -1 for the row as a whole.
	OnChosen func(row, column int)
	// OnOffer is told of a row without any proof whose offer was pressed. Offer is what it says.
	OnOffer func(row int)
	Offer   string
	// OnEscape is told of Escape. Without it, Escape closes what lies on top.
	OnEscape func()
	// Label puts a cell into words, or a row where the column is -1: for the tip and for readers of the screen.
	Label func(row, column int) string

	columns []MatrixColumn
	rows    []MatrixRow
	tops    []float32 // of each row, and of what would come after the last
	first   int       // column in sight
	grid    matrixGrid

	chosen, cursor matrixPlace
	focused        bool
	unseen         bool // the cursor is to be brought into sight once there is a size
	painted        int  // cells

	head   *matrixHead
	scroll *container.Scroll
	body   *matrixBody
}

// matrixPlace is a row and a column; -1 is none, or the row as a whole.
type matrixPlace struct{ row, column int }

var nowhere = matrixPlace{-1, -1}

var (
	_ fyne.Widget     = (*Matrix)(nil)
	_ fyne.Focusable  = (*Matrix)(nil)
	_ fyne.Accessible = (*Matrix)(nil)
)

// NewMatrix returns a Matrix without rows.
func NewMatrix(onChosen func(row, column int)) *Matrix {
	m := &Matrix{OnChosen: onChosen, tops: []float32{0}, chosen: nowhere, cursor: nowhere}
	m.head = newMatrixHead(m)
	m.body = &matrixBody{matrix: m, spare: map[bool][]*matrixRow{}}
	m.body.ExtendBaseWidget(m.body)
	m.scroll = container.NewVScroll(m.body)
	m.scroll.OnScrolled = m.scrolled
	m.ExtendBaseWidget(m)
	return m
}

// Fill shows another table from its top and its last columns, with nothing chosen.
func (m *Matrix) Fill(columns []MatrixColumn, rows []MatrixRow) {
	m.chosen, m.cursor, m.unseen = nowhere, nowhere, false
	m.set(columns, rows)
	m.first = len(columns)
	m.cursor = matrixPlace{m.row(0, 1), -1}
	m.scroll.ScrollToTop()
	m.settle()
}

// Update shows the same table as it is now, and stays where it is scrolled to. Only what differs is drawn. chosen and
// column are as in SetChosen; the keyboard goes along with what is chosen if it was there.
func (m *Matrix) Update(columns []MatrixColumn, rows []MatrixRow, chosen, column int) {
	moved := len(columns) != len(m.columns)
	to := matrixPlace{chosen, column}
	if m.cursor == m.chosen && chosen >= 0 {
		m.cursor = to
	}
	m.set(columns, rows)
	if moved {
		m.first, m.cursor.column = len(columns), min(m.cursor.column, len(columns)-1)
	}
	m.chosen = to
	m.cursor.row = m.nearest(m.cursor.row)
	m.settle()
}

func (m *Matrix) set(columns []MatrixColumn, rows []MatrixRow) {
	m.columns, m.rows = slices.Clone(columns), slices.Clone(rows)
	m.tops = append(m.tops[:0], 0)
	for i, r := range rows {
		height := matrixRowHeight
		if r.Heading {
			height = matrixHeadingHeight
		}
		m.tops = append(m.tops, m.tops[i]+height)
	}
}

// SetCell changes one cell, and draws nothing else.
func (m *Matrix) SetCell(row, column int, cell MatrixCell) {
	m.rows[row].Cells = slices.Clone(m.rows[row].Cells)
	m.rows[row].Cells[column] = cell
	m.body.update()
}

// SetChosen marks a row as open beside the table, and a cell of it unless the column is -1. Row -1 is none.
func (m *Matrix) SetChosen(row, column int) {
	m.chosen = matrixPlace{row, column}
	if row >= 0 {
		m.cursor = m.chosen
		m.reveal()
	}
	m.body.update()
}

// Chosen returns the row that is open and the column of the cell, or -1.
func (m *Matrix) Chosen() (row, column int) { return m.chosen.row, m.chosen.column }

// Built returns how many rows were ever built, which is little more than fit into sight.
func (m *Matrix) Built() int { return m.body.built }

// Painted returns how many cells were ever drawn.
func (m *Matrix) Painted() int { return m.painted }

// AccessibilityLabel reads where the keyboard is.
func (m *Matrix) AccessibilityLabel() string {
	if at := m.place(); at.row >= 0 {
		return m.label(at)
	}
	return ""
}

func (m *Matrix) label(at matrixPlace) string {
	switch {
	case m.lacks(at.row) && at.column >= 0:
		return m.Offer
	case m.Label == nil:
		return m.rows[at.row].Name
	}
	return m.Label(at.row, at.column)
}

// AccessibilityRole tells readers of the screen that this can be pressed.
func (m *Matrix) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (m *Matrix) lacks(row int) bool { return m.rows[row].Lack != "" }

// place is where the keyboard is: a row that lacks everything has one cell, its offer.
func (m *Matrix) place() matrixPlace {
	at := m.cursor
	if at.row >= 0 && m.lacks(at.row) {
		at.column = min(at.column, 0)
	}
	return at
}

// settle shows the table as it is now. The scroller, which draws all of it anew, is told only where its height is
// another.
func (m *Matrix) settle() {
	m.measure(m.Size().Width)
	m.head.settle()
	if m.body.Size().Height != fyne.Max(m.tops[len(m.rows)], m.scroll.Size().Height) {
		m.scroll.Refresh()
	}
	m.body.update()
}

// at returns the row at a distance from the top of the table, or the last one.
func (m *Matrix) at(y float32) int {
	below := sort.Search(len(m.rows), func(i int) bool { return m.tops[i+1] > y })
	return min(below, len(m.rows)-1)
}

func (m *Matrix) scrolled(fyne.Position) {
	m.body.darken()
	m.body.update()
}

// CreateRenderer is for Fyne.
func (m *Matrix) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(m, m.layout, m.minSize, m.paint, m.scroll, m.head)
}

func (m *Matrix) minSize() fyne.Size { return fyne.NewSize(look.Space40, look.Space40) }

func (m *Matrix) layout(size fyne.Size) {
	m.head.Resize(fyne.NewSize(size.Width, matrixHeads))
	m.scroll.Move(fyne.NewPos(0, matrixHeads))
	m.scroll.Resize(size.SubtractWidthHeight(0, matrixHeads))
	m.measure(size.Width)
	m.head.settle()
	if m.unseen {
		m.reveal()
	}
	m.body.update()
}

func (m *Matrix) paint() {
	m.head.settle()
	m.body.update()
	canvas.Refresh(m.body)
}
