package journal

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// pastedDate is a date as it stands in a list.
type pastedDate struct {
	first, last string // as ReadSpan reads them; last only in a run: "Jan–Mar"
	year        int    // 0 where none is written

	yearOnly bool // 2026: a heading may be one, a date it is not
	plain    bool // it may as well be words or numbers of a sentence: "May", "Q3", "3/14"
	unclear  bool // 03/04/2026 in a list that does not tell which is the day
}

// readPastedDate reads a text that is a date, or a run from one to another, and
// nothing else.
func readPastedDate(text string, order DateOrder, today Day) (pastedDate, bool) {
	if d, ok := readOneDate(text, order, today); ok {
		return d, true
	}
	for _, mark := range []string{"–", "—", "-", " to "} {
		before, after, cut := strings.Cut(text, mark)
		if !cut {
			continue
		}
		first, okFirst := readOneDate(before, order, today)
		last, okLast := readOneDate(after, order, today)
		switch {
		case !okFirst && okLast: // "3–5 May"
			_, month, _ := strings.Cut(strings.TrimSpace(after), " ")
			first, okFirst = readOneDate(before+" "+month, order, today)
		case okFirst && !okLast: // "May 3–5"
			month, _, _ := strings.Cut(strings.TrimSpace(before), " ")
			last, okLast = readOneDate(month+" "+after, order, today)
		}
		if okFirst && okLast {
			return first.to(last, today), true
		}
	}
	return pastedDate{}, false
}

// to makes one date of the first and the last of a run; it is unclear where it
// takes more than a quarter.
func (d pastedDate) to(last pastedDate, today Day) pastedDate {
	d.last, d.plain = last.first, false
	if d.year == 0 {
		d.year = last.year
	}
	_, _, ok := d.span(today, 0).Filed()
	d.unclear = d.unclear || last.unclear || !ok
	return d
}

// span gives the time that the date is, up to today. What has no year falls
// into the given one where that is not 0.
func (d pastedDate) span(today Day, year int) Span {
	if d.year != 0 {
		year = d.year
	}
	first, err := ReadSpan(inTheYear(d.first, year), today)
	if err != nil || d.unclear || d.yearOnly {
		return Span{}
	}
	if d.last != "" {
		last, err := ReadSpan(inTheYear(d.last, year), today)
		if err != nil {
			return Span{}
		}
		first.Until = last.Until
	}
	return first
}

// inTheYear adds a year to a date without one.
func inTheYear(date string, year int) string {
	if year == 0 || date == "" || yearIn(date) != 0 || !strings.ContainsAny(date, "0123456789") && !isMonth(date) {
		return date
	}
	if strings.HasSuffix(date, ".") && isDigit(rune(date[0])) && !strings.Contains(date, " ") {
		return date + strconv.Itoa(year)
	}
	return date + " " + strconv.Itoa(year)
}

func isMonth(word string) bool { _, ok := monthNamed(word); return ok }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// yearIn gives the last year that is written in a text, or 0. Nobody writes
// about one before 1900 in a list of what they did.
func yearIn(text string) int {
	year := 0
	for number := range strings.FieldsFuncSeq(text, func(r rune) bool { return !isDigit(r) }) {
		if n, err := strconv.Atoi(number); err == nil && len(number) == 4 && n >= 1900 && n <= 2100 {
			year = n
		}
	}
	return year
}

// readOneDate reads one date, by bringing it into a form that ReadSpan reads.
func readOneDate(text string, order DateOrder, today Day) (pastedDate, bool) {
	text = strings.TrimSpace(text)
	words := strings.Fields(strings.ToLower(strings.NewReplacer(",", " ", "’", "'").Replace(text)))
	const most = 5 // "thursday the 3rd of may"
	if len(words) == 0 || len(words) > most || slices.Contains([]string{"tomorrow", "next"}, words[0]) || strings.ContainsAny(text[:1], "-+") {
		return pastedDate{}, false
	}
	d := pastedDate{first: strings.Join(datedWords(words), " ")}
	if numbers, ok := slashed(d.first); ok {
		d.first, ok = numbers.dotted(order)
		d.unclear = !ok
	}
	if d.unclear {
		d.plain = yearIn(text) == 0
		return d, true
	}
	span, err := ReadSpan(d.first, today)
	if err != nil || oddNumber(d.first) || span.From.Year < 1900 || span.Until.Year > 2100 || isNumbering(d.first) {
		return pastedDate{}, false
	}
	if strings.Count(d.first, ".") == 2 && !strings.HasSuffix(d.first, ".") { // 15.01.26
		d.first = span.From.String()
	}
	d.year = yearIn(d.first)
	d.yearOnly = len(words) == 1 && d.year != 0 && len(d.first) == 4
	d.plain = d.plain || mayBeWords(text, d)
	return d, true
}

// oddNumber tells whether a text holds a number that is neither a day, a month
// nor a year: "007 May".
func oddNumber(text string) bool {
	for number := range strings.FieldsFuncSeq(text, func(r rune) bool { return !isDigit(r) }) {
		if len(number) == 3 || len(number) > 4 {
			return true
		}
	}
	return false
}

// datedWords brings the words of a date into an order that ReadSpan knows, and
// leaves out what says nothing more: the day of the week, "the" and "of".
func datedWords(words []string) []string {
	var out []string
	for i, word := range words {
		switch {
		case word == "of" || word == "the":
		case i == 0 && len(words) > 1 && isWeekday(strings.Trim(word, ".")):
		case len(word) == 3 && word[0] == '\'': // '26
			out = append(out, "20"+word[1:])
		case word == "quarter" && i+1 < len(words):
			words[i+1] = "q" + words[i+1]
		default:
			out = append(out, quarterWords(word)...)
		}
	}
	if len(out) == 2 && len(out[0]) == 4 && yearIn(out[0]) != 0 { // 2026 Q1
		out[0], out[1] = out[1], out[0]
	}
	return out
}

// quarterWords takes Q1/26, Q1-2026 and 2026-Q1 apart.
func quarterWords(word string) []string {
	before, after, cut := strings.Cut(strings.ReplaceAll(word, "/", "-"), "-")
	if !cut || !strings.Contains(word, "q") {
		return []string{word}
	}
	if len(after) == 2 && isDigit(rune(after[0])) {
		after = "20" + after
	}
	return []string{before, after}
}

// isWeekday tells whether a word names a day of the week: mon, tues, friday.
func isWeekday(word string) bool {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if len(word) >= 3 && strings.HasPrefix(strings.ToLower(d.String()), word) {
			return true
		}
	}
	return false
}

// isNumbering tells whether a date without a year is more likely the number of
// a section or of a version: 1.2. and 1.10.2.
func isNumbering(date string) bool {
	fields := strings.Split(strings.TrimSuffix(date, "."), ".")
	if strings.ContainsFunc(date, unicode.IsLetter) || len(fields) < 2 {
		return false
	}
	last := fields[len(fields)-1]
	return len(fields) == 2 && len(fields[0]) < 2 && len(last) < 2 || len(fields) == 3 && len(last) != 2 && len(last) != 4
}

// mayBeWords tells whether a date needs something that sets it apart to be
// taken for one: "May", "Monday", "Q3", "3 may", "15.01.", "12.04.16".
func mayBeWords(text string, d pastedDate) bool {
	numbers := !strings.ContainsFunc(text, unicode.IsLetter)
	words := !strings.ContainsFunc(text, isDigit)
	capital := strings.ContainsFunc(text, unicode.IsUpper)
	quarter := len(d.first) == 2
	return words || quarter || numbers && yearIn(text) == 0 || d.year == 0 && !capital
}
