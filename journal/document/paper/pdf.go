package paper

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"io"
	"strings"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"
)

// WritePDF writes pages as a PDF. The same pages and the same meta give the
// same bytes. It ends with the error of w, or with that of ctx soon after it
// ended.
func (p *Press) WritePDF(ctx context.Context, w io.Writer, pages *Pages, m Meta) error {
	made := make(chan error, 1)
	f := &printing{press: p, pages: pages, to: newPDF(pages.sheet, m)}
	// The library does not look at ctx while it packs the pages; nobody waits
	// for it then.
	go func() { made <- f.make(ctx) }()
	var err error
	select {
	case err = <-made:
	case <-ctx.Done():
		err = ctx.Err()
	}
	if err == nil {
		err = f.to.Output(w)
	}
	if err != nil {
		return fmt.Errorf("write a PDF: %w", err)
	}
	return nil
}

func newPDF(sheet Sheet, m Meta) *fpdf.Fpdf {
	f := fpdf.NewCustom(&fpdf.InitType{
		OrientationStr: "P", UnitStr: "pt", Size: fpdf.SizeType{Wd: sheet.Width, Ht: sheet.Height},
	})
	f.SetCatalogSort(true) // else nothing is in the same order twice
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetProducer("Groundwork", false)
	if m.Title != "" {
		f.SetTitle(coded(m.Title), false)
	}
	if m.Author != "" {
		f.SetAuthor(coded(m.Author), false)
	}
	f.SetCreationDate(m.Made.UTC())
	f.SetModificationDate(m.Made.UTC())
	return f
}

// coded gives a text as PDF takes it: UTF-16 with its mark in front (ISO
// 32000-1, 7.9.2.2). The library's own way ends at U+FFFF.
func coded(text string) string {
	out := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(text)) {
		out = append(out, byte(u>>8), byte(u))
	}
	return string(out)
}

// printing is the making of one PDF.
type printing struct {
	press *Press
	pages *Pages
	to    *fpdf.Fpdf
	used  [textFaces]*letterSet // the letters that each face is embedded with
	names [textFaces]string     // what the faces are called by on a page
	now   faceID                // the face that letters are being set in,
	size  float32               // and its size; 0: none yet
	ink   ink
	inked bool
	page  []byte // what the library was not told yet
}

// make makes all of the PDF in memory.
func (f *printing) make(ctx context.Context) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the library for PDF gave up: %v", r)
		}
	}()
	f.bookmarks()
	for i := range f.pages.pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		f.to.SetPage(i + 1)
		f.put(&f.pages.pages[i])
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	f.to.Close()
	return f.to.Error()
}

// bookmarks adds the pages, still empty, with the headings on them. As long as
// no face is chosen, the library takes their letters as they are.
func (f *printing) bookmarks() {
	marks, level := f.pages.marks, 0
	for n := range f.pages.pages {
		f.to.AddPage()
		for len(marks) > 0 && marks[0].page <= n {
			m := marks[0]
			marks = marks[1:]
			level = min(m.level-1, level)
			f.to.Bookmark(coded(m.text), level, float64(m.y))
			level = min(m.level, level+1)
		}
	}
}

func (f *printing) put(p *page) {
	f.size, f.inked = 0, false
	for i := range p.boxes {
		f.box(&p.boxes[i])
	}
	for i := range p.strokes {
		f.page = append(appendStroke(f.page, &p.strokes[i], f.pages.sheet.Height), '\n')
	}
	for i := range p.runs {
		f.run(&p.runs[i])
	}
	f.flush()
	for _, l := range p.links {
		if l.to != "" {
			f.to.LinkString(float64(l.x), float64(l.y), float64(l.wide), float64(l.high), address(l.to))
			continue
		}
		to := f.to.AddLink()
		f.to.SetLink(to, float64(l.at), l.page+1)
		f.to.Link(float64(l.x), float64(l.y), float64(l.wide), float64(l.high), to)
	}
}

// address gives an address with nothing but letters of ASCII in it, as PDF has
// them (ISO 32000-1, 12.6.4.7).
func address(to string) string {
	var b strings.Builder
	for i := range len(to) {
		if c := to[i]; c <= ' ' || c >= 0x7F {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// flush hands what is on the page so far to the library, which is to put
// something behind it.
func (f *printing) flush() {
	if len(f.page) > 0 {
		f.to.RawWriteStr(string(f.page))
		f.page = f.page[:0]
	}
}

// colour chooses the colour that is filled with.
func (f *printing) colour(k ink) {
	if f.inked && f.ink == k {
		return
	}
	f.ink, f.inked = k, true
	f.page = append(appendColour(f.page, k, "rg"), '\n')
}

func (f *printing) box(b *box) {
	if b.outline == 0 {
		f.colour(b.ink)
	}
	f.page = append(appendBox(f.page, b, f.pages.sheet.Height), '\n')
}

// picture puts an emoji on the page.
func (f *printing) picture(r *run) {
	name := "emoji " + r.text
	if f.to.GetImageInfo(name) == nil {
		var file bytes.Buffer
		_ = png.Encode(&file, f.press.pictures.draw(r.text)) // memory takes all there is
		f.to.RegisterImageOptionsReader(name, fpdf.ImageOptions{ImageType: "png"}, &file)
	}
	x, y, side := pictureAt(r)
	f.flush()
	f.to.ImageOptions(name, float64(x), float64(y), float64(side), float64(side), false, fpdf.ImageOptions{}, 0, "")
}

// pictureAt gives where the picture of an emoji stands, and its side: a little
// below the line, as letters with descenders do.
func pictureAt(r *run) (x, y, side float32) {
	side = r.size * emojiWidth / 1000 * 0.94
	return r.x + r.size*emojiWidth/1000*0.03, r.y - 0.82*side, side
}
