package ui

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
)

// goalWhen says when a goal is due, or since when it is over: in warn from the
// day on, and nothing where no day is known.
func goalWhen(g *journal.Goal, today journal.Day) fact {
	switch g.Standing() {
	case journal.GoalDone:
		if on := g.MetOn(); !on.IsZero() {
			return fact{words: lang.L("Met {{.Day}}", values{"Day": shortDay(on, today)}), ink: look.ColorAccent}
		}
		return fact{words: lang.L("Met"), ink: look.ColorAccent}
	case journal.GoalDropped:
		return fact{words: lang.L("Dropped"), ink: look.ColorInk2}
	}
	switch due := g.Due; {
	case due.IsZero():
		return fact{words: lang.L("No date"), ink: look.ColorInk2}
	case due.Before(today):
		return fact{words: lang.L("Was due {{.Day}}", values{"Day": shortDay(due, today)}), ink: look.ColorWarn}
	case due == today:
		return fact{words: lang.L("Today"), ink: look.ColorWarn}
	default:
		return fact{words: nextDay(due, today), ink: look.ColorInk2}
	}
}

// goalAbout says of what kind a goal is, and how many entries stand behind it.
func goalAbout(g *journal.Goal, entries int) string {
	count := entriesLine(entries)
	if g.Kind == "" {
		return count
	}
	return lang.L("{{.Kind}}, {{.Entries}}", values{"Kind": goalKindName(g.Kind), "Entries": count})
}

// goalTitle is a goal in a line.
func goalTitle(g *journal.Goal) string {
	if text := oneLine(g.Text); text != "" {
		return text
	}
	return lang.L("A goal without words")
}

// goalsLine says how many goals are open, and how many were met since when.
func goalsLine(goals []journal.Goal, today journal.Day) string {
	open, met := 0, 0
	var first journal.Day // on which one was met
	known := true
	for i := range goals {
		switch g := &goals[i]; g.Standing() {
		case journal.GoalOpen:
			open++
		case journal.GoalDone:
			met++
			on := g.MetOn()
			known = known && !on.IsZero()
			if first.IsZero() || on.Before(first) {
				first = on
			}
		}
	}
	v := values{"Open": open, "Met": met}
	said := []string{lang.L("{{.Open}} open", v)}
	switch {
	case met > 0 && known:
		v["Since"] = monthOf(first, today)
		said = append(said, lang.L("{{.Met}} met since {{.Since}}", v))
	case met > 0:
		said = append(said, lang.L("{{.Met}} met", v))
	}
	return strings.Join(said, ", ")
}

// monthOf names the month of a day, with its year where it could be taken for
// another.
func monthOf(d, today journal.Day) string {
	if farFrom(d, today) {
		return lang.L("{{.Month}} {{.Year}}", values{"Month": monthName(d.Month), "Year": d.Year})
	}
	return monthName(d.Month)
}

// lateLine says how many goals have passed their day, or nothing.
func lateLine(goals []journal.Goal, today journal.Day) string {
	late := 0
	for i := range goals {
		if goals[i].Overdue(today) {
			late++
		}
	}
	switch late {
	case 0:
		return ""
	case 1:
		return lang.L("One has passed its day: do it, move it, or drop it.")
	}
	return lang.L("{{.Count}} have passed their day: do them, move them, or drop them.", values{"Count": late})
}
