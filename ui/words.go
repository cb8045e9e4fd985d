package ui

import (
	"fmt"
	"strconv"
	"time"
	"unicode"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// values are what a sentence of the window is filled with.
type values map[string]any

// dayHeading writes "Thursday, 12 March", with the year where it is not this
// one, or "March 2026" for an entry that is only known to the month.
func dayHeading(d journal.Day, p journal.Precision, today journal.Day) string {
	switch p {
	case journal.InMonth:
		return lang.L("{{.Month}} {{.Year}}", values{"Month": monthName(d.Month), "Year": d.Year})
	case journal.InQuarter:
		return lang.L("Quarter {{.Quarter}} of {{.Year}}", values{"Quarter": (int(d.Month) + 2) / 3, "Year": d.Year})
	}
	v := values{"Weekday": weekdayName(d.Weekday()), "Day": d.Date, "Month": monthName(d.Month), "Year": d.Year}
	if d.Year == today.Year {
		return lang.L("{{.Weekday}}, {{.Day}} {{.Month}}", v)
	}
	return lang.L("{{.Weekday}}, {{.Day}} {{.Month}} {{.Year}}", v)
}

// shortDay writes "12 March", with the year where it is not this one.
func shortDay(d, today journal.Day) string {
	v := values{"Day": d.Date, "Month": monthName(d.Month), "Year": d.Year}
	if d.Year == today.Year {
		return lang.L("{{.Day}} {{.Month}}", v)
	}
	return fullDay(d)
}

// lineDay writes the day of an entry in a list, as exactly as it is known.
func lineDay(l journal.Line, today journal.Day) string {
	if l.Precision == journal.ExactDay {
		return shortDay(l.Day, today)
	}
	return dayHeading(l.Day, l.Precision, today)
}

// shortLineDay is lineDay where there is little room: "12 Mar".
func shortLineDay(l journal.Line, today journal.Day) string {
	if l.Precision == journal.ExactDay {
		return shortDate(l.Day, today)
	}
	return lineDay(l, today)
}

// fullDay writes "12 March 2026".
func fullDay(d journal.Day) string {
	return lang.L("{{.Day}} {{.Month}} {{.Year}}", values{"Day": d.Date, "Month": monthName(d.Month), "Year": d.Year})
}

// howLongAgo writes "Two days ago" and the like.
func howLongAgo(d, today journal.Day) string {
	n := d.DaysUntil(today)
	switch {
	case n == 0:
		return lang.L("Today")
	case n == 1:
		return lang.L("Yesterday")
	case n == -1:
		return lang.L("Tomorrow")
	case n < 0:
		return lang.L("In {{.Days}} days", values{"Days": inGroups(-n)})
	case n < 60:
		return lang.L("{{.Days}} days ago", values{"Days": n})
	case n < 730:
		return lang.L("{{.Months}} months ago", values{"Months": n / 30})
	}
	return lang.L("{{.Years}} years ago", values{"Years": n / 365})
}

// clock writes the hour of a save: 21:04.
func clock(t time.Time) string { return t.Format("15:04") }

// wordCount counts what stands between white space. It walks the text once
// and allocates nothing.
func wordCount(s string) int {
	n, inWord := 0, false
	for _, r := range s {
		space := unicode.IsSpace(r)
		if !space && !inWord {
			n++
		}
		inWord = !space
	}
	return n
}

// wordsLine tells how much is written, or nothing while nothing is.
func wordsLine(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return lang.L("1 word")
	}
	return lang.L("{{.Count}} words", values{"Count": inGroups(n)})
}

// inGroups writes a count in groups of three digits, as the language does it:
// 1,234 or 1.234.
func inGroups(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return inGroups(n/1000) + lang.X(", ‹between thousands›", ",") + fmt.Sprintf("%03d", n%1000)
}

// monthNames are the names that the month in the rail shows.
func monthNames() parts.Names {
	n := parts.Names{Previous: lang.L("Previous month"), Next: lang.L("Next month")}
	for m := time.January; m <= time.December; m++ {
		n.Months[m-1] = monthName(m)
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		n.Weekdays[d] = weekdayLetter(d)
	}
	n.Day = func(d parts.Date) string {
		return fullDay(journal.Day{Year: d.Year, Month: d.Month, Date: d.Day})
	}
	return n
}

func monthName(m time.Month) string { return lang.L(m.String()) }

func weekdayName(d time.Weekday) string { return lang.L(d.String()) }

// weekdayLetter is the head of a column in the month.
func weekdayLetter(d time.Weekday) string {
	name := []rune(weekdayName(d))
	return string(name[:1])
}

// kindName is a kind as the window calls it.
func kindName(k journal.Kind) string {
	switch k {
	case journal.MomentKind:
		return lang.L("Moment")
	case journal.FeedbackKind:
		return lang.L("Feedback")
	case journal.ApplicationKind:
		return lang.L("Application")
	}
	return lang.L("Reflection")
}
