package ui

import (
	"cmp"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
)

// columnName is a column of the table as the window calls it.
func columnName(column int) string {
	switch column {
	case columnConsidering:
		return lang.L("Considering")
	case columnApplied:
		return lang.L("Applied")
	case columnInterview:
		return lang.L("Interview")
	case columnDecision:
		return lang.L("Decision")
	}
	return lang.L("Outcome")
}

// routeIcon stands beside the name of a route, or is none.
func routeIcon(route string) look.IconName {
	switch route {
	case journal.RoutePromotionRound:
		return look.IconFlag
	case journal.RouteInternal:
		return look.IconArrow
	case journal.RouteExternal:
		return look.IconApplications
	case journal.RouteVolunteer:
		return look.IconSprout
	}
	return look.IconNone
}

// filterName is a filter as the window calls it.
func filterName(f trackFilter) string {
	switch f {
	case showOpen:
		return lang.X("Open ‹not yet closed›", "Open")
	case showSilent:
		return lang.L("Gone silent")
	case showRounds:
		return lang.L("Promotion rounds")
	case showClosed:
		return lang.L("Closed")
	}
	return lang.L("All")
}

// trackDay writes a day below a stop: "12 Jan", or "Jan 2024" once the day
// alone would not tell the year. Nothing for no day.
func trackDay(d, today journal.Day) string {
	if d.IsZero() {
		return ""
	}
	v := values{"Day": d.Date, "Month": monthShort(d.Month), "Year": d.Year}
	if farFrom(d, today) {
		return lang.L("{{.Month}} {{.Year}}", v)
	}
	return lang.L("{{.Day}} {{.Month}}", v)
}

// farFrom tells whether a day without its year could be taken for another.
func farFrom(d, today journal.Day) bool {
	const near = 11 // months
	return !d.IsZero() && (d.Before(today.AddMonths(-near)) || d.After(today.AddMonths(near)))
}

// monthShort is the name of a month where there is little room.
func monthShort(m time.Month) string { return lang.L(m.String()[:3]) }

// weekdayShort is the name of a day of the week where there is little room.
func weekdayShort(d time.Weekday) string { return lang.L(d.String()[:3]) }

// dayCount writes "18 days".
func dayCount(n int) string {
	if n == 1 {
		return lang.L("1 day")
	}
	return lang.L("{{.Days}} days", values{"Days": n})
}

// standsAt says in words where an application stands: "Interview, 5 March".
func (t *tracked) standsAt(today journal.Day) string {
	if t.at < 0 {
		return lang.L("Not begun yet")
	}
	name, on := stageName(t.stage()), t.Stages[t.at].Day
	if on.IsZero() {
		return name
	}
	return lang.L("{{.Stage}}, {{.Day}}", values{"Stage": name, "Day": shortDay(on, today)})
}

// nextLines are what stands in the last column: what comes next or what came
// of it, and below it when. warn tells that it wants to be looked at.
func (t *tracked) nextLines(today journal.Day) (what, when string, warn bool) {
	if t.ended {
		what, when = t.endLines(today)
		return what, when, false
	}
	what = firstLine(t.NextStep)
	switch on := t.NextStepOn; {
	case !on.IsZero() && on.Before(today):
		return cmp.Or(what, lang.L("Next step")), lang.L("Was due {{.Day}}", values{"Day": shortDay(on, today)}), true
	case on == today && !on.IsZero():
		return cmp.Or(what, lang.L("Next step")), lang.L("Today"), true
	case !on.IsZero():
		return cmp.Or(what, lang.L("Next step")), nextDay(on, today), false
	}
	if t.silent {
		return cmp.Or(what, lang.L("Ask how it stands")), lang.L("Quiet for {{.Days}}", values{"Days": dayCount(t.quiet)}), true
	}
	return cmp.Or(what, lang.L("No next step yet")), t.quietLine(), false
}

// quietLine says for how long nothing has moved, or nothing where that is not
// known.
func (t *tracked) quietLine() string {
	switch {
	case t.quiet < 0:
		return ""
	case t.quiet == 0:
		return lang.L("Moved today")
	}
	return lang.L("Quiet for {{.Days}}", values{"Days": dayCount(t.quiet)})
}

// endLines say what came of an application that has ended, and since when.
func (t *tracked) endLines(today journal.Day) (what, when string) {
	end := t.Stages[t.at]
	since := ""
	if !end.Day.IsZero() {
		since = lang.L("Since {{.Day}}", values{"Day": shortDay(end.Day, today)})
	}
	if end.Stage != journal.StageRejected {
		return stageName(end.Stage), since
	}
	if lesson := firstLine(cmp.Or(t.Lessons, end.Lesson)); lesson != "" {
		return lang.L("Lesson kept"), lesson
	}
	return lang.L("What would you take from it?"), since
}

// nextDay writes the day of a next step: "Tue 17 March".
func nextDay(d, today journal.Day) string {
	if d == today.AddDays(1) {
		return lang.L("Tomorrow")
	}
	v := values{"Weekday": weekdayShort(d.Weekday()), "Day": shortDay(d, today)}
	return lang.L("{{.Weekday}} {{.Day}}", v)
}

// firstLine is the first line of a text that says something.
func firstLine(text string) string {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			return line
		}
	}
	return ""
}

// tracksLine is the line below the page's title: how many there are, and what
// comes next.
func tracksLine(all []tracked, today journal.Day) string {
	open := countPassing(all, showOpen)
	line := lang.L("{{.Open}} open, {{.Closed}} closed.", values{"Open": open, "Closed": len(all) - open})
	next := nextUp(all, today)
	if next == nil {
		return line
	}
	v := values{"Step": nextStepName(next), "Day": lang.L("{{.Weekday}} {{.Day}}", values{
		"Weekday": weekdayName(next.NextStepOn.Weekday()), "Day": shortDay(next.NextStepOn, today),
	})}
	if next.NextStepOn == today {
		return line + " " + lang.L("Next date: {{.Step}}, today.", v)
	}
	return line + " " + lang.L("Next date: {{.Step}} on {{.Day}}.", v)
}

// nextStepName names a next step and what it is for, in a line.
func nextStepName(t *tracked) string {
	step := strings.TrimRight(firstLine(t.NextStep), ".")
	if step == "" {
		return t.title()
	}
	return lang.L("{{.Step}} for {{.Position}}", values{"Step": step, "Position": t.title()})
}
