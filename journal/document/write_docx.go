package document

import (
	"archive/zip"
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"strings"
	"time"
)

// docxStyles are the paragraph, letter and table styles of a document.
//
//go:embed docx_styles.xml
var docxStyles string

// WriteDOCX writes a book as a document for word processors (ECMA-376, the
// WordprocessingML of Office Open XML), made of styles that the reader can
// change. Notes are footnotes, numbered lists count each for itself, charts
// are tables with filled cells. The same book gives the same bytes: nothing
// says who wrote it, or when. It returns the errors of w and of the book.
func WriteDOCX(w io.Writer, b Book) error {
	z := zip.NewWriter(w)
	d := newDOCX(b)
	err := d.write(z, b)
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		return fmt.Errorf("write DOCX: %w", err)
	}
	return nil
}

// docxWriter writes the body of a document, and gathers what the other parts
// of the file say of it.
type docxWriter struct {
	outline
	out    *bufio.Writer
	held   *spool        // the footnotes,
	foot   *bufio.Writer // what writes them,
	feet   int           // and how many there are
	links  map[string]int
	to     []string   // the addresses of the links, by their number
	lists  []docxList // the numbered ones
	places int

	notes   []Note // of the document that is written,
	marked  []bool // and whether something points to each
	left    int    // where text begins here, in twentieths of a point
	level   int    // how many lists stand around
	quoted  bool   // a quote does
	turning bool   // the next paragraph begins a page
}

// docxList is a numbered list: how deep it stands, and the number it begins
// with.
type docxList struct{ level, first int }

func newDOCX(b Book) *docxWriter {
	d := &docxWriter{outline: outline{wanted: b.Contents}, held: &spool{}, links: map[string]int{}}
	d.foot = bufio.NewWriterSize(d.held, inOneGo)
	return d
}

// write writes the parts of the file. The body comes before what is known only
// when it was written.
func (d *docxWriter) write(z *zip.Writer, b Book) error {
	title := ""
	if b.Title != nil {
		title = b.Title.Text
	}
	for _, part := range [][2]string{
		{"[Content_Types].xml", docxTypes},
		{"_rels/.rels", docxRelations},
		{"docProps/core.xml", docxCore(title)},
		{"word/styles.xml", docxStyles},
		{"word/settings.xml", docxSettings},
		{"word/fontTable.xml", docxFonts},
		{"word/footer1.xml", docxFooter},
	} {
		if err := writePart(z, part[0], part[1]); err != nil {
			return err
		}
	}
	if err := d.body(z, b); err != nil {
		return err
	}
	if err := d.footnotes(z); err != nil {
		return err
	}
	if err := writePart(z, "word/numbering.xml", docxNumbering(d.lists)); err != nil {
		return err
	}
	return writePart(z, "word/_rels/document.xml.rels", docxLinks(d.to))
}

// part begins a part of the file. All have one time, which says nothing.
func part(z *zip.Writer, name string) (io.Writer, error) {
	return z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
}

func writePart(z *zip.Writer, name, text string) error {
	w, err := part(z, name)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, text)
	return err
}

func (d *docxWriter) body(z *zip.Writer, b Book) error {
	w, err := part(z, "word/document.xml")
	if err != nil {
		return err
	}
	d.out = bufio.NewWriter(w)
	d.raw(xmlHead, "<w:document ", docxSpaces, ">\n<w:body>\n")
	d.title(b.Title)
	if err := writeParts(w, d.out, b.Parts, b.Contents, form[Document](d)); err != nil {
		return err
	}
	d.raw(docxPage, "</w:body>\n</w:document>\n")
	return d.out.Flush()
}

// footnotes writes the part that the marks in the body point to. The first two
// are the lines above footnotes that every file has.
func (d *docxWriter) footnotes(z *zip.Writer) error {
	w, err := part(z, "word/footnotes.xml")
	if err != nil {
		return err
	}
	if err := d.foot.Flush(); err != nil {
		return err
	}
	if _, err := io.WriteString(w, xmlHead+"<w:footnotes "+docxSpaces+">\n"+docxNoteLines); err != nil {
		return err
	}
	if err := d.held.copyTo(w); err != nil {
		return err
	}
	_, err = io.WriteString(w, "</w:footnotes>\n")
	return err
}

// raw writes what is XML already.
func (d *docxWriter) raw(parts ...string) {
	for _, p := range parts {
		d.out.WriteString(p)
	}
}

func (d *docxWriter) title(t *Title) {
	if t == nil {
		return
	}
	d.plain(look{style: "Title"}, t.Text)
	for _, line := range t.Below {
		d.plain(look{style: "Subtitle"}, line)
	}
	d.plain(look{style: "Rule"}, "")
}

func (d *docxWriter) contents() {
	d.plain(look{style: "ChartTitle"}, "Contents")
	for _, h := range d.listed {
		style := "TOC1"
		if d.depth(h) > 0 {
			style = "TOC2"
		}
		d.para(look{style: style}, h.text, func() {
			d.raw(`<w:hyperlink w:anchor="`, h.place, `" w:history="1">`)
			d.run(Span{Text: h.text}, "")
			d.raw("</w:hyperlink>")
		})
	}
	d.plain(look{style: "Rule"}, "")
}

func (d *docxWriter) document(doc Document) {
	d.notes, d.marked = doc.Notes, make([]bool, len(doc.Notes))
	d.blocks(doc.Blocks)
	for i, n := range doc.Notes {
		if !d.marked[i] { // nothing points to it, but it is said
			d.words(look{style: "FootnoteText"}, n.Text)
		}
	}
}

// xmlText gives a text as it stands in XML.
func xmlText(text string) string { return strings.ReplaceAll(escaped(text), "\n", " ") }
