package document

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"
)

// writeParts writes a book's documents one after the other until writing one
// fails. Write leaves its errors to the buffer, which keeps the first.
func writeParts(out *bufio.Writer, parts iter.Seq2[Document, error], write func(Document)) error {
	if parts == nil {
		return nil
	}
	for d, err := range parts {
		if err != nil {
			return err
		}
		write(d)
		if _, err := out.Write(nil); err != nil {
			return err
		}
	}
	return nil
}

// finish flushes what was written, and says what was being done when it went
// wrong.
func finish(out *bufio.Writer, doing string, err error) error {
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}

// WriteMarkdown writes a book as Markdown that FromMarkdown reads again.
func WriteMarkdown(w io.Writer, b Book) error { return WriteText(w, b) }

// WriteHTML writes a book as one page that needs nothing else.
func WriteHTML(w io.Writer, b Book) error { return WriteText(w, b) }

// WriteDOCX writes a book as a document for word processors.
func WriteDOCX(w io.Writer, b Book) error { return WriteText(w, b) }

// printable gives a text without the control characters that a terminal or
// another program might follow, but with tabs and line ends.
func printable(text string) string {
	if strings.IndexFunc(text, isControl) < 0 {
		return text
	}
	return strings.Map(func(r rune) rune {
		if isControl(r) {
			return -1
		}
		return r
	}, text)
}

func isControl(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0
}
