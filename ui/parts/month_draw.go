package parts

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"groundwork/ui/look"
)

// Measures of a day.
const (
	discRadius  float32 = 13
	markRadius  float32 = 2.2
	markPitch   float32 = 7
	markBelow   float32 = 12 // from the middle of the number
	outlineWide float32 = 30
	outlineHigh float32 = 31
	maxMarks            = 4
)

// dayCell is what is drawn for one day.
type dayCell struct {
	box    *canvas.Rectangle // the outline of the selected day, and the light under the pointer
	disc   *canvas.Circle
	number *canvas.Text
	marks  [maxMarks]*canvas.Circle
}

func newDayCell() *dayCell {
	c := &dayCell{box: canvas.NewRectangle(color.Transparent), disc: canvas.NewCircle(color.Transparent), number: newText("", TypeUI)}
	c.box.CornerRadius = 9
	for i := range c.marks {
		c.marks[i] = canvas.NewCircle(color.Transparent)
	}
	return c
}

func (c *dayCell) objects() []fyne.CanvasObject {
	o := []fyne.CanvasObject{c.box, c.disc, c.number}
	for _, m := range c.marks {
		o = append(o, m)
	}
	return o
}

func (c *dayCell) hide() {
	for _, o := range c.objects() {
		setVisible(o, false)
	}
}

// dayLook is how a day is to be drawn.
type dayLook struct {
	day                            int
	today, selected, future, hover bool
	marks                          []fyne.ThemeColorName
}

func (c *dayCell) paint(d dayLook) {
	typ := TypeUI.In(look.ColorInk)
	switch {
	case d.today:
		typ = TypeStrong.In(look.ColorOnAccent)
	case d.future:
		typ = TypeUI.In(look.ColorInk3)
	}
	c.number.Text = strconv.Itoa(d.day)
	setType(c.number, typ)
	c.disc.FillColor = look.Color(look.ColorAccent)
	fill := fyne.ThemeColorName("")
	if d.hover && !d.today {
		fill = look.ColorHover
	}
	paintBox(c.box, fill, "")
	if d.selected && !d.today {
		outline(c.box, look.Color(look.ColorAccent), ringWidth)
	}
	for i, mark := range c.marks {
		setVisible(mark, i < len(d.marks) && !d.today)
		if i < len(d.marks) {
			mark.FillColor = look.Color(d.marks[i])
			mark.Refresh()
		}
	}
	setVisible(c.box, fill != "" || d.selected && !d.today)
	setVisible(c.disc, d.today)
	setVisible(c.number, true)
	c.disc.Refresh()
	c.number.Refresh()
}

// place puts the day's drawing around the middle of its number.
func (c *dayCell) place(middle fyne.Position, marks int) {
	size := c.number.MinSize()
	c.number.Resize(size)
	c.number.Move(fyne.NewPos(whole(middle.X-size.Width/2+0.5), whole(middle.Y-size.Height/2)))
	c.disc.Resize(fyne.NewSquareSize(2 * discRadius))
	c.disc.Move(middle.SubtractXY(discRadius, discRadius))
	c.box.Resize(fyne.NewSize(outlineWide, outlineHigh))
	c.box.Move(fyne.NewPos(whole(middle.X-outlineWide/2), middle.Y-14))
	left := middle.X - float32(marks-1)*markPitch/2
	for i, mark := range c.marks {
		mark.Resize(fyne.NewSquareSize(2 * markRadius))
		mark.Move(fyne.NewPos(left+float32(i)*markPitch-markRadius, middle.Y+markBelow-markRadius))
	}
}

// CreateRenderer is for Fyne.
func (m *Month) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{m.title, m.previous, m.next}
	for _, h := range m.heads {
		objects = append(objects, h)
	}
	for _, c := range m.cells {
		objects = append(objects, c.objects()...)
	}
	return newRendering(m, m.layout, m.minSize, m.paint, append(objects, m.ring)...)
}

func (m *Month) minSize() fyne.Size {
	return fyne.NewSize(monthWidth-2*monthOut, monthGridTop+monthColumn*float32(m.weeks())+2)
}

// middle returns the middle of the number in a cell.
func (m *Month) middle(cell int) fyne.Position {
	return fyne.NewPos(-monthOut+monthColumn*(float32(cell%7)+0.5), monthGridTop+monthColumn*(float32(cell/7)+0.5))
}

func (m *Month) layout(size fyne.Size) {
	centred(m.title, 0, monthHead)
	right := monthWidth - 2*monthOut + 7
	centred(m.next, right-m.next.Side, monthHead)
	centred(m.previous, right-2*m.next.Side, monthHead)
	for i, h := range m.heads {
		w := h.MinSize()
		h.Resize(w)
		h.Move(fyne.NewPos(whole(m.middle(i).X-w.Width/2+0.5), whole(monthHead+13-w.Height/2)))
	}
	for i, c := range m.cells {
		c.place(m.middle(i), min(len(m.marksAt(i)), maxMarks))
	}
	at := m.middle(m.offset() + m.cursor.Day - 1)
	m.ring.Resize(fyne.NewSize(outlineWide+4, outlineHigh+4))
	m.ring.Move(fyne.NewPos(whole(at.X-outlineWide/2-2), at.Y-16))
}

// marksAt returns the marks of the day in a cell.
func (m *Month) marksAt(cell int) []fyne.ThemeColorName {
	day := cell - m.offset() + 1
	if day < 1 || day > daysIn(m.year, m.month) {
		return nil
	}
	return m.marks[Date{m.year, m.month, day}]
}

func (m *Month) paint() {
	m.title.Text = m.heading()
	setType(m.title, TypeSection)
	m.title.Refresh()
	for i, h := range m.heads {
		h.Text = m.names.Weekdays[(int(m.first)+i)%7]
		setType(h, TypeCaption.In(look.ColorInk3))
		h.Refresh()
	}
	last := daysIn(m.year, m.month)
	for i, c := range m.cells {
		day := i - m.offset() + 1
		if day < 1 || day > last {
			c.hide()
			continue
		}
		d := Date{m.year, m.month, day}
		c.paint(dayLook{day, d == m.today, d == m.selected, d.After(m.today), day == m.hovered, m.marks[d]})
	}
	paintRing(m.ring)
	setVisible(m.ring, m.focused)
}

func (m *Month) heading() string {
	if m.names.Title != nil {
		return m.names.Title(m.year, m.month)
	}
	return m.names.Months[m.month-1] + " " + strconv.Itoa(m.year)
}
