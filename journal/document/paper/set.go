package paper

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"groundwork/journal/document"
)

// Set breaks a book into lines and pages. It ends with the error of the book's
// parts, or with that of ctx soon after it ended.
func (p *Press) Set(ctx context.Context, b document.Book, o Options) (*Pages, error) {
	if o.Large {
		return p.setLarge(ctx, b, o)
	}
	return p.set(ctx, b, o, 1)
}

// set sets a book, larger than usual by a factor.
func (p *Press) set(ctx context.Context, b document.Book, o Options, by float32) (*Pages, error) {
	g := &galley{press: p, sheet: o.Sheet.usable(), by: by, progress: o.Progress}
	s := p.setter(ctx, g.sheet, by)
	var title []piece
	if b.Title != nil {
		title = s.title(*b.Title)
	}
	body := newFlow(g.sheet)
	if !b.Contents {
		body.add(title)
	}
	if err := g.run(ctx, jobs(b.Parts), body); err != nil {
		return nil, fmt.Errorf("set pages: %w", err)
	}
	pages, marks := body.end(), body.marks
	if b.Contents && len(marks)+len(title) > 0 {
		pages, marks = s.withFront(title, pages, marks, g.sheet)
	}
	s.foot(pages, g.sheet)
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("set pages: %w", err)
	}
	return &Pages{g.sheet, pages, marks}, nil
}

// withFront puts pages with the title and the contents before all others.
func (s *setter) withFront(title []piece, pages []page, marks []mark, sheet Sheet) ([]page, []mark) {
	f := newFlow(sheet)
	f.add(title)
	if len(marks) > 0 {
		f.add(s.contents(marks))
	}
	front := f.end()
	s.numbered(front, f.spots, marks, sheet)
	moved := make([]mark, len(marks))
	for i, m := range marks {
		m.page += len(front)
		moved[i] = m
	}
	return append(front, pages...), moved
}

// larges are how much larger than usual what is to fill one page is tried.
var larges = []float32{2, 1.8, 1.6, 1.45, 1.3, 1.2, 1.1, 1, 0.9, 0.8}

// setLarge sets a book on one page, as large as there is room for.
func (p *Press) setLarge(ctx context.Context, b document.Book, o Options) (*Pages, error) {
	var parts []document.Document
	for d, err := range b.Parts {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, fmt.Errorf("set pages: %w", err)
		}
		parts = append(parts, d)
	}
	b.Contents = false
	b.Parts = func(yield func(document.Document, error) bool) {
		for _, d := range parts {
			if !yield(d, nil) {
				return
			}
		}
	}
	var pages *Pages
	for _, by := range larges {
		var err error
		if pages, err = p.set(ctx, b, o, by); err != nil || pages.Len() == 1 {
			return pages, err
		}
	}
	return pages, nil
}

// Plain sets a text as it is, letter under letter: a file that is no document.
func (p *Press) Plain(ctx context.Context, text string, o Options) (*Pages, error) {
	g := &galley{press: p, sheet: o.Sheet.usable(), by: 1, progress: o.Progress}
	f := newFlow(g.sheet)
	if err := g.run(ctx, chunks(text), f); err != nil {
		return nil, fmt.Errorf("set pages: %w", err)
	}
	pages := f.end()
	p.setter(ctx, g.sheet, 1).foot(pages, g.sheet)
	return &Pages{g.sheet, pages, nil}, nil
}

// job makes the pieces of a part of a book.
type job func(*setter) []piece

func jobs(parts iter.Seq2[document.Document, error]) iter.Seq2[job, error] {
	return func(yield func(job, error) bool) {
		for d, err := range parts {
			if !yield(func(s *setter) []piece { return s.document(d) }, err) {
				return
			}
		}
	}
}

// chunkLines is how many lines of a plain text are set at once.
const chunkLines = 200

func chunks(text string) iter.Seq2[job, error] {
	return func(yield func(job, error) bool) {
		for len(text) > 0 {
			end := 0
			for n := 0; n < chunkLines && end < len(text); n++ {
				i := strings.IndexByte(text[end:], '\n')
				if i < 0 {
					end = len(text)
					break
				}
				end += i + 1
			}
			chunk := text[:end]
			text = text[end:]
			if !yield(func(s *setter) []piece { return s.asItIs(chunk) }, nil) {
				return
			}
		}
	}
}

// galley sets the parts of a book side by side and puts them on pages in their
// order.
type galley struct {
	press    *Press
	sheet    Sheet
	by       float32
	progress func(parts int)
}

// progressEach is after how many parts the progress is told.
const progressEach = 50

func (g *galley) run(ctx context.Context, parts iter.Seq2[job, error], f *flow) error {
	done := 0
	return ordered(ctx, parts, func() func(job) []piece {
		s := g.press.setter(ctx, g.sheet, g.by)
		return func(one job) []piece { return one(s) }
	}, func(pieces []piece) error {
		f.add(pieces)
		if done++; g.progress != nil && done%progressEach == 0 {
			g.progress(done)
		}
		return nil
	})
}
