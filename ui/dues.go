package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// dues are the follow-ups, next steps and goals that are due or will be soon,
// at the right of Today. To tick one is to have done it.
type dues struct {
	w       *Window
	rows    *fyne.Container
	content fyne.CanvasObject
	empty   string // is said where there are none; "" is not a word of them
}

// dueAhead is how many days ahead something counts as due soon, and mostDues
// how many are listed.
const (
	dueAhead = 14
	mostDues = 6
)

func newDues(w *Window) *dues {
	d := &dues{w: w, rows: parts.Down(look.Space12)}
	d.content = parts.Down(look.Space16, parts.NewHairline(), parts.NewSectionLabel(lang.L("Follow-ups due")), d.rows)
	d.content.Hide()
	return d
}

// refresh asks again for what is due.
func (d *dues) refresh() {
	read := d.w.today.reader()
	task(d.w, "read what is due", func(ctx context.Context) ([]journal.Due, error) {
		return read.dues(ctx, read.journal.Today(ctx))
	}, d.show)
}

// show lists what is due, the earliest first.
func (d *dues) show(all []journal.Due) {
	d.rows.Objects = nil
	for _, due := range all[:min(len(all), mostDues)] {
		d.rows.Add(d.row(due))
	}
	if len(all) == 0 && d.empty != "" {
		d.rows.Add(sentenceText(d.empty))
	}
	setVisible(d.content, len(d.rows.Objects) > 0)
	d.w.today.rail.column.Refresh()
}

func (d *dues) row(due journal.Due) fyne.CanvasObject {
	check := parts.NewCheck(dueWords(due), func(bool) { d.done(due) })
	when := parts.NewButton(parts.Quiet, dueDay(due.On, d.w.today.now), look.IconClock, func() { d.open(due) })
	when.Words, when.Height, when.Padding = parts.TypeCaption, look.Space24, look.Space8
	when.Ink = look.ColorInk2
	if !due.On.After(d.w.today.now) {
		when.Ink = look.ColorWarn
	}
	return parts.Down(0, check, parts.Inset(parts.Across(0, when), 0, -look.Space8, 0, dueIndent))
}

// dueIndent puts the day of what is due in line with its words, which stand
// right of a tick: a button keeps some room before its icon.
const dueIndent float32 = 30 - 5

// open shows what is due.
func (d *dues) open(due journal.Due) {
	parts.CloseOverlay(d.w.win.Canvas()) // a reminder lists it in a panel
	switch due.Kind {
	case journal.DueFollowUp:
		d.w.frame.feedback.open(due.ID)
	case journal.DueNextStep:
		d.w.frame.applications.open(due.ID)
	case journal.DueGoal:
		d.w.frame.growth.openGoal(due.ID)
	}
}

// done notes that something due was done, and offers to take it back.
func (d *dues) done(due journal.Due) {
	switch due.Kind {
	case journal.DueFollowUp:
		d.setState(due.ID, journal.FeedbackFollowedUp, lang.L("Followed up."))
	case journal.DueNextStep:
		d.clearStep(due.ID)
	case journal.DueGoal:
		d.w.frame.growth.stand(due.ID, journal.GoalDone)
	}
}

// setState sets how far feedback has come. The state before comes back with
// Undo.
func (d *dues) setState(id journal.ID, state, said string) {
	var before string
	d.w.editEntry(id, "follow up on feedback", func(e *journal.Entry) {
		before = feedbackOf(e).State
		e.Feedback.State = state
	}, func() {
		d.refresh() // the rail passes over a change of the entry in the middle
		d.w.door.say(said, parts.NoticeAction{Label: lang.L("Undo"), Do: func() { d.setState(id, before, lang.L("It is due again.")) }})
	})
}

// clearStep takes a next step away that was done; Undo brings it back.
func (d *dues) clearStep(id journal.ID) {
	var step string
	var on journal.Day
	d.w.editEntry(id, "finish a next step", func(e *journal.Entry) {
		a := applicationOf(e)
		step, on = a.NextStep, a.NextStepOn
		a.NextStep, a.NextStepOn = "", journal.Day{}
	}, func() {
		d.refresh()
		d.w.door.say(lang.L("Done. What comes next?"),
			parts.NoticeAction{Label: lang.L("Open the application"), Do: func() { d.w.openEntry(id) }},
			parts.NoticeAction{Label: lang.L("Undo"), Do: func() { d.bringStepBack(id, step, on) }})
	})
}

func (d *dues) bringStepBack(id journal.ID, step string, on journal.Day) {
	d.w.editEntry(id, "bring a next step back", func(e *journal.Entry) {
		applicationOf(e).NextStep, e.Application.NextStepOn = step, on
	}, d.refresh)
}

// dueWords says what is due.
func dueWords(due journal.Due) string {
	switch {
	case due.Kind == journal.DueFollowUp && due.Who != "":
		return lang.L("Tell {{.Who}} what you did with their feedback", values{"Who": due.Who})
	case due.Kind == journal.DueFollowUp:
		return lang.L("Follow up on the feedback")
	case due.Kind == journal.DueNextStep && due.Text == "":
		return lang.L("Next step: {{.Who}}", values{"Who": due.Who})
	}
	return due.Text
}

// dueDay says when something is due.
func dueDay(on, today journal.Day) string {
	switch n := today.DaysUntil(on); {
	case n == 0:
		return lang.L("Today")
	case n < 0:
		return lang.L("Was due {{.Day}}", values{"Day": shortDay(on, today)})
	case n == 1:
		return lang.L("Tomorrow")
	}
	return shortDay(on, today)
}
