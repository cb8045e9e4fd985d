package ui

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"groundwork/journal/evidence"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// readyRow is a line of the checklist: how far it is there, its name, what it
// is about, and what was counted.
type readyRow struct {
	widget.BaseWidget
	badge *parts.Badge
	name  *parts.Text
	words *parts.Text
	count *parts.Text
	arrow *parts.Icon
}

func newReadyRow() *readyRow {
	r := &readyRow{
		badge: parts.NewBadge(parts.BadgeLine, parts.BadgeMissing), name: cutText(typeReadyName), words: cutText(parts.TypeUI),
		count: parts.NewText("", parts.TypeFieldLabel), arrow: parts.IconOf(look.IconChevronRight, look.ColorInk2, look.IconSizeSmall),
	}
	r.ExtendBaseWidget(r)
	return r
}

var typeReadyName = parts.Type{Face: parts.Medium, Size: look.SizeRow, Color: look.ColorInk}

// show shows a line.
func (r *readyRow) show(c evidence.Check, s growthSheet, chosen bool) {
	r.badge.SetLook(lineLook(c.State))
	name := typeReadyName
	if chosen {
		name.Face = parts.SemiBold
	}
	r.name.SetType(name)
	r.name.SetText(lineName(c.Key))
	r.words.SetText(s.lineWords(c))
	ink := look.ColorInk2
	if c.State == evidence.Missing {
		ink = look.ColorWarn
	}
	r.count.SetType(parts.TypeFieldLabel.In(ink))
	r.count.SetText(lineCount(c))
	r.Refresh()
}

// CreateRenderer is for Fyne.
func (r *readyRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(readyLayout{}, r.badge, r.name, r.words, r.count, r.arrow))
}

// readyLayout lays out a line. The words give way where there is little room.
type readyLayout struct{}

// Where things stand in a line.
const (
	readyHeight float32 = 42
	readyLeft   float32 = 34
	readyWords  float32 = 222 // where the words begin
	readyArrow  float32 = 20
	readyLeast  float32 = 120 // the width without which the words go
)

// Layout implements fyne.Layout.
func (readyLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	badge, name, words, count, arrow := objects[0], objects[1], objects[2], objects[3], objects[4]
	lay := func(o fyne.CanvasObject, x, width float32) {
		height := o.MinSize().Height
		o.Move(fyne.NewPos(x, middle(size.Height, height)))
		o.Resize(fyne.NewSize(width, height))
	}
	lay(badge, 0, badge.MinSize().Width)
	lay(arrow, size.Width-arrow.MinSize().Width, arrow.MinSize().Width)
	own := count.MinSize().Width
	right := size.Width - readyArrow - own
	lay(count, right, own)
	whole := float32(math.Ceil(float64(name.(*parts.Text).WholeWidth())))
	from := fyne.Max(readyWords, readyLeft+whole+look.Space12) // a long name is whole before it is explained
	room := right - look.Space16 - from
	setVisible(words, room >= readyLeast)
	if words.Visible() {
		lay(words, from, room)
		lay(name, readyLeft, from-readyLeft-look.Space8)
		return
	}
	lay(name, readyLeft, fyne.Max(right-look.Space8-readyLeft, 1))
}

// MinSize implements fyne.Layout.
func (readyLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(look.Space40, readyHeight)
}
