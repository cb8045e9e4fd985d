package handout

import (
	"context"
	"fmt"
	"io"
	"strings"

	"groundwork/journal/document"
	"groundwork/journal/document/paper"
)

// Show sets a document on pages as Hand would write it: as it is set or
// printed, and what is text as its text.
func (m Maker) Show(ctx context.Context, b document.Book, f Form, o paper.Options) (*paper.Pages, error) {
	press, err := m.Press()
	if err != nil {
		return nil, err
	}
	if f != Markdown && f != Text {
		return press.Set(ctx, b, o)
	}
	var out strings.Builder
	if err := m.writeBook(ctx, &out, b, f); err != nil {
		return nil, fmt.Errorf("show a document: %w", err)
	}
	return press.Plain(ctx, out.String(), o)
}

// writePDF sets a document on pages and writes them.
func (m Maker) writePDF(ctx context.Context, w io.Writer, b document.Book, o paper.Options) error {
	press, err := m.Press()
	if err != nil {
		return err
	}
	pages, err := press.Set(ctx, b, o)
	if err != nil {
		return err
	}
	meta := paper.Meta{Made: m.Journal.Now()}
	if b.Title != nil {
		meta.Title = b.Title.Text
	}
	return press.WritePDF(ctx, w, pages, meta)
}
