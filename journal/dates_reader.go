package journal

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// dateToken is a word, a number or a single other character of a text.
type dateToken struct {
	text     string // a word in lower case
	from, to int    // its bytes in the text
	spaced   bool   // white space stands before it
	capital  bool   // it is a word that begins with a capital
}

// dateReader reads a date at the beginning of a text. It stands at a token and
// goes on only past what it has understood.
type dateReader struct {
	tokens []dateToken
	at     int
	order  dateOrder
	today  Day
}

// mostDateTokens is more than a date, or a run from one to another, ever has.
const mostDateTokens = 24

func newDateReader(text string, order dateOrder, today Day) *dateReader {
	return &dateReader{tokens: dateTokens(text), order: order, today: today}
}

// dateTokens takes the beginning of a text apart.
func dateTokens(text string) []dateToken {
	var all []dateToken
	for i := 0; i < len(text) && len(all) < mostDateTokens; {
		from := i
		i += len(text[i:]) - len(strings.TrimLeftFunc(text[i:], unicode.IsSpace))
		if i == len(text) {
			break
		}
		t := dateToken{from: i, spaced: i > from}
		first, size := utf8.DecodeRuneInString(text[i:])
		i += size
		for _, like := range []func(rune) bool{unicode.IsLetter, isDigit} {
			if like(first) {
				i += len(text[i:]) - len(strings.TrimLeftFunc(text[i:], like))
			}
		}
		t.to, t.capital = i, unicode.IsUpper(first)
		t.text = strings.ToLower(text[t.from:t.to])
		all = append(all, t)
	}
	return all
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// peek gives the token n steps on; one without text where there is none.
func (r *dateReader) peek(n int) dateToken {
	if r.at+n < len(r.tokens) {
		return r.tokens[r.at+n]
	}
	return dateToken{}
}

func (r *dateReader) done() bool { return r.at >= len(r.tokens) }

// end is where what was read ends in the text.
func (r *dateReader) end() int {
	if r.at == 0 {
		return 0
	}
	return r.tokens[r.at-1].to
}

// skip goes past a token if it is one of these.
func (r *dateReader) skip(oneOf ...string) bool {
	if r.done() || !slices.Contains(oneOf, r.peek(0).text) {
		return false
	}
	r.at++
	return true
}

// number gives the number n steps on, if it has at most so many digits.
func (r *dateReader) number(n, digits int) (int, bool) {
	text := r.peek(n).text
	if text == "" || len(text) > digits || !isDigit(rune(text[0])) {
		return 0, false
	}
	v, err := strconv.Atoi(text)
	return v, err == nil
}

// read reads one date, or a run from one to another.
func (r *dateReader) read() (writtenDate, bool) {
	d, ok := r.one()
	if !ok {
		return d, false
	}
	back := r.at
	if r.skip("-", "–", "—", "to", "until", "till") {
		last, ok := r.one()
		if ok && (r.done() || isSeparator(r.peek(0).text)) {
			return d.to(last), true
		}
	}
	r.at = back
	return d, true
}

// one reads one date; it goes nowhere where there is none.
func (r *dateReader) one() (writtenDate, bool) {
	start := r.at
	for _, form := range []func() (writtenDate, bool){
		r.iso, r.dotted, r.slashed, r.dayOfMonth, r.monthName, r.quarter, r.yearQuarter,
		r.afterWeekday, r.word, r.yearAlone,
	} {
		if d, ok := form(); ok {
			return d, true
		}
		r.at = start
	}
	return writtenDate{}, false
}

// iso reads 2026-03-14 and 2026-03, also with slashes or full stops.
func (r *dateReader) iso() (writtenDate, bool) {
	year, ok := yearOf(r.peek(0).text)
	mark := r.peek(1).text
	month, okM := r.number(2, 2)
	if !ok || !okM || !slices.Contains([]string{"-", "/", "."}, mark) || r.peek(1).spaced || r.peek(2).spaced {
		return writtenDate{}, false
	}
	d := writtenDate{year: year, month: time.Month(month), precision: InMonth}
	r.at += 3
	if date, ok := r.number(1, 2); ok && r.peek(0).text == mark && !r.peek(1).spaced {
		d.date, d.precision = date, ExactDay
		r.at += 2
	}
	return d, d.possible()
}

// dotted reads 15.01., 15.01.2026, 15.01.26 and 03.2026. The day comes first.
func (r *dateReader) dotted() (writtenDate, bool) {
	first, ok := r.number(0, 2)
	if !ok || r.peek(1).text != "." || r.peek(1).spaced {
		return writtenDate{}, false
	}
	if year, ok := yearOf(r.peek(2).text); ok && !r.peek(2).spaced {
		r.at += 3
		d := writtenDate{year: year, month: time.Month(first), precision: InMonth}
		return d, d.possible()
	}
	month, ok := r.number(2, 2)
	if !ok || r.peek(2).spaced && r.peek(3).text != "." {
		return writtenDate{}, false
	}
	d := writtenDate{month: time.Month(month), date: first, precision: ExactDay}
	d.plain = true // it may be a number, or that of a version
	alike := first < 10 && len(r.peek(2).text) < 2
	r.at += 3
	if r.peek(0).text == "." {
		if year, ok := yearOf(r.peek(1).text); ok {
			d.year, d.plain = year, false
			r.at += 2
		} else if short, ok := r.number(1, 2); ok && len(r.peek(1).text) == 2 && !r.peek(1).spaced {
			d.year = 2000 + short
			r.at += 2
		}
	}
	if d.year == 0 && alike { // 1.2. is the number of a section
		return writtenDate{}, false
	}
	return d, d.possible()
}

// slashed reads 03/14/2026, 14-03-2026, 3/14 and 03/2026.
func (r *dateReader) slashed() (writtenDate, bool) {
	a, okA := r.number(0, 2)
	mark := r.peek(1).text
	if !okA || mark != "/" && mark != "-" || r.peek(1).spaced || r.peek(2).spaced {
		return writtenDate{}, false
	}
	if year, ok := yearOf(r.peek(2).text); ok {
		r.at += 3
		d := writtenDate{year: year, month: time.Month(a), precision: InMonth}
		return d, d.possible()
	}
	b, okB := r.number(2, 2)
	if !okB || a == 24 && b == 7 { // 24/7 is no date
		return writtenDate{}, false
	}
	d := writtenDate{precision: ExactDay, plain: true}
	r.at += 3
	if r.peek(0).text == mark && !r.peek(1).spaced {
		if year, ok := yearOf(r.peek(1).text); ok {
			d.year, d.plain = year, false
			r.at += 2
		} else if short, ok := r.number(1, 2); ok && len(r.peek(1).text) == 2 {
			d.year = 2000 + short
			r.at += 2
		}
	}
	if d.year == 0 && mark == "-" { // 3-5 is from three to five
		return writtenDate{}, false
	}
	d.order(a, b, r.order)
	return d, d.possible()
}

// order sets month and day from two numbers of which either may be the day.
func (d *writtenDate) order(a, b int, order dateOrder) {
	switch {
	case b > 12 || order == monthFirst && a <= 12:
		d.month, d.date = time.Month(a), b
	case a > 12 || order == dayFirst || a == b:
		d.month, d.date = time.Month(b), a
	default:
		d.month, d.date, d.unclear = time.Month(a), b, true
	}
}

// possible tells whether there is such a month, and such a day in some year.
func (d writtenDate) possible() bool {
	if d.month < time.January || d.month > time.December {
		return false
	}
	const leap = 2024
	return d.precision != ExactDay || Day{Year: leap, Month: d.month, Date: d.date}.Valid()
}
