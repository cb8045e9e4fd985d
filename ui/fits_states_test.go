package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// states are ways a window can be besides the usual, and what there is to see
// then.
func states() map[string]func(*testing.T) (*stage, []sight) {
	return map[string]func(*testing.T) (*stage, []sight){
		"empty": func(t *testing.T) (*stage, []sight) {
			s := openWindow(t)
			return s, s.bareSights()
		},
		"long words": func(t *testing.T) (*stage, []sight) {
			s := wordyStage(t)
			return s, append(s.bareSights(), s.panels()[0], s.kinds()[5], s.kinds()[6], s.kinds()[7], sight{"What is due", s.showCalled})
		},
		"sample": func(t *testing.T) (*stage, []sight) {
			s := openWindow(t)
			s.openSample()
			s.settle()
			return s, []sight{{"Today", s.today.goToday}}
		},
		"trouble": func(t *testing.T) (*stage, []sight) {
			s := openWindow(t)
			return s, []sight{{"Foot", s.tellOfTrouble}, {"Notice", s.warnAtLength}, {"Question", s.offer.ask}, {"Reminder", s.remindOfAll}}
		},
		"locked": func(t *testing.T) (*stage, []sight) {
			s := lockedWindow(t)
			return s, []sight{
				{"Locked", func() {}},
				{"Wrong", func() { s.unlock("four words") }},
				{"Recovery key", func() { s.lockScreen.swapSecret() }},
			}
		},
		"damaged": func(t *testing.T) (*stage, []sight) {
			s := openWindowOn(t, brokenJournal(t, overwrite("no database")))
			return s, []sight{{"Damaged", func() {}}}
		},
	}
}

// bareSights lists the pages, of a journal that may hold nothing.
func (s *stage) bareSights() (all []sight) {
	f := s.frame
	for i, p := range append(s.everyPage(), namedPage{"Export", f.export}) {
		all = append(all, sight{fmt.Sprint("Page ", i), func() { s.goTo(p.page) }})
	}
	for _, tab := range []string{tabPurpose, tabSteps, tabBoard, tabGoals, tabReady} {
		all = append(all, sight{"Growth, " + tab, func() { s.goTo(f.growth); f.growth.turn(tab) }})
	}
	for _, k := range journal.Kinds() {
		all = append(all, sight{"New " + string(k), func() { s.today.newEntry(k) }})
	}
	return all
}

// wordyStage is a window on a journal with long words wherever there can be
// some.
func wordyStage(t *testing.T) *stage {
	t.Helper()
	s := openWindow(t)
	long := strings.Repeat("Donaudampfschifffahrts", 4)
	day := journal.DayOf(evening)
	many := make([]string, 12)
	for i := range many {
		many[i] = fmt.Sprint(long, i)
	}
	proves := []journal.Evidence{{Expectation: long + " leads"}, {Expectation: strings.Repeat("short words of an expectation ", 5)}}
	for i := range 4 {
		s.add(journal.Entry{
			Kind: journal.MomentKind, Day: day.AddDays(-i), Title: long + long, Body: long + " " + strings.Repeat("word ", 300), Tags: many, Evidence: proves,
			Moment: &journal.Moment{Situation: long, Action: strings.Repeat("word ", 100)}, People: []journal.Involved{{Person: long + " Meyer", Role: "helped"}},
		})
		s.add(journal.Entry{
			Kind: journal.FeedbackKind, Day: day.AddDays(-20 * i), Body: long, Tags: many[:2], Evidence: proves,
			Feedback: &journal.Feedback{Giver: long + " Meyer", Relationship: "friend-or-family", Channel: "survey", Quote: strings.Repeat(long+" ", 9), Stance: "constructive", Situation: long, Behaviour: long, Impact: long, FollowUpOn: day.AddDays(-3), State: "new"},
		})
		s.add(journal.Entry{
			Kind: journal.ApplicationKind, Day: day.AddDays(-30 * i), Title: long,
			Application: &journal.Application{
				Position: long + " position", Organisation: long + " corporation", Route: "promotion-round", NextStep: long, NextStepOn: day, LooksFor: long, Lessons: long,
				Stages: []journal.Stage{{Stage: "applied", Day: day.AddDays(-9), Note: long, Lesson: long}, {Stage: "rejected", Day: day, Note: long, Lesson: long}},
			},
		})
	}
	return s
}

// tellOfTrouble has the foot say what stands in the way, at length.
func (s *stage) tellOfTrouble() {
	s.foot.trouble(lang.L("Save your text in another place, and look after the disk. It is tried again by itself."),
		parts.NoticeAction{Label: lang.L("Copy the text"), Do: func() {}}, parts.NoticeAction{Label: lang.L("Try again"), Do: func() {}})
}

// remindOfAll has the foot say all that a reminder can say.
func (s *stage) remindOfAll() {
	s.foot.askNothing()
	today := journal.DayOf(evening)
	r := &s.reminders
	s.app.Preferences().SetBool(remindWriting.on(), true)
	s.app.Preferences().SetString(remindWriting.at(), "00:00")
	s.setTold(remindWriting, today.AddDays(-1))
	r.say(journal.Called{Plan: []journal.Milestone{{Day: today}, {Day: today.AddDays(1)}}}, journal.Span{From: today, Until: today})
}

// showCalled shows what a reminder was about.
func (s *stage) showCalled() {
	today := journal.DayOf(evening)
	if _, err := s.journal.EditPlan(s.t.Context(), func(p *journal.Plan) error {
		p.ReviewUntil, p.NextRound = today.AddDays(-1), today.AddDays(journal.NoticeDays)
		return nil
	}); err != nil {
		s.t.Fatal(err)
	}
	s.reminders.show(journal.Span{From: today.AddDays(-9), Until: today})
}

// warnAtLength has the door say much, with something to do about it.
func (s *stage) warnAtLength() {
	s.foot.well()
	s.door.warn(lang.L("Save your text in another place, and look after the disk. It is tried again by itself."),
		parts.NoticeAction{Label: lang.L("Copy the text"), Do: func() {}}, parts.NoticeAction{Label: lang.L("Try again"), Do: func() {}})
}

// TestAllWordsHaveTheRoomTheyNeedInEveryState looks at windows on journals that
// are empty, wordy, locked, or in trouble.
func TestAllWordsHaveTheRoomTheyNeedInEveryState(t *testing.T) {
	for language, speak := range languages() {
		for size, room := range map[string]fyne.Size{"smallest": smallest, "small": windows()["small"], "usual": firstSize, "large text": windows()["1280 at 2"]} {
			for state, open := range states() {
				t.Run(language+", "+size+", "+state, func(t *testing.T) {
					speak(t)
					s, all := open(t)
					s.win.Resize(room.SubtractWidthHeight(0, look.MenuBarHeight))
					s.lookForMisfits(language+" "+size+" "+state, all)
				})
			}
		}
	}
}
