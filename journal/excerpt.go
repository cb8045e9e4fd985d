package journal

import (
	"strings"
	"unicode/utf8"
)

// Excerpt is a part of a text on one line, with what matched in it.
type Excerpt struct {
	Text  string
	Marks []Match // in Text
}

// How much of a text an excerpt shows, in bytes.
const (
	excerptWhole  = 80  // a match up to here needs nothing left out before it
	excerptBefore = 40  // stands before a match, where something is left out
	excerptLength = 240 // of all of it
	excerptNear   = 120 // matches so near to each other stand in one excerpt
)

// Excerpt cuts the place out of a text where most of what is looked for stands,
// and tells of how many terms something stands in it: none where nothing
// matches, and then it is the beginning of the text.
func (m Matcher) Excerpt(text string) (e Excerpt, terms int) {
	all := m.places(text)
	best := 0
	for i := range all {
		if n := near(all[i:]); n > terms {
			best, terms = i, n
		}
	}
	start := 0
	if len(all) > 0 && all[best].To > excerptWhole {
		start = wordBegin(text, max(all[best].From-excerptBefore, 0))
		start = min(start, all[best].From)
	}
	return m.cut(text, start), terms
}

// near counts the terms of which something stands near the first match.
func near(all []termMatch) int {
	seen := map[int]bool{}
	for _, t := range all {
		if t.From > all[0].From+excerptNear {
			break
		}
		seen[t.term] = true
	}
	return len(seen)
}

// cut makes an excerpt of what begins at a place of a text. It ends at the end
// of a word.
func (m Matcher) cut(text string, start int) Excerpt {
	text = strings.TrimRight(text, " \t\r\n")
	before, after := "", ""
	if start > 0 {
		before = "…"
	}
	end := len(text)
	if end-start > excerptLength {
		end, after = start+excerptLength, "…"
		if i := strings.LastIndexAny(text[start:end], " \t\r\n"); i > excerptLength/2 {
			end = start + i
		}
		for end > start && !utf8.RuneStart(text[end]) {
			end--
		}
	}
	piece := onOneLine(text[start:end])
	e := Excerpt{Text: before + piece + after}
	for _, at := range m.Find(piece) {
		e.Marks = append(e.Marks, Match{at.From + len(before), at.To + len(before)})
	}
	return e
}

// onOneLine puts spaces in the place of what ends a line, so that every other
// letter stays where it is.
func onOneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		return r
	}, text)
}

// wordBegin gives the beginning of the first word from a place on, or the place
// where none begins soon.
func wordBegin(text string, at int) int {
	if i := strings.IndexAny(text[at:min(at+excerptBefore, len(text))], " \t\r\n"); i >= 0 && at > 0 {
		return at + i + 1
	}
	for at > 0 && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// Marked writes the excerpt with its matches between MatchStart and MatchEnd.
func (e Excerpt) Marked() string {
	var b strings.Builder
	at := 0
	for _, m := range e.Marks {
		b.WriteString(e.Text[at:m.From] + MatchStart + e.Text[m.From:m.To] + MatchEnd)
		at = m.To
	}
	b.WriteString(e.Text[at:])
	return b.String()
}
