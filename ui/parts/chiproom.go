package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// ChipRoom holds chips, in groups below each other. It is as high as they are, up to a height from which they scroll.
type ChipRoom struct {
	widget.BaseWidget
	// Most says how high the room may be now.
	Most func() float32

	groups   *fyne.Container // nil where a field holds the chips
	padded   fyne.CanvasObject
	scroller *Scroller
}

// chipRing is what the ring of the keyboard takes around a chip. The scroller reaches as far, or it would cut it off.
const chipRing = ringWidth + ringGap

// NewChipRoom returns a room without chips.
func NewChipRoom(most func() float32) *ChipRoom {
	groups := Down(look.Space8)
	r := NewRoomFor(groups, most)
	r.groups = groups
	return r
}

// NewRoomFor returns a room for a field that holds its chips itself.
func NewRoomFor(field fyne.CanvasObject, most func() float32) *ChipRoom {
	r := &ChipRoom{Most: most}
	r.padded = Inset(field, chipRing, chipRing, chipRing, chipRing)
	r.scroller = NewScroller(r.padded)
	r.ExtendBaseWidget(r)
	return r
}

// SetChips shows these chips and no others. A group without chips takes no room.
func (r *ChipRoom) SetChips(groups ...[]fyne.CanvasObject) {
	r.groups.Objects = nil
	for _, chips := range groups {
		if len(chips) > 0 {
			r.groups.Add(Flow(look.Space8, look.Space8, chips...))
		}
	}
	r.Refresh()
}

// Reveal scrolls so that a chip is in sight.
func (r *ChipRoom) Reveal(chip fyne.CanvasObject) { r.scroller.Reveal(chip) }

// lineHeight has a label stand beside the first chips.
func (r *ChipRoom) lineHeight() float32 { return look.ChipHeight }

// CreateRenderer is for Fyne.
func (r *ChipRoom) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(r, r.layout, r.minSize, r.paint, r.scroller)
}

// layout gives the chips their width at once, on which the height of the room depends.
func (r *ChipRoom) layout(size fyne.Size) {
	r.scroller.Move(fyne.NewPos(-chipRing, -chipRing))
	r.scroller.Resize(size.AddWidthHeight(2*chipRing, 2*chipRing))
}

func (r *ChipRoom) minSize() fyne.Size {
	return fyne.NewSize(look.Space40, fyne.Min(r.padded.MinSize().Height-2*chipRing, r.Most()))
}

func (r *ChipRoom) paint() { r.scroller.Refresh() }
