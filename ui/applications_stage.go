package ui

import (
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// stageQuestion asks for a stage that an application came to.
type stageQuestion struct {
	a       *applications
	of      tracked
	stage   *parts.Select
	on      journal.Day
	day     *dayField
	note    *parts.Field
	lesson  *parts.Field
	add     *parts.Button
	overlay *parts.Overlay
}

// askForStage asks for a stage to add to an application: the one that usually
// comes next, on today, unless the writer says otherwise.
func askForStage(a *applications, of *tracked) *stageQuestion {
	q := &stageQuestion{
		a: a, of: *of, on: a.today,
		note: parts.NewField(lang.L("What happened?")), lesson: parts.NewField(lang.L("What did you learn?")),
	}
	q.stage = parts.NewSelect(lang.L("Stage"), stageOptions(), q.choose)
	q.stage.SetSelected(rulesOf(of.ApplicationLine).NextStage(a.today))
	q.day = newPastDayField(q.a.w, q.today, q.setDay)
	q.day.show(q.on)
	for _, f := range []*parts.Field{q.note, q.lesson} {
		f.Editor.MaxBytes, f.Editor.OnTooLong = journal.MaxText, a.refuseLong
	}
	q.add = parts.NewButton(parts.Primary, lang.L("Add"), look.IconNone, q.submit)
	cancel := parts.NewButton(parts.Quiet, lang.L("Cancel"), look.IconNone, func() { q.overlay.Hide() })
	q.overlay = a.w.overlay(lang.L("Add a stage"), sentenceText(of.title()),
		parts.FormRow(lang.L("Stage"), parts.Across(0, fixedWidth(stageWidth, q.stage))),
		parts.FormRow(lang.L("Day"), parts.Across(0, fixedWidth(dateWidth, q.day.line))),
		parts.TwoColumns(look.Space12, q.note, q.lesson),
		parts.Across(look.Space8, parts.Spring(), cancel, q.add))
	q.settle()
	a.w.win.Canvas().Focus(q.stage)
	return q
}

func (q *stageQuestion) today() journal.Day { return q.a.today }

func (q *stageQuestion) choose(string) { q.settle() }

func (q *stageQuestion) setDay(d journal.Day) {
	q.on = d
	q.settle()
}

// answer is the stage as it stands in the fields.
func (q *stageQuestion) answer() journal.Stage {
	return journal.Stage{Stage: q.stage.Selected(), Day: q.on, Note: q.note.Editor.Text, Lesson: q.lesson.Editor.Text}
}

// settle says of a day that is before the stage it follows that it is, which
// may be so, and lets a stage be added once it is chosen.
func (q *stageQuestion) settle() {
	after := rulesOf(q.of.ApplicationLine)
	after.Stages = append(after.Stages[:len(after.Stages):len(after.Stages)], q.answer())
	q.day.line.SetNote("", false)
	if after.OutOfOrder(len(after.Stages) - 1) {
		q.day.line.SetNote(lang.L("Before the stage it follows."), true)
	}
	if q.stage.Selected() == "" {
		q.add.Disable()
	} else {
		q.add.Enable()
	}
	if q.overlay != nil {
		q.overlay.Refresh() // the sentence takes room
	}
}

// submit adds the stage. A day that cannot be read is said beside its field,
// and everything stays.
func (q *stageQuestion) submit() {
	q.day.line.Take()
	if q.day.line.Problem() != "" {
		q.a.w.win.Canvas().Focus(q.day.line.Editor)
		return
	}
	s := q.answer()
	q.a.w.editEntry(q.of.ID, "add a stage", func(e *journal.Entry) {
		a := applicationOf(e)
		a.Stages = append(a.Stages, s)
	}, q.overlay.Hide)
}
