package paper

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"math"
	"strconv"
	"unicode/utf8"
)

// packed is what stands on a page, ready to be written.
type packed struct {
	number   int
	content  []byte
	used     [textFaces]letterSet
	pictures map[string]bool
}

// packer gives a worker that packs pages.
func (b *binding) packer() func(n int) *packed {
	var out bytes.Buffer
	pack, err := zlib.NewWriterLevel(&out, zlib.BestSpeed)
	if err != nil {
		panic(err) // the level is one there is
	}
	s := &sheetWriter{press: b.press, high: float32(b.pages.sheet.Height)}
	return func(n int) *packed {
		s.packed = &packed{number: n}
		s.all(&b.pages.pages[n])
		out.Reset()
		pack.Reset(&out)
		_, _ = pack.Write(s.out) // memory takes all there is
		_ = pack.Close()
		s.content = bytes.Clone(out.Bytes())
		return s.packed
	}
}

// sheetWriter writes what stands on a page in the language of PDF.
type sheetWriter struct {
	*packed
	press *Press
	high  float32 // of the sheet: PDF counts from its foot
	out   []byte
	face  faceID  // the face that letters are being set in,
	size  float32 // and its size; 0: none yet
	ink   ink
	inked bool
}

func (s *sheetWriter) all(p *page) {
	s.out, s.size, s.inked = s.out[:0], 0, false
	for i := range p.boxes {
		if p.boxes[i].outline == 0 {
			s.colour(p.boxes[i].ink)
		}
		s.out = append(appendBox(s.out, &p.boxes[i], s.high), '\n')
	}
	for i := range p.strokes {
		s.out = append(appendStroke(s.out, &p.strokes[i], s.high), '\n')
	}
	for i := range p.runs {
		s.run(&p.runs[i])
	}
}

// colour chooses the colour that is filled with.
func (s *sheetWriter) colour(k ink) {
	if s.inked && s.ink == k {
		return
	}
	s.ink, s.inked = k, true
	s.out = append(appendColour(s.out, k, "rg"), '\n')
}

// run puts letters on the page.
func (s *sheetWriter) run(r *run) {
	switch r.face {
	case emoji:
		s.standIn(r.text)
		// An unseen space tells programs that read the page where it stands.
		s.out = append(s.out, "3 Tr\n"...)
		s.letters(&run{" ", r.x, r.y, r.size, serif, r.ink})
		s.out = append(s.out, "0 Tr\n"...)
		s.picture(r)
		s.out = append(s.out, "EMC\n"...)
	case missing:
		s.standIn(r.text)
		s.letters(&run{string(replacement), r.x, r.y, r.size, s.press.replacement.face, r.ink})
		s.out = append(s.out, "EMC\n"...)
	default:
		s.letters(r)
	}
}

// standIn has what follows, up to EMC, be found and copied as other letters
// (14.9.4).
func (s *sheetWriter) standIn(text string) {
	s.out = append(s.out, "/Span <</ActualText "...)
	s.out = append(append(s.out, coded(text)...), ">> BDC\n"...)
}

// letters puts letters on the page that their face has.
func (s *sheetWriter) letters(r *run) {
	if s.size != r.size || s.face != r.face {
		s.face, s.size = r.face, r.size
		s.out = appendNumbers(append(append(s.out, r.face.resource()...), ' '), r.size)
		s.out = append(s.out, "Tf\n"...)
	}
	s.colour(r.ink)
	s.out = appendNumbers(append(s.out, "BT "...), r.x, s.high-r.y)
	s.out = s.appendLetters(append(s.out, "Td ("...), r.text, &s.used[r.face])
	s.out = append(s.out, ") Tj ET\n"...)
}

// resource is what a face is called by on a page.
func (id faceID) resource() string { return "/F" + strconv.Itoa(int(id)) }

// appendLetters appends letters as a string of PDF between its brackets, two
// bytes each (9.7.5.2), and takes them for used.
func (s *sheetWriter) appendLetters(b []byte, text string, used *letterSet) []byte {
	for i := 0; i < len(text); {
		l := rune(text[i])
		if l < utf8.RuneSelf {
			i++
			used.take(l)
			b = appendEscaped(append(b, 0), byte(l))
			continue
		}
		l, n := utf8.DecodeRuneInString(text[i:])
		i += n
		if unseen(l) || l > math.MaxUint16 {
			continue
		}
		used.take(l)
		b = appendEscaped(b, byte(l>>8))
		b = appendEscaped(b, byte(l))
	}
	return b
}

func appendEscaped(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r': // read as a line end
		return append(b, '\\', 'r')
	}
	return append(b, c)
}

// picture puts an emoji on the page.
func (s *sheetWriter) picture(r *run) {
	if s.pictures == nil {
		s.pictures = map[string]bool{}
	}
	s.pictures[r.text] = true
	x, y, side := pictureAt(r)
	s.out = appendNumbers(append(s.out, "q "...), side, 0, 0, side, x, s.high-y-side)
	s.out = append(append(append(s.out, "cm "...), pictureResource(r.text)...), " Do Q\n"...)
}

// pictureResource is what an emoji is called by on a page.
func pictureResource(text string) string { return "/E" + hex.EncodeToString([]byte(text)) }

// pictureAt gives where the picture of an emoji stands, and its side: a little
// below the line, as letters with descenders do.
func pictureAt(r *run) (x, y, side float32) {
	side = r.size * emojiWidth / 1000 * 0.94
	return r.x + r.size*emojiWidth/1000*0.03, r.y - 0.82*side, side
}

// letterSet is letters of the Basic Multilingual Plane.
type letterSet [65536 / 64]uint64

func (s *letterSet) take(l rune) { s[l>>6&0x3FF] |= 1 << (l & 63) }

func (s *letterSet) add(other *letterSet) {
	for i, word := range other {
		s[i] |= word
	}
}

// letters gives the letters in their order.
func (s *letterSet) letters() []rune {
	var all []rune
	for i, word := range s {
		for bit := range 64 {
			if word>>bit&1 != 0 {
				all = append(all, rune(i<<6|bit))
			}
		}
	}
	return all
}
