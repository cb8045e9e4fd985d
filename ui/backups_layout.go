package ui

import (
	"fyne.io/fyne/v2"
)

// copyLayout lays the columns of the copies: made, why, entries, size, sign,
// state and place. In a narrow window the size gives way.
type copyLayout struct{}

// The columns from the left, in a wide window: where they begin, or end where
// numbers stand. What is left over is shared.
const (
	copyWhy     float32 = 172 // begins
	copyEntries float32 = 356 // ends
	copySize    float32 = 432 // ends
	copySign    float32 = 458
	copyState   float32 = 480
	copyPlace   float32 = 560
	copyAll     float32 = 620
	copySizeOff float32 = copySize - copyEntries // what is won without the size
)

// Layout implements fyne.Layout.
func (copyLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	off, more := float32(0), size.Width-copyAll
	narrow := more < 0
	if narrow {
		off = copySizeOff
		more += off
	}
	more = fyne.Max(more, 0)
	at := func(x, share float32) float32 { return float32(int(x + more*share)) }
	starts := []float32{0, at(copyWhy, 0.2), at(copyEntries, 0.45), at(copySize, 0.65), at(copySign-off, 0.8), at(copyState-off, 0.8), at(copyPlace-off, 1)}
	ends := []float32{starts[1] - 8, starts[2] - 56, starts[2], starts[3], starts[5], starts[6] - 8, size.Width}
	for i, o := range objects {
		own := o.MinSize()
		left, width := starts[i], fyne.Max(ends[i]-starts[i], 1)
		if i == 2 || i == 3 { // numbers stand at the right
			left, width = starts[i]-own.Width, own.Width
		}
		if i == 4 && objects[5].MinSize().Width == 0 { // the head, a word for the sign and the state
			width = ends[5] - left
		}
		o.Move(fyne.NewPos(left, middle(size.Height, own.Height)))
		o.Resize(fyne.NewSize(width, own.Height))
		if i == 3 {
			setVisible(o, !narrow)
		}
	}
}

// MinSize implements fyne.Layout.
func (copyLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height)
}
