package ui

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// libraryTrash is the right column while a deleted question is open: its
// words, and the way back.
type libraryTrash struct {
	l       *library
	open    journal.OwnPrompt
	content *fyne.Container

	back    *fyne.Container
	text    *parts.Paragraph
	about   *parts.Paragraph
	restore *parts.Button
}

func newLibraryTrash(l *library) *libraryTrash {
	t := &libraryTrash{
		l: l, back: backButton(l), text: parts.NewParagraph("", typeReading, 23), about: parts.NewParagraph("", parts.TypeCaption, 18),
	}
	t.restore = parts.NewButton(parts.Outline, lang.L("Bring it back"), look.IconUndo, t.bringBack)
	title := parts.NewText(lang.L("Deleted prompt"), parts.TypeDetailTitle)
	words := parts.Down(look.Space20, parts.Down(look.Space8, t.back, title), parts.Down(look.Space8, t.text, t.about))
	scroll := parts.NewScroller(parts.Inset(parts.Gutter(words, 0, 0), look.Space32, 0, look.Space8, 0))
	foot := parts.Gutter(parts.Inset(parts.Flow(look.Space8, look.Space8, t.restore), look.Space12, 0, look.Space24, 0), 0, 0)
	t.content = container.New(footed{}, scroll, foot)
	t.content.Hide()
	return t
}

func (t *libraryTrash) show(p journal.OwnPrompt) {
	t.open = p
	t.text.SetText(p.Text)
	t.about.SetText(t.l.ownCaption(p))
	t.content.Refresh()
}

// refresh shows the next question once the one that is open is not in the
// trash any more, and leaves the keyboard where something is to be done.
func (t *libraryTrash) refresh() {
	if slices.ContainsFunc(t.l.held.trash, func(p journal.OwnPrompt) bool { return p.ID == t.open.ID }) {
		return
	}
	focused := t.l.w.win.Canvas().Focused() == fyne.Focusable(t.restore)
	t.l.openFirst()
	switch {
	case !t.content.Visible() && t.l.panes.IsNarrow():
		t.l.back()
	case !t.content.Visible() && focused:
		t.l.w.win.Canvas().Focus(t.l.tree.tree)
	}
}

// bringBack takes the question out of the trash.
func (t *libraryTrash) bringBack() { t.l.untrash(t.open.ID, func() {}) }

// untrash takes a question out of the trash, unless it is back already.
func (l *library) untrash(id journal.ID, then func()) {
	task(l.w, "bring a question back", func(ctx context.Context) (struct{}, error) {
		err := l.w.journal.RestoreOwnPrompt(ctx, id)
		if errors.Is(err, journal.ErrNotFound) {
			err = nil
		}
		return struct{}{}, err
	}, func(struct{}) { then() })
}
