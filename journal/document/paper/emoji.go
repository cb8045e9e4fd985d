package paper

import (
	"bytes"
	"image"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/render"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// pictures draws emoji. It is safe for use by several goroutines.
type pictures struct {
	find func() []byte // the file of the face; nil: there is none
	read sync.Once     // when the first emoji is met: it is a large file

	mu     sync.Mutex // held while one is found or drawn
	face   *font.Face // nil where there is no face of emoji
	shaper shaping.HarfbuzzShaper
	single map[string]bool // sequences, and whether they are one picture
	drawn  map[string]*image.RGBA
}

// pictureSize is how many pixels a picture is high and wide before it is
// scaled to where it stands.
const pictureSize = 96

// mostPictures bounds how many pictures are kept: forty kilobytes each.
const mostPictures = 256

func newPictures(find func() []byte) *pictures {
	return &pictures{find: find, single: map[string]bool{}, drawn: map[string]*image.RGBA{}}
}

// known is the font of the pictures, or nil. A file that cannot be read is as
// good as none: which fonts a system has is not for a page to judge.
func (p *pictures) known() *font.Font {
	p.read.Do(func() {
		if p.find == nil {
			return
		}
		if all, err := font.ParseTTC(bytes.NewReader(p.find())); err == nil && len(all) > 0 {
			p.face = all[0]
		}
	})
	if p.face == nil {
		return nil
	}
	return p.face.Font
}

// has tells whether there is a picture for a letter.
func (p *pictures) has(r rune) bool {
	if !picturable(r) {
		return false
	}
	known := p.known()
	if known == nil {
		return false
	}
	_, ok := known.NominalGlyph(r)
	return ok
}

// picturable tells whether a letter may be an emoji by itself, so that the face
// is not read for one of another script.
func picturable(r rune) bool { return unicode.Is(emojiRanges, r) }

// emojiRanges are the letters with the property Emoji beyond Latin 1
// (https://www.unicode.org/Public/16.0.0/ucd/emoji/emoji-data.txt), the supplementary
// planes of pictures whole.
var emojiRanges = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x203C, 0x203C, 1},
		{0x2049, 0x2049, 1},
		{0x2122, 0x2122, 1},
		{0x2139, 0x2139, 1},
		{0x2194, 0x2199, 1},
		{0x21A9, 0x21AA, 1},
		{0x231A, 0x231B, 1},
		{0x2328, 0x2328, 1},
		{0x23CF, 0x23CF, 1},
		{0x23E9, 0x23F3, 1},
		{0x23F8, 0x23FA, 1},
		{0x24C2, 0x24C2, 1},
		{0x25AA, 0x25AB, 1},
		{0x25B6, 0x25B6, 1},
		{0x25C0, 0x25C0, 1},
		{0x25FB, 0x25FE, 1},
		{0x2600, 0x27BF, 1},
		{0x2934, 0x2935, 1},
		{0x2B05, 0x2B07, 1},
		{0x2B1B, 0x2B1C, 1},
		{0x2B50, 0x2B50, 1},
		{0x2B55, 0x2B55, 1},
		{0x3030, 0x3030, 1},
		{0x303D, 0x303D, 1},
		{0x3297, 0x3297, 1},
		{0x3299, 0x3299, 1},
	},
	R32: []unicode.Range32{{0x1F000, 0x1FAFF, 1}},
}

// sequence measures the emoji at the head of a text that is made of several
// letters and shown as one picture: a family, a flag, a hand of some colour. It
// gives 0 where there is none: families that nobody drew fall into their
// members.
func (p *pictures) sequence(text string) int {
	first, n := utf8.DecodeRuneInString(text)
	// A digit is one only with the sign that asks for a picture behind it.
	if !p.has(first) && (first > unicode.MaxLatin1 || !strings.HasPrefix(text[n:], "\uFE0F")) {
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
	if p.known() == nil {
		return false
	}
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
