package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
)

// fact is a short remark with its icon, in the colour of a role: how a piece
// of feedback stands. What it says stands in the words, never in the colour.
type fact struct {
	icon  look.IconName
	words string
	ink   fyne.ThemeColorName
}

// stanceFact says whether a piece is praise or not; nothing where nobody said.
func stanceFact(stance string) fact {
	f := fact{look.IconFeedback, stanceName(stance), look.ColorInk2}
	switch stance {
	case "praise":
		f.icon = look.IconThumb
	case "constructive":
		f.icon = look.IconSpanner
	}
	return f
}

// standing says where a piece stands: when to go back to who gave it, or what
// came of it.
func standing(p journal.FeedbackLine, today journal.Day) fact {
	return standingOn(p, today, shortDay)
}

// standingOn is standing with days written in a way of their own.
func standingOn(p journal.FeedbackLine, today journal.Day, write func(d, today journal.Day) string) fact {
	switch {
	case p.State == journal.FeedbackFollowedUp:
		return fact{look.IconCheck, lang.L("Followed up"), look.ColorAccent}
	case needsReply(p, today):
		return followUpOn(p.FollowUpOn, today, write)
	case p.ActedOn > 0:
		return fact{look.IconCheck, actedOnWords(p.ActedOn), look.ColorAccent}
	case !p.FollowUpOn.IsZero():
		return followUpOn(p.FollowUpOn, today, write)
	}
	return fact{look.IconNone, lang.L("Not acted on yet"), look.ColorInk3}
}

// followUpFact says when to go back to who gave a piece, in warn from the day on.
func followUpFact(on, today journal.Day) fact { return followUpOn(on, today, shortDay) }

// followUpOn is followUpFact with days written in a way of their own.
func followUpOn(on, today journal.Day, write func(d, today journal.Day) string) fact {
	switch {
	case on == today:
		return fact{look.IconClock, lang.L("Follow up today"), look.ColorWarn}
	case on.Before(today):
		return fact{look.IconClock, lang.L("Was due {{.Day}}", values{"Day": write(on, today)}), look.ColorWarn}
	}
	return fact{look.IconClock, lang.L("Follow up {{.Day}}", values{"Day": weekdayAndDay(on, write(on, today))}), look.ColorInk2}
}

// weekdayAndDay writes "Fri 20 March".
func weekdayAndDay(d journal.Day, written string) string {
	return lang.L("{{.Weekday}} {{.Day}}", values{"Weekday": weekdayShort(d.Weekday()), "Day": written})
}

func actedOnWords(n int) string {
	if n == 1 {
		return lang.L("Acted on in 1 entry")
	}
	return lang.L("Acted on in {{.Count}} entries", values{"Count": inGroups(n)})
}

// nameOr is the name of who gave a piece, or says that there is none.
func nameOr(giver string) string {
	if strings.TrimSpace(giver) == "" {
		return lang.L("No name given")
	}
	return giver
}

// saidWords are the words of a piece on one line: what was said, in quotation
// marks, or else what was written about it.
func saidWords(p journal.FeedbackLine) string {
	if said := oneLine(p.Quote); said != "" {
		return lang.L("“{{.Words}}”", values{"Words": said})
	}
	return oneLine(lineTitle(p.Line))
}

// oneLine makes every white space a single space.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// cameBy says how a piece came and when: "In a talk, 10 March".
func cameBy(channel, date string) string {
	if channel == "" {
		return date
	}
	return lang.L("{{.Channel}}, {{.Date}}", values{"Channel": channelName(channel), "Date": date})
}
