package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Scroller shows as much of a content as there is room for, and the rest by scrolling down. Unlike Fyne's own it gives
// the content its width before it asks for the height, so that paragraphs are as high as they wrap, and hears the wheel
// also above fields, which would keep it to themselves although they have nothing to scroll. So nothing in it scrolls
// by itself.
type Scroller struct {
	widget.BaseWidget
	content fyne.CanvasObject
	scroll  *container.Scroll
	wheel   *wheel
}

var _ fyne.Widget = (*Scroller)(nil)

// NewScroller returns a view on a content.
func NewScroller(content fyne.CanvasObject) *Scroller {
	s := &Scroller{content: content, scroll: container.NewVScroll(container.New(needing{}, content))}
	s.wheel = newWheel(s.scroll)
	s.ExtendBaseWidget(s)
	return s
}

// ToTop shows the content from its beginning.
func (s *Scroller) ToTop() { s.scroll.ScrollToTop() }

// Turn scrolls by lines, by what is in sight, or to an end. It is for whoever has the keyboard, since the scroller
// itself is no stop.
func (s *Scroller) Turn(name fyne.KeyName) {
	const line = 2 * look.Space20
	page := fyne.Max(s.scroll.Size().Height-line, line)
	by, ok := map[fyne.KeyName]float32{
		fyne.KeyUp: -line, fyne.KeyDown: line, fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
		fyne.KeyHome: -s.content.MinSize().Height, fyne.KeyEnd: s.content.MinSize().Height,
	}[name]
	if !ok {
		return
	}
	most := fyne.Max(s.content.MinSize().Height-s.scroll.Size().Height, 0)
	s.scroll.ScrollToOffset(fyne.NewPos(0, fyne.Max(fyne.Min(s.scroll.Offset.Y+by, most), 0)))
}

// TurnPage goes on by a page with the space bar.
func (s *Scroller) TurnPage(letter rune) {
	if letter == ' ' {
		s.Turn(fyne.KeyPageDown)
	}
}

// Reveal scrolls no further than needed to show an object of the content.
func (s *Scroller) Reveal(o fyne.CanvasObject) { reveal(s.scroll, s.content, o) }

// RevealAt does so for a part of the content, by its distance from the top and its height. It works also before the
// content was painted, when the driver cannot tell yet where an object stands.
func (s *Scroller) RevealAt(top, height float32) { revealAt(s.scroll, top, height) }

// reveal scrolls a content no further than needed to show an object of it.
func reveal(scroll *container.Scroll, content, o fyne.CanvasObject) {
	d := fyne.CurrentApp().Driver()
	revealAt(scroll, d.AbsolutePositionForObject(o).Y-d.AbsolutePositionForObject(content).Y, o.Size().Height)
}

func revealAt(scroll *container.Scroll, top, height float32) {
	top -= look.Space12
	bottom := top + height + 2*look.Space12
	offset, view := scroll.Offset, scroll.Size().Height
	switch {
	case top < offset.Y:
		offset.Y = top
	case bottom > offset.Y+view:
		offset.Y = bottom - view
	default:
		return
	}
	scroll.ScrollToOffset(offset)
}

// CreateRenderer is for Fyne.
func (s *Scroller) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(s, s.layout, s.minSize, s.paint, s.scroll, s.wheel)
}

func (s *Scroller) minSize() fyne.Size { return fyne.NewSize(look.Space40, look.Space40) }

func (s *Scroller) layout(size fyne.Size) {
	s.content.Resize(fyne.NewSize(size.Width, 1)) // tells paragraphs their width
	s.content.Resize(fyne.NewSize(size.Width, fyne.Max(s.content.MinSize().Height, size.Height)))
	s.scroll.Resize(size)
	s.wheel.Resize(size)
	s.scroll.Refresh()
}

func (s *Scroller) paint() {}
