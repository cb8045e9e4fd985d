package journal

import (
	"fmt"
	"strconv"
	"strings"
)

// slashes are the numbers of 03/14/2026, 14-03-26, 3/14, 03/2026 and 2026/03/14.
type slashes struct {
	numbers []int
	digits  []int // how many each has
	mark    string
}

// slashed reads numbers with slashes between them, or hyphens where it is not
// what Dates reads as it is.
func slashed(text string) (slashes, bool) {
	s := slashes{mark: "/"}
	if !strings.Contains(text, "/") {
		s.mark = "-"
	}
	for field := range strings.SplitSeq(text, s.mark) {
		n, err := strconv.ParseUint(field, 10, 16)
		if err != nil || len(field) > 4 || len(field) == 3 {
			return s, false
		}
		s.numbers, s.digits = append(s.numbers, int(n)), append(s.digits, len(field))
	}
	iso := s.mark == "-" && s.digits[0] == 4
	return s, !iso && (len(s.numbers) == 3 || len(s.numbers) == 2 && s.mark == "/")
}

// dotted writes the numbers down as a date that Dates reads without slashes; it
// cannot where they do not tell which is the day. What is no date becomes nothing.
func (s slashes) dotted(order DateOrder) (date string, clear bool) {
	a, b := s.numbers[0], s.numbers[1]
	rest := ""
	switch {
	case s.digits[0] != 4 && s.digits[1] != 4 && (min(a, b) < 1 || min(a, b) > 12 || max(a, b) > 31), a == 24 && b == 7: // 24/7 is none
		return "", true
	case s.digits[0] == 4 && len(s.numbers) == 3:
		return fmt.Sprintf("%04d-%02d-%02d", a, b, s.numbers[2]), true
	case s.digits[0] == 4:
		return fmt.Sprintf("%04d-%02d", a, b), true
	case s.digits[1] == 4:
		return fmt.Sprintf("%04d-%02d", b, a), true
	case len(s.numbers) == 3:
		rest = strconv.Itoa(s.numbers[2])
	}
	switch this := s.order(); {
	case a == b || this == DayFirst || this == OrderUnknown && order == DayFirst:
		return fmt.Sprintf("%d.%02d.%s", a, b, rest), true
	case this == MonthFirst || order == MonthFirst:
		return fmt.Sprintf("%d.%02d.%s", b, a, rest), true
	}
	return "", false
}

// order tells which of the first two numbers is the day, if only one can be.
func (s slashes) order() DateOrder {
	switch a, b := s.numbers[0], s.numbers[1]; {
	case max(a, b) > 31:
	case a > 12 && b <= 12:
		return DayFirst
	case b > 12 && a <= 12:
		return MonthFirst
	}
	return OrderUnknown
}

// listOrder finds out in which order a list writes its dates: one that can be
// read in one way only tells it for all. Where they contradict each other, it is
// unknown.
func listOrder(list string) DateOrder {
	order := OrderUnknown
	for word := range strings.FieldsFuncSeq(list, func(r rune) bool { return r != '/' && !isDigit(r) }) {
		s, ok := slashed(word)
		if !ok || len(s.numbers) != 3 || s.order() == OrderUnknown {
			continue
		}
		if order != OrderUnknown && order != s.order() {
			return OrderUnknown
		}
		order = s.order()
	}
	return order
}
