package paper

import (
	"math"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// faceID says which face letters stand in.
type faceID uint8

// The faces, in the order of Faces. A letter that none has is drawn as a mark
// of replacement.
const (
	serif faceID = iota
	serifBold
	serifItalic
	serifBoldItalic
	sans
	sansBold
	sansItalic
	sansBoldItalic
	mono
	textFaces // how many faces hold letters; the others are drawn otherwise:

	emoji   // a picture
	missing // the mark of replacement, for one letter with all that belongs to it
)

const replacement = '\uFFFD'

// face is a font file that letters are taken from.
type face struct {
	file   []byte
	font   *sfnt.Font
	widths blocks[int16] // of letters in thousandths of the size; -1 for one it lacks
}

func newFace(file []byte) (*face, error) {
	f, err := sfnt.Parse(file)
	if err != nil {
		return nil, err
	}
	return &face{file: file, font: f}, nil
}

// width gives how wide a letter is in thousandths of the size, or -1 where
// the face lacks it. It is rounded as a PDF says it.
func (f *face) width(r rune) int16 {
	if r > math.MaxUint16 {
		return -1
	}
	return f.widths.of(r, f.measure)[r&0xFF]
}

func (f *face) measure(first rune) *[256]int16 {
	var (
		buffer sfnt.Buffer
		all    [256]int16
	)
	units := f.font.UnitsPerEm()
	for i := range all {
		all[i] = -1
		glyph, err := f.font.GlyphIndex(&buffer, first+rune(i))
		if err != nil || glyph == 0 {
			continue
		}
		// Asked at as many pixels as it has units, a font answers in units.
		advance, err := f.font.GlyphAdvance(&buffer, glyph, fixed.Int26_6(units), font.HintingNone)
		if err != nil {
			continue
		}
		all[i] = int16(math.Round(1000 / float64(units) * float64(advance)))
	}
	return &all
}

// blocks hold something for each letter of the Basic Multilingual Plane, and
// find it out for 256 at a time when one of them is first asked for. Several
// goroutines may find out the same: what they store is equal.
type blocks[T any] struct {
	of256 [256]atomic.Pointer[[256]T]
}

func (b *blocks[T]) of(r rune, find func(first rune) *[256]T) *[256]T {
	at := &b.of256[r>>8&0xFF]
	block := at.Load()
	if block == nil {
		block = find(r &^ 0xFF)
		at.Store(block)
	}
	return block
}
