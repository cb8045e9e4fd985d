package parts

import (
	"fyne.io/fyne/v2"
)

// NumberField is a line in which a number is written, the way of any country: see ReadNumber.
type NumberField struct {
	answer
	value float64 // the last that was read
	onSet func(v *float64)
}

var (
	_ fyne.Widget   = (*NumberField)(nil)
	_ fyne.Tappable = (*NumberField)(nil)
)

// NewNumberField returns an empty field. onSet is told the number when the field is left, and nil when there is none
// any more.
func NewNumberField(onSet func(v *float64)) *NumberField {
	n := &NumberField{onSet: onSet}
	n.read, n.taken = n.makeOut, n.told
	n.init(n)
	return n
}

func (n *NumberField) makeOut(text string) (shown, problem string) {
	n.value, problem = ReadNumber(text)
	return WriteNumber(n.value), problem
}

func (n *NumberField) told(text string) {
	if n.onSet == nil {
		return
	}
	if text == "" {
		n.onSet(nil)
		return
	}
	v := n.value
	n.onSet(&v)
}

// SetValue shows a number, or none, without telling anybody. It leaves alone what is being typed, unless another number
// than before is to be shown.
func (n *NumberField) SetValue(v *float64) {
	if v == nil {
		n.set("")
		return
	}
	n.set(WriteNumber(*v))
}

// CreateRenderer is for Fyne.
func (n *NumberField) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(n, n.layout, n.minSize, n.paint, n.objects()...)
}
