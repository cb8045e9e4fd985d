package paper

import (
	"bytes"
	"math"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"codeberg.org/go-pdf/fpdf"
)

// family is what the library calls a face by.
func (id faceID) family() string { return "face" + strconv.Itoa(int(id)) }

// choose has the letters that follow be set in a face.
func (f *printing) choose(id faceID, size float32) {
	if f.size == size && f.now == id {
		return
	}
	if f.used[id] == nil {
		f.used[id] = &letterSet{}
		f.to.AddUTF8FontFromBytes(id.family(), "", f.press.faces[id].file)
		f.teach(id, " ")
	}
	b := append(f.page, f.names[id]...)
	b = appendNumbers(append(b, ' '), size)
	f.page = append(b, "Tf\n"...)
	f.now, f.size = id, size
}

// teach has the library embed letters with a face. It embeds what it wrote, so
// it is made to write them where nobody reads: in a template that is not used.
// There it says as well what it calls the face by on a page.
func (f *printing) teach(id faceID, letters string) {
	unused := f.to.CreateTemplate(func(t *fpdf.Tpl) {
		t.SetFont(id.family(), "", 1)
		t.Text(0, 0, letters)
	})
	for field := range bytes.FieldsSeq(unused.Bytes()) {
		if bytes.HasPrefix(field, []byte("/F")) {
			f.names[id] = string(field)
			return
		}
	}
}

// run puts letters on the page.
func (f *printing) run(r *run) {
	switch r.face {
	case emoji:
		f.standIn(r, func() {
			f.unseenSpace(r)
			f.picture(r)
		})
	case missing:
		f.standIn(r, func() {
			f.letters(&run{string(replacement), r.x, r.y, r.size, f.press.replacement.face, r.ink})
		})
	default:
		f.letters(r)
	}
}

// letters puts letters on the page that their face has.
func (f *printing) letters(r *run) {
	f.choose(r.face, r.size)
	f.colour(r.ink)
	if fresh := f.used[r.face].take(r.text); fresh != "" {
		f.teach(r.face, fresh)
	}
	b := append(f.page, "BT "...)
	b = appendNumbers(b, r.x, float32(f.pages.sheet.Height)-r.y)
	b = append(b, "Td ("...)
	b = appendLetters(b, r.text)
	f.page = append(b, ") Tj ET\n"...)
}

// letterSet is letters of the Basic Multilingual Plane.
type letterSet [65536 / 64]uint64

// take adds the letters of a text and gives those that are new.
func (s *letterSet) take(text string) string {
	var fresh []rune
	for _, l := range text {
		word, bit := &s[l>>6&0x3FF], uint64(1)<<(l&63)
		if *word&bit == 0 && !unseen(l) {
			*word |= bit
			fresh = append(fresh, l)
		}
	}
	return string(fresh)
}

// standIn puts something on the page in the place of letters, which it is
// found and copied as (ISO 32000-1, 14.9.4).
func (f *printing) standIn(r *run, put func()) {
	b := append(f.page, "/Span <</ActualText <FEFF"...)
	for _, u := range utf16.Encode([]rune(r.text)) {
		const hex = "0123456789ABCDEF"
		b = append(b, hex[u>>12], hex[u>>8&15], hex[u>>4&15], hex[u&15])
	}
	f.page = append(b, ">>> BDC\n"...)
	put()
	f.page = append(f.page, "EMC\n"...)
}

// unseenSpace tells programs that read a page where the letters of a picture
// stand.
func (f *printing) unseenSpace(r *run) {
	f.page = append(f.page, "3 Tr\n"...)
	f.letters(&run{" ", r.x, r.y, r.size, serif, r.ink})
	f.page = append(f.page, "0 Tr\n"...)
}

// appendLetters appends letters as a string of PDF between its brackets:
// UTF-16 (ISO 32000-1, 7.3.4.2). Nothing is beyond U+FFFF here.
func appendLetters(b []byte, text string) []byte {
	for i := 0; i < len(text); {
		l := rune(text[i])
		if l < utf8.RuneSelf {
			i++
			b = append(b, 0)
			b = appendEscaped(b, byte(l))
			continue
		}
		l, n := utf8.DecodeRuneInString(text[i:])
		i += n
		if unseen(l) || l > math.MaxUint16 {
			continue
		}
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

// appendNumber appends a length in hundredths of a point.
func appendNumber(b []byte, v float32) []byte {
	return strconv.AppendFloat(b, math.Round(float64(v)*100)/100, 'f', -1, 64)
}
