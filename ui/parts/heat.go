package parts

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Heat shows a year in weeks, a column each, as many of the newest as there is room for. A day is a square: the more was
// written on it, the larger and the stronger. The arrows move by day and by week, Home and End to the ends, and Enter or
// Space opens a day.
type Heat struct {
	widget.BaseWidget
	// OnSelect is told of a day the writer chose.
	OnSelect func(d Date)
	// Tip says what is on a day, for the tip under the pointer and for readers of the screen.
	Tip func(d Date) string
	// OnFocus is told when the keyboard comes, for those who have to bring the days into sight.
	OnFocus func()

	names   Names
	first   time.Weekday
	last    Date
	counts  map[Date]int
	cursor  Date
	focused bool
	hovered Date

	weeks   int // that there is room for
	squares []*canvas.Rectangle
	months  []*canvas.Text
	days    [7]*canvas.Text
	ring    *canvas.Rectangle
	holder  *fyne.Container
}

var (
	_ fyne.Widget       = (*Heat)(nil)
	_ fyne.Focusable    = (*Heat)(nil)
	_ fyne.Tappable     = (*Heat)(nil)
	_ fyne.Accessible   = (*Heat)(nil)
	_ desktop.Hoverable = (*Heat)(nil)
)

// Measures of the year.
const (
	heatPitch float32 = 14
	heatSide  float32 = 11 // of the largest square
	heatLeft  float32 = 20 // the letters of the weekdays
	heatTop   float32 = 20 // the names of the months
	heatWeeks         = 53
	heatLeast         = 8 // weeks that it asks room for
)

// heatSides are the sides of the squares of a day with nothing, one entry, two, three and more.
func heatSides() []float32 { return []float32{3, 5, 7, 9, heatSide} }

// NewHeat returns a year whose weeks begin on a weekday. It shows nothing until it is told a day.
func NewHeat(names Names, first time.Weekday) *Heat {
	h := &Heat{names: names, first: first, ring: canvas.NewRectangle(color.Transparent), holder: &fyne.Container{}}
	for i := range h.days {
		h.days[i] = newText("", TypeCaption)
	}
	h.ring.StrokeWidth, h.ring.CornerRadius = ringWidth, 4
	h.ExtendBaseWidget(h)
	return h
}

// SetDays shows the year up to a day, with how much was written on each day.
func (h *Heat) SetDays(last Date, counts map[Date]int) {
	if h.last != last {
		h.cursor = last
	}
	h.last, h.counts = last, counts
	h.build()
	h.Refresh()
}

// Weeks returns how many weeks are shown.
func (h *Heat) Weeks() int { return h.weeks }

// Cursor returns the day the keyboard is at.
func (h *Heat) Cursor() Date { return h.cursor }

// AccessibilityLabel reads the day the keyboard is at.
func (h *Heat) AccessibilityLabel() string {
	if h.Tip == nil || h.last == (Date{}) {
		return ""
	}
	return h.Tip(h.cursor)
}

// AccessibilityRole tells readers of the screen that this can be pressed.
func (h *Heat) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// SetFirstWeekday changes the day weeks begin on.
func (h *Heat) SetFirstWeekday(first time.Weekday) { h.first = first; h.Refresh() }

// start is the first day that is shown: that of the first week.
func (h *Heat) start() Date {
	return h.last.AddDays(-int(h.last.Weekday()-h.first+7)%7 - 7*(h.weeks-1))
}

// number counts a day from the first one that is shown.
func (h *Heat) number(d Date) int { return h.start().daysUntil(d) }

// shown reports whether a day is among those that are drawn.
func (h *Heat) shown(d Date) bool {
	n := h.number(d)
	return n >= 0 && n <= h.number(h.last)
}

// cell returns where the room of a day is.
func (h *Heat) cell(d Date) fyne.Position {
	n := h.number(d)
	return fyne.NewPos(heatLeft+float32(n/7)*heatPitch, heatTop+float32(n%7)*heatPitch)
}

// dayAt returns the day under a position.
func (h *Heat) dayAt(pos fyne.Position) (Date, bool) {
	x, y := pos.X-heatLeft, pos.Y-heatTop
	if x < 0 || y < 0 || y >= 7*heatPitch || h.weeks == 0 {
		return Date{}, false
	}
	d := h.start().AddDays(int(x/heatPitch)*7 + int(y/heatPitch))
	return d, h.shown(d)
}

// Tapped opens the day under the pointer.
func (h *Heat) Tapped(e *fyne.PointEvent) {
	if d, ok := h.dayAt(e.Position); ok {
		h.choose(d)
	}
}

func (h *Heat) choose(d Date) {
	h.cursor = d
	h.Refresh()
	if h.OnSelect != nil {
		h.OnSelect(d)
	}
}

// MouseIn tells what is on the day under the pointer.
func (h *Heat) MouseIn(e *desktop.MouseEvent) { h.MouseMoved(e) }

// MouseMoved tells what is on the day under the pointer.
func (h *Heat) MouseMoved(e *desktop.MouseEvent) {
	d, ok := h.dayAt(e.Position)
	if d == h.hovered && ok {
		return
	}
	h.hovered = d
	hideTip(h)
	if ok && h.Tip != nil {
		showTipFor(h, h.squares[h.number(d)], h.Tip(d))
	}
}

// MouseOut is for Fyne.
func (h *Heat) MouseOut() {
	h.hovered = Date{}
	hideTip(h)
}

// FocusGained shows where the keyboard is.
func (h *Heat) FocusGained() { h.focused = true; h.Refresh(); call(h.OnFocus) }

// FocusLost hides it.
func (h *Heat) FocusLost() { h.focused = false; h.Refresh() }

// TypedRune opens the day the keyboard is at with the space bar.
func (h *Heat) TypedRune(r rune) {
	if r == ' ' {
		h.choose(h.cursor)
	}
}

// TypedKey moves through the days.
func (h *Heat) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		h.move(h.cursor.AddDays(-7))
	case fyne.KeyRight:
		h.move(h.cursor.AddDays(7))
	case fyne.KeyUp:
		h.move(h.cursor.AddDays(-1))
	case fyne.KeyDown:
		h.move(h.cursor.AddDays(1))
	case fyne.KeyHome:
		h.move(h.start())
	case fyne.KeyEnd:
		h.move(h.last)
	case fyne.KeyReturn, fyne.KeyEnter:
		h.choose(h.cursor)
	case fyne.KeyEscape:
		escape()
	}
}

// move takes the keyboard to a day, if it is shown.
func (h *Heat) move(to Date) {
	if h.weeks > 0 && h.shown(to) {
		h.cursor = to
		h.Refresh()
	}
}
