package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Strip shows how many of how many there are: a piece for each, those that are there filled, the others outlined. The
// words for it stand beside it.
type Strip struct {
	widget.BaseWidget
	done, of int
	pieces   []*canvas.Rectangle
	holder   *fyne.Container
}

var _ fyne.Widget = (*Strip)(nil)

// Sizes of a strip.
const (
	stripWidth  float32 = 112
	stripHeight float32 = 8
	stripGap    float32 = 3
	stripRadius float32 = 2.5
	stripMost           = 12 // pieces up to which each thing has its own
)

// NewStrip returns a strip of nothing.
func NewStrip() *Strip {
	s := &Strip{holder: &fyne.Container{}}
	s.ExtendBaseWidget(s)
	s.Set(0, 0)
	return s
}

// Set shows that so many of so many are there. Of nothing, one empty piece shows; of very many, the two shares.
func (s *Strip) Set(done, of int) {
	s.done, s.of = min(done, of), of
	s.pieces, s.holder.Objects = nil, nil
	for range s.count() {
		piece := canvas.NewRectangle(color.Transparent)
		s.pieces = append(s.pieces, piece)
		s.holder.Objects = append(s.holder.Objects, piece)
	}
	s.Refresh()
}

// count returns how many pieces there are.
func (s *Strip) count() int {
	switch {
	case s.of <= stripMost:
		return max(s.of, 1)
	case s.done == 0 || s.done == s.of:
		return 1
	}
	return 2
}

// CreateRenderer is for Fyne.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(s, s.layout, s.minSize, s.paint, s.holder)
}

func (s *Strip) minSize() fyne.Size { return fyne.NewSize(stripWidth, stripHeight) }

func (s *Strip) layout(size fyne.Size) {
	s.holder.Resize(size)
	room := size.Width - stripGap*float32(len(s.pieces)-1)
	x := float32(0)
	for i, piece := range s.pieces {
		width := room / float32(len(s.pieces))
		if s.of > stripMost && len(s.pieces) == 2 {
			width = room * s.share(i)
		}
		piece.CornerRadius = fyne.Min(stripRadius, width/3)
		piece.Move(fyne.NewPos(x, 0))
		piece.Resize(fyne.NewSize(width, stripHeight))
		x += width + stripGap
	}
}

// share is what one of the two pieces of very many takes.
func (s *Strip) share(i int) float32 {
	done := float32(s.done) / float32(s.of)
	if i == 0 {
		return done
	}
	return 1 - done
}

func (s *Strip) paint() {
	for i, piece := range s.pieces {
		filled := i < s.done
		if s.of > stripMost {
			filled = i == 0 && s.done > 0
		}
		if filled {
			paintBox(piece, look.ColorStrength3, "")
		} else {
			paintBox(piece, "", look.ColorLineStrong)
		}
	}
}
