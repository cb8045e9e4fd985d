package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// stageRow is one stage of an application: which, when, what happened, and
// what was learned.
type stageRow struct {
	form    *applicationForm
	at      int // its place among the stages
	stage   *parts.Select
	day     *dayField
	note    *parts.Field
	lesson  *parts.Field
	content fyne.CanvasObject
}

func newStageRow(f *applicationForm, at int) *stageRow {
	r := &stageRow{form: f, at: at}
	r.stage = parts.NewSelect(lang.L("Stage"), stageOptions(), r.setStage)
	r.day = newPastDayField(f.desk.today.w, f.desk.today.day, r.setDay)
	r.note = f.desk.line(lang.L("What happened?"), func(e *journal.Entry) *string { return &r.in(e).Note })
	r.lesson = f.desk.line(lang.L("What did you learn?"), func(e *journal.Entry) *string { return &r.in(e).Lesson })
	remove := parts.NewIconButton(look.IconClose, lang.L("Take this stage away"), r.remove)
	remove.Side, remove.IconSize = look.Space24, look.IconSizeSmall
	r.content = parts.Down(look.Space4,
		parts.Across(look.Space8, fixedWidth(stageWidth, r.stage), fixedWidth(dateWidth, r.day.line)),
		container.NewBorder(nil, nil, nil, remove, parts.TwoColumns(look.Space8, r.note, r.lesson)))
	parts.RevealReached(r.content, f.desk.today.shared.Reveal)
	return r
}

// in finds the stage in an entry.
func (r *stageRow) in(e *journal.Entry) *journal.Stage {
	a := applicationOf(e)
	if r.at >= len(a.Stages) { // it was taken away and only its row is left
		return &journal.Stage{}
	}
	return &a.Stages[r.at]
}

// show brings the row up to its stage, and marks a day before the stage it
// follows: that may be so, but is worth a look.
func (r *stageRow) show(at int, a *journal.Application) {
	r.at = at
	s := a.Stages[at]
	r.stage.SetSelected(s.Stage)
	r.day.show(s.Day)
	r.day.line.SetNote("", false)
	if a.OutOfOrder(at) {
		r.day.line.SetNote(lang.L("Before the stage it follows."), true)
	}
}

func (r *stageRow) setStage(key string) {
	choose(r.form.desk, func(e *journal.Entry) *string { return &r.in(e).Stage }, key)
	r.form.desk.today.redraw(r.form.desk)
}

func (r *stageRow) setDay(day journal.Day) {
	choose(r.form.desk, func(e *journal.Entry) *journal.Day { return &r.in(e).Day }, day)
	r.form.desk.today.redraw(r.form.desk)
}

func (r *stageRow) remove() { r.form.remove(r.at) }
