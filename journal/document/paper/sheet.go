package paper

// Sheet is a piece of paper: its size and the free space at its edges, in
// points, 72 to the inch.
type Sheet struct {
	Width, Height, Margin float64
}

// A4 is the sheet of ISO 216.
func A4() Sheet { return Sheet{595.28, 841.89, 68} }

// Letter is the sheet of North America.
func Letter() Sheet { return Sheet{612, 792, 68} }

// The smallest and the largest sheet, and what must be free on it for text.
const (
	leastSide, mostSide = 144, 14400 // 14,400 is what PDF readers take (ISO 32000-1, annex C)
	leastText           = 100
)

// usable gives the sheet, or one that something can be set on.
func (s Sheet) usable() Sheet {
	if s == (Sheet{}) {
		return A4()
	}
	s.Width = min(max(s.Width, leastSide), mostSide)
	s.Height = min(max(s.Height, leastSide), mostSide)
	s.Margin = max(0, min(s.Margin, (s.Width-leastText)/2, (s.Height-leastText)/2))
	return s
}

// Options say how pages are set. The zero value is plain pages of A4.
type Options struct {
	Sheet Sheet // A4 where it is left out
	// Large sets everything on one page, as large as there is room for; what
	// does not fit on one even in small letters goes on to the next.
	Large bool
	// Progress is told how many parts of the book are set, now and then, from
	// one goroutine at a time. It may be nil.
	Progress func(parts int)
}
