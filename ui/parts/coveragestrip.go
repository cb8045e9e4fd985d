package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"groundwork/ui/look"
)

// coverageStrip is a strip of small cells, one for each thing that is asked for: filled where it is proved well, lighter
// where it is not, hollow where nothing is there. Where they are too many to stand apart, each sort is one piece, as
// long as its share. It says nothing without words beside it.
type coverageStrip struct {
	counts [coverageSorts]int
	cells  []*canvas.Rectangle
	field  *fyne.Container
}

// coverageSorts are strong, old, thin and missing, in this order.
const coverageSorts = 4

// Measures of a strip.
const (
	coverageHeight float32 = 8
	coverageGap    float32 = 3
	coverageLeast  float32 = 4 // of a cell
	coverageMost   float32 = 11
)

func newCoverageStrip() *coverageStrip { return &coverageStrip{field: &fyne.Container{}} }

// pieces are what is drawn: the sort of each, and how wide it is.
func (s *coverageStrip) pieces(width float32) (sorts []int, widths []float32) {
	all := 0
	for _, n := range s.counts {
		all += n
	}
	if all == 0 {
		return nil, nil
	}
	each := fyne.Min(whole((width+coverageGap)/float32(all))-coverageGap, coverageMost)
	for sort, n := range s.counts {
		switch {
		case n == 0:
		case each >= coverageLeast:
			for range n {
				sorts, widths = append(sorts, sort), append(widths, each)
			}
		default:
			share := whole((width - coverageSorts*coverageGap) * float32(n) / float32(all))
			sorts, widths = append(sorts, sort), append(widths, fyne.Max(share, coverageLeast))
		}
	}
	return sorts, widths
}

// draw draws the strip into a width.
func (s *coverageStrip) draw(width float32) {
	sorts, widths := s.pieces(width)
	for len(s.cells) < len(sorts) {
		cell := canvas.NewRectangle(color.Transparent)
		cell.CornerRadius = coverageGap
		s.cells = append(s.cells, cell)
		s.field.Objects = append(s.field.Objects, cell)
	}
	x := float32(0)
	for i, cell := range s.cells {
		setVisible(cell, i < len(sorts))
		if i >= len(sorts) {
			continue
		}
		fills := [coverageSorts]fyne.ThemeColorName{look.ColorStrength3, look.ColorStrength2, look.ColorStrength1, ""}
		line := fyne.ThemeColorName("")
		if fills[sorts[i]] == "" {
			line = look.ColorLineStrong
		}
		paintBox(cell, fills[sorts[i]], line)
		cell.Move(fyne.NewPos(x, 0))
		cell.Resize(fyne.NewSize(widths[i], coverageHeight))
		x += widths[i] + coverageGap
	}
}
