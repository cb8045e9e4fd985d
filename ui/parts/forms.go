package parts

import (
	"iter"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/ui/look"
)

// Where things stand in a form.
const (
	formLabel    float32 = 72 // the column of the labels
	formLabelGap float32 = 8
	formGapY     float32 = 8   // between rows of two columns
	oneColumn    float32 = 480 // the width under which two columns are one
)

// FormRow returns a container of a label and what it names, whose first line it stands beside.
func FormRow(label string, content fyne.CanvasObject) *fyne.Container {
	nameChoices(label, content)
	return container.New(formRow{}, NewText(label, TypeCaption.In(look.ColorInk3)), content)
}

// nameChoices tells readers of the screen what is chosen in a row.
func nameChoices(name string, content fyne.CanvasObject) {
	switch o := content.(type) {
	case *Segmented:
		o.SetName(name)
	case *fyne.Container:
		for _, within := range o.Objects {
			nameChoices(name, within)
		}
	}
}

// formRow lays out a label and a content.
type formRow struct{}

// left is where the content begins. A label that is too long for its column rather breaks the line of the contents than
// being cut.
func (formRow) left(label fyne.CanvasObject) float32 {
	return fyne.Max(formLabel, whole(label.MinSize().Width+formLabelGap+1))
}

// Layout implements fyne.Layout.
func (l formRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	label, content := objects[0], objects[1]
	left := l.left(label)
	content.Move(fyne.NewPos(left, 0))
	content.Resize(fyne.NewSize(fyne.Max(size.Width-left, 1), size.Height))
	centred(label, 0, firstLine(content))
}

// MinSize implements fyne.Layout.
func (l formRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	own := objects[1].MinSize()
	return fyne.NewSize(l.left(objects[0])+own.Width, own.Height)
}

// lined is a part that may be higher than a line of it.
type lined interface{ lineHeight() float32 }

// firstLine is how high the first line of a part is.
func firstLine(o fyne.CanvasObject) float32 {
	if part, ok := o.(lined); ok {
		return part.lineHeight()
	}
	return fyne.Min(o.MinSize().Height, look.FieldHeight)
}

// TwoColumns returns a container of objects in two equal columns with a gap between them, in rows as high as the higher
// of the two. Where it is narrow there is one column.
func TwoColumns(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&twoColumns{gap: gap}, objects...)
}

// twoColumns remembers its width, because its height depends on it.
type twoColumns struct{ gap, width float32 }

// Layout implements fyne.Layout.
func (l *twoColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	columns, width := l.columns()
	y := float32(0)
	for row := range rowsOf(objects, columns) {
		for _, o := range row { // fields and paragraphs need their width before they know their height
			o.Resize(fyne.NewSize(width, o.MinSize().Height))
		}
		height := highest(row)
		for i, o := range row {
			o.Move(fyne.NewPos(float32(i)*(width+l.gap), y))
			o.Resize(fyne.NewSize(width, height))
		}
		y += height + formGapY
	}
}

// columns returns how many there are, and how wide one is.
func (l *twoColumns) columns() (int, float32) {
	if l.width < oneColumn {
		return 1, l.width
	}
	return 2, whole((l.width - l.gap) / 2)
}

// MinSize implements fyne.Layout.
func (l *twoColumns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	columns, _ := l.columns()
	var min fyne.Size
	for row := range rowsOf(objects, columns) {
		if min.Height > 0 {
			min.Height += formGapY
		}
		min.Height += highest(row)
		for _, o := range row {
			min.Width = fyne.Max(min.Width, o.MinSize().Width)
		}
	}
	return min
}

// rowsOf goes through the visible objects in rows of so many.
func rowsOf(objects []fyne.CanvasObject, columns int) iter.Seq[[]fyne.CanvasObject] {
	var visible []fyne.CanvasObject
	for _, o := range objects {
		if o.Visible() {
			visible = append(visible, o)
		}
	}
	return slices.Chunk(visible, columns)
}

func highest(objects []fyne.CanvasObject) float32 {
	height := float32(0)
	for _, o := range objects {
		height = fyne.Max(height, o.MinSize().Height)
	}
	return height
}
