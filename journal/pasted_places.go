package journal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// dateOf looks for the date of a line: at its beginning, in brackets, at its
// end. What it gives back is the line without the date where that stands apart,
// and the whole line where the date is one of its words.
func (s *splitter) dateOf(line string) (d pastedDate, text string, found bool) {
	for _, place := range []func(string) (pastedDate, string, bool){s.atBeginning, s.inBrackets, s.atEnd} {
		if d, text, found = place(line); found {
			if d.unclear || d.last != "" {
				text = line
			}
			return d, text, true
		}
	}
	return pastedDate{}, line, false
}

// read reads a text that is a date and nothing else, but for a full stop. A
// year alone is none.
func (s *splitter) read(text string) (pastedDate, bool) {
	d, ok := readPastedDate(text, s.order, s.today)
	if !ok {
		d, ok = readPastedDate(strings.TrimSuffix(text, "."), s.order, s.today)
	}
	return d, ok && !d.yearOnly
}

// atBeginning reads "Jan – spoke at", "2026-03-14 spoke at", "In March we".
func (s *splitter) atBeginning(line string) (d pastedDate, text string, found bool) {
	if word, rest, _ := strings.Cut(line, " "); isPreposition(word) {
		d, _, ok := s.longest(rest)
		return d, line, ok
	}
	d, end, ok := s.longest(line)
	if !ok {
		return d, line, false
	}
	after := line[end:]
	rest, apart := pastSeparator(after)
	numeric := isDigit(rune(line[0])) && d.year != 0
	switch {
	case apart:
		return d, rest, true
	case d.plain && len(d.first) == 2: // "Q3 results": what it says is part of the sentence
		return d, line, true
	case d.plain && !numeric && line[end-1] != '.':
		return d, line, false
	}
	return d, strings.TrimSpace(after), true
}

// longestDate is more bytes than a date in a list takes.
const longestDate = 48

// longest reads the longest date with which a text begins, and where it ends. A
// run from one date to another has to be followed by a mark: "Jan – May be".
func (s *splitter) longest(text string) (d pastedDate, end int, found bool) {
	for end := min(len(text), longestDate); end > 0; end-- {
		if !endsWord(text, end) {
			continue
		}
		d, ok := readPastedDate(text[:end], s.order, s.today)
		if !ok || d.yearOnly {
			continue
		}
		if _, apart := pastSeparator(text[end:]); d.last == "" || apart || end == len(text) {
			return d, end, true
		}
	}
	return d, 0, false
}

// endsWord tells whether a word, or the full stop behind it, ends at a place in
// a text.
func endsWord(text string, at int) bool {
	last, _ := utf8.DecodeLastRuneInString(text[:at])
	next, size := utf8.DecodeRuneInString(text[at:])
	if !unicode.IsLetter(last) && !unicode.IsDigit(last) && last != '.' {
		return false
	}
	switch {
	case at == len(text), unicode.IsSpace(next), strings.ContainsRune(":–—|;,)", next):
		return true
	case next == '.', next == '-', next == '!', next == '?':
		after, _ := utf8.DecodeRuneInString(text[at+size:])
		return at+size == len(text) || unicode.IsSpace(after)
	}
	return false
}

// isPreposition tells whether a word says that the date behind it is when
// something was.
func isPreposition(word string) bool {
	return slices.Contains([]string{"in", "on", "during", "around"}, strings.ToLower(word))
}

// isSeparator tells whether a character sets a date apart from the text.
func isSeparator(mark rune) bool { return strings.ContainsRune(":–—-|,;).→", mark) }

// pastSeparator gives what follows the mark that sets a date apart. A hyphen
// needs space on one side; a full stop, a comma and a bracket behind them.
func pastSeparator(after string) (rest string, apart bool) {
	trimmed := strings.TrimLeftFunc(after, unicode.IsSpace)
	mark, size := utf8.DecodeRuneInString(trimmed)
	if trimmed == "" || !isSeparator(mark) {
		return strings.TrimSpace(trimmed), strings.HasPrefix(after, "\t")
	}
	rest = trimmed[size:]
	next, _ := utf8.DecodeRuneInString(rest)
	open := rest == "" || unicode.IsSpace(next)
	switch mark {
	case '-':
		apart = open || len(trimmed) < len(after)
	case '.', ',', ')':
		apart = open
	default:
		apart = true
	}
	return strings.TrimSpace(rest), apart
}

