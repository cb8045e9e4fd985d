package ui

import (
	"fyne.io/fyne/v2"

	"groundwork/ui/parts"
)

// tableColumns are where the columns of the table begin in a width, and how
// wide the share of a stage is.
type tableColumns struct {
	track, pitch, next float32
	narrow             bool // there is room for words only
}

// The table as it is drawn at the width of the design, and the least width it
// keeps its columns in: more than there is in a window under look.FoldNav.
const (
	tableWidth float32 = 1016
	tableLeast float32 = 784

	tableTrack float32 = 268
	tablePitch float32 = 104
	tableGap   float32 = 44 // between the track and what is next
)

// columnsIn shares a width out. What there is more than the design has goes to
// the words at both ends and the stages alike; what there is less is taken from
// the stages, for their dates are short.
func columnsIn(width float32) tableColumns {
	if width < tableLeast {
		return tableColumns{narrow: true}
	}
	more := width - tableWidth
	c := tableColumns{track: tableTrack + more*0.28, pitch: tablePitch + more*0.08}
	gap := tableGap
	if more < 0 {
		c = tableColumns{track: tableTrack + more*0.17, pitch: tablePitch + more*0.135}
		gap += more * 0.08
	}
	c.next = c.track + stageColumns*c.pitch + gap
	return c
}

// Heights of a row of the table: while it is closed, and its head while what
// belongs to it stands below. An open one begins a little higher, because its
// panel reaches up to the row before.
const (
	trackRowHeight float32 = 92
	openHeadHeight float32 = 78
	openHeadRise   float32 = 6
)

// tableHeads lays the heads of the columns: the position, the five stages, what
// is next, and the line below them. There are none where there are no columns.
type tableHeads struct{ narrow bool }

// tableHeadHeight is that of the heads with their line.
const tableHeadHeight float32 = 28

// Layout implements fyne.Layout.
func (l *tableHeads) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c := columnsIn(size.Width)
	l.narrow = c.narrow
	rule, next := len(objects)-1, len(objects)-2
	for i, o := range objects[:rule] {
		setVisible(o, !c.narrow)
		own := o.MinSize()
		x := -headPadding
		switch {
		case i == next:
			x += c.next
		case i > 0:
			x = c.track + c.pitch*(float32(i)-0.5) - own.Width/2
		}
		o.Resize(own)
		o.Move(fyne.NewPos(float32(int(x)), float32(int((tableHeadHeight-own.Height)/2))-2))
	}
	objects[rule].Resize(fyne.NewSize(size.Width, 1))
	objects[rule].Move(fyne.NewPos(0, size.Height-1))
}

// MinSize implements fyne.Layout.
func (l *tableHeads) MinSize([]fyne.CanvasObject) fyne.Size {
	if l.narrow {
		return fyne.NewSize(0, 1)
	}
	return fyne.NewSize(0, tableHeadHeight)
}

// headPadding is the room beside the words of a head that can be pressed.
const headPadding float32 = 4

// trackLayout lays a row of the table: title, place, track, what is next, when,
// and the mark of an open one.
type trackLayout struct{ open bool }

// Layout implements fyne.Layout.
func (l *trackLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	title, place, track, next, when, mark := objects[0], objects[1], objects[2], objects[3], objects[4], objects[5]
	c := columnsIn(size.Width)
	rise := float32(0)
	if l.open {
		rise = openHeadRise
	}
	if c.narrow {
		l.layNarrow(objects, size.Width, rise)
		return
	}
	const gap = 16
	line(title, 0, 31-rise, c.track-gap)
	line(place, 0, 50-rise, c.track-gap)
	track.Move(fyne.NewPos(float32(int(c.track)), 27-rise))
	track.Resize(fyne.NewSize(stageColumns*c.pitch, track.MinSize().Height))
	right := size.Width - c.next
	if l.open {
		right -= markRoom
	}
	line(next, c.next, 31-rise, right)
	line(when, c.next, 50-rise, right)
	line(mark, size.Width-mark.MinSize().Width-4, 39-rise, mark.MinSize().Width)
}

const markRoom float32 = 28

// layNarrow stacks a row where there is no room for columns.
func (l *trackLayout) layNarrow(objects []fyne.CanvasObject, width, rise float32) {
	title, place, track, next, when, mark := objects[0], objects[1], objects[2], objects[3], objects[4], objects[5]
	half := float32(int(width * 0.55))
	right := width - half
	if l.open {
		right -= markRoom
	}
	line(title, 0, 22-rise, half-16)
	line(place, 0, 41-rise, half-16)
	track.Move(fyne.NewPos(0, 54-rise))
	words := fyne.Min(half-16, stageColumns*parts.TrackLeast-1) // without heads over it a track says nothing
	track.Resize(fyne.NewSize(words, track.MinSize().Height))
	line(next, half, 22-rise, right)
	line(when, half, 41-rise, right)
	line(mark, width-mark.MinSize().Width-4, 31-rise, mark.MinSize().Width)
}

// line puts a line of words with its middle at a height.
func line(o fyne.CanvasObject, x, middle, width float32) {
	height := o.MinSize().Height
	o.Resize(fyne.NewSize(width, height))
	o.Move(fyne.NewPos(float32(int(x)), float32(int(middle-height/2))))
}

// MinSize implements fyne.Layout.
func (l *trackLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(4*parts.TrackLeast, l.height())
}

func (l *trackLayout) height() float32 {
	if l.open {
		return openHeadHeight
	}
	return trackRowHeight
}
