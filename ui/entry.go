package ui

import (
	"context"

	"groundwork/journal"
)

// openEntry shows an entry on Today, whichever page asks for it.
func (w *Window) openEntry(id journal.ID) { w.today.open(id) }

// beginEntry begins a fresh entry of a kind on Today, filled in by fill, which
// may be nil. It is not in the journal before something is written into it.
func (w *Window) beginEntry(kind journal.Kind, fill func(*journal.Entry)) {
	r := w.today.reader()
	w.today.bring("begin an entry", func(ctx context.Context) (sheet, error) { return r.filled(ctx, kind, fill) })
}

// editEntry changes an entry that may be open on Today: there it is changed in
// what is being written, so that nobody's words are lost. then, which may be
// nil, is called when it is on disk.
func (w *Window) editEntry(id journal.ID, what string, change func(*journal.Entry), then func()) {
	open := w.today.desks.find(id)
	if open != nil {
		open.draft.Edit(change)
		open.reload()
	}
	task(w, what, func(ctx context.Context) (struct{}, error) {
		if open != nil {
			return struct{}{}, open.draft.Flush(ctx)
		}
		_, err := w.journal.EditEntry(ctx, id, change)
		return struct{}{}, err
	}, func(struct{}) {
		if open != nil {
			w.today.redraw(open)
		}
		if then != nil {
			then()
		}
	})
}

// deskFor gives the desk of a stored entry that another page than Today writes
// in, so that every key is saved as on Today, and so that nobody's words are
// lost when it is opened there.
func (w *Window) deskFor(e journal.Entry) *desk {
	t := w.today
	d := t.desks.find(e.ID)
	if d != nil && d != t.desk && d.draft.Entry().Revision < e.Revision && stale(d, e) {
		t.desks.drop(d) // another program wrote since
		d = nil
	}
	if d == nil {
		d = newDesk(t, e)
	}
	t.desks.use(d)
	return d
}

// renewDesk shows an entry as it is stored now wherever it is open: it was
// changed beside its desk, with everything typed on disk.
func (w *Window) renewDesk(id journal.ID) {
	t := w.today
	d := t.desks.find(id)
	switch {
	case d == nil:
		return
	case d != t.desk:
		t.desks.drop(d)
		return
	}
	r := t.reader()
	task(w, "read an entry again", func(ctx context.Context) (sheet, error) {
		return r.entry(ctx, id)
	}, func(s sheet) {
		if t.desk == d {
			t.layOnTable(s)
		}
	})
}

// noPrivate tells whether private entries are hidden at the moment.
func (w *Window) noPrivate() bool { return w.today.hidePrivate }

// copyText puts text on the clipboard.
func (w *Window) copyText(text string) { w.board.SetContent(text) }
