package parts

import (
	"fyne.io/fyne/v2"
)

// DateField is a line in which a day is written as people write one.
type DateField struct{ answer }

var (
	_ fyne.Widget   = (*DateField)(nil)
	_ fyne.Tappable = (*DateField)(nil)
)

// NewDateField returns an empty field. When it is left, read makes out the text and returns how it is shown, or what is
// wrong with it; onSet is then told the text as it was typed. An empty text is not read, and clears the day.
func NewDateField(read func(text string) (shown, problem string), onSet func(text string)) *DateField {
	d := &DateField{answer{read: read, taken: onSet}}
	d.init(d)
	return d
}

// SetText shows a day as read shows it, without telling anybody. It leaves alone what is being typed, unless another
// day than before is to be shown.
func (d *DateField) SetText(shown string) { d.set(shown) }

// CreateRenderer is for Fyne.
func (d *DateField) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(d, d.layout, d.minSize, d.paint, d.objects()...)
}
