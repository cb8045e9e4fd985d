package parts_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// sixty are 60 expectations in ten areas, over a number of months.
func sixty(months int) ([]MatrixColumn, []MatrixRow) {
	columns := make([]MatrixColumn, months)
	for i := range columns {
		columns[i] = MatrixColumn{Head: fmt.Sprint(i + 1), Now: i == months-1}
	}
	var rows []MatrixRow
	for i := range 60 {
		if i%6 == 0 {
			rows = append(rows, MatrixRow{Heading: true, Name: fmt.Sprintf("Area %d", i/6)})
		}
		row := MatrixRow{Name: fmt.Sprintf("Expectation %d", i), Cells: make([]MatrixCell, months)}
		for k := range row.Cells {
			row.Cells[k] = MatrixCell{Strength: (i + k) % 5, Count: (i + k) % 3}
		}
		if i == 2 {
			row.Lack = "No evidence yet"
		}
		rows = append(rows, row)
	}
	return columns, rows
}

// matrixStage is a Matrix in a window, with all that was done on it.
type matrixStage struct {
	*Matrix
	w       fyne.Window
	chosen  []string
	offered []int
}

func newMatrixStage(t testing.TB, months int, width float32) *matrixStage {
	t.Helper()
	wear(t, look.Light)
	s := &matrixStage{}
	s.Matrix = NewMatrix(func(row, column int) { s.chosen = append(s.chosen, fmt.Sprintf("%d:%d", row, column)) })
	s.Offer = "Write about this"
	s.OnOffer = func(row int) { s.offered = append(s.offered, row) }
	s.Label = func(row, column int) string { return fmt.Sprintf("%d:%d", row, column) }
	s.w = test.NewWindow(s.Matrix)
	t.Cleanup(s.w.Close)
	s.w.SetPadded(false)
	s.w.Resize(fyne.NewSize(width, 600))
	s.Fill(sixty(months))
	s.w.Canvas().Focus(s.Matrix)
	return s
}

func inTable(y float32) bool { return y >= 20 }

func (s *matrixStage) at() string { return s.AccessibilityLabel() }

func (s *matrixStage) keys(names ...fyne.KeyName) { press(s, names...) }

func TestGivenSixtyExpectations_WhenScrolledThrough_ThenOnlyTheRowsInSightAreBuilt(t *testing.T) {
	s := newMatrixStage(t, 12, 700)
	for range 20 {
		s.keys(fyne.KeyPageDown)
	}
	if n := s.Built(); n < 10 || n > 600/36+6 {
		t.Errorf("%d rows are built", n)
	}
}

func TestGivenATable_WhenOneCellChanges_ThenOnlyThatOneIsDrawn(t *testing.T) {
	s := newMatrixStage(t, 12, 700)
	before := s.Painted()
	s.SetCell(2, 11, MatrixCell{Strength: 4, Count: 9})
	if n := s.Painted() - before; n != 1 {
		t.Errorf("%d cells are drawn", n)
	}
}

func TestGivenATable_WhenItIsUpdatedWithOneCellChanged_ThenOnlyThatOneIsDrawn(t *testing.T) {
	s := newMatrixStage(t, 12, 700)
	columns, rows := sixty(12)
	rows[5].Cells[3] = MatrixCell{Strength: 3, Count: 7}
	before := s.Painted()
	s.Update(columns, rows, -1, -1)
	if n := s.Painted() - before; n != 1 {
		t.Errorf("%d cells are drawn", n)
	}
}

func TestGivenATable_WhenTheCursorMoves_ThenNoCellIsDrawnAgain(t *testing.T) {
	s := newMatrixStage(t, 12, 700)
	before := s.Painted()
	s.keys(fyne.KeyDown, fyne.KeyEnd, fyne.KeyLeft, fyne.KeyReturn)
	if n := s.Painted() - before; n != 0 {
		t.Errorf("%d cells are drawn", n)
	}
}

func TestGivenATable_WhenArrowsArePressed_ThenTheyGoFromCellToCellAndPassHeadings(t *testing.T) {
	for name, c := range map[string]struct {
		keys []fyne.KeyName
		want string
	}{
		"at first":                      {nil, "1:-1"},
		"into the first cell":           {[]fyne.KeyName{fyne.KeyRight}, "1:0"},
		"no further left than the name": {[]fyne.KeyName{fyne.KeyLeft}, "1:-1"},
		"down keeps the column":         {[]fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyDown}, "2:1"},
		"past a row without cells":      {[]fyne.KeyName{fyne.KeyEnd, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown}, "4:11"},
		"the offer of such a row":       {[]fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyRight}, "Write about this"},
		"past a heading":                {[]fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown}, "8:-1"},
		"to the last cell":              {[]fyne.KeyName{fyne.KeyEnd}, "1:11"},
		"no further right":              {[]fyne.KeyName{fyne.KeyEnd, fyne.KeyRight}, "1:11"},
		"back to the name":              {[]fyne.KeyName{fyne.KeyEnd, fyne.KeyHome}, "1:-1"},
		"up stays in the first row":     {[]fyne.KeyName{fyne.KeyUp}, "1:-1"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newMatrixStage(t, 12, 700)
			s.keys(c.keys...)
			if s.at() != c.want {
				t.Errorf("the keyboard is at %s, want %s", s.at(), c.want)
			}
		})
	}
}

