package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"groundwork/ui/look"
)

// layWays lays the stops at a pitch, what was gone between them as a line and what is ahead as dashes.
func (t *Track) layWays(pitch float32, last int) {
	dashes := 0
	for i := range t.stops {
		x := whole(pitch * (float32(i) + 0.5))
		t.marks[i].place(x, pitch-look.Space4)
		if i+1 == len(t.stops) {
			break
		}
		next := whole(pitch * (float32(i) + 1.5))
		if i < last {
			t.ways[i].Move(fyne.NewPos(x, trackMark/2-trackWay/2))
			t.ways[i].Resize(fyne.NewSize(next-x, trackWay))
			continue
		}
		dashes = t.layDashes(dashes, x+t.marks[i].radius()+trackGap, next-t.marks[i+1].radius()-trackGap)
	}
	t.dashes.Objects = t.dashes.Objects[:dashes]
}

// layDashes lays dashes from one place to another, after those that lie already, and returns how many lie then.
func (t *Track) layDashes(laid int, from, to float32) int {
	for x := from; x+trackDash <= to; x += trackPeriod {
		if laid == len(t.dashes.Objects) {
			t.dashes.Objects = append(t.dashes.Objects, canvas.NewRectangle(look.Color(look.ColorLineStrong)))
		}
		dash := t.dashes.Objects[laid]
		dash.Move(fyne.NewPos(x, trackMark/2-1))
		dash.Resize(fyne.NewSize(trackDash, 1))
		laid++
	}
	return laid
}

func (t *Track) paint() {
	for i, s := range t.stops {
		t.marks[i].paint(s, t.ink, t.soft)
		t.ways[i].FillColor = look.Color(t.ink)
		t.ways[i].Refresh()
	}
	for _, dash := range t.dashes.Objects {
		dash.(*canvas.Rectangle).FillColor = look.Color(look.ColorLineStrong)
		dash.Refresh()
	}
	t.line.SetType(TypeLabel)
}

// stopMark is one stop as it is drawn.
type stopMark struct {
	stop      Stop
	ring, dot *canvas.Rectangle
	image     *canvas.Image
	note      *canvas.Text
	typ       Type // of the note
}

// The dot in the ring of the stop that something is at.
const trackDot float32 = 8

func newStopMark() *stopMark {
	return &stopMark{
		ring: canvas.NewRectangle(color.Transparent), dot: canvas.NewRectangle(color.Transparent),
		image: newIcon(look.IconSizeSmall), note: newText("", TypeCaption),
	}
}

func (m *stopMark) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{m.ring, m.dot, m.image, m.note}
}

// radius is half the width of the mark.
func (m *stopMark) radius() float32 {
	switch m.stop.Look {
	case StopAhead, StopDone, StopPassed:
		return 6
	case StopCurrent:
		return 10
	}
	return trackMark / 2
}

// place puts the middle of the mark at a distance from the left, its note cut to a width.
func (m *stopMark) place(x, width float32) {
	middle, r := fyne.NewPos(x, trackMark/2), m.radius()
	m.ring.Move(middle.SubtractXY(r, r))
	m.ring.Resize(fyne.NewSquareSize(2 * r))
	m.dot.Move(middle.SubtractXY(trackDot/2, trackDot/2))
	m.dot.Resize(fyne.NewSquareSize(trackDot))
	m.image.Move(middle.SubtractXY(look.IconSizeSmall/2, look.IconSizeSmall/2))
	m.note.Text = shorten(m.stop.Note, m.typ, width)
	setType(m.note, m.typ)
	own := m.note.MinSize()
	m.note.Resize(own)
	m.note.Move(fyne.NewPos(whole(x-own.Width/2), whole(trackNote-own.Height/2)))
}

// setVisible shows the mark and its note, or hides them.
func (m *stopMark) setVisible(note, mark bool) {
	setVisible(m.note, note)
	setVisible(m.ring, mark)
	setVisible(m.dot, mark && m.stop.Look == StopCurrent)
	setVisible(m.image, mark && m.icon() != look.IconNone)
}

// icon is drawn in the marks of the ends.
func (m *stopMark) icon() look.IconName {
	switch m.stop.Look {
	case StopAccepted:
		return look.IconCheck
	case StopRejected:
		return look.IconClose
	case StopEnded:
		return look.IconMinus
	}
	return look.IconNone
}

func (m *stopMark) paint(s Stop, ink, soft fyne.ThemeColorName) {
	m.stop, m.typ = s, TypeCaption
	icon := look.ColorInk2
	switch s.Look {
	case StopAhead:
		paintBox(m.ring, "", look.ColorLineStrong)
	case StopPassed:
		paintMark(m.ring, look.ColorPage, ink)
	case StopDone:
		paintBox(m.ring, ink, "")
	case StopCurrent:
		paintMark(m.ring, soft, ink)
	case StopAccepted:
		paintBox(m.ring, look.ColorAccent, "")
		icon, m.typ = look.ColorOnAccent, TypeCaption.In(look.ColorAccent)
	case StopRejected:
		paintMark(m.ring, look.ColorWarnSoft, look.ColorWarn)
		icon, m.typ = look.ColorWarn, TypeCaption.In(look.ColorWarn)
	case StopEnded:
		paintMark(m.ring, look.ColorSunken, look.ColorLineStrong)
	}
	m.ring.CornerRadius = m.radius()
	paintBox(m.dot, ink, "")
	m.dot.CornerRadius = trackDot / 2
	drawIcon(m.image, m.icon(), icon)
}

// paintMark gives a mark its ground and an outline of the width of the line it stands on.
func paintMark(r *canvas.Rectangle, fill, line fyne.ThemeColorName) {
	r.FillColor = look.Color(fill)
	outline(r, look.Color(line), trackWay)
	r.Refresh()
}
