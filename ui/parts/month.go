package parts

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Names are the words of a calendar, in the language of the window.
type Names struct {
	// Months are the twelve months from January, Weekdays the seven days from Sunday, in one or two letters.
	Months   [12]string
	Weekdays [7]string
	// Previous and Next name the buttons that turn the month.
	Previous, Next string
	// Title writes the month and the year over the days, Day a day for readers of the screen. Without them they read
	// "March 2026" and "12 March 2026".
	Title func(year int, month time.Month) string
	Day   func(d Date) string
}

// EnglishNames returns the words in English.
func EnglishNames() Names {
	n := Names{Weekdays: [7]string{"S", "M", "T", "W", "T", "F", "S"}, Previous: "Previous month", Next: "Next month"}
	for i := range n.Months {
		n.Months[i] = time.Month(i + 1).String()
	}
	return n
}

// Month is a month with marks on its days. The keyboard moves by day with the arrows, by month with Page Up and Page
// Down, to the ends of the month with Home and End, and opens a day with Enter or Space.
type Month struct {
	widget.BaseWidget
	// OnSelect is told of a day the writer chose, OnMonthChange that another month is shown.
	OnSelect      func(d Date)
	OnMonthChange func(year int, month time.Month)
	// Tip, if set, says what is on a day, for the tip under the pointer.
	Tip func(d Date) string

	names           Names
	first           time.Weekday
	year            int
	month           time.Month
	today, selected Date
	cursor          Date
	marks           map[Date][]fyne.ThemeColorName
	focused         bool
	hovered         int

	title          *canvas.Text
	previous, next *IconButton
	heads          [7]*canvas.Text
	cells          [maxCells]*dayCell
	ring           *canvas.Rectangle
}

var (
	_ fyne.Widget       = (*Month)(nil)
	_ fyne.Focusable    = (*Month)(nil)
	_ fyne.Tappable     = (*Month)(nil)
	_ fyne.Accessible   = (*Month)(nil)
	_ desktop.Hoverable = (*Month)(nil)
)

// Measures of the month. The grid is a little wider than the rail's content, so that the outer numbers, which stand in
// the middle of their columns, are in line with the words above and below.
const (
	monthColumn   float32 = 32
	monthHead     float32 = 34
	monthWeekdays float32 = 24
	monthWidth            = 7 * monthColumn
	monthGridTop          = monthHead + monthWeekdays - 2
	monthOut      float32 = 2
	maxCells              = 42
)

// NewMonth returns a month whose weeks begin on a weekday. It shows nothing until it is told a month.
func NewMonth(names Names, first time.Weekday) *Month {
	m := &Month{names: names, first: first, hovered: -1, title: newText("", TypeSection), ring: canvas.NewRectangle(color.Transparent)}
	m.previous = NewIconButton(look.IconChevronLeft, names.Previous, m.back)
	m.next = NewIconButton(look.IconChevronRight, names.Next, m.forth)
	for _, b := range []*IconButton{m.previous, m.next} {
		b.Side, b.IconSize, b.Ink = 28, look.IconSizeMedium, look.ColorInk
	}
	for i := range m.heads {
		m.heads[i] = newText("", TypeCaption)
	}
	for i := range m.cells {
		m.cells[i] = newDayCell()
	}
	m.ring.StrokeWidth, m.ring.CornerRadius = ringWidth, 9+ringGap
	m.year, m.month = 1, time.January
	m.ExtendBaseWidget(m)
	return m
}

// SetMonth shows a month.
func (m *Month) SetMonth(year int, month time.Month) {
	m.year, m.month = year, month
	m.cursor = Date{year, month, min(max(m.cursor.Day, 1), daysIn(year, month))}
	if m.selected.Year == year && m.selected.Month == month {
		m.cursor = m.selected
	}
	m.Refresh()
}

// Shown returns the month that is shown.
func (m *Month) Shown() (year int, month time.Month) { return m.year, m.month }

// SetToday marks a day as today; what comes after it is dim.
func (m *Month) SetToday(d Date) { m.today = d; m.Refresh() }

// SetSelected outlines a day, if it is not today.
func (m *Month) SetSelected(d Date) {
	m.selected = d
	if d.Year == m.year && d.Month == m.month {
		m.cursor = d
	}
	m.Refresh()
}

// SetFirstWeekday changes the day weeks begin on.
func (m *Month) SetFirstWeekday(first time.Weekday) { m.first = first; m.Refresh() }

