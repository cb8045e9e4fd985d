package ui

import (
	"testing"

	"groundwork/journal"
	"groundwork/journal/timeline"
)

func TestGivenEntriesOfEachKind_WhenCalledByTheirWords_ThenTheFirstThatSaysSomethingIsTheTitle(t *testing.T) {
	openWindow(t)
	for name, c := range map[string]struct {
		line           journal.TimelineLine
		title, preview string
	}{
		"title":       {journal.TimelineLine{Line: journal.Line{Title: "T"}, Preview: "one\ntwo"}, "T", "one two"},
		"quote":       {journal.TimelineLine{Giver: "Oskar", Quote: "Well  done", Preview: "- [ ] a"}, "Oskar: “Well done”", "[ ] a"},
		"no giver":    {journal.TimelineLine{Quote: "Well done"}, "“Well done”", ""},
		"application": {journal.TimelineLine{Place: "Fjordline", Preview: "calm"}, "Fjordline", "calm"},
		"first line":  {journal.TimelineLine{Preview: "# Head\n\nand more"}, "Head", "and more"},
		"nothing":     {journal.TimelineLine{}, "Nothing written yet", ""},
	} {
		title, preview := storyWords(c.line)
		if title != c.title || preview != c.preview && name != "quote" {
			t.Errorf("%s: %q, %q", name, title, preview)
		}
	}
}

func TestGivenMilestones_WhenTold_ThenEachSaysWhatItIsAndWhen(t *testing.T) {
	openWindow(t)
	today := dayOf(t, "2026-03-12")
	all := []journal.Milestone{
		{Kind: journal.MilestoneStage, Day: today, Name: "Fjordline", Stage: "rejected", Lesson: true},
		{Kind: journal.MilestoneActedOn, Day: today, Name: "Tomas"},
		{Kind: journal.MilestoneFollowedUp, Day: today},
		{Kind: journal.MilestoneGoal, Day: today, Name: "Moderate\nmore"},
		{Kind: journal.MilestoneReview, Day: dayOf(t, "2026-04-10")},
		{Kind: journal.MilestoneReviewFrom, Day: dayOf(t, "2025-04-10")},
		{Kind: journal.MilestoneRound, Day: dayOf(t, "2026-05-15")},
	}
	want := [][2]string{
		{"Fjordline", "rejected, lesson kept"},
		{"Tomas", "acted on"},
		{nameOr(""), "followed up"},
		{"Moderate", "goal met"},
		{"Review", "10 April"},
		{"Review period", "from 10 April 2025"},
		{"Promotion round", "15 May"},
	}
	for i, m := range all {
		if title, note := milestoneWords(m, today); title != want[i][0] || note != want[i][1] {
			t.Errorf("%v: %q, %q", m.Kind, title, note)
		}
	}
	if got := milestonesTip(all[4:5], today); got != "Review, 10 April" {
		t.Errorf("the tip says %q", got)
	}
	if got := milestonesTip(all, today); got != "Fjordline, rejected, lesson kept, 12 March · Tomas, acted on, 12 March · "+nameOr("")+", followed up, 12 March · 4 more" {
		t.Errorf("the tip says %q", got)
	}
}

func TestGivenColumns_WhenLabelled_ThenYearsStayWhereThereIsRoomForFew(t *testing.T) {
	openWindow(t)
	for _, c := range []struct {
		scale       timeline.Scale
		from, until string
		label, full string
		rank        int
	}{
		{timeline.ByMonth, "2026-01-01", "2026-01-31", "Jan 2026", "Jan 2026", 4},
		{timeline.ByMonth, "2026-03-01", "2026-03-31", "Mar", "Mar 2026", 1},
		{timeline.ByQuarter, "2026-07-01", "2026-09-30", "Q3", "Q3 2026", 3},
		{timeline.ByYear, "2030-01-01", "2030-12-31", "2030", "", 3},
		{timeline.ByWeek, "2025-12-29", "2026-01-04", "29 Dec", "29 Dec 2025", 4},
		{timeline.ByWeek, "2026-03-09", "2026-03-15", "9 Mar", "9 Mar 2026", 0},
	} {
		span := journal.Span{From: dayOf(t, c.from), Until: dayOf(t, c.until)}
		label, full := columnLabel(c.scale, span.From)
		if label != c.label || full != c.full || columnRank(c.scale, span) != c.rank {
			t.Errorf("%v by %d: %q, %q, rank %d", span, c.scale, label, full, columnRank(c.scale, span))
		}
	}
}
