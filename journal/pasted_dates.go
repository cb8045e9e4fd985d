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
func (s *splitter) dateOf(line string) (d writtenDate, text string, found bool) {
	for _, place := range []func(string) (writtenDate, string, bool){s.atBeginning, s.inBrackets, s.atEnd} {
		if d, text, found = place(line); found {
			if d.unclear || d.span {
				text = line
			}
			return d, text, true
		}
	}
	return writtenDate{}, line, false
}

func (s *splitter) reader(text string) *dateReader { return newDateReader(text, s.order, s.today) }

// atBeginning reads "Jan – spoke at", "2026-03-14 spoke at", "In March we".
func (s *splitter) atBeginning(line string) (d writtenDate, text string, found bool) {
	r := s.reader(line)
	if r.skip("in", "on", "during", "around") {
		d, ok := r.read()
		return d, line, ok && d.precision != "" && standsAlone(line[r.end():])
	}
	d, ok := r.read()
	if !ok || d.precision == "" {
		return d, line, false
	}
	after := line[r.end():]
	if rest, apart := pastSeparator(after); apart {
		return d, rest, true
	}
	numeric := isDigit(rune(line[0])) && d.year != 0
	switch {
	case !standsAlone(after):
		return d, line, false
	case d.plain && d.precision == InQuarter: // "Q3 results": what it says is part of the sentence
		return d, line, true
	case d.plain && !numeric:
		return d, line, false
	}
	return d, strings.TrimSpace(after), true
}

// standsAlone tells whether a word ends before what follows.
func standsAlone(after string) bool {
	next, _ := utf8.DecodeRuneInString(after)
	return after == "" || unicode.IsSpace(next) || strings.ContainsRune(",;:.!?)", next)
}

// isSeparator tells whether a character sets a date apart from the text.
func isSeparator(mark string) bool {
	return mark != "" && strings.Contains(":–—-|,;).→\t", mark)
}

// pastSeparator gives what follows the mark that sets a date apart. A hyphen
// needs space on one side, and a full stop behind it.
func pastSeparator(after string) (rest string, apart bool) {
	if strings.HasPrefix(after, "\t") {
		return strings.TrimSpace(after), true
	}
	trimmed := strings.TrimLeftFunc(after, unicode.IsSpace)
	mark, size := utf8.DecodeRuneInString(trimmed)
	if trimmed == "" || !isSeparator(string(mark)) {
		return after, false
	}
	rest = trimmed[size:]
	next, _ := utf8.DecodeRuneInString(rest)
	open := rest == "" || unicode.IsSpace(next)
	switch mark {
	case '-':
		apart = open || len(trimmed) < len(after)
	case '.', ',', ')':
		apart = open
		if again, ok := pastSeparator(rest); ok && mark == '.' { // "15.01. – spoke at"
			return again, true
		}
	default:
		apart = true
	}
	if !apart {
		return after, false
	}
	return strings.TrimSpace(rest), true
}

// inBrackets reads a date that stands in brackets, or is set in bold, anywhere
// in the line.
func (s *splitter) inBrackets(line string) (d writtenDate, text string, found bool) {
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
func (s *splitter) bracketed(inside string) (d writtenDate, whole, ok bool) {
	inside = strings.TrimSuffix(strings.TrimSpace(inside), ":")
	if d, ok = onlyDate(inside, s.order, s.today); ok {
		return d, true, d.precision != ""
	}
	word, rest, _ := strings.Cut(inside, " ")
	if slices.Contains([]string{"in", "on", "during", "around"}, strings.ToLower(word)) {
		d, ok = onlyDate(rest, s.order, s.today)
	}
	return d, false, ok && d.precision != ""
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
	if after == "" || standsAlone(after) {
		return before + after
	}
	return before + " " + after
}

// longestDate is more bytes than a date at the end of a line takes.
const longestDate = 48

// atEnd reads "spoke at the meetup, March 2026" and "shipped in March".
func (s *splitter) atEnd(line string) (d writtenDate, text string, found bool) {
	body := strings.TrimRight(line, ".!;, \t")
	for i := max(0, len(body)-longestDate); i < len(body); i++ {
		if !startsWord(body, i) {
			continue
		}
		r := s.reader(body[i:])
		if d, ok := r.read(); ok && r.done() && d.precision != "" {
			return s.before(d, line, i, line[len(body):])
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
func (s *splitter) before(d writtenDate, line string, at int, tail string) (writtenDate, string, bool) {
	head := strings.TrimRightFunc(line[:at], unicode.IsSpace)
	mark, size := utf8.DecodeLastRuneInString(head)
	if isSeparator(string(mark)) && mark != '.' && mark != ')' {
		return d, strings.TrimRightFunc(head[:len(head)-size], unicode.IsSpace) + strings.TrimSpace(tail), true
	}
	word := strings.ToLower(head[strings.LastIndexFunc(head, unicode.IsSpace)+1:])
	switch word {
	case "in", "on", "during", "around":
		return d, line, true
	case "by", "until", "till", "for", "before", "after", "from", "since", "to", "of", "than", "about",
		"and", "or", "the", "a", "each", "every", "this", "next", "last", "v", "version":
		return d, line, false
	}
	if d.plain {
		return d, line, false
	}
	return d, head + strings.TrimSpace(tail), true
}
