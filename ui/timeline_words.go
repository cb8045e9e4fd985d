package ui

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/document"
	"groundwork/journal/timeline"
)

// chronicleLine is the line below the name of the page: how much there is, since
// when, and how far the expectations are proved.
func chronicleLine(s *chronicleSheet, narrowed bool) string {
	f := &s.facts
	if f.All == 0 {
		return lang.L("Nothing is written yet.")
	}
	v := values{"Entries": entriesLine(f.Entries), "All": inGroups(f.All), "Month": wholeMonth(f.First)}
	line := lang.L("{{.Entries}} since {{.Month}}.", v)
	if narrowed {
		line = lang.L("{{.Entries}} of {{.All}} since {{.Month}}.", v)
	}
	if s.band.Asked > 0 {
		line += " " + lang.L("Strong evidence now covers {{.Strong}} of {{.Asked}} expectations.", values{
			"Strong": s.band.Columns[s.band.Now].Strong, "Asked": s.band.Asked,
		})
	}
	return line
}

// wholeMonth writes "July 2025".
func wholeMonth(d journal.Day) string { return dayHeading(d, journal.InMonth, d) }

// monthHeading writes "July", with the year where it is not this one.
func monthHeading(d, today journal.Day) string {
	if d.Year == today.Year {
		return monthName(d.Month)
	}
	return wholeMonth(d)
}

// zoomName is what a step of the band shows.
func zoomName(zoom int) string {
	switch {
	case zoom == zoomDecades:
		return lang.L("Decades")
	case bandZooms()[zoom].scale == timeline.ByWeek:
		return lang.L("Weeks")
	case bandZooms()[zoom].scale == timeline.ByQuarter:
		return lang.L("Quarters")
	case bandZooms()[zoom].scale == timeline.ByYear:
		return lang.L("Years")
	}
	return lang.L("Months")
}

// perColumn says what the bars of a scale count.
func perColumn(s timeline.Scale) string {
	switch s {
	case timeline.ByWeek:
		return lang.L("entries a week")
	case timeline.ByQuarter:
		return lang.L("entries a quarter")
	case timeline.ByYear:
		return lang.L("entries a year")
	}
	return lang.L("entries a month")
}

// columnLabel is what stands below a column, with the year in full.
func columnLabel(s timeline.Scale, from journal.Day) (label, full string) {
	v := values{"Day": from.Date, "Month": monthShort(from.Month), "Year": from.Year, "Quarter": (int(from.Month) + 2) / 3}
	switch s {
	case timeline.ByWeek:
		label = lang.L("{{.Day}} {{.Month}}", v)
		return label, lang.L("{{.Day}} {{.Month}} {{.Year}}", v)
	case timeline.ByQuarter:
		label, full = lang.L("Q{{.Quarter}}", v), lang.L("Q{{.Quarter}} {{.Year}}", v)
	case timeline.ByYear:
		return strconv.Itoa(from.Year), ""
	default:
		label, full = monthShort(from.Month), lang.L("{{.Month}} {{.Year}}", v)
	}
	if from.Month == 1 {
		return full, full
	}
	return label, full
}

// columnSpanName names a column in a sentence.
func columnSpanName(s timeline.Scale, span journal.Span) string {
	switch s {
	case timeline.ByWeek:
		return lang.L("Week from {{.Day}}", values{"Day": fullDay(span.From)})
	case timeline.ByQuarter:
		return dayHeading(span.From, journal.InQuarter, span.From)
	case timeline.ByYear:
		return strconv.Itoa(span.From.Year)
	}
	return wholeMonth(span.From)
}

// columnTip says what a column holds: how many entries of which kinds, and how
// far the expectations were proved.
func columnTip(b *timeline.Band, i int) string {
	c := b.Columns[i]
	v := values{"When": columnSpanName(b.Scale, c.Span), "Entries": entriesLine(c.Entries), "Kinds": kindsLine(c.Kinds), "Strong": c.Strong, "Asked": b.Asked}
	tip := lang.L("{{.When}}: no entries", v)
	if c.Entries > 0 {
		tip = lang.L("{{.When}}: {{.Entries}} ({{.Kinds}})", v)
	}
	if b.Asked > 0 && !c.Ahead {
		tip += " · " + lang.L("{{.Strong}} of {{.Asked}} strong", v)
	}
	return tip
}

// kindsLine counts by kind: "Reflection 5, Moment 2".
func kindsLine(counts []int) string {
	var some []string
	for i, k := range journal.Kinds() {
		if counts[i] > 0 {
			some = append(some, kindName(k)+" "+strconv.Itoa(counts[i]))
		}
	}
	return strings.Join(some, ", ")
}

// storyWords gives the title of an entry on the timeline, and the beginning of
// what it says besides.
func storyWords(l journal.TimelineLine) (title, preview string) {
	said := plainText(l.Preview)
	preview = strings.Join(strings.Fields(said), " ")
	quote := strings.Join(strings.Fields(l.Quote), " ")
	switch {
	case l.Title != "":
		return l.Title, preview
	case quote != "" && l.Giver != "":
		return lang.L("{{.Name}}: “{{.Quote}}”", values{"Name": l.Giver, "Quote": quote}), preview
	case quote != "":
		return lang.L("“{{.Quote}}”", values{"Quote": quote}), preview
	case l.Place != "":
		return l.Place, preview
	case preview == "":
		return lang.L("Nothing written yet"), ""
	}
	title = firstLine(said)
	return title, strings.Join(strings.Fields(strings.Replace(said, title, "", 1)), " ")
}

// previewLetters is how much of an entry's text the timeline reads.
const previewLetters = 400

// plainText is the beginning of a text of an entry without its marks. One that
// was cut ends with a word.
func plainText(markdown string) string {
	if utf8.RuneCountInString(markdown) >= previewLetters {
		if space := strings.LastIndexAny(markdown, " \n"); space > 0 {
			markdown = markdown[:space] + "…"
		}
	}
	return document.FromMarkdown(markdown).Plain()
}

// storyDay is the day of an entry in its month, as exactly as it is known: "Thu
// 12", or the month or quarter.
func storyDay(l journal.Line) string {
	switch l.Precision {
	case journal.InMonth:
		return monthShort(l.Day.Month)
	case journal.InQuarter:
		return lang.L("Q{{.Quarter}}", values{"Quarter": (int(l.Day.Month) + 2) / 3})
	}
	return lang.L("{{.Weekday}} {{.Day}}", values{"Weekday": weekdayShort(l.Day.Weekday()), "Day": l.Day.Date})
}
