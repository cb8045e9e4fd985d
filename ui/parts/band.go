package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Band shows growth over time, in three lanes on one axis: a line that climbs in steps, such as how much is covered;
// below it what was written in each column of time, as stacked parts; below that the dates that stand out. In a low
// band the line gives way first, then the dates.
//
// It is one stop for the keyboard: Left and Right go from column to column and Home and End to the ends, Down goes to
// the dates and Up back, Enter or Space opens, + and − ask for another scale. The wheel moves along it, with Ctrl it asks
// for another scale.
type Band struct {
	widget.BaseWidget
	// OnOpen is told which column the writer opened, OnMark which dates: one, or several that stand together.
	OnOpen func(column int)
	OnMark func(marks []int)
	// OnZoom is told that the writer wants to see less at a time (1), or more (-1).
	OnZoom func(step int)
	// OnView is told which columns came into sight: the first, and the one after the last.
	OnView func(first, end int)
	// OnEscape is told of Escape. Without it, Escape closes what lies on top.
	OnEscape func()
	// Tip says what a column holds, and TipMarks what dates are, for the tip and for readers of the screen.
	Tip      func(column int) string
	TipMarks func(marks []int) string
	// Modifiers tells which keys are held down; nil asks the window.
	Modifiers func() fyne.KeyModifier

	sheet   BandSheet
	first   int    // column in sight
	seen    [2]int // what OnView was told last
	cursor  int    // the column the keyboard is at, -1 without columns
	marked  int    // among the dates in sight, where the keyboard is; -1 for the columns
	hovered int    // column under the pointer, -1 for none
	pointed int    // among the dates in sight, under the pointer, -1 for none
	focused bool
	turned  float32 // of the wheel, not yet enough for a column
	grid    bandGrid
	placed  []bandPlaced // the dates in sight
	pen     bandPen
}

var (
	_ fyne.Widget        = (*Band)(nil)
	_ fyne.Focusable     = (*Band)(nil)
	_ fyne.Tappable      = (*Band)(nil)
	_ fyne.Scrollable    = (*Band)(nil)
	_ fyne.Accessible    = (*Band)(nil)
	_ desktop.Hoverable  = (*Band)(nil)
	_ desktop.Cursorable = (*Band)(nil)
)

// BandSheet is what a Band shows.
type BandSheet struct {
	Columns []BandColumn
	Kinds   []fyne.ThemeColorName // the colours of the parts, from the base up
	Most    int                   // the highest the line can come; 0 for no line
	Now     int                   // the column that holds today
	Today   float64               // how far along today is, in columns
	Marks   []BandMark            // the dates that stand out, in any order
	Words   BandWords
	// Label gives the words below a column, such as "Mar", and those for the first column in sight, such as "Mar 2026", or "" for
	// the same. It is asked for the columns in sight.
	Label func(i int) (label, full string)
	// Pitch is how wide a column is at least.
	Pitch float32
}

// BandColumn is one stretch of time.
type BandColumn struct {
	Rank  int   // which labels stay where there is no room for all: the highest
	Parts []int // one for each of the kinds
	Level int   // of the line
	Ahead bool  // it lies in the future
}

// BandMark is a date that stands out.
type BandMark struct {
	At          float64 // how far along, in columns
	Icon        look.IconName
	Ink         fyne.ThemeColorName
	Title, Note string
	Weight      int  // which one shows where there is no room for all: the heaviest
	Pole        bool // a line goes up from it through all lanes
}

// BandWords are what a Band says about itself.
type BandWords struct {
	Line, LineNote   string // what the line is
	Parts, PartsNote string // what the columns are
	Marks, MarksNote string // what the dates are
	Today            string
	Level            string // how high the line is today
	Rest             string // what is missing up to the highest, or ""
	NoLine           string // said in place of the line where there is none
}

// NewBand returns an empty band.
func NewBand() *Band {
	b := &Band{cursor: -1, marked: -1, hovered: -1, pointed: -1, pen: newBandPen()}
	b.ExtendBaseWidget(b)
	return b
}

// Fill shows another sheet, with a column in the middle, or as near to it as can be, and the keyboard there.
func (b *Band) Fill(s BandSheet, middle int) {
	b.sheet, b.marked, b.hovered, b.pointed = s, -1, -1, -1
	b.cursor = min(max(middle, 0), len(s.Columns)-1)
	b.grid = b.newGrid(b.Size())
	b.first = middle - b.grid.fit/2
	b.renew()
}

// Update shows the same columns as they are now, and stays where it is.
func (b *Band) Update(s BandSheet) {
	b.sheet = s
	b.cursor = min(max(b.cursor, 0), len(s.Columns)-1)
	b.marked = -1
	b.renew()
}

// SetMarks shows other dates.
func (b *Band) SetMarks(marks []BandMark) {
	b.sheet.Marks, b.marked, b.pointed = marks, -1, -1
	b.renew()
}

// Column returns the column the keyboard is at, or -1 where there is none.
func (b *Band) Column() int { return b.cursor }

// InSight returns the first column in sight, and the one after the last.
func (b *Band) InSight() (first, end int) {
	return b.first, min(b.first+b.grid.fit, len(b.sheet.Columns))
}

// Drawn returns how many objects the band is drawn with, which goes with the columns in sight.
func (b *Band) Drawn() int { return len(b.pen.all) }

// AccessibilityLabel reads the column or the date the keyboard is at.
func (b *Band) AccessibilityLabel() string {
	switch {
	case b.marked >= 0 && b.TipMarks != nil:
		return b.TipMarks(b.placed[b.marked].marks)
	case b.cursor >= 0 && b.Tip != nil:
		return b.Tip(b.cursor)
	}
	return b.sheet.Words.Parts
}

// AccessibilityRole tells readers of the screen that this can be pressed.
func (b *Band) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is for Fyne.
func (b *Band) CreateRenderer() fyne.WidgetRenderer { return &bandRendering{b} }

// bandRendering differs from the shared one in that its objects come and go.
type bandRendering struct{ b *Band }

func (r *bandRendering) Objects() []fyne.CanvasObject { return r.b.pen.all }
func (r *bandRendering) Destroy()                     {}
func (r *bandRendering) MinSize() fyne.Size           { return fyne.NewSize(look.Space40, BandLow) }
func (r *bandRendering) Layout(fyne.Size)             { r.b.renew() }
func (r *bandRendering) Refresh()                     { r.b.renew() }
