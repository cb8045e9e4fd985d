package handout

import (
	"context"
	"io"
	"strings"

	"groundwork/journal/document"
	"groundwork/journal/document/paper"
)

// RecoverySheet writes the sheet of a recovery key, of which text is what
// journal.RecoverySheet says, to a path: as PDF on one page with the key in
// large letters, set by press, or in any other form as it is.
//
// It is refused in the folders of o.Refuse, for a sheet that lies with the
// journal, or with its backups, opens it for whoever copies them.
func RecoverySheet(ctx context.Context, path, text string, f Form, press func() (*paper.Press, error), o Delivery) error {
	if folder := refusing(path, o.Refuse); folder != "" {
		return refused("The sheet must not lie in %s, where the journal or its backups are: whoever copies that would have the key with it. Choose another place.",
			oneLine(folder))
	}
	if f != PDF {
		return Words(path, text, f, o)
	}
	d, err := prepare(path, f, o)
	if err != nil {
		return err
	}
	return d.deliver(func() error {
		return d.write(func(w io.Writer) error { return writeSheet(ctx, w, text, press) })
	})
}

// writeSheet sets a recovery sheet on one page.
func writeSheet(ctx context.Context, w io.Writer, text string, press func() (*paper.Press, error)) error {
	p, err := press()
	if err != nil {
		return err
	}
	book := sheetBook(text)
	page, err := p.Set(ctx, book, paper.Options{Large: true})
	if err != nil {
		return err
	}
	return p.WritePDF(ctx, w, page, paper.Meta{Title: book.Title.Text})
}

// sheetBook makes a document of a recovery sheet.
func sheetBook(text string) document.Book {
	title, rest, _ := strings.Cut(text, "\n")
	var d document.Document
	keyed := false
	for part := range strings.SplitSeq(strings.TrimSpace(rest), "\n\n") {
		code := keptLines(part)
		switch {
		case code == "":
			words := strings.ReplaceAll(part, "\n", " ")
			d.Blocks = append(d.Blocks, document.Paragraph{Text: []document.Span{{Text: words}}})
		case !keyed:
			d.Blocks, keyed = append(d.Blocks, keyInLarge(code)...), true
		default:
			d.Blocks = append(d.Blocks, document.Code{Text: code})
		}
	}
	return document.Of(&document.Title{Text: title}, d)
}

// keptLines gives a part of the sheet that is kept letter under letter, without
// the spaces before its lines; "" where it is words.
func keptLines(part string) string {
	const before = "    "
	if !strings.HasPrefix(part, before) {
		return ""
	}
	return strings.ReplaceAll(strings.TrimPrefix(part, before), "\n"+before, "\n")
}

// keyInLarge shows the key: its head as it is, and every group of letters large.
func keyInLarge(lines string) []document.Block {
	head, groups, _ := strings.Cut(lines, "\n")
	var large document.Figures
	for group := range strings.FieldsSeq(groups) {
		large.Items = append(large.Items, document.Figure{Value: group})
	}
	return []document.Block{document.Code{Text: head}, large}
}
