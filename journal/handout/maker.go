package handout

import (
	"context"
	"errors"
	"io"
	"iter"
	"strings"
	"time"

	"groundwork/journal"
	"groundwork/journal/document"
	"groundwork/journal/document/paper"
	"groundwork/journal/exchange"
)

// Maker makes what leaves a journal.
type Maker struct {
	Journal *journal.Journal
	Press   func() (*paper.Press, error) // made when the first page is set
}

// Request says what an export is to hold, and in which form.
type Request struct {
	Options journal.ExportOptions
	Form    Form
}

// Report says what went out. Lost are attached files that the journal does
// not hold any more: they stop nothing.
type Report struct {
	Tally journal.Tally
	Files int // attached files that were written
	Lost  []exchange.Lost
}

// Export writes entries to a path, and the attached files beside them where
// the form has them. What is there already is replaced only where o says so,
// else it is an fs.ErrExist. A full disk is a journal.ErrNoSpace, a place that
// may not be written a journal.ErrNoAccess, one that is gone a
// journal.ErrNotFound; each says so in a sentence, and nothing is left half
// written.
func (m Maker) Export(ctx context.Context, path string, r Request, o Delivery) (Report, error) {
	d, err := prepare(path, r.Form, o)
	if err != nil {
		return Report{}, err
	}
	r.Options.EntriesOnly = r.Form.entriesOnly()
	x, err := m.Journal.Export(ctx, r.Options)
	if err != nil {
		return Report{}, err
	}
	var report Report
	x.Entries = watched(ctx, x.Entries, x.Count, o.Progress)
	err = d.deliver(func() (err error) {
		report.Files, report.Lost, err = m.write(ctx, d, r.Form, x)
		return err
	})
	if err != nil {
		return Report{}, err
	}
	report.Tally = x.Tally()
	return report, nil
}

// write writes an export into a draft.
func (m Maker) write(ctx context.Context, d *draft, f Form, x journal.Export) (files int, lost []exchange.Lost, err error) {
	var outgoing exchange.Outgoing
	if f.HasFiles() {
		x.Entries = outgoing.Note(x.Entries)
	}
	switch f {
	case MarkdownFolder:
		err = exchange.WriteMarkdownFolder(d.create, x, m.Journal.Now())
	case CSVFolder:
		err = exchange.WriteTables(d.create, x)
	default:
		err = d.write(func(w io.Writer) error { return m.writeFile(ctx, w, x, f) })
	}
	if err != nil || !f.HasFiles() {
		return 0, nil, err
	}
	lost, err = outgoing.Write(ctx, m.Journal.OpenAttachment, d.createAttached)
	return outgoing.Count() - len(lost), lost, err
}

// writeFile writes an export that is one file.
func (m Maker) writeFile(ctx context.Context, w io.Writer, x journal.Export, f Form) error {
	switch f {
	case JSON:
		return exchange.WriteOwn(w, x, m.Journal.Now())
	case CSV:
		return exchange.WriteTable(w, x)
	}
	return m.writeBook(ctx, w, document.Entries(x), f)
}

// Hand writes a document to a path, as Export does with entries.
func (m Maker) Hand(ctx context.Context, path string, b document.Book, f Form, o Delivery) error {
	if !f.IsDocument() {
		return refused("A document cannot be written as %q. Use one of: md, html, pdf, docx, txt.", string(f))
	}
	d, err := prepare(path, f, o)
	if err != nil {
		return err
	}
	b.Parts = watched(ctx, b.Parts, 0, o.Progress)
	return d.deliver(func() error {
		return d.write(func(w io.Writer) error {
			if o.Large && f == PDF {
				return m.writePDF(ctx, w, b, paper.Options{Large: true})
			}
			return m.writeBook(ctx, w, b, f)
		})
	})
}

// Preview sets what Export would write on pages: a document as it is set or
// printed, any other form as its text.
func (m Maker) Preview(ctx context.Context, r Request, progress func(done, of int)) (*paper.Pages, Report, error) {
	press, err := m.Press()
	if err != nil {
		return nil, Report{}, err
	}
	r.Options.EntriesOnly = r.Form.entriesOnly()
	x, err := m.Journal.Export(ctx, r.Options)
	if err != nil {
		return nil, Report{}, err
	}
	x.Entries = watched(ctx, x.Entries, x.Count, progress)
	pages, err := m.pages(ctx, press, x, r.Form)
	if err != nil {
		return nil, Report{}, err
	}
	return pages, Report{Tally: x.Tally()}, nil
}

// pages sets an export on pages.
func (m Maker) pages(ctx context.Context, press *paper.Press, x journal.Export, f Form) (*paper.Pages, error) {
	var files inMemory
	switch f {
	case PDF, HTML, DOCX:
		return press.Set(ctx, document.Entries(x), paper.Options{})
	case MarkdownFolder:
		if err := exchange.WriteMarkdownFolder(files.create, x, m.Journal.Now()); err != nil {
			return nil, err
		}
	case CSVFolder:
		if err := exchange.WriteTables(files.create, x); err != nil {
			return nil, err
		}
	default:
		var out strings.Builder
		if err := m.writeFile(ctx, &out, x, f); err != nil {
			return nil, err
		}
		return press.Plain(ctx, out.String(), paper.Options{})
	}
	return press.Plain(ctx, files.text(), paper.Options{})
}

// writeBook writes a document in one of its forms.
func (m Maker) writeBook(ctx context.Context, w io.Writer, b document.Book, f Form) error {
	switch f {
	case Markdown:
		return document.WriteMarkdown(w, b)
	case HTML:
		return document.WriteHTML(w, b)
	case Text:
		return document.WriteText(w, b)
	case DOCX:
		return document.WriteDOCX(w, b)
	}
	return m.writePDF(ctx, w, b, paper.Options{})
}

// watched passes things on until ctx ends, and tells how many there were now
// and then.
func watched[T any](ctx context.Context, all iter.Seq2[T, error], of int, progress func(done, of int)) iter.Seq2[T, error] {
	const often = 20 * time.Millisecond
	return func(yield func(T, error) bool) {
		done, told := 0, time.Time{}
		for x, err := range all {
			if err = errors.Join(err, ctx.Err()); err != nil {
				yield(x, err)
				return
			}
			if !yield(x, nil) {
				return
			}
			done++
			if now := time.Now(); progress != nil && (now.Sub(told) > often || done == of) {
				told = now
				progress(done, of)
			}
		}
	}
}
