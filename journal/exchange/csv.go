package exchange

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tableWriter writes a table as CSV (RFC 4180: commas, CRLF, quotation marks
// doubled), for a spreadsheet above all. It keeps the first error.
type tableWriter struct {
	to  io.Closer
	out *bufio.Writer
	row bool // a cell stands in it already
	err error
}

// newTable begins a table. The byte order mark tells Excel that it is UTF-8;
// without one it takes the file for the letters of Western Europe. LibreOffice,
// Numbers and SQLite's shell read past it.
func newTable(to io.WriteCloser) *tableWriter {
	t := &tableWriter{to: to, out: bufio.NewWriterSize(to, 1<<16)}
	t.write(bom)
	return t
}

// text writes a cell of text, which no spreadsheet takes for a formula.
func (t *tableWriter) text(s string) { t.cell(defused(s)) }

// cell writes a cell as it is. What is in it comes back the same: line ends too.
func (t *tableWriter) cell(s string) {
	if t.row {
		t.write(",")
	}
	t.row = true
	if !strings.ContainsAny(s, ",;\t\"\r\n") && strings.TrimSpace(s) == s {
		t.write(s)
		return
	}
	t.write(`"`)
	t.write(strings.ReplaceAll(s, `"`, `""`))
	t.write(`"`)
}

// endRow ends a row.
func (t *tableWriter) endRow() {
	t.write("\r\n")
	t.row = false
}

func (t *tableWriter) write(s string) {
	if t.err == nil {
		_, t.err = t.out.WriteString(s)
	}
}

func (t *tableWriter) close() error {
	if t.err == nil {
		t.err = t.out.Flush()
	}
	return errors.Join(t.err, t.to.Close())
}

// defused puts an apostrophe before a text that a spreadsheet would run as a
// formula (OWASP, CSV injection: = + - @, tab and carriage return, and the wide
// forms that Excel takes for the same), also where that stands behind spaces.
func defused(s string) string {
	inside := strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsGraphic(r) })
	first, _ := utf8.DecodeRuneInString(inside)
	if s != "" && strings.ContainsAny(s[:1], "\t\r\n") || inside != "" && strings.ContainsRune("=+-@＝＋－＠", first) {
		return "'" + s
	}
	return s
}
