package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// goalQuestion asks for a new goal.
type goalQuestion struct {
	g       *growth
	with    journal.Goal // what it begins with
	text    *parts.Field
	kind    *parts.Select
	due     *dayField
	on      journal.Day
	overlay *parts.Overlay
}

// askForGoal asks for a new goal.
func (g *growth) askForGoal() { g.askForGoalLike(journal.Goal{}) }

// askForGoalLike asks for a new goal that begins with what is known of it.
func (g *growth) askForGoalLike(with journal.Goal) *goalQuestion {
	q := &goalQuestion{g: g, with: with, text: parts.NewField(lang.L("What do you want to reach?"))}
	q.text.Editor.MaxBytes, q.text.Editor.OnTooLong = journal.MaxText, g.refuseLong
	q.text.Editor.OnEdited = func(string) { q.text.SetProblem("") }
	q.text.Editor.Load(with.Text)
	q.kind = parts.NewSelect(lang.L("What kind of goal?"), options(journal.GoalKinds(), goalKindName), nil)
	q.kind.SetSelected(with.Kind)
	q.due = newDayField(g.w, g.today, q.setDue)
	add := parts.NewButton(parts.Primary, lang.L("Add"), look.IconNone, q.submit)
	cancel := parts.NewButton(parts.Quiet, lang.L("Cancel"), look.IconNone, func() { q.overlay.Hide() })
	q.overlay = g.w.overlay(lang.L("A new goal"), q.text,
		parts.FormRow(lang.L("Kind"), parts.Across(0, fixedWidth(selectWidth, q.kind))),
		parts.FormRow(lang.L("Due"), parts.Across(0, fixedWidth(dateWidth, q.due.line))),
		parts.Across(look.Space8, parts.Spring(), cancel, add))
	g.w.win.Canvas().Focus(q.text.Editor)
	return q
}

func (q *goalQuestion) setDue(d journal.Day) {
	q.on = d
	q.due.line.SetNote("", false)
	if !d.IsZero() && d.Before(q.g.today()) {
		q.due.line.SetNote(lang.L("This day is past."), true)
	}
	q.overlay.Refresh() // the sentence takes room
}

// submit adds the goal and shows it. What is missing is said beside its field.
func (q *goalQuestion) submit() {
	q.due.line.Take()
	switch {
	case strings.TrimSpace(q.text.Editor.Text) == "":
		q.text.SetProblem(lang.L("A few words say what it is."))
		q.overlay.Refresh()
		q.g.w.win.Canvas().Focus(q.text.Editor)
		return
	case q.due.line.Problem() != "":
		q.overlay.Refresh()
		q.g.w.win.Canvas().Focus(q.due.line.Editor)
		return
	}
	goal, w := q.with, q.g.w
	goal.Text, goal.Kind, goal.Due = strings.TrimSpace(q.text.Editor.Text), q.kind.Selected(), q.on
	task(w, "add a goal", func(ctx context.Context) (journal.Goal, error) {
		return w.journal.AddGoal(ctx, goal)
	}, func(added journal.Goal) {
		q.overlay.Hide()
		q.g.openGoal(added.ID)
	})
}
