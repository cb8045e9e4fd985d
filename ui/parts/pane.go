package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/ui/look"
)

// DownFill returns a container like Down, whose last object takes the height that is left over.
func DownFill(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(downFill{down{gap}}, objects...)
}

type downFill struct{ down }

// Layout implements fyne.Layout.
func (l downFill) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.down.Layout(objects, size)
	last := objects[len(objects)-1]
	last.Resize(fyne.NewSize(size.Width, fyne.Max(size.Height-last.Position().Y, 0)))
}

// Gutter returns a container that keeps an object away from the sides of a pane: by the gutter of a page, or by less
// where the pane is small. left and right are how far the object's own ground goes beyond its words.
func Gutter(o fyne.CanvasObject, left, right float32) *fyne.Container {
	return container.New(gutter{left, right}, o)
}

type gutter struct{ left, right float32 }

const smallPane float32 = 300

// Layout implements fyne.Layout.
func (l gutter) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side := look.Space28
	if size.Width < smallPane {
		side = look.Space20
	}
	left, right := fyne.Max(side-l.left, 0), fyne.Max(side-l.right, 0)
	for _, o := range objects {
		o.Move(fyne.NewPos(left, 0))
		o.Resize(fyne.NewSize(size.Width-left-right, size.Height))
	}
}

// MinSize implements fyne.Layout.
func (l gutter) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var min fyne.Size
	for _, o := range objects {
		min = min.Max(o.MinSize())
	}
	return min
}

// NewSearchField returns a field of one line to search in, which says so while it is empty.
func NewSearchField(placeHolder string) *Field {
	f := newField("", NewEditor(Search))
	f.Editor.SetPlaceHolder(placeHolder)
	return f
}
