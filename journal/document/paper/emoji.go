package paper

import (
	"bytes"
	"fmt"
	"image"
	"sync"
	"unicode/utf8"

	"github.com/go-text/render"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// pictures draws emoji. It is safe for use by several goroutines.
type pictures struct {
	known *font.Font // nil where there is no face of emoji

	mu     sync.Mutex // held while one is found or drawn
	face   *font.Face
	shaper shaping.HarfbuzzShaper
	single map[string]bool // sequences, and whether they are one picture
	drawn  map[string]*image.RGBA
}

// pictureSize is how many pixels a picture is high and wide before it is
// scaled to where it stands.
const pictureSize = 96

// mostPictures bounds how many pictures are kept: forty kilobytes each.
const mostPictures = 256

func newPictures(file []byte) (*pictures, error) {
	p := &pictures{single: map[string]bool{}, drawn: map[string]*image.RGBA{}}
	if len(file) == 0 {
		return p, nil
	}
	f, err := font.ParseTTF(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("read the face of emoji: %w", err)
	}
	p.known, p.face = f.Font, f
	return p, nil
}

// has tells whether there is a picture for a letter.
func (p *pictures) has(r rune) bool {
	if p.known == nil {
		return false
	}
	_, ok := p.known.NominalGlyph(r)
	return ok
}

// sequence measures the emoji at the head of a text that is made of several
// letters and shown as one picture: a family, a flag, a hand of some colour. It
// gives 0 where there is none: families that nobody drew fall into their
// members.
func (p *pictures) sequence(text string) int {
	first, n := utf8.DecodeRuneInString(text)
	if !p.has(first) {
		return 0
	}
	longest := 0
	for joined := regional(first); n < len(text) && n < 64; {
		r, size := utf8.DecodeRuneInString(text[n:])
		switch {
		case joined && p.has(r):
			joined = false
		case r == 0x200D: // zero width joiner
			joined = true
		case r == 0xFE0F, r == 0x20E3, r >= 0x1F3FB && r <= 0x1F3FF, r >= 0xE0020 && r <= 0xE007F:
		default:
			return longest
		}
		n += size
		if !joined && p.one(text[:n]) {
			longest = n
		}
	}
	return longest
}

// regional tells whether a letter is half of a flag.
func regional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// one tells whether a sequence is shown as one picture.
func (p *pictures) one(text string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	is, known := p.single[text]
	if !known {
		out := p.shape(text)
		is = len(out.Glyphs) == 1 && out.Glyphs[0].GlyphID != 0
		if len(p.single) >= 16*mostPictures {
			clear(p.single)
		}
		p.single[text] = is
	}
	return is
}

func (p *pictures) shape(text string) shaping.Output {
	letters := []rune(text)
	return p.shaper.Shape(shaping.Input{
		Text: letters, RunEnd: len(letters), Face: p.face,
		Size: fixed.I(pictureSize), Direction: di.DirectionLTR,
	})
}

// draw gives the picture of an emoji.
func (p *pictures) draw(text string) *image.RGBA {
	p.mu.Lock()
	defer p.mu.Unlock()
	if picture := p.drawn[text]; picture != nil {
		return picture
	}
	picture := image.NewRGBA(image.Rect(0, 0, pictureSize, pictureSize))
	out := p.shape(text)
	// The face has its pictures reach this far above the line they stand on.
	const ascent = pictureSize * 13 / 16
	r := render.Renderer{FontSize: pictureSize, PixScale: 1, Color: image.Black}
	r.DrawShapedRunAt(out, picture, 0, ascent)
	if len(p.drawn) >= mostPictures {
		clear(p.drawn)
	}
	p.drawn[text] = picture
	return picture
}
