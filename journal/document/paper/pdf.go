package paper

import (
	"context"
	"fmt"
	"io"
	"time"
)

// WritePDF writes pages as a PDF: version 1.7 as ISO 32000-1 has it, whose
// sections the comments name. The same pages and the same meta give the same
// bytes. It ends with the error of w, or with that of ctx soon after it ended.
//
// Pages are packed side by side and written one after the other, so that it
// takes hardly more memory than they do themselves. (Of fpdf, which keeps all
// of them and the file, only the cutting of faces is used: for 10,000 entries
// it took 270 MB more.)
func (p *Press) WritePDF(ctx context.Context, w io.Writer, pages *Pages, m Meta) error {
	f := newFile(w)
	b := &binding{press: p, pages: pages, file: f, pictures: map[string]int{}}
	f.line("%%PDF-1.7\n%%\xB5\xB6\xB5\xB6")
	for range firstPage - 1 {
		f.next()
	}
	for range pages.Len() {
		f.next() // the page
		f.next() // what stands on it
	}
	err := ordered(ctx, b.numbers(), b.packer, b.page)
	if err == nil {
		b.resources()
		outlines := b.outlines()
		b.frame(outlines, m)
		err = f.end(catalogue, information)
	}
	if err != nil {
		return fmt.Errorf("write a PDF: %w", err)
	}
	return nil
}

// The numbers of the objects that stand alone. Those of a page and of what
// stands on it follow each other from firstPage on.
const (
	catalogue = iota + 1
	pageTree
	resources
	information
	firstPage
)

// pageObject is the number of a page, counted from 0.
func pageObject(n int) int { return firstPage + 2*n }

// binding is the making of one PDF.
type binding struct {
	press    *Press
	pages    *Pages
	file     *file
	used     [textFaces]letterSet // the letters of each face that stand on a page
	pictures map[string]int       // the emoji that do, and their objects
}

func (b *binding) numbers() func(yield func(int, error) bool) {
	return func(yield func(int, error) bool) {
		for n := range b.pages.pages {
			if !yield(n, nil) {
				return
			}
		}
	}
}

// page writes a page that was packed.
func (b *binding) page(p *packed) error {
	b.file.open(pageObject(p.number))
	b.file.line("<</Type /Page /Parent %d 0 R /Resources %d 0 R /Contents %d 0 R", pageTree, resources, pageObject(p.number)+1)
	if links := b.pages.pages[p.number].links; len(links) > 0 {
		b.file.line("/Annots [")
		for i := range links {
			b.link(&links[i])
		}
		b.file.line("]")
	}
	b.file.line(">>\nendobj")
	b.file.stream(pageObject(p.number)+1, "/Filter /FlateDecode", p.content)
	for id := range p.used {
		b.used[id].add(&p.used[id])
	}
	for name := range p.pictures {
		b.pictures[name] = 0
	}
	return b.file.err
}

// link writes an area that leads somewhere (12.5.6.5).
func (b *binding) link(l *link) {
	high := float32(b.pages.sheet.Height)
	b.file.line("<</Type /Annot /Subtype /Link /Border [0 0 0] /Rect [%.2f %.2f %.2f %.2f]",
		l.x, high-l.y-l.high, l.x+l.wide, high-l.y)
	if l.to != "" {
		b.file.line("/A <</S /URI /URI %s>>>>", literal(address(l.to)))
		return
	}
	b.file.line("/Dest [%d 0 R /XYZ 0 %.2f null]>>", pageObject(l.page), high-l.at)
}

// frame writes what holds the pages together, and what the file says of itself.
func (b *binding) frame(outlines int, m Meta) {
	f := b.file
	f.open(catalogue)
	f.line("<</Type /Catalog /Pages %d 0 R /ViewerPreferences <</DisplayDocTitle true>>", pageTree)
	if outlines > 0 {
		f.line("/Outlines %d 0 R /PageMode /UseOutlines", outlines)
	}
	f.line(">>\nendobj")
	f.open(pageTree)
	f.line("<</Type /Pages /Count %d /MediaBox [0 0 %.2f %.2f] /Kids [", b.pages.Len(), b.pages.sheet.Width, b.pages.sheet.Height)
	for n := range b.pages.pages {
		f.line("%d 0 R", pageObject(n))
	}
	f.line("]>>\nendobj")
	f.open(information)
	f.line("<</Producer (Groundwork)")
	if m.Title != "" {
		f.line("/Title %s", coded(m.Title))
	}
	if m.Author != "" {
		f.line("/Author %s", coded(m.Author))
	}
	if !m.Made.IsZero() {
		made := m.Made.UTC().Format("20060102150405") + "Z"
		f.line("/CreationDate (D:%s) /ModDate (D:%s)", made, made)
	}
	f.line(">>\nendobj")
}

// Meta is what a PDF says of itself, and nothing else: neither a person nor a
// computer is named in it unless here.
type Meta struct {
	Title, Author string
	Made          time.Time // left out where it is zero
}
