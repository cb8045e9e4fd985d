package parts

import "fyne.io/fyne/v2"

// Heights of a band: with all lanes, without the line, and with the columns alone.
const (
	BandHigh   float32 = 291
	BandMiddle float32 = 220
	BandLow    float32 = 126
)

// Where things stand in a band.
const (
	bandLeft      float32 = 150 // of the axis
	bandLeftSmall float32 = 112
	bandSmall     float32 = 640 // narrower than this, the lanes are named in a word
	bandRight     float32 = 28
	bandIn        float32 = 22 // of the names of the lanes
	bandInSmall   float32 = 14
	bandWidest    float32 = 150 // of a column
	bandBar       float32 = 26
	bandBarShare  float32 = 0.62
	bandBarHigh   float32 = 62 // the highest bar
	bandPanel     float32 = 14 // of the panel of the future, from the edges
	bandCoverTop  float32 = 27
	bandCoverHigh float32 = 58
	bandLaneRoom  float32 = 92 // from the base of the line to that of the bars
	bandLowTop    float32 = 8  // above the bars where the line has no room
	bandLabel     float32 = 14 // from the base of the bars to the middle of the words
	bandRingDown  float32 = 48
	bandTitleDown float32 = 73
	bandNoteDown  float32 = 89
	bandRing      float32 = 24
)

// bandGrid is where columns and lanes stand in a size.
type bandGrid struct {
	size        fyne.Size
	in          float32 // left of the names of the lanes
	left, right float32 // of the axis
	fit         int     // columns that fit into sight
	pitch       float32
	small       bool // the lanes are named in a word
	cover       bool // there is room for the line
	marks       bool // there is room for the dates
	top, base   float32
	bars        float32 // the base of the bars
}

func (b *Band) newGrid(size fyne.Size) bandGrid {
	g := bandGrid{size: size, in: bandIn, left: bandLeft, right: size.Width - bandRight, small: size.Width < bandSmall}
	if g.small {
		g.in, g.left = bandInSmall, bandLeftSmall
	}
	room := fyne.Max(g.right-g.left, 1)
	n := len(b.sheet.Columns)
	g.fit = max(min(int(room/fyne.Max(b.sheet.Pitch, 8)), n), 1)
	g.pitch = fyne.Min(room/float32(g.fit), bandWidest)
	g.cover, g.marks = size.Height >= BandHigh, size.Height >= BandMiddle
	g.top = bandCoverTop
	g.base = g.top + bandCoverHigh
	g.bars = g.base + bandLaneRoom
	if !g.cover {
		g.bars = bandLaneRoom + bandLowTop
		g.top, g.base = bandPanel, bandPanel
	}
	return g
}

// x returns where a place along the band stands; first is the first column in sight.
func (g bandGrid) x(first int, along float64) float32 {
	return whole(g.left + g.pitch*float32(along-float64(first)) + 0.5)
}

// column returns the column under a place, or -1.
func (b *Band) column(pos fyne.Position) int {
	g := b.grid
	if pos.X < g.left || pos.X >= g.right || g.pitch <= 0 {
		return -1
	}
	i := b.first + int((pos.X-g.left)/g.pitch)
	if _, end := b.InSight(); i >= end {
		return -1
	}
	return i
}

// ringY is the middle of the dates.
func (g bandGrid) ringY() float32 { return g.bars + bandRingDown }