// SetMarks replaces the marks: the roles of their colours by day, in the order they are drawn.
func (m *Month) SetMarks(marks map[Date][]fyne.ThemeColorName) { m.marks = marks; m.Refresh() }

// AccessibilityLabel reads the day the keyboard is at.
func (m *Month) AccessibilityLabel() string {
	if m.names.Day != nil {
		return m.names.Day(m.cursor)
	}
	return m.cursor.time().Format("2 ") + m.names.Months[m.cursor.Month-1] + m.cursor.time().Format(" 2006")
}

// AccessibilityRole tells readers of the screen that this can be pressed.
func (m *Month) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (m *Month) back()  { m.turn(Date{m.year, m.month, m.cursor.Day}.AddMonths(-1)) }
func (m *Month) forth() { m.turn(Date{m.year, m.month, m.cursor.Day}.AddMonths(1)) }

// turn moves the keyboard's place to a day, and shows its month if that is another.
func (m *Month) turn(to Date) {
	changed := to.Year != m.year || to.Month != m.month
	m.cursor = to
	m.year, m.month = to.Year, to.Month
	m.Refresh()
	if changed && m.OnMonthChange != nil {
		m.OnMonthChange(m.year, m.month)
	}
}

func (m *Month) choose(d Date) {
	m.cursor = d
	m.SetSelected(d)
	if m.OnSelect != nil {
		m.OnSelect(d)
	}
}

// offset returns how many cells stand empty before the first of the month.
func (m *Month) offset() int {
	return (int(Date{m.year, m.month, 1}.Weekday()) - int(m.first) + 7) % 7
}

// weeks returns how many rows the month takes.
func (m *Month) weeks() int { return (m.offset() + daysIn(m.year, m.month) + 6) / 7 }

// dayAt returns the day under a position.
func (m *Month) dayAt(pos fyne.Position) (Date, bool) {
	x, y := pos.X+monthOut, pos.Y-monthGridTop
	if x < 0 || y < 0 || x >= monthWidth {
		return Date{}, false
	}
	day := int(y/monthColumn)*7 + int(x/monthColumn) - m.offset() + 1
	if day < 1 || day > daysIn(m.year, m.month) {
		return Date{}, false
	}
	return Date{m.year, m.month, day}, true
}

// Tapped opens the day under the pointer.
func (m *Month) Tapped(e *fyne.PointEvent) {
	if d, ok := m.dayAt(e.Position); ok {
		m.choose(d)
	}
}

// MouseIn lights the day under the pointer.
func (m *Month) MouseIn(e *desktop.MouseEvent) { m.MouseMoved(e) }

// MouseMoved lights the day under the pointer, and tells what is on it.
func (m *Month) MouseMoved(e *desktop.MouseEvent) {
	at := -1
	d, ok := m.dayAt(e.Position)
	if ok {
		at = d.Day
	}
	if at == m.hovered {
		return
	}
	m.hovered = at
	hideTip(m)
	if ok && m.Tip != nil {
		cell := m.cells[m.offset()+d.Day-1]
		showTipFor(m, cell.box, m.Tip(d))
	}
	m.Refresh()
}

// MouseOut puts the light out.
func (m *Month) MouseOut() {
	m.hovered = -1
	hideTip(m)
	m.Refresh()
}

// FocusGained shows where the keyboard is.
func (m *Month) FocusGained() { m.focused = true; m.Refresh() }

// FocusLost hides it.
func (m *Month) FocusLost() { m.focused = false; m.Refresh() }

// TypedRune opens the day the keyboard is at with the space bar.
func (m *Month) TypedRune(r rune) {
	if r == ' ' {
		m.choose(m.cursor)
	}
}

// TypedKey moves through days and months.
func (m *Month) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		m.turn(m.cursor.AddDays(-1))
	case fyne.KeyRight:
		m.turn(m.cursor.AddDays(1))
	case fyne.KeyUp:
		m.turn(m.cursor.AddDays(-7))
	case fyne.KeyDown:
		m.turn(m.cursor.AddDays(7))
	case fyne.KeyPageUp:
		m.turn(m.cursor.AddMonths(-1))
	case fyne.KeyPageDown:
		m.turn(m.cursor.AddMonths(1))
	case fyne.KeyHome:
		m.turn(Date{m.year, m.month, 1})
	case fyne.KeyEnd:
		m.turn(Date{m.year, m.month, daysIn(m.year, m.month)})
	case fyne.KeyReturn, fyne.KeyEnter:
		m.choose(m.cursor)
	case fyne.KeyEscape:
		escape()
	}
}
