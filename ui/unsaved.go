package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/handout"
)

// unsaved lists every text that is not on disk.
func (w *Window) unsaved() []string {
	var texts []string
	for _, d := range w.today.desks.unsaved() {
		e := d.draft.Entry()
		texts = append(texts, wholeText(&e))
	}
	if p, unsaved := w.frame.library.unsavedOwn(); unsaved {
		texts = append(texts, p.Text)
	}
	texts = append(texts, w.frame.people.unsaved()...)
	if list := w.frame.catchUp.unsaved(); list != "" {
		texts = append(texts, list)
	}
	texts = append(texts, w.frame.growth.unsaved()...)
	texts = append(texts, w.frame.demands.unsaved()...)
	return append(texts, w.frame.pack.unsaved()...)
}

// copyUnsaved puts every text that is not on disk on the clipboard.
func (w *Window) copyUnsaved() {
	w.board.SetContent(strings.Join(w.unsaved(), "\n\n"))
}

// saveElsewhere writes every text that is not on disk into a file that the user
// chooses. It stays in the window, and is saved in the journal as soon as that
// works.
func (w *Window) saveElsewhere() {
	texts := w.unsaved()
	if len(texts) == 0 {
		w.door.say(lang.L("All is saved again."))
		return
	}
	text := strings.Join(texts, "\n\n") + "\n"
	w.saveAs(leaving{
		title: lang.L("Save it in another place"), form: handout.Markdown,
		name: lang.L("Unsaved {{.Day}}", values{"Day": journal.DayOf(w.journal.Now()).String()}),
		write: func(_ context.Context, path string, o handout.Delivery) (string, error) {
			return lang.L("It stays here, too, and is saved in the journal as soon as that works."), handout.Words(path, text, handout.Markdown, o)
		},
	})
}
