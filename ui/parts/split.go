package parts

import (
	"fyne.io/fyne/v2"
)

// Split is a page of two columns: a list, and one of it in detail. In a narrow window they are one, and the page offers
// the way back.
type Split struct {
	abreast
	// First or Second is the width of a column where it is fixed; the other takes the rest.
	First, Second float32

	share float32
}

var _ fyne.Widget = (*Split)(nil)

// NewSplit returns two columns, the first of which has a share of the width, between 0 and 1.
func NewSplit(first, second fyne.CanvasObject, share float32) *Split {
	s := &Split{share: share}
	s.init(first, second)
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is for Fyne.
func (s *Split) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(s, s.layout, s.minSize, func() {}, s.objects()...)
}

func (s *Split) layout(size fyne.Size) {
	if s.single(size) {
		return
	}
	first := size.Width * s.share
	switch {
	case s.First > 0:
		first = s.First
	case s.Second > 0:
		first = size.Width - s.Second
	}
	s.side(size, whole(first))
}
