package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Shared is a height shared by a text and what belongs to it: the text takes what is left over, but never less than it
// needs; what stands below takes its own height as far as there is room, and scrolls then.
type Shared struct {
	widget.BaseWidget
	// Least is the height the text keeps in any case.
	Least float32
	// Text, if set, gives the height that all of the text would take: of it, the text keeps up to a share of the room.
	Text func() float32

	text, below fyne.CanvasObject
	scroller    *Scroller
	height      float32 // that of below when it was laid out last
}

var _ fyne.Widget = (*Shared)(nil)

// NewShared returns a text with what stands below it.
func NewShared(text, below fyne.CanvasObject, least float32) *Shared {
	s := &Shared{text: text, below: below, scroller: NewScroller(Inset(below, 0, sharedBar, 0, sharedReach)), Least: least}
	s.ExtendBaseWidget(s)
	return s
}

// Reveal scrolls what stands below so that an object of it is in sight.
func (s *Shared) Reveal(o fyne.CanvasObject) {
	s.Fit()
	s.scroller.Reveal(o)
}

// Fit shares the height anew if what stands below has another height than before.
func (s *Shared) Fit() {
	if s.natural(s.Size().Width) != s.height {
		s.Refresh()
	}
}

// natural is the height that what stands below would take.
func (s *Shared) natural(width float32) float32 {
	if !s.below.Visible() {
		return 0
	}
	if s.below.Size().Width != width {
		s.below.Resize(fyne.NewSize(width, s.below.Size().Height)) // paragraphs have to know
	}
	return s.below.MinSize().Height
}

// CreateRenderer is for Fyne.
func (s *Shared) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(s, s.layout, s.minSize, s.paint, s.text, s.scroller)
}

func (s *Shared) minSize() fyne.Size { return fyne.NewSize(look.Space40, s.Least) }

func (s *Shared) layout(size fyne.Size) {
	setVisible(s.scroller, s.below.Visible())
	s.height = s.natural(size.Width)
	own := fyne.Min(s.height, fyne.Max(size.Height-s.kept(size.Height), 0))
	s.text.Resize(fyne.NewSize(size.Width, size.Height-own))
	s.scroller.Move(fyne.NewPos(-sharedReach, size.Height-own))
	s.scroller.Resize(fyne.NewSize(sharedReach+size.Width+sharedBar, own))
}

// kept is what the text keeps of a height.
func (s *Shared) kept(height float32) float32 {
	if s.Text == nil {
		return s.Least
	}
	return whole(fyne.Max(s.Least, fyne.Min(s.Text(), sharedText*height)))
}

// sharedText is the share of the room that the text keeps if it needs it.
const sharedText float32 = 0.42

// What stands below reaches beyond the text's column: at the right for the bar that scrolls, at the left for the light
// under the pointer.
const (
	sharedBar   float32 = 12
	sharedReach float32 = 8
)

func (s *Shared) paint() {}