func TestGivenATable_WhenEnterIsPressed_ThenTheRowOrTheCellIsChosen(t *testing.T) {
	s := newMatrixStage(t, 12, 700)
	s.keys(fyne.KeyReturn, fyne.KeyRight, fyne.KeyEnter, fyne.KeyDown)
	s.TypedRune(' ')
	if want := []string{"1:-1", "1:0", "2:0"}; !slices.Equal(s.chosen, want) {
		t.Errorf("chosen %v, want %v", s.chosen, want)
	}
	if row, column := s.Chosen(); row != 2 || column != 0 {
		t.Errorf("open is %d:%d", row, column)
	}
}

func TestGivenARowWithoutProof_WhenItsOfferIsPressed_ThenTheOfferIsToldAndNothingIsChosen(t *testing.T) {
	s := newMatrixStage(t, 12, 700)
	s.keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyRight, fyne.KeyReturn)
	if !slices.Equal(s.offered, []int{3}) || len(s.chosen) != 0 {
		t.Errorf("offered %v, chosen %v", s.offered, s.chosen)
	}
	test.TapCanvas(s.w.Canvas(), fyne.NewPos(600, 28+36+2*38+19))
	if !slices.Equal(s.offered, []int{3, 3}) {
		t.Errorf("offered %v", s.offered)
	}
}

func TestGivenATable_WhenTapped_ThenTheCellOrTheNameUnderThePointerIsChosen(t *testing.T) {
	s := newMatrixStage(t, 12, 700)
	middle := float32(28 + 36 + 19)
	test.TapCanvas(s.w.Canvas(), fyne.NewPos(670, middle))
	test.TapCanvas(s.w.Canvas(), fyne.NewPos(40, middle+38))
	if want := []string{"1:11", "2:-1"}; !slices.Equal(s.chosen, want) {
		t.Errorf("chosen %v, want %v", s.chosen, want)
	}
}

func TestGivenMoreColumnsThanFit_WhenGoneSideways_ThenTheFirstColumnStaysAndTheLastOnesShowFirst(t *testing.T) {
	s := newMatrixStage(t, 24, 500)
	if got := heads(s); got[len(got)-1] != "24" {
		t.Errorf("at first it shows %v", got)
	}
	s.keys(fyne.KeyRight)
	if got := heads(s); got[0] != "1" || !slices.Contains(wordsIn(s, inTable), "Expectation 0") {
		t.Errorf("at the first cell it shows %v", got)
	}
	first := heads(s)
	test.Scroll(s.w.Canvas(), fyne.NewPos(400, 100), -90, 0)
	if got := heads(s); len(got) != len(first) || got[0] != "3" {
		t.Errorf("two columns further it shows %v", got)
	}
	if !slices.Contains(wordsIn(s, inTable), "Expectation 0") {
		t.Error("the first column is gone")
	}
}

func TestGivenAnotherUnit_WhenUpdated_ThenTheCursorStaysWithinTheColumns(t *testing.T) {
	s := newMatrixStage(t, 12, 700)
	s.keys(fyne.KeyEnd)
	columns, rows := sixty(4)
	s.Update(columns, rows, 2, -1)
	s.keys(fyne.KeyEnd)
	if s.at() != "1:3" {
		t.Errorf("the keyboard is at %s", s.at())
	}
}

func TestGivenATable_WhenThePointerRestsOnACell_ThenItIsPutIntoWords(t *testing.T) {
	s := newMatrixStage(t, 12, 700)
	content := WithTips(s.Matrix)
	s.w.SetContent(content)
	tips := content.Objects[1].(*Tips)
	middle := float32(28 + 36 + 19)
	test.MoveMouse(s.w.Canvas(), fyne.NewPos(670, middle))
	if tips.Text() != "1:11" {
		t.Errorf("over a cell it says %q", tips.Text())
	}
	test.MoveMouse(s.w.Canvas(), fyne.NewPos(40, middle))
	if tips.Text() != "1:-1" {
		t.Errorf("over a name it says %q", tips.Text())
	}
	test.MoveMouse(s.w.Canvas(), fyne.NewPos(5, 5))
	if tips.Text() != "" {
		t.Errorf("it still says %q", tips.Text())
	}
}

func TestGivenAnEmptyTable_WhenKeysArePressed_ThenNothingHappens(t *testing.T) {
	s := newMatrixStage(t, 12, 700)
	s.Fill(nil, nil)
	s.keys(fyne.KeyDown, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyReturn)
	if s.at() != "" || len(s.chosen) != 0 {
		t.Errorf("it is at %q, chosen %v", s.at(), s.chosen)
	}
}

// heads are the names of the columns in sight.
func heads(s *matrixStage) []string {
	return wordsIn(s, func(y float32) bool { return y < 20 })
}

// wordsIn are the words in sight whose top lies where it should.
func wordsIn(s *matrixStage, there func(y float32) bool) []string {
	var all []string
	for _, o := range test.LaidOutObjects(s.Matrix) {
		word, ok := o.(*canvas.Text)
		if ok && word.Visible() && word.Text != "" && there(fyne.CurrentApp().Driver().AbsolutePositionForObject(word).Y) {
			all = append(all, word.Text)
		}
	}
	return all
}
