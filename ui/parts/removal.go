package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"groundwork/ui/look"
)

// removal is the cross at the end of a chip, which takes the chip away. It shows under the pointer and the keyboard,
// over the end of the words.
type removal struct {
	patch *canvas.Circle // what the cross stands on
	cross *canvas.Image
}

func newRemoval() removal {
	return removal{canvas.NewCircle(color.Transparent), newIcon(chipCross)}
}

// hit reports whether a tap on a chip of a width is meant for the cross.
func (r removal) hit(x, width float32) bool { return x > width-chipPatch-chipEdge }

func (r removal) layout(size fyne.Size) {
	x := size.Width - chipEdge - chipPatch
	r.patch.Resize(fyne.NewSquareSize(chipPatch))
	r.patch.Move(fyne.NewPos(x, whole((size.Height-chipPatch)/2)))
	centred(r.cross, x+(chipPatch-chipCross)/2, size.Height)
}

func (r removal) paint(shown bool) {
	cross := look.IconNone
	if shown {
		cross = look.IconClose
	}
	r.patch.FillColor = look.Color(look.ColorPage)
	setVisible(r.patch, shown)
	r.patch.Refresh()
	drawIcon(r.cross, cross, look.ColorInk2)
}
