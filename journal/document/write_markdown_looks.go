package document

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// sign gives the marks around words of a look.
func (m *markdownLine) sign(look Style) string {
	switch look {
	case Strong:
		return "**"
	case Struck:
		return "~~"
	}
	if m.slender {
		return "*"
	}
	return "_" // beside ** a third * would be misread
}

// look ends the looks that are not wanted, and begins those that are before
// next, the words that come. White space comes between, for a mark beside it is
// none (CommonMark 0.31, 6.2).
func (m *markdownLine) look(want Style, next string, behind []Span) {
	first, size := utf8.DecodeRuneInString(next)
	keep := 0
	for keep < len(m.open) && want&m.open[keep] != 0 {
		keep++
	}
	ending := m.open[keep:]
	begin := m.beginning(want, keep, behind)
	if len(ending) > 0 && m.space == "" && len(begin) == 0 && next != "" && !setsApart(first) {
		// a mark behind another or behind a full stop does not end anything
		// before a letter
		m.number = len(ending) > 1 || setsApart(m.last()) || m.sign(ending[0]) == "_"
	}
	for _, look := range slices.Backward(ending) {
		m.setMark(m.sign(look))
	}
	m.open = m.open[:keep]
	m.white(m.space, next == "")
	m.space = ""
	for i, look := range begin {
		sign := m.sign(look)
		// a lone letter may become a number itself
		apart := i+1 < len(begin) || size == len(next) || setsApart(first) || sign == "_"
		if apart && !setsApart(m.last()) {
			m.lastAsNumber()
		}
		m.setMark(sign)
		m.open = append(m.open, look)
	}
}

// setMark writes a mark. A ~ right before ~~ becomes a number.
func (m *markdownLine) setMark(sign string) {
	if sign == "~~" && m.last() == '~' {
		m.lastAsNumber()
	}
	m.b = append(m.b, sign...)
	m.letter = -1
}

// beginning gives the looks to begin, the one that lasts longest first.
func (m *markdownLine) beginning(want Style, keep int, behind []Span) []Style {
	var begin []Style
	for _, look := range []Style{Strong, Emphasis, Struck} {
		if want&look != 0 && !slices.Contains(m.open[:keep], look) {
			begin = append(begin, look)
		}
	}
	lasts := func(look Style) int {
		n := 0
		for n < len(behind) && behind[n].Style&look != 0 && behind[n].Link == "" {
			n++
		}
		return n
	}
	slices.SortStableFunc(begin, func(a, b Style) int { return lasts(b) - lasts(a) })
	return begin
}

// setsApart tells whether a letter sets what stands around it apart, for marks:
// white space and punctuation do.
func setsApart(r rune) bool { return util.IsSpaceRune(r) || util.IsPunctRune(r) }

// last gives the last letter written, or the end of a line where none is.
func (m *markdownLine) last() rune {
	if len(m.b) == 0 {
		return '\n'
	}
	r, _ := utf8.DecodeLastRune(m.b)
	return r
}

// lastAsNumber writes the last letter anew, as a number.
func (m *markdownLine) lastAsNumber() {
	if m.letter >= 0 {
		last := m.last()
		m.b = asNumber(m.b[:m.letter], last)
	}
}

func asNumber(b []byte, r rune) []byte {
	return append(strconv.AppendInt(append(b, "&#"...), int64(r), 10), ';')
}
