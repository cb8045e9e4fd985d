package journal

import "time"

// dayOfMonth reads 3 May, 3rd of May 2026 and, as May, 3–5 May.
func (r *dateReader) dayOfMonth() (writtenDate, bool) {
	d := writtenDate{precision: ExactDay}
	date, ok := r.number(0, 2)
	if !ok {
		return d, false
	}
	r.at++
	r.ordinal()
	d.span = r.until(date)
	r.skip(".")
	r.skip("of")
	word := r.peek(0)
	month, ok := monthOf(word.text)
	if !ok {
		return d, false
	}
	r.at++
	d.date, d.month = date, month
	r.skip(".")
	r.year(&d)
	d.plain = d.year == 0 && !word.capital // "3 may be enough"
	return d.whole(), d.possible()
}

// until goes past the second day of "3–5".
func (r *dateReader) until(first int) bool {
	mark := r.peek(0).text
	last, ok := r.number(1, 2)
	if !ok || mark != "-" && mark != "–" && mark != "—" || last <= first || last > 31 {
		return false
	}
	r.at += 2
	r.ordinal()
	return true
}

// whole makes some days of a month the month.
func (d writtenDate) whole() writtenDate {
	if d.span && d.possible() {
		d.precision, d.date = InMonth, 0
	}
	return d
}

// ordinal goes past the letters of 3rd.
func (r *dateReader) ordinal() {
	if !r.peek(0).spaced {
		r.skip("st", "nd", "rd", "th")
	}
}

// monthName reads March, Mar., March 2026, March '26, March 3rd, March 3, 2026
// and, as March, March 3–5.
func (r *dateReader) monthName() (writtenDate, bool) {
	word := r.peek(0)
	month, ok := monthOf(word.text)
	if !ok {
		return writtenDate{}, false
	}
	r.at++
	short := r.skip(".") && month != time.May
	d := writtenDate{month: month, precision: InMonth}
	r.skipBefore(4, "-", "/", ",")
	if r.year(&d) {
		return d, true
	}
	date, ok := r.number(0, 2)
	if !ok || date < 1 || !r.peek(0).spaced {
		d.plain = !short // "May", "Jan joined the team"
		return d, true
	}
	r.at++
	d.date, d.precision = date, ExactDay
	r.ordinal()
	d.span = r.until(date)
	r.skipBefore(4, ",")
	r.year(&d)
	d.plain = d.year == 0 && !word.capital
	return d.whole(), d.possible()
}

// quarter reads Q1, Q1 2026, Q1/26, Quarter 1 and Quarter 1 of 2026.
func (r *dateReader) quarter() (writtenDate, bool) {
	if !r.skip("q", "quarter") {
		return writtenDate{}, false
	}
	n, ok := r.number(0, 1)
	if !ok || n < 1 || n > 4 {
		return writtenDate{}, false
	}
	r.at++
	d := writtenDate{month: firstOf(n), precision: InQuarter}
	if r.peek(0).text == "/" && len(r.peek(1).text) == 2 {
		if short, ok := r.number(1, 2); ok {
			r.at += 2
			d.year = 2000 + short
			return d, true
		}
	}
	r.skipBefore(4, "/", "-", ",", "of")
	d.plain = !r.year(&d)
	return d, true
}

// yearQuarter reads 2026 Q1 and 2026-Q1.
func (r *dateReader) yearQuarter() (writtenDate, bool) {
	year, ok := yearOf(r.peek(0).text)
	if !ok {
		return writtenDate{}, false
	}
	r.at++
	r.skip("-", "/", ",")
	d, ok := r.quarter()
	if !ok || d.year != 0 {
		return writtenDate{}, false
	}
	d.year, d.plain = year, false
	return d, true
}

// year reads the year of a date, in full or as '26.
func (r *dateReader) year(d *writtenDate) bool {
	if year, ok := yearOf(r.peek(0).text); ok {
		r.at++
		d.year = year
		return true
	}
	if mark := r.peek(0).text; mark == "'" || mark == "’" {
		if short, ok := r.number(1, 2); ok && len(r.peek(1).text) == 2 {
			r.at += 2
			d.year = 2000 + short
			return true
		}
	}
	return false
}

// skipBefore goes past a mark only if a number of so many digits follows.
func (r *dateReader) skipBefore(digits int, marks ...string) {
	if _, ok := r.number(1, digits); ok && len(r.peek(1).text) == digits {
		r.skip(marks...)
	}
}

// afterWeekday reads the date that stands behind a day of the week: Thursday,
// 12 March.
func (r *dateReader) afterWeekday() (writtenDate, bool) {
	if !isWeekday(r.peek(0).text) {
		return writtenDate{}, false
	}
	r.at++
	r.skip(".")
	r.skip(",")
	if isWeekday(r.peek(0).text) {
		return writtenDate{}, false
	}
	d, ok := r.one()
	return d, ok && d.precision == ExactDay
}

// word reads today, yesterday, monday and last monday.
func (r *dateReader) word() (writtenDate, bool) {
	text := r.peek(0).text
	r.at++
	if text == "last" {
		text += " " + r.peek(0).text
		r.at++
	}
	if text == "" || isDigit(rune(text[0])) || text[0] == '-' {
		return writtenDate{}, false
	}
	span, err := ReadSpan(text, r.today)
	if err != nil {
		return writtenDate{}, false
	}
	day := span.From
	return writtenDate{year: day.Year, month: day.Month, date: day.Date, precision: ExactDay, plain: true}, true
}

// yearAlone reads 2026: no date to file an entry on, but the year of those
// below it.
func (r *dateReader) yearAlone() (writtenDate, bool) {
	year, ok := yearOf(r.peek(0).text)
	if ok {
		r.at++
	}
	return writtenDate{year: year, month: time.January, plain: true}, ok
}
