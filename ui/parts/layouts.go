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

// across puts objects side by side at their least width, in the middle of the height. What has to be pushed to the
// right comes after a Spring.
type across struct{ gap float32 }

// Across returns a container that puts objects side by side with a gap.
func Across(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(across{gap}, objects...)
}

// Spring takes the width that is left over in Across.
func Spring() fyne.CanvasObject { return &spring{Container: container.NewWithoutLayout()} }

type spring struct{ *fyne.Container }

// Layout implements fyne.Layout.
func (l across) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := size.Width - l.MinSize(objects).Width
	springs := 0
	for _, o := range objects {
		if stretches(o) {
			springs++
		}
	}
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		own := o.MinSize()
		if stretches(o) && left > 0 {
			own.Width += left / float32(springs)
		}
		o.Resize(own)
		o.Move(fyne.NewPos(x, whole((size.Height-own.Height)/2)))
		x += own.Width + l.gap
	}
}

// stretches tells what takes the width left over: a spring, and a text that may be cut.
func stretches(o fyne.CanvasObject) bool {
	if !o.Visible() {
		return false
	}
	switch t := o.(type) {
	case *spring:
		return true
	case *Text:
		return t.Truncate
	}
	return false
}

// MinSize implements fyne.Layout.
func (l across) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var min fyne.Size
	shown := 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		own := o.MinSize()
		min.Height = fyne.Max(min.Height, own.Height)
		min.Width += own.Width
		shown++
	}
	min.Width += l.gap * float32(max(shown-1, 0))
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
	widest := float32(0)
	for _, o := range objects {
		if o.Visible() {
			widest = fyne.Max(widest, o.MinSize().Width)
		}
	}
	return fyne.NewSize(widest, l.place(objects, l.width, false))
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
