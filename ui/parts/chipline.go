package parts

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// ChipLine shows chips on one line, such as what an entry of a list supports. Those without room are counted at the
// end. None of them can be pressed.
type ChipLine struct {
	widget.BaseWidget
	chips   []CardChip
	drawn   []*cardChip
	more    *canvas.Text
	objects []fyne.CanvasObject
}

var _ fyne.Widget = (*ChipLine)(nil)

// What a chip of a ChipLine takes at least, and the room between two.
const (
	chipLineLow float32 = 76
	chipLineGap float32 = 8
)

// NewChipLine returns a line without chips.
func NewChipLine() *ChipLine {
	l := &ChipLine{more: newText("", TypeCaption)}
	l.objects = []fyne.CanvasObject{l.more}
	l.ExtendBaseWidget(l)
	return l
}

// SetChips shows these chips and no others.
func (l *ChipLine) SetChips(chips []CardChip) {
	l.chips = chips
	l.Refresh()
}

// CreateRenderer is for Fyne.
func (l *ChipLine) CreateRenderer() fyne.WidgetRenderer { return &chipLineRendering{l} }

// chipLineRendering differs from the shared one in that its objects come with the chips.
type chipLineRendering struct{ l *ChipLine }

func (r *chipLineRendering) Objects() []fyne.CanvasObject { return r.l.objects }
func (r *chipLineRendering) Destroy()                     {}
func (r *chipLineRendering) Layout(size fyne.Size)        { r.l.layout(size) }
func (r *chipLineRendering) MinSize() fyne.Size           { return fyne.NewSize(look.Space40, look.ChipHeight) }

func (r *chipLineRendering) Refresh() {
	r.l.layout(r.l.Size())
	canvas.Refresh(r.l)
}

// layout draws as many chips as have room beside the count of the others.
func (l *ChipLine) layout(size fyne.Size) {
	x, shown := float32(0), 0
	for i, chip := range l.chips {
		room := size.Width - x
		if rest := len(l.chips) - i - 1; rest > 0 {
			room -= chipLineGap + measure(moreChips(rest), TypeCaption)
		}
		if i > 0 && room < chipLineLow {
			break
		}
		c := l.chip(i)
		c.CardChip, c.shown = chip, true
		x += c.layout(x, 0, room) + chipLineGap
		c.paint(false)
		shown++
	}
	for _, c := range l.drawn[shown:] {
		c.shown = false
		c.paint(false)
	}
	l.more.Text = ""
	if rest := len(l.chips) - shown; rest > 0 {
		l.more.Text = moreChips(rest)
	}
	setType(l.more, TypeCaption)
	centred(l.more, x, look.ChipHeight)
	l.more.Refresh()
}

func moreChips(n int) string { return "+" + strconv.Itoa(n) }

// chip returns the drawing of one of the chips.
func (l *ChipLine) chip(i int) *cardChip {
	if i == len(l.drawn) {
		c := newCardChip()
		l.drawn = append(l.drawn, c)
		l.objects = append(l.objects[:len(l.objects):len(l.objects)], c.ground, c.image, c.word)
	}
	return l.drawn[i]
}
