package paper

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"image/color"
	"maps"
	"slices"
	"strings"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// resources writes the faces and the pictures that the pages ask for by name.
func (b *binding) resources() {
	var faces, pictures strings.Builder
	for id := range b.used {
		if letters := b.used[id].letters(); len(letters) > 0 {
			fmt.Fprintf(&faces, "%s %d 0 R ", faceID(id).resource(), b.face(faceID(id), letters))
		}
	}
	for _, text := range slices.Sorted(maps.Keys(b.pictures)) {
		fmt.Fprintf(&pictures, "%s %d 0 R ", pictureResource(text), b.picture(text))
	}
	b.file.object(resources, "/Font <<%s>> /XObject <<%s>>", faces.String(), pictures.String())
}

// face writes a face with the letters that are used and gives its number
// (9.7.4). On the pages a letter is the number Unicode gives it.
func (b *binding) face(id faceID, letters []rune) int {
	f, file := b.press.faces[id], b.file
	cut := fpdf.UTF8CutFont(bytes.Clone(f.file), string(letters)) // it writes into the file it is given
	name := f.name(id)
	face, letter, descriptor := file.next(), file.next(), file.next()
	unicode, glyphs, program := file.next(), file.next(), file.next()
	file.object(face, "/Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R",
		name, letter, unicode)
	file.object(letter, "/Type /Font /Subtype /CIDFontType2 /BaseFont /%s /FontDescriptor %d 0 R /CIDToGIDMap %d 0 R\n"+
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> /DW 0 /W [%s]",
		name, descriptor, glyphs, f.widthsOf(letters))
	file.object(descriptor, "/Type /FontDescriptor /FontName /%s /Flags 4 %s /FontFile2 %d 0 R", name, f.described(id), program)
	file.stream(unicode, "/Filter /FlateDecode", deflated(toUnicode()))
	file.stream(glyphs, "/Filter /FlateDecode", deflated(glyphNumbers(cut, letters)))
	file.stream(program, fmt.Sprintf("/Filter /FlateDecode /Length1 %d", len(cut)), deflated(cut))
	return face
}

// toUnicode says that the number of a letter is the one Unicode gives it
// (9.10.3). A range may not go beyond the last byte of a number.
func toUnicode() []byte {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for high := range 256 {
		if high%64 == 0 {
			b.WriteString("64 beginbfrange\n")
		}
		fmt.Fprintf(&b, "<%02X00> <%02XFF> <%02X00>\n", high, high, high)
		if high%64 == 63 {
			b.WriteString("endbfrange\n")
		}
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}

// name is what a cut face is called: with six letters in front (9.6.4).
func (f *face) name(id faceID) string {
	name, err := f.font.Name(nil, sfnt.NameIDPostScript)
	if err != nil || strings.ContainsFunc(name, func(r rune) bool { return r <= ' ' || r >= 0x7F || strings.ContainsRune("()<>[]{}/%#", r) }) {
		name = "Face"
	}
	return "GRNDW" + string('A'+rune(id)) + "+" + name
}

// widthsOf lists how wide letters are (9.7.4.3).
func (f *face) widthsOf(letters []rune) string {
	var b strings.Builder
	for i, l := range letters {
		if i == 0 || letters[i-1] != l-1 {
			if i > 0 {
				b.WriteString("]\n")
			}
			fmt.Fprintf(&b, "%d [", l)
		}
		fmt.Fprintf(&b, "%d ", max(0, f.width(l)))
	}
	return b.String() + "]"
}

// described says what a face measures, in thousandths (9.8).
func (f *face) described(id faceID) string {
	var buffer sfnt.Buffer
	thousand := fixed.Int26_6(1000)
	m, err := f.font.Metrics(&buffer, thousand, 0)
	if err != nil {
		m.Ascent, m.Descent, m.CapHeight = 1000, 250, 700
	}
	box, err := f.font.Bounds(&buffer, thousand, 0)
	if err != nil {
		box.Min.Y, box.Max.X, box.Max.Y = -1000, 1000, 1000
	}
	slant, stem := 0, 80
	if post := f.font.PostTable(); post != nil {
		slant = int(post.ItalicAngle)
	}
	if id < mono && id&1 == 1 {
		stem = 140
	}
	return fmt.Sprintf("/Ascent %d /Descent %d /CapHeight %d /ItalicAngle %d /StemV %d /FontBBox [%d %d %d %d]",
		m.Ascent, -m.Descent, m.CapHeight, slant, stem, box.Min.X, -box.Max.Y, box.Max.X, -box.Min.Y)
}

// glyphNumbers says which picture in a cut face is that of a letter.
func glyphNumbers(cut []byte, letters []rune) []byte {
	all := make([]byte, 2*(int(letters[len(letters)-1])+1))
	f, err := sfnt.Parse(cut)
	if err != nil {
		return all
	}
	var buffer sfnt.Buffer
	for _, l := range letters {
		if glyph, err := f.GlyphIndex(&buffer, l); err == nil {
			all[2*l], all[2*l+1] = byte(glyph>>8), byte(glyph)
		}
	}
	return all
}

// picture writes an emoji and gives its number: colours, and how much they
// cover (8.9.5, 11.6.5.3).
func (b *binding) picture(text string) int {
	from := b.press.pictures.draw(text)
	colours, cover := parted(from)
	side := fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /Filter /FlateDecode", pictureSize, pictureSize)
	picture, mask := b.file.next(), b.file.next()
	b.file.stream(picture, fmt.Sprintf("%s /ColorSpace /DeviceRGB /SMask %d 0 R", side, mask), deflated(colours))
	b.file.stream(mask, side+" /ColorSpace /DeviceGray", deflated(cover))
	return picture
}

// parted parts the colours of a picture from how much they cover. Where there
// is nothing it is white: programs that scale it mix its edges with that.
func parted(from *image.RGBA) (colours, cover []byte) {
	for y := range pictureSize {
		for x := range pictureSize {
			c := color.NRGBAModel.Convert(from.RGBAAt(x, y)).(color.NRGBA)
			if c.A == 0 {
				c.R, c.G, c.B = 0xFF, 0xFF, 0xFF
			}
			colours = append(colours, c.R, c.G, c.B)
			cover = append(cover, c.A)
		}
	}
	return colours, cover
}

func deflated(content []byte) []byte {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	_, _ = w.Write(content) // memory takes all there is
	_ = w.Close()
	return out.Bytes()
}
