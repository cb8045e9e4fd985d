package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/timeline"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// bandMark shows a milestone on the band.
func bandMark(b *timeline.Band, m journal.Milestone) (mark parts.BandMark, ok bool) {
	at, ok := b.Along(m.Day)
	icon, ink := milestoneLook(m)
	title, note := milestoneWords(m, b.Today)
	return parts.BandMark{
		At: at, Icon: icon, Ink: ink, Title: title, Note: note, Weight: timeline.Weight(m), Pole: m.Kind == journal.MilestoneRound,
	}, ok
}

// milestoneLook is the icon of a milestone, and the role of its colour.
func milestoneLook(m journal.Milestone) (look.IconName, fyne.ThemeColorName) {
	switch m.Kind {
	case journal.MilestoneStage:
		return look.IconApplications, look.ColorApplication
	case journal.MilestoneActedOn, journal.MilestoneFollowedUp:
		return look.IconFeedback, look.ColorFeedback
	case journal.MilestoneGoal:
		return look.IconCheck, look.ColorAccent
	case journal.MilestoneRound:
		return look.IconFlag, look.ColorWarn
	}
	return look.IconCalendar, look.ColorInk2
}

// milestoneWords say what a milestone is about, and below that what happened,
// or when.
func milestoneWords(m journal.Milestone, today journal.Day) (title, note string) {
	title = firstLine(m.Name)
	switch m.Kind {
	case journal.MilestoneStage:
		note = lower(stageName(m.Stage))
		if m.Lesson {
			note = lang.L("{{.Stage}}, lesson kept", values{"Stage": note})
		}
		if title == "" {
			title = kindName(journal.ApplicationKind)
		}
	case journal.MilestoneActedOn:
		title, note = nameOr(title), lang.L("acted on")
	case journal.MilestoneFollowedUp:
		title, note = nameOr(title), lang.L("followed up")
	case journal.MilestoneGoal:
		note = lang.L("goal met")
	case journal.MilestoneReviewFrom:
		title, note = lang.L("Review period"), lang.L("from {{.Day}}", values{"Day": shortDay(m.Day, today)})
	case journal.MilestoneReview:
		title, note = lang.L("Review"), shortDay(m.Day, today)
	case journal.MilestoneRound:
		title, note = lang.L("Promotion round"), shortDay(m.Day, today)
	}
	return title, note
}

// mostTold is how many milestones a tip names.
const mostTold = 3

// milestonesTip says what dates are that stand together.
func milestonesTip(all []journal.Milestone, today journal.Day) string {
	var told []string
	for _, m := range all[:min(len(all), mostTold)] {
		title, note := milestoneWords(m, today)
		v := values{"Title": title, "Note": note, "Day": shortDay(m.Day, today)}
		if note == v["Day"] {
			told = append(told, lang.L("{{.Title}}, {{.Day}}", v))
			continue
		}
		told = append(told, lang.L("{{.Title}}, {{.Note}}, {{.Day}}", v))
	}
	tip := strings.Join(told, " · ")
	if rest := len(all) - mostTold; rest > 0 {
		tip += " · " + lang.L("{{.Count}} more", values{"Count": inGroups(rest)})
	}
	return tip
}
