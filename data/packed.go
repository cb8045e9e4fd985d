package data

import (
	"fmt"
	"strconv"
	"strings"

	"groundwork/journal"
)

// packed are rows that SQLite has joined into one text, each value after the
// other. It takes the driver longer to hand over a row than SQLite to find it:
// where there are many small ones, they come together.
type packed struct {
	rest string
	err  error // the first
}

// packedText is the SQL that packs a value which may hold anything.
func packedText(column string) string { return "octet_length(" + column + ") || ' ' || " + column }

// more tells whether there is another row.
func (p *packed) more() bool { return p.rest != "" && p.err == nil }

// word takes off a value that was packed with a space after it, and holds none.
func (p *packed) word() (value string) {
	value, p.rest, _ = strings.Cut(p.rest, " ")
	return value
}

// text takes off a value that was packed by packedText.
func (p *packed) text() (value string) {
	n := p.number()
	if n < 0 || n > len(p.rest) {
		n, p.err = 0, fmt.Errorf("%w: a packed text of %d bytes in %d", journal.ErrDamaged, n, len(p.rest))
	}
	value, p.rest = p.rest[:n], p.rest[n:]
	return value
}

// number takes off a word that is a number.
func (p *packed) number() int {
	n, err := strconv.Atoi(p.word())
	if err != nil && p.err == nil {
		p.err = fmt.Errorf("%w: %w", journal.ErrDamaged, err)
	}
	return n
}
