package ui

import (
	"fyne.io/fyne/v2"

	"groundwork/ui/look"
)

// todayLayout stacks Today: what tells where one is above, the text and its
// parts in the middle with all the room there is, what belongs to the entry
// below. Where the parts are open, or files attached, and there is little
// room, what is not needed for writing gives way to them.
type todayLayout struct{ t *today }

// Heights of the page under which, with the parts open, the question becomes
// one line, and under which it goes together with the words below the date.
const (
	slimBelow  float32 = 900
	tightBelow float32 = 640
)

// lowBelow is the height of the page under which the welcome has little room.
const lowBelow float32 = 660

// wordsFrom is the width of the page from which the count of the words has room
// at its foot.
const wordsFrom float32 = 580

// Layout implements fyne.Layout. The objects are top, middle and bottom.
func (l todayLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top, middle, bottom := objects[0], objects[1], objects[2]
	l.crowd(size.Height)
	setVisible(l.t.words, size.Width >= wordsFrom)
	above, below := giveWidth(top, 0, 0, size.Width), giveWidth(bottom, 0, 0, size.Width)
	if size.Height-above-below < leastText { // long words take more
		l.t.prompt.SetSlim(true)
		setVisible(l.t.below, false)
		above = giveWidth(top, 0, 0, size.Width)
	}
	bottom.Move(fyne.NewPos(0, size.Height-below))
	bottom.Resize(fyne.NewSize(size.Width, below))
	middle.Move(fyne.NewPos(0, above))
	middle.Resize(fyne.NewSize(size.Width, size.Height-above-below))
}

// crowd decides what has room at a height.
func (l todayLayout) crowd(height float32) {
	t := l.t
	open := t.desk != nil && t.desk.unfolded[t.kind()] && t.depth.Visible()
	low := t.welcome.on && height < lowBelow
	t.welcome.setLow(low)
	t.prompt.SetSlim(low || open && height < slimBelow)
	tight := (open || t.attachments.object().Visible()) && height < tightBelow
	setVisible(t.prompt, !t.alone && !t.reading.on && (!tight || t.prompt.InUse()))
	setVisible(t.below, !t.alone && !tight && !low)
}

// MinSize implements fyne.Layout.
func (l todayLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	min := fyne.NewSize(look.Space40, 0)
	for _, o := range objects {
		own := o.MinSize()
		min.Width = fyne.Max(min.Width, own.Width)
		min.Height += own.Height
	}
	return min
}
