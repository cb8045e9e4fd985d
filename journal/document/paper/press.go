package paper

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
	"time"

	"groundwork/journal/document"
)

// Faces are the font files that pages are set in: TrueType, but for Emoji,
// which holds pictures.
type Faces struct {
	Serif, SerifBold, SerifItalic, SerifBoldItalic []byte // text
	Sans, SansBold, SansItalic, SansBoldItalic     []byte // what stands beside it: captions, charts, numbers of pages
	Mono                                           []byte // code
	Emoji                                          []byte
}

// Press sets pages and shows them. It is safe for use by several goroutines.
type Press struct {
	faces Faces
}

// NewPress reads the faces. It takes some milliseconds and the memory of the
// faces, so a program makes one and keeps it.
func NewPress(f Faces) (*Press, error) {
	if len(f.Serif) == 0 {
		return nil, errors.New("read the faces: there is none for text")
	}
	return &Press{faces: f}, nil
}

// Sheet is a piece of paper: its size and the free space at its edges, in
// points, 72 to the inch.
type Sheet struct {
	Width, Height, Margin float64
}

// A4 is the sheet of ISO 216.
func A4() Sheet { return Sheet{595.28, 841.89, 68} }

// Letter is the sheet of North America.
func Letter() Sheet { return Sheet{612, 792, 68} }

// Options say how pages are set. The zero value is plain pages of A4.
type Options struct {
	Sheet Sheet // A4 where it is left out
	// Large sets everything on one page, as large as there is room for.
	Large bool
	// Progress is told how many parts of the book are set, now and then, from
	// one goroutine at a time. It may be nil.
	Progress func(parts int)
}

// Pages are set pages. They do not change any more.
type Pages struct {
	sheet Sheet
	count int
}

// Len counts the pages. There is always at least one.
func (p *Pages) Len() int { return p.count }

// Set breaks a book into lines and pages. It ends with the error of the book's
// parts, or with that of ctx soon after it ended.
func (p *Press) Set(ctx context.Context, b document.Book, o Options) (*Pages, error) {
	for _, err := range b.Parts {
		if err = errors.Join(err, ctx.Err()); err != nil {
			return nil, fmt.Errorf("set pages: %w", err)
		}
	}
	return &Pages{o.Sheet, 1}, nil
}

// Plain sets a text as it is, letter under letter.
func (p *Press) Plain(ctx context.Context, text string, o Options) (*Pages, error) {
	return p.Set(ctx, document.Of(nil, document.Document{Blocks: []document.Block{document.Code{Text: text}}}), o)
}

// Meta is what a PDF says of itself, and nothing else: neither a person nor a
// computer is named in it unless here.
type Meta struct {
	Title, Author string
	Made          time.Time
}

// WritePDF writes pages as a PDF. The same pages and the same meta give the
// same bytes.
func (p *Press) WritePDF(ctx context.Context, w io.Writer, pages *Pages, m Meta) error {
	_, err := io.WriteString(w, "%PDF-1.4\n")
	return errors.Join(err, ctx.Err())
}

// Ink is the colours of paper: see look.md, "preview paper". Charts and links
// keep theirs.
type Ink struct {
	Paper, Text, Second, Line color.Color
}

// Draw paints page n, counted from 0, as a picture of a width in pixels: what
// the PDF shows.
func (p *Press) Draw(pages *Pages, n, width int, ink Ink) *image.RGBA {
	return image.NewRGBA(image.Rect(0, 0, width, int(float64(width)*pages.sheet.Height/pages.sheet.Width)))
}
