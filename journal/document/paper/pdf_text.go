package paper

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// family is what the library calls a face by.
func (id faceID) family() string { return "face" + strconv.Itoa(int(id)) }

// choose has the letters that follow be set in a face.
func (f *printing) choose(id faceID, size float32) {
	if f.size == size && f.now == id {
		return
	}
	f.flush()
	if f.used[id] == nil {
		f.used[id] = &[65536 / 64]uint64{}
		f.to.AddUTF8FontFromBytes(id.family(), "", f.press.faces[id].file)
	}
	f.to.SetFont(id.family(), "", float64(size))
	f.now, f.size = id, size
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

// letters puts letters on the page that their face has. The library is told of
// those it has not seen, so that it embeds them; it takes long for a book.
func (f *printing) letters(r *run) {
	f.choose(r.face, r.size)
	f.colour(r.ink)
	if f.fresh(r) {
		f.flush()
		f.to.Text(float64(r.x), float64(r.y), strings.Map(seenOnly, r.text))
		return
	}
	b := append(f.page, "BT "...)
	b = appendNumbers(b, r.x, float32(f.pages.sheet.Height)-r.y)
	b = append(b, "Td ("...)
	b = appendLetters(b, r.text)
	f.page = append(b, ") Tj ET\n"...)
}

func seenOnly(r rune) rune {
	if unseen(r) {
		return -1
	}
	return r
}

// fresh tells whether a run has letters that were not written in its face yet,
// and takes them for written.
func (f *printing) fresh(r *run) bool {
	used := f.used[r.face]
	fresh := false
	for _, l := range r.text {
		if bit := uint64(1) << (l & 63); used[l>>6&0x3FF]&bit == 0 && !unseen(l) {
			used[l>>6&0x3FF] |= bit
			fresh = true
		}
	}
	return fresh
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
	f.choose(serif, r.size)
	f.flush()
	f.to.SetTextRenderingMode(3)
	f.to.Text(float64(r.x), float64(r.y), " ")
	f.to.SetTextRenderingMode(0)
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
