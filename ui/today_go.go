package ui

import (
	"context"
	"errors"

	"groundwork/journal"
)

// reader reads what this page shows.
func (t *today) reader() reader {
	return reader{journal: t.w.journal, guide: t.w.guide, noPrivate: t.hidePrivate}
}

// bring reads a sheet and lays it on the table, unless something else was
// asked for in the meantime.
func (t *today) bring(what string, read func(context.Context) (sheet, error)) {
	t.bringThen(what, read, nil)
}

// bringThen is bring, and calls then, which may be nil, when the sheet lies on
// the table.
func (t *today) bringThen(what string, read func(context.Context) (sheet, error), then func()) {
	if t.w.journal == nil {
		return
	}
	t.ticket++
	ticket := t.ticket
	task(t.w, what, read, func(s sheet) {
		if ticket != t.ticket {
			return
		}
		t.layOnTable(s)
		if then != nil {
			then()
		}
	})
}

// goToday shows the newest entry of today, or a fresh one.
func (t *today) goToday() { t.goTo(journal.Day{}) }

// goTo shows the newest entry of a day, or a fresh one for it.
func (t *today) goTo(day journal.Day) {
	r := t.reader()
	t.bring("find the entries of the day", func(ctx context.Context) (sheet, error) { return r.day(ctx, day) })
}

// newEntry begins a fresh entry for today; of a kind, or "" for none chosen.
func (t *today) newEntry(kind journal.Kind) {
	r := t.reader()
	t.bring("begin an entry", func(ctx context.Context) (sheet, error) { return r.fresh(ctx, kind, journal.Day{}) })
}

// open shows an entry, with its undo where it is kept.
func (t *today) open(id journal.ID) {
	r := t.reader()
	t.bring("open an entry", func(ctx context.Context) (sheet, error) { return r.entry(ctx, id) })
}

// layOnTable makes or finds the desk of a sheet. A fresh desk that is still
// blank gives way, so that Ctrl+N twice does not leave two.
func (t *today) layOnTable(s sheet) {
	if t.desk != nil && t.desk.blank() {
		t.desks.drop(t.desk)
	}
	d := t.desks.find(s.entry.ID)
	if d != nil && stale(d, s.entry) {
		t.desks.drop(d)
		d = nil
	}
	if d == nil {
		d = newDesk(t, s.entry)
		d.anyKind = s.anyKind
	}
	t.now, t.writing = s.now, s.writing
	t.lay(d, s)
}

// stale tells whether a kept desk shows an older text than what is stored,
// with nothing of its own that is not saved.
func stale(d *desk, stored journal.Entry) bool {
	return d.draft.State().State == journal.Clean && d.draft.Entry().Revision != stored.Revision
}

func (t *today) goPrevious() { t.step(-1) }

func (t *today) goNext() { t.step(+1) }

// step goes to the entry written before or after this one. From a fresh entry
// the newest one is before it.
func (t *today) step(by int) {
	if t.desk == nil {
		return
	}
	from := t.desk.draft.Entry()
	task(t.w, "find the next entry", func(ctx context.Context) (journal.ID, error) {
		read := t.w.journal.Read()
		if from.Revision > 0 {
			return read.Neighbour(ctx, from.ID, by)
		}
		if by > 0 {
			return "", nil
		}
		lines, err := read.Lines(ctx, journal.Filter{Until: from.Day}, "", 1)
		if err != nil || len(lines) == 0 {
			return "", err
		}
		return lines[0].ID, nil
	}, func(id journal.ID) {
		if id != "" {
			t.open(id)
		}
	})
}

// renew takes into what lies on the desks whom and which tags the entries
// name, after this program changed that in many entries at once. A desk that
// cannot take it in is read again when it is shown.
func (t *today) renew() {
	d, drafts := t.desk, t.desks.drafts()
	task(t.w, "read the entries again", func(ctx context.Context) (struct{}, error) {
		for _, draft := range drafts {
			if err := draft.Renew(ctx); err != nil && !errors.Is(err, journal.ErrConflict) && !errors.Is(err, journal.ErrNotFound) {
				return struct{}{}, err
			}
		}
		return struct{}{}, nil
	}, func(struct{}) {
		if t.desk == d {
			t.redraw(d)
		}
	})
}

// clearBlank forgets the fresh entry in the middle where nothing is written in
// it yet, so that the next one begins as it is to begin now.
func (t *today) clearBlank() {
	if t.desk != nil && t.desk.blank() && t.w.current != page(t) {
		t.desks.drop(t.desk)
		t.desk = nil
	}
}
