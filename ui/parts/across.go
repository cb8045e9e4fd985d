package parts

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/ui/look"
)

// across puts objects side by side at their least width, in the middle of the height. What has to be pushed to the
// right comes after a Spring. Where they have not the room, choices give way first, and what still does not fit goes on
// below, a Spring's before others. It remembers its width, because its height depends on it.
type across struct{ gap, width float32 }

// Across returns a container that puts objects side by side with a gap.
func Across(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&across{gap: gap}, objects...)
}

// Spring takes the width that is left over in Across.
func Spring() fyne.CanvasObject { return &spring{Container: container.NewWithoutLayout()} }

type spring struct{ *fyne.Container }

// acrossBelow is the gap between the lines of an Across that goes on below.
const acrossBelow = look.Space8

// Layout implements fyne.Layout.
func (l *across) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	lines := l.lines(objects)
	y := float32(0)
	for _, line := range lines {
		height := size.Height
		if len(lines) > 1 {
			height = highest(line)
		}
		l.layLine(line, y, fyne.NewSize(size.Width, height))
		y += height + acrossBelow
	}
}

// layLine lays one line out.
func (l *across) layLine(objects []fyne.CanvasObject, y float32, size fyne.Size) {
	left := size.Width - l.natural(objects)
	springs := 0
	for _, o := range objects {
		if stretches(o) {
			springs++
		}
	}
	x := float32(0)
	for _, o := range objects {
		own := o.MinSize()
		switch {
		case left < 0 && len(objects) == 1, left < 0 && narrows(o):
			before := own.Width
			own.Width = fyne.Max(own.Width+left, 1)
			left += before - own.Width
			o.Resize(own) // its height depends on its width
			own.Height = o.MinSize().Height
		case left > 0 && stretches(o):
			own.Width += left / float32(springs)
		}
		o.Resize(own)
		o.Move(fyne.NewPos(x, y+whole((size.Height-own.Height)/2)))
		x += own.Width + l.gap
	}
}

// lines are the visible objects, as they share the lines of the width that is known.
func (l *across) lines(objects []fyne.CanvasObject) (lines [][]fyne.CanvasObject) {
	var line []fyne.CanvasObject
	for _, group := range sprung(objects) {
		if both := append(line[:len(line):len(line)], group...); l.fits(both) {
			line = both
			continue
		}
		if len(line) > 0 {
			lines = append(lines, line)
			line = nil
		}
		for _, o := range group {
			if more := append(line[:len(line):len(line)], o); len(line) == 0 || l.fits(more) {
				line = more
				continue
			}
			lines = append(lines, line)
			line = []fyne.CanvasObject{o}
		}
	}
	return append(lines, line)
}

// sprung are the visible objects in groups, each of which but the first begins with a Spring.
func sprung(objects []fyne.CanvasObject) (groups [][]fyne.CanvasObject) {
	var group []fyne.CanvasObject
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if _, ok := o.(*spring); ok && len(group) > 0 {
			groups = append(groups, group)
			group = nil
		}
		group = append(group, o)
	}
	return append(groups, group)
}

// fits tells whether objects have the room of a line. What does with less width may have it.
func (l *across) fits(objects []fyne.CanvasObject) bool {
	if l.width <= 0 {
		return true // it is not placed yet
	}
	const hair = 0.5
	need := l.natural(objects) - hair
	for _, o := range objects {
		if w, ok := o.(narrowing); ok {
			need -= fyne.Max(o.MinSize().Width-w.narrowest(), 0)
		}
	}
	return need <= l.width
}

// natural is the width that objects take in one line.
func (l *across) natural(objects []fyne.CanvasObject) float32 {
	width := l.gap * float32(max(len(objects)-1, 0))
	for _, o := range objects {
		width += o.MinSize().Width
	}
	return width
}

// narrowing is a part that does with less width than its words take beside each other: they go on in further lines, or
// fold into a field.
type narrowing interface{ narrowest() float32 }

func narrows(o fyne.CanvasObject) bool { _, ok := o.(narrowing); return ok }

// stretches tells what takes the width left over: a spring, a text that may be cut, and what such a text stands in.
func stretches(o fyne.CanvasObject) bool {
	switch t := o.(type) {
	case *spring:
		return true
	case *Text:
		return t.Truncate
	case *fyne.Container:
		_, ok := t.Layout.(*across)
		return ok && slices.ContainsFunc(t.Objects, cuts)
	}
	return false
}

// cuts tells what is a text that may be cut.
func cuts(o fyne.CanvasObject) bool {
	t, ok := o.(*Text)
	return ok && t.Visible() && t.Truncate
}

// MinSize implements fyne.Layout.
func (l *across) MinSize(objects []fyne.CanvasObject) fyne.Size {
	lines := l.lines(objects)
	height := acrossBelow * float32(len(lines)-1)
	for _, line := range lines {
		height += highest(line)
	}
	var all []fyne.CanvasObject
	for _, group := range sprung(objects) {
		all = append(all, group...)
	}
	return fyne.NewSize(l.natural(all), height)
}
