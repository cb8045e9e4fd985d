package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/ui/look"
)

// groups remembers its width, because its height depends on it.
type groups struct{ least, gapX, gapY, width float32 }

// Groups returns a container of groups that stand in two columns where each has at least so much room, and else below
// each other. Each group stands in the column that is shorter so far.
func Groups(least, gapX, gapY float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&groups{least: least, gapX: gapX, gapY: gapY}, objects...)
}

// Layout implements fyne.Layout.
func (g *groups) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	g.width = size.Width
	g.place(objects)
}

// MinSize implements fyne.Layout.
func (g *groups) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(fyne.Min(widest(objects), g.least), g.place(objects))
}

// place places the groups and returns how high they are together.
func (g *groups) place(objects []fyne.CanvasObject) (height float32) {
	ends := []float32{0, 0}
	width := whole((g.width - g.gapX) / 2)
	if width < g.least {
		ends, width = ends[:1], g.width
	}
	for _, o := range objects {
		at := 0
		if len(ends) > 1 && ends[1] < ends[0] {
			at = 1
		}
		o.Resize(fyne.NewSize(width, 0)) // gives paragraphs their width before the height is asked for
		own := o.MinSize().Height
		o.Resize(fyne.NewSize(width, own))
		o.Move(fyne.NewPos(float32(at)*(width+g.gapX), ends[at]))
		height = fyne.Max(height, ends[at]+own)
		ends[at] += own + g.gapY
	}
	return height
}

// answered puts what answers a text at its right.
type answered struct{ gap float32 }

// Answered returns a text that has all the width but that of a short one at the right, such as the keys of what it
// says.
func Answered(gap float32, text, short fyne.CanvasObject) *fyne.Container {
	return container.New(answered{gap}, text, short)
}

// Layout implements fyne.Layout.
func (a answered) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	text, short := objects[0], objects[1]
	own := short.MinSize()
	text.Resize(fyne.NewSize(fyne.Max(size.Width-own.Width-a.gap, 1), size.Height))
	short.Resize(own)
	short.Move(fyne.NewPos(size.Width-own.Width, fyne.Max(whole((look.Space20-own.Height)/2), 0))) // beside the first line
}

// MinSize implements fyne.Layout.
func (a answered) MinSize(objects []fyne.CanvasObject) fyne.Size {
	text, short := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(text.Width+a.gap+short.Width, fyne.Max(text.Height, short.Height))
}
