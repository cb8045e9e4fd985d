package ui

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// quit saves and closes the window. Where something cannot be saved it asks
// first: nothing goes without the user's word. While it is on its way, another
// wish to quit changes nothing.
func (w *Window) quit() {
	if w.going.Swap(true) {
		return
	}
	w.keepSize()
	if w.journal == nil {
		w.leaveApp()
		return
	}
	w.takeTyped()
	w.frame.library.leave(w.flushAndQuit)
}

// takeTyped enters what stands in fields that are entered when they are left.
func (w *Window) takeTyped() {
	w.today.settle()
	w.frame.people.settle()
	w.frame.growth.settle()
	w.frame.demands.settle()
}

// flush gives what writes everything that is open to the disk: it is called off
// the UI goroutine, or when that has ended.
func (w *Window) flush() func(context.Context) error {
	drafts, people := w.today.desks.drafts(), slices.Clone(w.frame.people.drafts)
	list, plan := w.frame.catchUp.flush(), w.frame.growth.flush()
	demands, pack := w.frame.demands.flush(), w.frame.pack.flush()
	return func(ctx context.Context) error {
		return errors.Join(finish(ctx, drafts), flushPeople(ctx, people), list(ctx), plan(ctx), demands(ctx), pack(ctx))
	}
}

// flushAndQuit saves what lies on the desks and closes the window, unless
// something before could not be saved.
func (w *Window) flushAndQuit(before error) {
	write := w.flush()
	w.background(func() {
		ctx, cancel := context.WithTimeout(w.life, closeLimit)
		defer cancel()
		err := errors.Join(before, write(ctx))
		w.onUI(func() {
			if err != nil {
				w.askBeforeQuit(err)
				return
			}
			if w.protected {
				w.board.clear()
			}
			w.leaveApp()
		})
	})
}

// leaveApp ends the loop, and with it the window.
func (w *Window) leaveApp() {
	w.going.Store(true)
	w.left.Store(true)
	w.app.Quit()
}

// whileLooping gives an onUI that runs nothing once the loop ends. Fyne would run
// it on the goroutine that asks, beside the closing of the journal; and one that
// asks while its queue is being closed would end in a panic.
func (w *Window) whileLooping(onUI func(func())) func(func()) {
	return func(do func()) {
		if !w.left.Load() {
			onUI(do)
		}
	}
}

// askBeforeQuit says why the text is not on disk and leaves the choice to the
// user: try again, take a copy of it, or go.
func (w *Window) askBeforeQuit(err error) {
	w.going.Store(false)
	w.tellUnsaved("save before quitting", err, w.quit, lang.L("Quit without saving"), w.leaveApp)
}

// tellUnsaved says why the text is not on disk: the user can have it tried
// again, take a copy of it, or do something else about it.
func (w *Window) tellUnsaved(what string, err error, again func(), other string, otherwise func()) {
	if w.unsavedPanel != nil {
		w.unsavedPanel.Hide() // it said the same
	}
	var overlay *parts.Overlay
	retry := parts.NewButton(parts.Primary, lang.L("Try again"), "", func() { overlay.Hide(); again() })
	take := parts.NewButton(parts.Outline, lang.L("Copy the text"), "", w.copyUnsaved)
	leave := parts.NewButton(parts.Quiet, other, "", func() { overlay.Hide(); otherwise() })
	overlay = w.overlay(lang.L("Your last words are not saved yet"),
		sentenceText(sentence(err)), parts.Across(look.Space8, parts.Spring(), leave, take, retry))
	w.unsavedPanel = overlay
	w.win.Canvas().Focus(retry)
	w.door.log.Error(what, "err", err)
}

// wholeText is everything that was written into an entry, its title and its
// text first.
func wholeText(e *journal.Entry) string {
	texts := []string{e.Title, e.Body, strings.Join(e.Tags, ", ")}
	if m := e.Moment; m != nil {
		texts = append(texts, m.Situation, m.Task, m.Action, m.Result, impactOf(e).Text)
	}
	if f := e.Feedback; f != nil {
		texts = append(texts, f.Quote, f.Situation, f.Behaviour, f.Impact)
	}
	if a := e.Application; a != nil {
		texts = append(texts, a.Position, a.Organisation, a.NextStep, a.LooksFor, a.Lessons)
		for _, s := range a.Stages {
			texts = append(texts, s.Note, s.Lesson)
		}
	}
	texts = slices.DeleteFunc(texts, func(t string) bool { return strings.TrimSpace(t) == "" })
	return strings.TrimSpace(strings.Join(texts, "\n\n"))
}
