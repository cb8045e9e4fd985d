package paper

import (
	"image"
	"image/draw"
	"math"
	"sync"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// glyphs keeps the pictures of letters that were drawn. It is safe for use by
// several goroutines.
type glyphs struct {
	mu     sync.Mutex
	drawn  map[glyphKey]*image.Alpha // nil for those that show nothing
	buffer sfnt.Buffer
}

// glyphKey is a letter as it is drawn: at a size in 64ths of a pixel, and so
// many quarters of a pixel to the right.
type glyphKey struct {
	face     faceID
	letter   rune
	size     int32
	quarters uint8
}

// mostGlyphs bounds how many pictures of letters are kept: a few hundred bytes
// each. A page has some hundred different ones.
const mostGlyphs = 8192

// of gives the picture of a letter, measured from where it begins on its line,
// or nil where it shows nothing.
func (g *glyphs) of(f *face, k glyphKey) *image.Alpha {
	g.mu.Lock()
	defer g.mu.Unlock()
	if picture, known := g.drawn[k]; known {
		return picture
	}
	if g.drawn == nil || len(g.drawn) >= mostGlyphs {
		g.drawn = map[glyphKey]*image.Alpha{}
	}
	picture := g.draw(f, k)
	g.drawn[k] = picture
	return picture
}

func (g *glyphs) draw(f *face, k glyphKey) *image.Alpha {
	glyph, err := f.font.GlyphIndex(&g.buffer, k.letter)
	if err != nil {
		return nil
	}
	outline, err := f.font.LoadGlyph(&g.buffer, glyph, fixed.Int26_6(k.size), nil)
	if err != nil || len(outline) == 0 {
		return nil
	}
	shift := fixed.Int26_6(k.quarters) * 16
	bounds := outline.Bounds()
	area := image.Rect(
		(bounds.Min.X + shift).Floor(), bounds.Min.Y.Floor(),
		(bounds.Max.X + shift).Ceil(), bounds.Max.Y.Ceil(),
	)
	if area.Empty() || area.Dx() > math.MaxInt16 || area.Dy() > math.MaxInt16 {
		return nil
	}
	x := func(p fixed.Point26_6) float32 { return float32(p.X+shift)/64 - float32(area.Min.X) }
	y := func(p fixed.Point26_6) float32 { return float32(p.Y)/64 - float32(area.Min.Y) }
	z := vector.NewRasterizer(area.Dx(), area.Dy())
	for _, s := range outline {
		a := s.Args
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			z.MoveTo(x(a[0]), y(a[0]))
		case sfnt.SegmentOpLineTo:
			z.LineTo(x(a[0]), y(a[0]))
		case sfnt.SegmentOpQuadTo:
			z.QuadTo(x(a[0]), y(a[0]), x(a[1]), y(a[1]))
		case sfnt.SegmentOpCubeTo:
			z.CubeTo(x(a[0]), y(a[0]), x(a[1]), y(a[1]), x(a[2]), y(a[2]))
		}
	}
	picture := image.NewAlpha(area)
	z.DrawOp = draw.Src
	z.Draw(picture, area, image.Opaque, image.Point{})
	return picture
}
