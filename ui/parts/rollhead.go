package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// RollHead is a heading between the rows of a Roll: a name, and a count or the like at the right.
type RollHead struct {
	widget.BaseWidget
	name, note *Text
}

var _ fyne.Widget = (*RollHead)(nil)

const (
	// RollHeadHeight is how high a heading stands between the rows of a Roll.
	RollHeadHeight float32 = 34

	rollHeadBottom float32 = 6 // from the words to the first row below
)

// NewRollHead returns an empty heading.
func NewRollHead() *RollHead {
	h := &RollHead{name: NewText("", TypeColumnHead), note: NewText("", TypeCaption.In(look.ColorInk3))}
	h.name.Truncate = true
	h.ExtendBaseWidget(h)
	return h
}

// Set changes the words.
func (h *RollHead) Set(name, note string) {
	h.name.SetText(name)
	h.note.SetText(note)
	h.Refresh()
}

// CreateRenderer is for Fyne.
func (h *RollHead) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(h, h.layout, h.minSize, func() {}, h.name, h.note)
}

func (h *RollHead) minSize() fyne.Size { return fyne.NewSize(look.Space40, RollHeadHeight) }

func (h *RollHead) layout(size fyne.Size) {
	note := h.note.MinSize()
	y := size.Height - note.Height - rollHeadBottom
	h.note.Move(fyne.NewPos(size.Width-note.Width, y))
	h.note.Resize(note)
	h.name.Move(fyne.NewPos(0, y))
	h.name.Resize(fyne.NewSize(roomBeside(size.Width, note.Width), h.name.MinSize().Height))
}
