package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// pastTime writes when an entry was saved: "12 March, 21:04". zone is that of
// the writer.
func pastTime(at time.Time, today journal.Day, zone *time.Location) string {
	at = at.In(zone)
	day := journal.DayOf(at)
	when := values{"Day": shortDay(day, today), "Time": clock(at)}
	switch day.DaysUntil(today) {
	case 0:
		return lang.L("Today, {{.Time}}", when)
	case 1:
		return lang.L("Yesterday, {{.Time}}", when)
	}
	return lang.L("{{.Day}}, {{.Time}}", when)
}

// pastChange says in a few words what became other with a row.
func pastChange(r pastRow, today journal.Day, zone *time.Location) string {
	switch {
	case r.damaged:
		return lang.L("Cannot be read")
	case !r.as.IsZero():
		return lang.L("Again as {{.When}}", values{"When": pastTime(r.as, today, zone)})
	case r.first && r.n == 0:
		return wordsLine(r.words)
	case r.first && r.words == 0:
		return lang.L("The oldest that is kept")
	case r.first:
		return lang.L("The oldest that is kept, {{.Words}}", values{"Words": wordsLine(r.words)})
	}
	var all []string
	if words := wordsChanged(r.came, r.gone); words != "" {
		all = append(all, words)
	} else if r.text {
		all = append(all, lang.L("spaces or signs"))
	}
	for _, f := range r.changed {
		all = append(all, pastFieldName(f))
	}
	if len(all) == 0 {
		return lang.L("Nothing that shows")
	}
	return strings.Join(all, " · ")
}

// wordsChanged counts the words that came and went: "+12 −3 words".
func wordsChanged(came, gone int) string {
	v := values{"Came": inGroups(came), "Gone": inGroups(gone)}
	switch {
	case came > 0 && gone > 0:
		return lang.L("+{{.Came}} −{{.Gone}} words", v)
	case came == 1:
		return lang.L("+1 word")
	case gone == 1:
		return lang.L("−1 word")
	case came > 0:
		return lang.L("+{{.Came}} words", v)
	case gone > 0:
		return lang.L("−{{.Gone}} words", v)
	}
	return ""
}

// versionsLine counts what was kept.
func versionsLine(n int) string {
	switch n {
	case 0:
		return lang.L("No earlier version is kept yet. One is, once you go on writing after a minute or more.")
	case 1:
		return lang.L("1 earlier version is kept.")
	}
	return lang.L("{{.Count}} earlier versions are kept.", values{"Count": inGroups(n)})
}
