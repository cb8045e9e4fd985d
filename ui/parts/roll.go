package parts

import (
	"image/color"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Rows is what a Roll shows: things of several sorts, such as people and the headings over them.
type Rows interface {
	// Len is how many there are.
	Len() int
	// Height is that of one of them. It is asked of all at once, so it has to be cheap.
	Height(i int) float32
	// Sort tells which rows look alike, and take over each other's objects when scrolled. It means the same for as
	// long as the Roll lives.
	Sort(i int) int
	// Make returns a new, empty row of a sort.
	Make(sort int) fyne.CanvasObject
	// Fill shows one of the things in a row of its sort.
	Fill(i int, row fyne.CanvasObject)
	// Opens reports whether a thing can be chosen. A heading cannot.
	Opens(i int) bool
	// Label is what readers of the screen hear of it.
	Label(i int) string
}

// Roll is a column of rows of different heights, of which only those in sight are built. It is one stop for the
// keyboard: arrows go from row to row and leave the headings out, Enter or Space opens one.
//
// It draws what shows how a row stands: the card and the bar of the one that is open, the light under the pointer, the
// ring of the keyboard, the hairline below. The rows themselves hold only words.
type Roll struct {
	widget.BaseWidget
	// OnOpen is told which row the writer opened.
	OnOpen func(i int)
	// OnMove is told to which row the keys took the keyboard.
	OnMove func(i int)
	// OnEscape is told of Escape. Without it, Escape closes what lies on top.
	OnEscape func()
	// OnSpace is told at which row the space bar was pressed. Without it, the space bar opens the row.
	OnSpace func(i int)
	// CardGap is for rows that are cards of their own: the room below each. Of how a row stands, the Roll draws then
	// only the ring of the keyboard.
	CardGap float32
	// Unlined leaves out the hairlines between the rows.
	Unlined bool
	// TextLeft is where the words of a row begin, and the hairline below them.
	TextLeft float32

	rows             Rows
	tops             []float32 // of each row, and of what would come after the last
	width            float32   // for which the tops are right
	selected, cursor int       // -1 for none
	focused          bool
	unseen           bool // the cursor is to be brought into sight once there is a size
	scroll           *container.Scroll
	wheel            *wheel
	body             *rollBody
	ring             *canvas.Rectangle // around all of it, where the keyboard has no row to be at
}

var (
	_ fyne.Widget     = (*Roll)(nil)
	_ fyne.Focusable  = (*Roll)(nil)
	_ fyne.Accessible = (*Roll)(nil)
)

// Where things stand in a Roll.
const (
	// RollReach is how far the card of a row reaches beyond its words on either side. ListBarRoom is free beside it.
	RollReach float32 = 12
	// RollTextLeft is where words begin beside initials of 36.
	RollTextLeft float32 = 50
)

// NewRoll returns a Roll without rows.
func NewRoll(onOpen func(i int)) *Roll {
	r := &Roll{ring: canvas.NewRectangle(color.Transparent), OnOpen: onOpen, TextLeft: RollTextLeft, tops: []float32{0}, selected: -1, cursor: -1}
	r.body = &rollBody{roll: r, spare: map[int][]*rollRow{}}
	r.body.ExtendBaseWidget(r.body)
	r.scroll = container.NewVScroll(r.body)
	r.scroll.OnScrolled = r.scrolled
	r.wheel = newWheel(r.scroll)
	r.ExtendBaseWidget(r)
	return r
}

// Fill lists other things, from the top, none of which is open.
func (r *Roll) Fill(rows Rows) {
	r.rows, r.selected, r.unseen = rows, -1, false
	r.measure()
	r.cursor = r.opening(0, 1)
	r.body.forget()
	r.scroll.ScrollToTop()
	r.Refresh()
}

// Update shows the same list as it is now, with the row that is open, or none with -1. It stays where it is scrolled
// to, and the keyboard at the row that is open if it was there.
func (r *Roll) Update(rows Rows, selected int) {
	if r.cursor == r.selected && selected >= 0 {
		r.cursor = selected
	}
	r.rows, r.selected = rows, selected
	r.remeasure()
	r.cursor = r.nearest(r.cursor)
	r.body.forget()
	r.Refresh()
}

// List shows a list with the row that is open, or none with -1: the first time from its top, or where that row is in
// sight, and later as Update does.
func (r *Roll) List(rows Rows, selected int) {
	if r.rows != nil {
		r.Update(rows, selected)
		return
	}
	r.Fill(rows)
	if selected >= 0 {
		r.SetSelected(selected)
	}
}

// SetSelected marks the row that is open beside the list, or none with -1, and brings it into sight.
func (r *Roll) SetSelected(i int) {
	r.selected = i
	if i >= 0 {
		r.cursor = r.nearest(i)
		r.reveal()
	}
	r.body.update()
}

// Cursor returns the row the keyboard is at, or -1.
func (r *Roll) Cursor() int { return r.cursor }

// SetCursor puts the keyboard's mark at a row and brings it into sight.
func (r *Roll) SetCursor(i int) {
	r.cursor = r.nearest(i)
	r.reveal()
	r.body.update()
}

// Selected returns the row that is open, or -1.
func (r *Roll) Selected() int { return r.selected }

// Built returns how many rows were ever built, which is little more than fit into sight.
func (r *Roll) Built() int { return r.body.built }

// AccessibilityLabel reads the row the keyboard is at.
func (r *Roll) AccessibilityLabel() string {
	if r.cursor < 0 {
		return lang.L("Nothing is listed here")
	}
	return r.rows.Label(r.cursor)
}

// AccessibilityRole tells readers of the screen that this can be pressed.
func (r *Roll) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (r *Roll) count() int { return len(r.tops) - 1 }

func (r *Roll) height(i int) float32 { return r.tops[i+1] - r.tops[i] }

// at returns the row at a distance from the top of the list, or the last one.
func (r *Roll) at(y float32) int {
	below := sort.Search(r.count(), func(i int) bool { return r.tops[i+1] > y })
	return min(below, r.count()-1)
}

// measure asks each row for its height.
func (r *Roll) measure() {
	n := 0
	if r.rows != nil {
		n = r.rows.Len()
	}
	r.width = r.Size().Width
	r.tops = append(r.tops[:0], 0)
	for i := range n {
		r.tops = append(r.tops, r.tops[i]+r.rows.Height(i))
	}
}

// remeasure is measure for a list that is shown already: the row at the top of the view stays there.
func (r *Roll) remeasure() {
	top, into := -1, float32(0)
	if r.count() > 0 {
		top = r.at(r.scroll.Offset.Y)
		into = r.scroll.Offset.Y - r.tops[top]
	}
	r.measure()
	if top < 0 || top >= r.count() {
		return
	}
	if y := r.tops[top] + fyne.Min(into, r.height(top)); y != r.scroll.Offset.Y {
		r.body.Resize(fyne.NewSize(r.body.Size().Width, r.tops[r.count()])) // else it would scroll no further than before
		r.scroll.ScrollToOffset(fyne.NewPos(0, y))
	}
}

// scrolled puts out the light, as reveal does: what it shone on is no longer under the pointer.
func (r *Roll) scrolled(fyne.Position) {
	r.body.darken()
	r.body.update()
}

// CreateRenderer is for Fyne.
func (r *Roll) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(r, r.layout, r.minSize, r.paint, r.scroll, r.wheel, r.ring)
}

func (r *Roll) minSize() fyne.Size { return fyne.NewSize(look.Space40, look.Space40) }

func (r *Roll) layout(size fyne.Size) {
	if size.Width != r.width {
		r.remeasure()
	}
	r.scroll.Resize(size)
	r.ring.Resize(size)
	r.wheel.Resize(size)
	if r.unseen {
		r.reveal()
	}
	r.body.update()
}

func (r *Roll) paint() {
	paintRing(r.ring)
	r.showRing()
	r.scroll.Refresh()
	r.body.update()
	canvas.Refresh(r.body)
}

// showRing shows that the keyboard is here although there is no row for it.
func (r *Roll) showRing() { setVisible(r.ring, r.focused && r.cursor < 0) }
