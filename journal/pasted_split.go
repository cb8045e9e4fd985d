package journal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SplitBy says what in a pasted list is one entry.
type SplitBy string

// The ways to split a pasted list.
const (
	ByLines  SplitBy = "lines"  // a line, with the lines indented below it that bear no mark of their own
	ByBlocks SplitBy = "blocks" // what stands between blank lines
)

// Proposal is an entry that a pasted list may become.
type Proposal struct {
	Text      string // without the marks of the list, and without a date that stands apart
	Day       Day    // where Known
	Precision Precision
	Known     bool // it says when it was
	Kind      Kind // what it looks like; see proposeKind
	From, To  int  // the bytes of the list that it was made from
}

// SplitList splits a list that was pasted into what may become entries, in the
// order of the list. It takes off the marks of the list (bullets, numbers, check
// boxes, marks of headings and quotations) and the dates that stand apart;
// every other word stays. A date is looked for at the beginning, in brackets,
// and at the end of each first line; a heading's date holds for what stands
// below it without one of its own. One that cannot be told for sure is left in
// the text.
func SplitList(list string, by SplitBy, today Day) []Proposal {
	s := splitter{today: today, order: listOrder(list)}
	lines := listLines(list)
	if by == ByBlocks {
		s.blocks(lines)
	} else {
		s.lines(lines)
	}
	return s.proposals
}

// splitter is a list on its way to proposals.
type splitter struct {
	today     Day
	order     DateOrder
	proposals []Proposal

	above heading // whose date holds for what is below
	year  heading // whose year holds for dates without one
}

// heading is a line whose date holds for those below it.
type heading struct {
	level     int // of Markdown, 1 to 6, or dateLine; 0 for no heading
	day       Day // zero where it names a year only
	precision Precision
	year      int // as it is written; 0 where it is not
}

// dateLine is the level of a heading that is nothing but a line with a date.
const dateLine = 7

// lines makes each line a proposal, with what goes on below it.
func (s *splitter) lines(lines []listLine) {
	var open listLine // the line that the next one may go on
	for _, line := range lines {
		goesOn := open.text != "" && !line.marked && line.indent > open.indent
		switch {
		case line.empty():
			s.take(open)
			open = listLine{}
		case s.isDate(line.text):
			s.take(open)
			s.take(line)
			open = listLine{}
		case goesOn:
			open.text += " " + line.text
			open.to = line.to
		default:
			s.take(open)
			open = line
		}
	}
	s.take(open)
}

// blocks makes what stands between blank lines one proposal.
func (s *splitter) blocks(lines []listLine) {
	for len(lines) > 0 {
		end := slices.IndexFunc(lines, listLine.empty)
		if end < 0 {
			end = len(lines)
		}
		s.block(lines[:end])
		lines = lines[min(end+1, len(lines)):]
	}
}

// block takes lines that stand together. A heading with a date and nothing else
// is for all that follows; a line with a date over a block is for that block.
func (s *splitter) block(lines []listLine) {
	for len(lines) > 0 && s.isDate(lines[0].text) && (lines[0].level > 0 || len(lines) == 1) {
		s.take(lines[0])
		lines = lines[1:]
	}
	if len(lines) == 0 {
		return
	}
	whole := lines[0]
	before := s.above
	if s.isDate(whole.text) {
		s.take(whole)
		lines = lines[1:]
		whole = lines[0]
	}
	for _, line := range lines[1:] {
		whole.text += "\n" + line.raw
		whole.to = line.to
	}
	s.take(whole)
	if whole.level == 0 {
		s.above = before
	}
}

// isDate tells whether a line holds a date and nothing else.
func (s *splitter) isDate(text string) bool {
	_, ok := readPastedDate(bare(text), s.order, s.today)
	return ok
}

// bare takes off what may stand around the date of a heading.
func bare(text string) string { return strings.Trim(text, " \t:,;|*_()[]–—-") }

// take makes a line a heading, or a proposal, or both; one without text is none.
func (s *splitter) take(line listLine) {
	if line.text == "" {
		return
	}
	if d, ok := readPastedDate(bare(line.text), s.order, s.today); ok {
		s.under(d, levelOf(line.level))
		return
	}
	first, rest, more := strings.Cut(line.text, "\n")
	d, text, found := s.dateOf(first)
	if line.level > 0 {
		s.leave(line.level)
	}
	p := Proposal{Text: first, From: line.from, To: line.to}
	if found {
		p.Day, p.Precision, p.Known = d.span(s.today, s.yearAbove()).Filed()
	} else if !s.above.day.IsZero() {
		p.Day, p.Precision, p.Known = s.above.day, s.above.precision, true
	}
	if p.Known && found && strings.TrimSpace(text) != "" {
		p.Text = text
	}
	if more {
		p.Text += "\n" + rest
	}
	p.Text = capitalised(strings.TrimSpace(p.Text))
	p.Kind = proposeKind(p.Text)
	s.proposals = append(s.proposals, p)
	if line.level > 0 {
		s.under(d, line.level)
		if year := yearIn(first); s.above.day.IsZero() && year != 0 { // "Brag list 2025"
			s.year = heading{level: line.level, year: year}
		}
	}
}

// levelOf is the level of a heading; a line that is only a date has none of its own.
func levelOf(level int) int {
	if level == 0 {
		return dateLine
	}
	return level
}

// under lets a heading's date hold for what is below it.
func (s *splitter) under(d pastedDate, level int) {
	s.leave(level)
	if d.yearOnly {
		s.year = heading{level: level, year: d.year}
		s.above = heading{}
		return
	}
	if day, precision, ok := d.span(s.today, s.year.year).Filed(); ok {
		s.above = heading{level: level, day: day, precision: precision, year: d.year}
	}
}

// leave ends what a heading of this level, or a lower one, gave.
func (s *splitter) leave(level int) {
	if s.above.level >= level {
		s.above = heading{}
	}
	if s.year.level >= level {
		s.year = heading{}
	}
}

// yearAbove is the year that holds for a date without one.
func (s *splitter) yearAbove() int {
	if s.above.year != 0 {
		return s.above.year
	}
	return s.year.year
}

// capitalised gives a text that begins with a plain word a capital.
func capitalised(text string) string {
	word := strings.TrimRight(text[:wordEnd(text)], ",.;:!?")
	if word == "" || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLower(r) && r != '-' && r != '’' && r != '\'' }) {
		return text
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

func wordEnd(text string) int {
	if i := strings.IndexFunc(text, unicode.IsSpace); i >= 0 {
		return i
	}
	return len(text)
}
