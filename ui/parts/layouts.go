package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/ui/look"
)

// down stacks objects with a gap, each as wide as the whole. It gives an object its width before it asks for its
// height, so that paragraphs are as high as they wrap.
type down struct{ gap float32 }

// Down returns a container that stacks objects with a gap.
func Down(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(down{gap}, objects...)
}

// Layout implements fyne.Layout.
func (l down) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		height := o.MinSize().Height // now that it knows its width
		o.Resize(fyne.NewSize(size.Width, height))
		o.Move(fyne.NewPos(0, y))
		y += height + l.gap
	}
}

// MinSize implements fyne.Layout.
func (l down) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var min fyne.Size
	shown := 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		own := o.MinSize()
		min.Width = fyne.Max(min.Width, own.Width)
		min.Height += own.Height
		shown++
	}
	min.Height += l.gap * float32(max(shown-1, 0))
	return min
}

// flow puts objects side by side and goes on below when the width is used up.
type flow struct{ gapX, gapY float32 }

// Flow returns a container of objects that wrap like words, such as chips.
func Flow(gapX, gapY float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{flow: flow{gapX, gapY}}, objects...)
}

// flowLayout remembers its width, because its height depends on it.
type flowLayout struct {
	flow
	width float32
}

// Layout implements fyne.Layout.
func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, size.Width, true)
}

// MinSize implements fyne.Layout.
func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := float32(0)
	for _, o := range objects {
		if o.Visible() {
			least = fyne.Max(least, o.MinSize().Width)
		}
	}
	return fyne.NewSize(least, l.place(objects, l.width, false))
}

// place runs through the objects, moves them if asked to, and returns the height they take.
func (f flow) place(objects []fyne.CanvasObject, width float32, move bool) float32 {
	x, y, row := float32(0), float32(0), float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		own := o.MinSize()
		if x > 0 && x+own.Width > width {
			x, y, row = 0, y+row+f.gapY, 0
		}
		if move {
			o.Resize(fyne.NewSize(fyne.Min(own.Width, fyne.Max(width, 1)), own.Height))
			o.Move(fyne.NewPos(x, y))
		}
		x += own.Width + f.gapX
		row = fyne.Max(row, own.Height)
	}
	return y + row
}

// inset keeps an object away from the edges.
type inset struct{ top, right, bottom, left float32 }

// Inset returns a container that keeps an object away from its edges.
func Inset(o fyne.CanvasObject, top, right, bottom, left float32) *fyne.Container {
	return container.New(inset{top, right, bottom, left}, o)
}

// Layout implements fyne.Layout.
func (l inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(l.left, l.top))
		o.Resize(size.SubtractWidthHeight(l.left+l.right, l.top+l.bottom))
	}
}

// MinSize implements fyne.Layout.
func (l inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var min fyne.Size
	for _, o := range objects {
		if o.Visible() {
			min = min.Max(o.MinSize())
		}
	}
	return min.AddWidthHeight(l.left+l.right, l.top+l.bottom)
}

// measureLayout centres its object and keeps it readable.
type measureLayout struct{ width, gutter float32 }

// Measure returns a container that centres its content, no wider than the width, with the page's gutter beside it.
func Measure(width float32, content fyne.CanvasObject) *fyne.Container {
	return container.New(MeasureLayout(width), content)
}

// MeasureLayout returns the layout of Measure, to change the width.
func MeasureLayout(width float32) fyne.Layout { return measureLayout{width, look.Space28} }

// Layout implements fyne.Layout.
func (l measureLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := fyne.Min(l.width, fyne.Max(size.Width-2*l.gutter, 0))
	for _, o := range objects {
		o.Resize(fyne.NewSize(width, size.Height))
		o.Move(fyne.NewPos(float32(int((size.Width-width)/2)), 0))
	}
}

// MinSize implements fyne.Layout.
func (l measureLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var min fyne.Size
	for _, o := range objects {
		min = min.Max(o.MinSize())
	}
	return min.AddWidthHeight(2*l.gutter, 0)
}

// inLines runs through objects that stand side by side, in as many lines as a room needs; no room is one line. It moves
// them if asked to, and returns the size they take together.
func inLines(objects []fyne.CanvasObject, gap fyne.Size, room float32, move bool) fyne.Size {
	var all fyne.Size
	at, high := fyne.Position{}, float32(0)
	for _, o := range objects {
		own := o.MinSize()
		if at.X > 0 && room > 0 && at.X+own.Width > room+1 { // widths are rounded
			at = fyne.NewPos(0, at.Y+high+gap.Height)
		}
		if move {
			o.Resize(own)
			o.Move(at)
		}
		at.X += own.Width
		high = own.Height
		all = all.Max(fyne.NewSize(at.X, at.Y+high))
		at.X += gap.Width
	}
	return all
}

// widest is the width of the widest of some objects.
func widest(objects []fyne.CanvasObject) float32 {
	width := float32(0)
	for _, o := range objects {
		width = fyne.Max(width, o.MinSize().Width)
	}
	return width
}
