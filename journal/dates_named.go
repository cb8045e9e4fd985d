package journal

import (
	"strconv"
	"strings"
	"time"
)

// picker says which of the years that go with a date without one is meant.
type picker int

const (
	latest  picker = iota // the last one up to today
	soonest               // the first one from today on
)

// readNamed reads dates with the name of a month or a quarter in them, and
// 20.11.2026. The words are in lower case with one space between them.
func readNamed(s string, today Day, pick picker) (Span, bool) {
	if d, ok := readDotted(s, today, pick); ok {
		return Span{d, d}, true
	}
	words := strings.Fields(strings.ReplaceAll(s, ",", " "))
	if len(words) == 0 || len(words) > 3 {
		return Span{}, false
	}
	year, words := cutYear(words)
	if len(words) == 1 {
		return readMonthOrQuarter(words[0], year, today, pick)
	}
	if len(words) != 2 {
		return Span{}, false
	}
	month, named := monthNamed(words[1])
	number := words[0]
	if !named {
		month, named = monthNamed(words[0])
		number = words[1]
	}
	date, ok := readOrdinal(number)
	if !named || !ok {
		return Span{}, false
	}
	d := inYear(year, today, pick, func(y int) Day { return Day{y, month, date} })
	return Span{d, d}, true
}

// readDotted reads 20.11.2026, 20.11.26 and 20.11. as they are written where a
// point follows the day.
func readDotted(s string, today Day, pick picker) (Day, bool) {
	fields := strings.Split(strings.TrimSuffix(s, "."), ".")
	if len(fields) < 2 || len(fields) > 3 || len(fields) == 2 && !strings.HasSuffix(s, ".") {
		return Day{}, false
	}
	var numbers [3]int
	for i, f := range fields {
		n, err := strconv.ParseUint(f, 10, 16)
		if err != nil {
			return Day{}, false
		}
		numbers[i] = int(n)
	}
	year := numbers[2]
	if len(fields) == 3 && year < 100 {
		year += 2000
	}
	return inYear(year, today, pick, func(y int) Day { return Day{y, time.Month(numbers[1]), numbers[0]} }), true
}

// cutYear takes a year of four digits from the end of the words.
func cutYear(words []string) (year int, rest []string) {
	last := words[len(words)-1]
	if n, err := strconv.Atoi(last); err == nil && len(last) == 4 && n > 0 && len(words) > 1 {
		return n, words[:len(words)-1]
	}
	return 0, words
}

// readMonthOrQuarter reads "march" and "q3".
func readMonthOrQuarter(word string, year int, today Day, pick picker) (Span, bool) {
	first, months := time.Month(0), 1
	if m, ok := monthNamed(word); ok {
		first = m
	} else if len(word) == 2 && word[0] == 'q' && word[1] >= '1' && word[1] <= '4' {
		first, months = time.Month(3*int(word[1]-'1')+1), 3
	} else {
		return Span{}, false
	}
	from := inYear(year, today, pick, func(y int) Day {
		if pick == soonest {
			return Day{y, first, 1}.AddMonths(months).AddDays(-1) // it is over only with its last day
		}
		return Day{y, first, 1}
	})
	from = Day{from.Year, first, 1}
	return Span{from, from.AddMonths(months).AddDays(-1)}, true
}

// inYear gives the day in the year, or for 0 in the year that is picked: the
// nearest one that has the day, for the 29th of February.
func inYear(year int, today Day, pick picker, day func(year int) Day) Day {
	if year != 0 {
		return day(year)
	}
	step := -1
	if pick == soonest {
		step = 1
	}
	const farthest = 8 // years between two leap years
	for y := today.Year; y != today.Year+step*(farthest+1); y += step {
		d := day(y)
		if d.Valid() && (pick == latest && !d.After(today) || pick == soonest && !d.Before(today)) {
			return d
		}
	}
	return day(today.Year)
}

// monthNamed finds a month by its English or German name or at least the first
// three letters of it.
func monthNamed(word string) (time.Month, bool) {
	word = englishFor(strings.TrimSuffix(word, "."))
	if len(word) < 3 {
		return 0, false
	}
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		if name == word || word == name[:3] || word == "sept" && m == time.September {
			return m, true
		}
	}
	return 0, false
}

// readOrdinal reads 3, 3rd, 22nd and 3. as a day of a month.
func readOrdinal(word string) (int, bool) {
	for _, ending := range []string{"st", "nd", "rd", "th", "."} {
		if number, cut := strings.CutSuffix(word, ending); cut {
			word = number
			break
		}
	}
	n, err := strconv.ParseUint(word, 10, 8)
	return int(n), err == nil && n >= 1 && n <= 31
}
