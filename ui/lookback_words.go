package ui

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/lookback"
)

// spanWords writes "16 to 22 November", as short as it stays clear.
func spanWords(s journal.Span, today journal.Day) string {
	until := shortDay(s.Until, today)
	from := shortDay(s.From, today)
	if s.From.Year == s.Until.Year && s.From.Month == s.Until.Month {
		return lang.L("{{.First}} to {{.Last}}", values{"First": s.From.Date, "Last": until})
	}
	return lang.L("{{.First}} to {{.Last}}", values{"First": from, "Last": until})
}

// writtenWords counts what was written in a stretch, kind by kind.
func writtenWords(s lookback.Summary) string {
	var kinds []string
	for _, k := range journal.Kinds() {
		if n := s.Kinds[k]; n > 0 {
			kinds = append(kinds, kindCount(k, n))
		}
	}
	if len(kinds) == 0 {
		return lang.L("Nothing was written.")
	}
	return strings.Join(kinds, ", ") + "."
}

// kindCount writes "2 moments".
func kindCount(k journal.Kind, n int) string {
	switch k {
	case journal.MomentKind:
		return countWords(n, lang.L("1 moment"), lang.L("{{.Count}} moments", values{"Count": inGroups(n)}))
	case journal.FeedbackKind:
		return countWords(n, lang.L("1 piece of feedback"), lang.L("{{.Count}} pieces of feedback", values{"Count": inGroups(n)}))
	case journal.ApplicationKind:
		return countWords(n, lang.L("1 application"), lang.L("{{.Count}} applications", values{"Count": inGroups(n)}))
	}
	return countWords(n, lang.L("1 reflection"), lang.L("{{.Count}} reflections", values{"Count": inGroups(n)}))
}

// movedWords says what a stretch did for an expectation.
func movedWords(m lookback.Moved) string {
	v := values{"Entries": entriesLine(m.Entries), "State": lower(proofStateName(m.After)), "Before": lower(proofStateName(m.Before))}
	if m.Better() {
		return lang.L("{{.Entries}}. Now {{.State}}, {{.Before}} before.", v)
	}
	return lang.L("{{.Entries}}. Still {{.State}}.", v)
}

// milestoneSaid says what a milestone is.
func milestoneSaid(m journal.Milestone) string {
	switch m.Kind {
	case journal.MilestoneActedOn:
		return lang.L("Acted on the feedback of {{.Name}}", values{"Name": nameOr(m.Name)})
	case journal.MilestoneFollowedUp:
		return lang.L("Met {{.Name}} again about their feedback", values{"Name": nameOr(m.Name)})
	}
	return lang.L("{{.Name}}: {{.Stage}}", values{"Name": m.Name, "Stage": lower(stageName(m.Stage))})
}

// streakWords says for how long the writer has kept writing, or nothing where
// it is no while yet.
func streakWords(s lookback.Streak, today journal.Day) string {
	const while = 2
	if s.Days < while {
		return ""
	}
	return lang.L("You have written on {{.Days}} days since {{.Since}}.", values{"Days": s.Days, "Since": shortDay(s.Since, today)})
}

// dayWords says how much was written on a day of the year.
func dayWords(d journal.Day, n int, today journal.Day) string {
	v := values{"Day": shortDay(d, today), "Entries": entriesLine(n)}
	if n == 0 {
		return lang.L("{{.Day}}: nothing", v)
	}
	return lang.L("{{.Day}}: {{.Entries}}", v)
}
