package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"groundwork/journal"
	"groundwork/journal/prompts"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// ownForm is the right column while a question of the user's own is open: its
// words, the kind of entry and the element it is for, and what can be done
// with it.
type ownForm struct {
	l       *library
	stored  journal.OwnPrompt // as it was when it was shown; no ID for a new one
	content *fyne.Container

	back    *fyne.Container
	title   *parts.Text
	text    *parts.Field
	kind    *widget.Select
	element *elementChooser
	wrong   *parts.Paragraph
	save    *parts.Button
	write   *parts.Button
	pause   *parts.Button
	restore *parts.Button
	remove  *parts.Button
	state   *parts.Paragraph
	foot    *fyne.Container
	scroll  *parts.Scroller
}

func newOwnForm(l *library) *ownForm {
	f := &ownForm{
		l: l, back: backButton(l), title: parts.NewText("", parts.TypeDetailTitle),
		text: parts.NewField(lang.L("The question")), element: newElementChooser(l),
		wrong: parts.NewParagraph("", parts.TypeCaption.In(look.ColorWarn), 18),
		state: parts.NewParagraph("", parts.TypeCaption, 18),
	}
	f.text.Editor.OnEdited = f.edited
	f.text.Editor.MaxBytes = 8 * journal.MaxOwnPrompt
	f.kind = widget.NewSelect(kindChoices(), f.kindChosen)
	f.element.changed = f.touched
	f.save = parts.NewButton(parts.Primary, "", look.IconNone, f.keep)
	f.write = parts.NewButton(parts.Outline, lang.L("Write about this"), look.IconPencil, f.writeAbout)
	f.pause = parts.NewButton(parts.Outline, "", look.IconNone, f.togglePause)
	f.restore = parts.NewButton(parts.Quiet, lang.L("Bring it back"), look.IconUndo, f.bringBack)
	f.remove = parts.NewButton(parts.Quiet, lang.L("Delete"), look.IconTrash, f.delete)
	f.remove.Ink = look.ColorInk2
	words := parts.Down(look.Space20,
		parts.Down(look.Space8, f.back, f.title, f.state), f.text,
		labelled(lang.L("For"), container.NewStack(f.kind, parts.NewSurface("", look.ColorLine, look.RadiusField))), labelled(lang.L("About"), f.element.content), f.wrong)
	f.foot = parts.Down(look.Space8, parts.Flow(look.Space8, look.Space8, f.save, f.write),
		parts.Flow(look.Space8, look.Space8, f.pause, f.restore, f.remove))
	f.scroll = parts.NewScroller(parts.Inset(parts.Gutter(words, 0, 0), look.Space32, 0, look.Space8, 0))
	f.content = container.New(footed{}, f.scroll, parts.Gutter(parts.Inset(f.foot, look.Space12, 0, look.Space24, 0), 0, 0))
	f.element.resized = f.scroll.Refresh
	f.content.Hide()
	return f
}

// labelled puts a caption over a control.
func labelled(label string, control fyne.CanvasObject) fyne.CanvasObject {
	return parts.Down(look.Space4, parts.NewText(label, parts.TypeFieldLabel), control)
}

// showOwn shows a question of the user's own at the right; one without an ID
// is a new one.
func (l *library) showOwn(p journal.OwnPrompt) {
	l.own.show(p)
	only(l.right, l.own.content)
}

func (f *ownForm) show(p journal.OwnPrompt) {
	f.stored = p
	f.text.Editor.Load(p.Text)
	f.kind.SetSelected(kindChoice(p.Kind))
	f.element.set(p.Element)
	f.wrong.SetText("")
	f.settle()
	f.scroll.ToTop()
}

// refresh takes over what the journal says now, unless something is written
// here that it does not hold yet.
func (f *ownForm) refresh() {
	if f.stored.ID == "" {
		f.settle()
		return
	}
	now, there := f.l.held.ownBy(prompts.OwnKey(f.stored.ID))
	switch {
	case !there && !f.dirty():
		f.show(journal.OwnPrompt{})
	case !there: // deleted elsewhere: what is written here would be a new one
		f.stored = journal.OwnPrompt{}
		f.settle()
	case !f.dirty():
		if !samePrompt(now, f.stored) {
			f.show(now)
			return
		}
		f.settle()
	default:
		f.stored = now
		f.settle()
	}
}

// settle shows what can be done with the question as it stands.
func (f *ownForm) settle() {
	isNew := f.stored.ID == ""
	f.title.SetText(lang.L("Your prompt"))
	f.save.SetText(lang.L("Save"))
	if isNew {
		f.title.SetText(lang.L("A new prompt"))
		f.save.SetText(lang.L("Add"))
	}
	f.pause.SetText(lang.L("Pause"))
	if f.stored.Paused {
		f.pause.SetText(lang.L("Resume"))
	}
	key := prompts.OwnKey(f.stored.ID)
	dismissed := !isNew && f.l.held.isDismissed(key)
	f.state.SetText(f.stateLine(dismissed))
	setVisible(f.state, !isNew)
	setVisible(f.restore, dismissed)
	for _, b := range []*parts.Button{f.write, f.pause, f.remove} {
		setVisible(b, !isNew)
	}
	f.settleSave()
	f.content.Refresh()
}

// stateLine says how the question stands.
func (f *ownForm) stateLine(dismissed bool) string {
	switch {
	case f.stored.Paused:
		return lang.L("Paused: it is not asked until you resume it.")
	case dismissed:
		return lang.L("Not for me: it is not asked until you bring it back.")
	}
	a := f.l.held.answers[prompts.OwnKey(f.stored.ID)]
	switch a.Count {
	case 0:
		return lang.L("Not answered yet.")
	case 1:
		return lang.L("1 entry, {{.Last}}.", values{"Last": f.l.held.lastLine(prompts.OwnKey(f.stored.ID))})
	}
	return lang.L("{{.Count}} entries, last {{.Last}}.", values{"Count": inGroups(a.Count), "Last": f.l.held.lastLine(prompts.OwnKey(f.stored.ID))})
}

// settleSave offers to save what is not saved.
func (f *ownForm) settleSave() {
	if f.dirty() && f.current().Text != "" {
		f.save.Enable()
	} else {
		f.save.Disable()
	}
}

func (f *ownForm) edited(string)     { f.touched() }
func (f *ownForm) kindChosen(string) { f.touched() }

func (f *ownForm) touched() {
	if f.save == nil {
		return // it is being built
	}
	f.wrong.SetText("")
	f.settleSave()
}

// put writes a question in the background and shows it as it is stored.
func (f *ownForm) put(p journal.OwnPrompt, then func(journal.OwnPrompt)) {
	j := f.l.w.journal
	f.l.w.background(func() {
		stored, err := writeOwn(context.WithoutCancel(f.l.w.life), j, p)
		f.l.w.onUI(func() {
			if err != nil {
				f.refused(err)
				return
			}
			then(stored)
		})
	})
}

// writeOwn adds a question, or replaces the one with its ID.
func writeOwn(ctx context.Context, j *journal.Journal, p journal.OwnPrompt) (journal.OwnPrompt, error) {
	if p.ID == "" {
		return j.AddOwnPrompt(ctx, p)
	}
	return j.ChangeOwnPrompt(ctx, p)
}

// refused says below the fields why a question was not taken.
func (f *ownForm) refused(err error) {
	f.wrong.SetText(sentence(err))
	f.scroll.Refresh()
	f.l.w.door.log.Error("save a question", "err", err)
}
