package exchange

import (
	"io"
	"strings"
)

// table cuts text into rows and cells (RFC 4180, with any separator and any
// line end). A row that breaks the rules ends with its line: one quotation mark
// that is never closed does not swallow the rows below it.
type table struct {
	text      string
	separator byte
	at        int // where the next row begins
	line      int // that at stands on, counted from 1; 0 before the first row
}

// row is one row of a table.
type row struct {
	line   int    // where it begins, counted from 1
	text   string // as it stands in the file; of a broken one its first line
	cells  []string
	broken bool // its quotation marks do not fit together
}

// maxQuoted is the longest cell in quotation marks, in bytes: where no end is
// met by then, none is meant.
const maxQuoted = 16 << 10

// next gives the next row, or io.EOF after the last one.
func (t *table) next() (row, error) {
	if t.at >= len(t.text) {
		return row{}, io.EOF
	}
	t.line = max(t.line, 1)
	r := row{line: t.line}
	end := t.cells(&r)
	r.text = t.text[t.at:end]
	behind := end + lineEnd(t.text[end:])
	t.line += countLines(t.text[t.at:behind])
	t.at = behind
	return r, nil
}

// cells reads the cells of the next row, and gives the place behind them.
func (t *table) cells(r *row) (end int) {
	for at := t.at; ; at = end + 1 {
		cell, behind, ok := t.cell(at)
		if !ok {
			r.cells, r.broken = nil, true
			return t.at + lineLength(t.text[t.at:])
		}
		r.cells, end = append(r.cells, cell), behind
		if end >= len(t.text) || t.text[end] != t.separator {
			return end
		}
	}
}

// cell reads the cell that begins at a place, and gives the place behind it.
func (t *table) cell(at int) (cell string, end int, ok bool) {
	rest := t.text[at:]
	inside := strings.TrimLeft(rest, " ")
	if !strings.HasPrefix(inside, `"`) {
		n := strings.IndexAny(rest, string(t.separator)+"\r\n")
		if n < 0 {
			n = len(rest)
		}
		return rest[:n], at + n, true
	}
	cell, length, ok := quoted(inside)
	if !ok {
		return "", 0, false
	}
	behind := strings.TrimLeft(inside[length:], " ")
	end = len(t.text) - len(behind)
	return cell, end, behind == "" || behind[0] == t.separator || behind[0] == '\r' || behind[0] == '\n'
}

// quoted reads a text in quotation marks, in which two of them are one.
func quoted(text string) (inside string, length int, ok bool) {
	text = text[:min(len(text), maxQuoted)]
	var b strings.Builder
	for at := 1; at < len(text); {
		n := strings.IndexByte(text[at:], '"')
		if n < 0 {
			return "", 0, false
		}
		b.WriteString(text[at : at+n])
		at += n + 1
		if at >= len(text) || text[at] != '"' {
			return b.String(), at, true
		}
		b.WriteByte('"')
		at++
	}
	return "", 0, false
}

// lineLength is how long the first line of a text is, without its end.
func lineLength(text string) int {
	if n := strings.IndexAny(text, "\r\n"); n >= 0 {
		return n
	}
	return len(text)
}

// lineEnd is how long the end of a line is that a text begins with.
func lineEnd(text string) int {
	switch {
	case strings.HasPrefix(text, "\r\n"):
		return 2
	case text == "":
		return 0
	}
	return 1
}

// countLines counts the ends of lines.
func countLines(text string) int {
	return strings.Count(text, "\n") + strings.Count(text, "\r") - strings.Count(text, "\r\n")
}