// inBrackets reads a date that stands in brackets, or is set in bold, anywhere
// in the line.
func (s *splitter) inBrackets(line string) (d pastedDate, text string, found bool) {
	for _, pair := range [][2]string{{"(", ")"}, {"[", "]"}, {"**", "**"}, {"__", "__"}} {
		for at := 0; ; {
			open := strings.Index(line[at:], pair[0])
			if open < 0 {
				break
			}
			open += at
			at = open + len(pair[0])
			length := strings.Index(line[at:], pair[1])
			if length < 0 {
				break
			}
			if d, whole, ok := s.bracketed(line[at : at+length]); ok {
				if whole {
					return d, without(line, open, at+length+len(pair[1])), true
				}
				return d, line, true
			}
		}
	}
	return d, line, false
}

// bracketed reads what stands in brackets; whole tells that it is only a date.
func (s *splitter) bracketed(inside string) (d pastedDate, whole, ok bool) {
	inside = strings.TrimSuffix(strings.TrimSpace(inside), ":")
	if d, ok = s.read(inside); ok {
		return d, true, true
	}
	word, rest, _ := strings.Cut(inside, " ")
	if isPreposition(word) {
		d, ok = s.read(rest)
	}
	return d, false, ok
}

// without takes a piece out of a line, and the space around it.
func without(line string, from, to int) string {
	before := strings.TrimRightFunc(line[:from], unicode.IsSpace)
	after := line[to:]
	if before == "" {
		if rest, apart := pastSeparator(after); apart {
			return rest
		}
		return strings.TrimSpace(after)
	}
	after = strings.TrimLeftFunc(after, unicode.IsSpace)
	if next, _ := utf8.DecodeRuneInString(after); after == "" || strings.ContainsRune(",;:.!?)", next) {
		return before + after
	}
	return before + " " + after
}

// atEnd reads "spoke at the meetup, March 2026" and "shipped in March".
func (s *splitter) atEnd(line string) (d pastedDate, text string, found bool) {
	whole := strings.TrimRight(line, "!;, \t")
	for _, body := range []string{whole, strings.TrimRight(whole, ".")} {
		for i := max(0, len(body)-longestDate); i < len(body); i++ {
			if !startsWord(body, i) {
				continue
			}
			if d, ok := readPastedDate(body[i:], s.order, s.today); ok && !d.yearOnly {
				return s.before(d, line, i, line[len(body):])
			}
		}
	}
	return d, line, false
}

func startsWord(text string, i int) bool {
	if i == 0 || !utf8.RuneStart(text[i]) {
		return i == 0
	}
	last, _ := utf8.DecodeLastRuneInString(text[:i])
	return !unicode.IsSpace(rune(text[i])) && (unicode.IsSpace(last) || strings.ContainsRune(",;:|–—", last))
}

// before decides by what stands before a date at the end of a line whether it
// is the line's date, and whether it is one of its words.
func (s *splitter) before(d pastedDate, line string, at int, tail string) (pastedDate, string, bool) {
	head := strings.TrimRightFunc(line[:at], unicode.IsSpace)
	mark, size := utf8.DecodeLastRuneInString(head)
	if isSeparator(mark) && mark != '.' && mark != ')' {
		return d, strings.TrimRightFunc(head[:len(head)-size], unicode.IsSpace) + strings.TrimSpace(tail), true
	}
	word := strings.ToLower(head[strings.LastIndexFunc(head, unicode.IsSpace)+1:])
	if isPreposition(word) {
		return d, line, true
	}
	switch word {
	case "by", "until", "till", "for", "before", "after", "from", "since", "to", "of", "than", "about",
		"and", "or", "the", "a", "each", "every", "this", "next", "last", "v", "version":
		return d, line, false
	}
	if d.plain {
		return d, line, false
	}
	return d, head + strings.TrimSpace(tail), true
}
