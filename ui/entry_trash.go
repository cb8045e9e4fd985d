package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// entryChooser is a page on which an entry is open, or chosen in a list.
type entryChooser interface {
	// chosenEntry names that entry; "" is none.
	chosenEntry() journal.ID
}

// trashKey is the shortcut that puts an entry into the trash: no field takes it.
func trashKey() fyne.Shortcut { return key(fyne.KeyDelete, ctrl|shift) }

// trashChosen puts the entry that is open, or chosen in a list, into the trash.
func (w *Window) trashChosen() {
	if w.journal == nil {
		return
	}
	id := journal.ID("")
	if p, ok := w.current.(entryChooser); ok {
		id = p.chosenEntry()
	}
	if id == "" {
		w.door.say(lang.L("Open an entry first, or choose one in a list."))
		return
	}
	w.trashEntry(id)
}

// trashEntry puts an entry into the trash with all that is written into it, and
// offers to take that back. Where it is open it closes.
func (w *Window) trashEntry(id journal.ID) {
	j, open := w.journal, w.today.desks.find(id)
	if open != nil && open == w.today.desk {
		w.today.settle()
	}
	task(w, "put an entry into the trash", func(ctx context.Context) (journal.Entry, error) {
		if open != nil {
			if err := finish(ctx, []*journal.Draft{open.draft}); err != nil {
				return journal.Entry{}, err
			}
			return open.draft.Remove(ctx)
		}
		e, err := j.Read().Entry(ctx, id)
		if err != nil {
			return e, err
		}
		return e, j.RemoveEntry(ctx, id)
	}, func(e journal.Entry) {
		if open != nil {
			w.today.clear(open, e.Day)
		}
		w.deleted(trashedLine(e), func() { w.untrashEntry(e.ID) })
		w.door.private = e.Private
	})
}

// trashedLine says what went into the trash.
func trashedLine(e journal.Entry) string {
	if e.Title == "" && firstLine(e.Body) == "" {
		return lang.L("The entry is in the trash.")
	}
	title := lineTitle(journal.Line{Title: e.Title, Excerpt: firstLine(e.Body)})
	return lang.L("“{{.Title}}” is in the trash.", values{"Title": cutWords(title, longestLink)})
}

// untrashEntry brings an entry back that was just put into the trash, and opens
// it where it was open.
func (w *Window) untrashEntry(id journal.ID) {
	task(w, "bring an entry back", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, w.journal.RestoreEntry(ctx, id)
	}, func(struct{}) {
		if w.current == page(w.today) {
			w.openEntry(id)
		}
	})
}

// clear takes away the desk of an entry that is in the trash. Where it was in
// the middle, the newest of the day follows, or a fresh one.
func (t *today) clear(gone *desk, day journal.Day) {
	t.desks.drop(gone)
	if t.desk != gone {
		return
	}
	t.desk = nil
	if t.w.current == page(t) {
		t.goTo(day)
	}
}

// chosenEntry is the one in the rail that the keyboard is at, else the one in
// the middle; a fresh one is none.
func (t *today) chosenEntry() journal.ID {
	if id := t.rail.chosen(t.w.win.Canvas().Focused()); id != "" {
		return id
	}
	if t.desk == nil || t.desk.blank() {
		return ""
	}
	return t.desk.draft.Entry().ID
}

// chosen is the other entry of the day whose row has the keyboard; "" is none.
func (r *rail) chosen(focused fyne.Focusable) journal.ID {
	for i, row := range r.others.Objects {
		if i < len(r.lines) && focused != nil && row == focused.(fyne.CanvasObject) {
			return r.lines[i].ID
		}
	}
	return ""
}

// chosenEntry is the one beside the list, else the one that the keyboard is at.
func (c *chronicle) chosenEntry() journal.ID {
	if c.beside.open != "" {
		return c.beside.open
	}
	line, ok := c.list.shown.line(max(c.list.rows.Cursor(), 0))
	if !ok {
		return ""
	}
	return line.ID
}

// chosenEntry is the one that is chosen among those found.
func (f *finder) chosenEntry() journal.ID {
	at := f.rows.Selected()
	if at < 0 || f.listed.isMore(at) {
		return ""
	}
	return f.listed.found[at].ID
}

// chosenEntry is the piece that is open.
func (l *ledger) chosenEntry() journal.ID {
	if l.detail.piece == nil {
		return ""
	}
	return l.detail.piece.entry.ID
}
