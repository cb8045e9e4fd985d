package ui

import (
	"slices"
	"strings"

	"groundwork/journal"
)

// learned is something that was learned in an application.
type learned struct {
	application journal.ID
	title       string // of the application
	place       string // the organisation, or nothing
	stage       string // in which it was learned; nothing for the whole
	day         journal.Day
	text        string
}

// lessonsOf gathers what was learned in all applications, newest first.
func lessonsOf(all []tracked, today journal.Day) []learned {
	var lessons []learned
	for i := range all {
		t := &all[i]
		one := learned{application: t.ID, title: t.title(), place: strings.TrimSpace(t.Organisation), day: t.lastSeen(today)}
		if one.text = strings.TrimSpace(t.Lessons); one.text != "" {
			lessons = append(lessons, one)
		}
		for k := len(t.Stages) - 1; k >= 0; k-- {
			s := t.Stages[k]
			one.stage, one.day, one.text = s.Stage, s.Day, strings.TrimSpace(s.Lesson)
			if one.day.IsZero() {
				one.day = t.Day
			}
			if one.text != "" {
				lessons = append(lessons, one)
			}
		}
	}
	slices.SortStableFunc(lessons, func(a, b learned) int { return b.day.Compare(a.day) })
	return lessons
}
