package document

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"
)

// form is how a book is written: the writer of a file format. Its errors are
// left to the buffer it writes to, which keeps the first. D is a document as it
// comes to the form.
type form[D any] interface {
	document(D) // writes the next document of the book
	contents()  // writes the headings that an outline gathered meanwhile
}

// outline gathers headings for a book's contents.
type outline struct {
	wanted  bool
	listed  []listed
	highest int // the level of the highest of them
}

// listed is a heading in a book's contents.
type listed struct {
	level int
	text  string
	place string // the name of the place where it stands, for formats with links
}

// list takes a heading in, if it is one that the contents list.
func (o *outline) list(h listed) {
	if o.wanted && h.level <= 2 {
		if len(o.listed) == 0 || h.level < o.highest {
			o.highest = h.level
		}
		h.text = strings.Join(strings.Fields(h.text), " ")
		o.listed = append(o.listed, h)
	}
}

// depth tells how many levels a heading lies below the highest listed.
func (o *outline) depth(h listed) int { return h.level - o.highest }

// writeParts writes the contents and the documents of a book to out, a buffer before w.
// The headings are known at the end only: a book with contents is held until
// then, see spool.
func writeParts[D any](w io.Writer, out *bufio.Writer, all iter.Seq2[D, error], contents bool, f form[D]) error {
	if !contents {
		return writeDocuments(out, all, f)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	held := &spool{}
	out.Reset(held)
	if err := writeDocuments(out, all, f); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	out.Reset(w)
	f.contents()
	return held.copyTo(out)
}

func writeDocuments[D any](out *bufio.Writer, all iter.Seq2[D, error], f form[D]) error {
	if all == nil {
		return nil
	}
	for d, err := range all {
		if err != nil {
			return err
		}
		f.document(d)
		if _, err := out.Write(nil); err != nil {
			return err
		}
	}
	return nil
}

// inOneGo is how many bytes are gathered before they are written.
const inOneGo = 64 << 10

// finish writes what is left in the buffer, and says what was being done where
// that or what came before went wrong.
func finish(out *bufio.Writer, doing string, err error) error {
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}

// printable gives a text without the control characters that a terminal or
// another program might follow, but with tabs and line ends, and without what
// is no character (XML 1.0, 2.2).
func printable(text string) string {
	if !strings.ContainsFunc(text[plainLength(text):], isControl) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if isControl(r) {
			return -1
		}
		return r
	}, text)
}

// plainLength counts the bytes before the first that is not of ASCII, or is a
// control character.
func plainLength(text string) int {
	for i := range len(text) {
		if c := text[i]; c >= 0x7f || c < ' ' && c != '\n' && c != '\t' {
			return i
		}
	}
	return len(text)
}

func isPrintable(r rune) bool { return !isControl(r) }

func isControl(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r == 0xFFFE || r == 0xFFFF
}
