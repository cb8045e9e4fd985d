package parts

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"fyne.io/fyne/v2/lang"
)

// ReadNumber reads a number as people of different countries write one: "12", "-3", "12.5" and "12,5", "1 200",
// "1.200,5" and "1,200.5". Where a text could mean two numbers, or none, it returns a sentence that says so.
//
// A point or a comma that stands alone marks the decimals; only a comma before exactly three digits may be meant for
// thousands, and is asked about. Of two different marks the last one marks the decimals.
func ReadNumber(text string) (v float64, problem string) {
	w, ok := takeApart(strings.TrimSpace(text))
	if !ok {
		return 0, lang.L("This is not a number.")
	}
	v, err := strconv.ParseFloat(w.plain(), 64)
	switch {
	case err != nil:
		return 0, lang.L("This number is too large.")
	case w.unclear:
		return 0, whichOne(v, w)
	case v == 0:
		return 0, "" // and not the negative zero
	}
	return v, ""
}

// WriteNumber writes a number as shortly as it can be read back, with a point before its decimals.
func WriteNumber(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// whichOne asks which of two numbers is meant.
func whichOne(decimal float64, w written) string {
	w.digits, w.decimals = w.digits+w.decimals, ""
	thousands, err := strconv.ParseFloat(w.plain(), 64)
	if err != nil || math.IsInf(thousands, 0) {
		return lang.L("This number is too large.")
	}
	return lang.L("Is that {{.Decimal}} or {{.Thousands}}? Please write it without the comma.", map[string]any{
		"Decimal": strconv.FormatFloat(decimal, 'f', 3, 64), "Thousands": WriteNumber(thousands),
	})
}

// written is a number in its parts.
type written struct {
	sign, digits, decimals string
	unclear                bool // the decimals may be thousands
}

// plain is the number as programs write one.
func (w written) plain() string { return w.sign + w.digits + "." + w.decimals }

// takeApart finds the parts of a number, or none.
func takeApart(text string) (w written, ok bool) {
	w.sign, text = cutSign(text)
	text = strings.Map(oneSpace, text)
	mark, marks := lastMark(text)
	if marks == 0 {
		w.digits, ok = joined(text, " ")
		return w, ok
	}
	other := string(".,"[1-strings.Index(".,", mark)])
	if marks > 1 && !strings.Contains(text, other) { // of one kind and more than one: thousands
		w.digits, ok = joined(text, mark)
		return w, ok
	}
	if marks > 1 {
		return w, false
	}
	before, after, _ := strings.Cut(text, mark)
	group := " "
	if strings.Contains(before, other) {
		group = other
	}
	w.digits, ok = joined(before, group)
	if before == "" {
		ok = after != "" // .5
	}
	w.decimals = after
	w.unclear = mark == "," && len(after) == 3 && thousandsBegin(before)
	return w, ok && digitsOnly(after)
}

// cutSign takes the sign off a number; a minus may be the typographic one.
func cutSign(text string) (sign, rest string) {
	for _, minus := range []string{"-", "\u2212"} {
		if rest, found := strings.CutPrefix(text, minus); found {
			return "-", strings.TrimSpace(rest)
		}
	}
	return "", strings.TrimSpace(strings.TrimPrefix(text, "+"))
}

// oneSpace makes all that parts groups of digits and is neither a point nor a comma one character: the spaces of any
// width, and the apostrophe of the Swiss.
func oneSpace(r rune) rune {
	if unicode.IsSpace(r) || r == '\'' || r == '\u2019' {
		return ' '
	}
	return r
}

// lastMark returns which of point and comma comes last, and how often it is there.
func lastMark(text string) (mark string, count int) {
	at := strings.LastIndexAny(text, ".,")
	if at < 0 {
		return "", 0
	}
	mark = text[at : at+1]
	return mark, strings.Count(text, mark)
}

// joined returns the digits of a whole number in groups: all but the first are of three.
func joined(text, group string) (digits string, ok bool) {
	groups := strings.Split(text, group)
	for i, g := range groups {
		if g == "" || !digitsOnly(g) || (i > 0 && len(g) != 3) || (i == 0 && len(groups) > 1 && len(g) > 3) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// thousandsBegin reports whether a mark of thousands could follow: after one to three digits, the first of them not 0.
func thousandsBegin(text string) bool {
	return len(text) >= 1 && len(text) <= 3 && text[0] != '0'
}

func digitsOnly(text string) bool {
	for _, r := range text {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}
