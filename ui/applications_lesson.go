package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// lessonForm asks, for an application that was rejected, what to take from it
// and what to try next. What is typed is saved as everything is that is
// written: on the desk of the entry.
type lessonForm struct {
	table *trackTable
	id    journal.ID
	entry journal.Entry // as it was read
	goals []string
	desk  *desk // nil before something is typed

	content *fyne.Container
	take    *parts.Field
	try     *parts.Field
	keep    *parts.Button
	saved   *parts.Status
}

func newLessonForm(t *trackTable) *lessonForm {
	f := &lessonForm{
		table: t, take: parts.NewField(lang.L("What would you take from it?")),
		try: parts.NewField(lang.L("What could you try next?")), saved: parts.NewStatus(),
	}
	f.keep = parts.NewButton(parts.Soft, lang.L("Keep as a goal"), look.IconFlag, f.keepAsGoal)
	f.keep.OnFocus = func() { t.rows.Reveal(f.keep) }
	f.take.Editor.OnEdited, f.try.Editor.OnEdited = f.writeLesson, f.writeNext
	for _, field := range []*parts.Field{f.take, f.try} {
		field.Editor.MaxBytes, field.Editor.OnTooLong = journal.MaxText, t.a.refuseLong
		field.Editor.OnEscape = t.a.escape
		field.OnFocus = func() { t.rows.Reveal(field) }
	}
	f.content = parts.Down(look.Space12,
		sentenceText(lang.L("Not this time. Two questions, whenever you are ready.")),
		parts.TwoColumns(look.Space12, f.take, f.try), parts.Across(look.Space12, f.keep, f.saved))
	f.content.Hide()
	return f
}

// show asks about an application, or hides where there is nothing to ask. What
// is being typed stays.
func (f *lessonForm) show(line *tracked, o *openTrack) {
	asks := line.rejection() >= 0 && o.entry.Application != nil
	setVisible(f.content, asks)
	if !asks {
		f.leave()
		return
	}
	if f.id != line.ID {
		f.leave()
		f.id = line.ID
	}
	f.entry, f.goals = o.entry, o.goals
	now := o.entry
	if f.desk != nil {
		now = f.desk.draft.Entry() // it may hold more than what is stored
	}
	f.load(f.take, rejected(now.Application).Lesson)
	f.load(f.try, now.Application.Lessons)
	f.settle()
}

// load puts a text into a field, unless it is there or something is typed.
func (f *lessonForm) load(field *parts.Field, text string) {
	focused := f.table.a.w.win.Canvas().Focused() == fyne.Focusable(field.Editor)
	if field.Editor.Text != text && !focused {
		field.Editor.Load(text)
	}
}

// rejected is the last rejection of an application, or a stage that belongs to
// none where it has no rejection any more.
func rejected(a *journal.Application) *journal.Stage {
	for i := range slices.Backward(a.Stages) {
		if a.Stages[i].Stage == journal.StageRejected {
			return &a.Stages[i]
		}
	}
	return &journal.Stage{}
}

func (f *lessonForm) writeLesson(text string) {
	f.write(func(e *journal.Entry) { rejected(applicationOf(e)).Lesson = text })
}

func (f *lessonForm) writeNext(text string) {
	f.write(func(e *journal.Entry) { applicationOf(e).Lessons = text })
}

// write takes over what was typed, on the desk of the entry.
func (f *lessonForm) write(change func(*journal.Entry)) {
	if f.desk == nil {
		f.desk = f.table.a.w.deskFor(f.entry)
		f.desk.beside = f.showState
	}
	f.desk.draft.Edit(change)
	f.settle()
	f.table.grown()
}

// leave sees to it that what was typed is on disk when it goes out of sight.
func (f *lessonForm) leave() {
	f.saved.Quiet("")
	if f.desk == nil {
		return
	}
	f.desk.beside = nil
	f.desk.reload()
	f.table.a.w.today.flush(f.desk)
	f.desk = nil
}

// showState tells whether what was typed is safe.
func (f *lessonForm) showState(s journal.DraftState) {
	switch {
	case s.State == journal.Failed:
		f.saved.Warn(lang.L("Not saved"))
		f.table.a.w.door.warnUntilSettled("save what was learned", s.Err,
			parts.NoticeAction{Label: lang.L("Copy the text"), Do: f.copyTexts})
	case s.State == journal.Clean:
		f.saved.Done(lang.L("Saved {{.Time}}", values{"Time": clock(s.Saved)}))
		f.table.a.w.saved()
	}
}

// copyTexts puts what was typed on the clipboard.
func (f *lessonForm) copyTexts() {
	f.table.a.w.copyText(strings.TrimSpace(f.take.Editor.Text + "\n\n" + f.try.Editor.Text))
}

// settle offers to keep what is to be tried as a goal, unless it is one.
func (f *lessonForm) settle() {
	text := strings.TrimSpace(f.try.Editor.Text)
	kept := text != "" && slices.Contains(f.goals, text)
	f.keep.SetText(lang.L("Keep as a goal"))
	if kept {
		f.keep.SetText(lang.L("Kept as a goal"))
	}
	if text == "" || kept {
		f.keep.Disable()
		return
	}
	f.keep.Enable()
}

// keepAsGoal makes a goal of what is to be tried next.
func (f *lessonForm) keepAsGoal() {
	w, id, text := f.table.a.w, f.id, strings.TrimSpace(f.try.Editor.Text)
	task(w, "keep a goal", func(ctx context.Context) (journal.Goal, error) {
		return w.journal.AddGoal(ctx, journal.Goal{Kind: "learning", Text: text, Entries: []journal.ID{id}})
	}, func(g journal.Goal) {
		if f.id == id {
			f.goals = append(f.goals, g.Text)
			f.settle()
		}
	})
}
