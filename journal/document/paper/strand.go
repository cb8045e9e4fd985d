package paper

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"groundwork/journal/document"
)

// strand is words of one look that lead to one place.
type strand struct {
	text string
	look look
	to   string // the address they lead to, or ""
}

// strands gives what spans say, in the looks of a text of this look.
func strands(spans []document.Span, l look) []strand {
	all := make([]strand, 0, len(spans))
	for _, s := range spans {
		own := l.with(s.Style)
		if s.Link != "" {
			own.ink, own.link = inkLink, true
		}
		all = append(all, strand{settable(s.Text), own, s.Link})
		if s.Note > 0 {
			raised := l
			raised.size, raised.rise = l.size*0.65, l.size*0.33
			all = append(all, strand{strconv.Itoa(s.Note), raised, ""})
		}
	}
	return all
}

// words is a strand of words of ours.
func words(text string, l look) []strand { return []strand{{settable(text), l, ""}} }

// settable gives a text without what cannot stand on paper: control characters
// are dropped, and what is no letter at all is replaced. Letters and the accents
// typed behind them are joined.
func settable(text string) string {
	if isASCII(text) {
		return text
	}
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, string(replacement))
	}
	if strings.IndexFunc(text, unsettable) >= 0 {
		text = strings.Map(settableRune, text)
	}
	if !norm.NFC.IsNormalString(text) {
		text = norm.NFC.String(text)
	}
	return text
}

// isASCII tells whether a text is nothing but letters of ASCII and line ends.
func isASCII(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= 0x7F || c < ' ' && c != '\n' {
			return false
		}
	}
	return true
}

func unsettable(r rune) bool { return settableRune(r) != r }

func settableRune(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == '\t':
		return ' '
	case r == 0x85, r == 0x2028, r == 0x2029, r == '\v', r == '\f':
		return '\n'
	case unicode.IsControl(r):
		return -1
	case r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
		return replacement // Unicode 16, 23.7: no characters
	}
	return r
}

// untabbed gives a line of code with spaces in place of its tabs, which reach
// to every fourth letter.
func untabbed(line string) string {
	if !strings.Contains(line, "\t") {
		return line
	}
	var b strings.Builder
	column := 0
	for _, r := range line {
		if r != '\t' {
			b.WriteRune(r)
			column++
			continue
		}
		for again := true; again; again = column%4 != 0 {
			b.WriteByte(' ')
			column++
		}
	}
	return b.String()
}
