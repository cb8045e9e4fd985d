package ui

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// restore makes the entry again what the chosen version is.
func (h *history) restore() {
	row := h.sheet.rows[h.sheet.find(h.chosen)]
	said := lang.L("The entry is again as it was: {{.When}}.", values{"When": h.sheet.when(row)})
	id := h.id
	h.w.bringBack(id, row.n, func(was int64) {
		h.w.deleted(said, func() { h.w.bringBack(id, was, func(int64) {}) })
	})
}

// bringBack makes an entry again what one of its versions is, with everything
// typed on disk before: so that is a version, too. then is told which one.
func (w *Window) bringBack(id journal.ID, n int64, then func(was int64)) {
	w.today.settle()
	open := w.today.desks.find(id)
	task(w, "bring a version back", func(ctx context.Context) (int64, error) {
		if open != nil {
			if err := finish(ctx, []*journal.Draft{open.draft}); err != nil {
				return 0, err
			}
		}
		if _, err := w.journal.RestoreVersion(ctx, id, n); err != nil {
			return 0, err
		}
		all, err := w.journal.Read().Versions(ctx, id)
		if err != nil || len(all) == 0 {
			return 0, err
		}
		return all[0].N, nil
	}, func(was int64) {
		w.today.letGo(id)
		then(was)
	})
}

// letGo lets go of the desk of an entry that was written beside it, with
// everything typed on disk. While Today is in sight it shows what is stored now.
func (t *today) letGo(id journal.ID) {
	d := t.desks.find(id)
	switch {
	case d == nil || d.draft.State().State != journal.Clean:
	case t.w.current == page(t) && t.desk == d:
		t.w.renewDesk(id)
	default:
		t.desks.drop(d)
		if t.desk == d {
			t.desk = nil
		}
	}
}
