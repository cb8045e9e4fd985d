package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/prompts"
)

// kindChoices are the kinds of entries a question can be for, any of them
// first.
func kindChoices() []string {
	choices := []string{lang.L("Any kind of entry")}
	for _, k := range journal.Kinds() {
		choices = append(choices, kindName(k))
	}
	return choices
}

func kindChoice(k journal.Kind) string {
	return kindChoices()[slices.Index(journal.Kinds(), k)+1]
}

// chosenKind is the kind that is chosen, or none for any.
func (f *ownForm) chosenKind() journal.Kind {
	if i := f.kind.SelectedIndex(); i > 0 {
		return journal.Kinds()[i-1]
	}
	return ""
}

// current is the question as it stands in the form.
func (f *ownForm) current() journal.OwnPrompt {
	p := f.stored
	p.Text = strings.TrimSpace(f.text.Editor.Text)
	p.Kind, p.Element = f.chosenKind(), f.element.chosen
	return p
}

// dirty tells whether the form holds what is not stored.
func (f *ownForm) dirty() bool { return !samePrompt(f.current(), f.stored) }

func samePrompt(a, b journal.OwnPrompt) bool {
	return a.ID == b.ID && a.Text == b.Text && a.Kind == b.Kind && a.Element == b.Element && a.Paused == b.Paused
}

// keep adds the question, or saves what was changed.
func (f *ownForm) keep() {
	f.put(f.current(), f.kept)
}

// kept shows a question that was saved, and marks its row.
func (f *ownForm) kept(p journal.OwnPrompt) {
	f.show(p)
	f.l.list.openKey = prompts.OwnKey(p.ID)
	f.l.load(false)
	f.l.w.win.Canvas().Focus(f.text.Editor)
}

// leave saves what was written and not saved when something else is shown.
func (f *ownForm) leave() {
	if !f.unsaved() {
		return
	}
	p := f.current()
	f.stored = p
	f.put(p, func(journal.OwnPrompt) {})
}

// unsaved tells whether words stand here that the journal does not hold.
func (f *ownForm) unsaved() bool {
	return f.content.Visible() && f.dirty() && f.current().Text != ""
}

// left takes over how the question p was stored, so that a second try does not
// add it twice. What was typed since stays.
func (f *ownForm) left(p, stored journal.OwnPrompt) {
	same := samePrompt(f.current(), p)
	f.stored = stored
	if same {
		f.text.Editor.Load(stored.Text)
	}
	f.settle()
}

// unsavedOwn gives the question that stands in the form and is not saved.
func (l *library) unsavedOwn() (p journal.OwnPrompt, unsaved bool) {
	if l.own == nil || !l.own.unsaved() { // not built before the first visit
		return p, false
	}
	return l.own.current(), true
}

// leave saves what was written and not saved, for a window that is about to
// go: then is called when it is on disk, or with the reason why it is not.
func (l *library) leave(then func(error)) {
	p, unsaved := l.unsavedOwn()
	if !unsaved {
		then(nil)
		return
	}
	j := l.w.journal
	l.w.background(func() {
		ctx, cancel := context.WithTimeout(l.w.life, closeLimit)
		defer cancel()
		stored, err := writeOwn(ctx, j, p)
		l.w.onUI(func() {
			if err != nil {
				l.own.refused(err)
			} else {
				l.own.left(p, stored)
			}
			then(err)
		})
	})
}

// togglePause has the question asked no more, or again.
func (f *ownForm) togglePause() {
	p := f.current()
	p.Paused = !p.Paused
	f.put(p, f.paused)
}

func (f *ownForm) paused(p journal.OwnPrompt) {
	f.show(p)
	f.l.load(false)
}

// bringBack takes a "Not for me" back.
func (f *ownForm) bringBack() { f.l.restore(prompts.OwnKey(f.stored.ID)) }

// writeAbout opens Today with a fresh entry that answers the question.
func (f *ownForm) writeAbout() {
	f.leave()
	p := f.current()
	f.l.w.today.answer(journal.Asked{Key: prompts.OwnKey(p.ID), Text: p.Text}, p.Kind)
}

// delete removes the question, and offers to bring it back.
func (f *ownForm) delete() {
	l := f.l
	id := f.stored.ID
	task(l.w, "delete a question", func(ctx context.Context) (journal.OwnPrompt, error) {
		return l.w.journal.RemoveOwnPrompt(ctx, id)
	}, func(gone journal.OwnPrompt) {
		f.show(journal.OwnPrompt{})
		l.w.win.Canvas().Focus(l.list.rows)
		l.w.deleted(lang.L("The prompt is deleted."), func() { l.bringOwnBack(gone) })
	})
}

// bringOwnBack takes a question out of the trash that was just deleted.
func (l *library) bringOwnBack(gone journal.OwnPrompt) {
	l.untrash(gone.ID, func() {
		if l.chosen == chooseOwn && !l.own.dirty() {
			l.list.openKey = prompts.OwnKey(gone.ID)
			l.showOwn(gone)
		}
	})
}
