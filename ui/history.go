package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// history is the page that shows what an entry was before: its versions at the
// left, and at the right the chosen one, compared word by word. It is built when
// it comes into sight first.
type history struct {
	w      *Window
	back   page // where one was before
	split  *parts.Split
	list   *historyList
	detail *historyDetail

	id       journal.ID
	sheet    historySheet
	chosen   int64 // the version; 0 is the entry as it is now
	before   bool  // it is compared with the version before it, and not with now
	ticket   int   // counts the reads; only the latest is shown
	compared int   // counts the comparisons likewise
	arriving bool  // a version is to be chosen, and the keyboard to come to the list
}

func newHistory(w *Window) *history { return &history{w: w} }

// showHistory shows the history of the entry that is written, or that the
// keyboard is at in a list, with everything typed on disk.
func (w *Window) showHistory() {
	if w.journal == nil {
		return
	}
	if d := w.deskInSight(); d != nil {
		if d.blank() {
			w.door.say(lang.L("Nothing is written here yet, so there is no history."))
			return
		}
		w.today.settle()
		task(w, "save an entry", func(ctx context.Context) (journal.ID, error) {
			err := finish(ctx, []*journal.Draft{d.draft})
			return d.draft.Entry().ID, err
		}, w.frame.history.open)
		return
	}
	if id := w.chosenEntry(); id != "" {
		w.frame.history.open(id)
		return
	}
	w.door.say(lang.L("Open an entry first, or choose one in the timeline or in a search. Then its history can be shown."))
}

// chosenEntry is the entry that is read on the timeline or that the keyboard is
// at in a list of entries, or "".
func (w *Window) chosenEntry() journal.ID {
	switch w.current {
	case page(w.frame.timeline):
		return w.frame.timeline.chosen()
	case page(w.frame.finder):
		return w.frame.finder.chosen()
	}
	return ""
}

// open brings the page into sight with the history of an entry.
func (h *history) open(id journal.ID) {
	if h.w.current != page(h) {
		h.back = h.w.current
	}
	h.id, h.before, h.arriving = id, false, true
	h.w.goTo(h)
}

// centre is the page; it is built on the first visit.
func (h *history) centre() fyne.CanvasObject {
	if h.split == nil {
		h.list, h.detail = newHistoryList(h), newHistoryDetail(h)
		h.split = parts.NewSplit(h.list.content, h.detail.content, 0)
		h.split.First = historyListWide
		h.split.Narrow, h.split.OnNarrow = h.w.frame.columns.NavCompact, h.detail.wentNarrow
	}
	return h.split
}

// historyListWide is how wide the list of versions is.
const historyListWide float32 = 272

// side is nothing: the page takes all the room.
func (h *history) side() fyne.CanvasObject { return nil }

// shown asks for what the page shows.
func (h *history) shown() { h.load() }

// escape goes back to where one was.
func (h *history) escape() {
	switch {
	case h.split.IsNarrow() && h.split.At() == 1:
		h.showList()
	case h.back == nil || h.back == page(h.w.today):
		h.w.openEntry(h.id)
	default:
		h.w.goTo(h.back)
	}
}

// changed asks again for what a change may have moved. An entry that is gone, or
// hidden by now, takes the page with it.
func (h *history) changed(c journal.Change) {
	switch c.Kind {
	case journal.EntryRemoved:
		if c.ID == h.id {
			h.leave()
		}
	case journal.EntryChanged:
		if c.ID == h.id {
			h.load()
		}
	case journal.Reloaded, journal.EntriesChanged:
		if h.w.noPrivate() && h.sheet.entry.Private {
			h.leave()
			return
		}
		h.load()
	}
}

// leave goes to Today.
func (h *history) leave() {
	h.ticket++
	h.compared++
	h.w.today.goToday()
}

func (h *history) question() historyQuestion {
	return historyQuestion{journal: h.w.journal, id: h.id, noPrivate: h.w.noPrivate()}
}

// load reads the history.
func (h *history) load() {
	h.ticket++
	ticket := h.ticket
	task(h.w, "read the history of an entry", h.question().read, func(s historySheet) {
		if ticket == h.ticket {
			h.took(s)
		}
	})
}

// took shows what was read. Of another entry the newest version is chosen, which
// is what one looks for first.
func (h *history) took(s historySheet) {
	h.sheet = s
	if h.arriving {
		h.chosen = 0
		if len(s.rows) > 1 {
			h.chosen = s.rows[1].n
		}
	}
	at := s.find(h.chosen)
	h.chosen = s.rows[at].n
	h.list.show(at)
	if h.arriving {
		h.arriving = false
		h.split.Go(0)
		h.w.win.Canvas().Focus(h.list.rows)
	}
	h.compare()
}

// choose shows the version of a row beside the list.
func (h *history) choose(row int) {
	if h.chosen != h.sheet.rows[row].n {
		h.chosen = h.sheet.rows[row].n
		h.list.rows.SetSelected(row)
		h.compare()
	}
}

// read goes to the text of the version of a row.
func (h *history) read(row int) {
	h.choose(row)
	h.split.Go(1)
	h.w.win.Canvas().Focus(h.detail.prose)
}

// showList goes back from the text to the list.
func (h *history) showList() {
	h.split.Go(0)
	h.w.win.Canvas().Focus(h.list.rows)
}

// compareWith compares with the version before, or with now.
func (h *history) compareWith(key string) {
	h.before = key == withBefore
	h.compare()
}

// compare compares the chosen version off the UI goroutine.
func (h *history) compare() {
	at := h.sheet.find(h.chosen)
	row := h.sheet.rows[at]
	with, alone := int64(0), row.n == 0
	if h.before {
		if alone = row.first; !alone {
			with = h.sheet.rows[at+1].n
		}
	}
	h.detail.head(row)
	h.compared++
	compared, q := h.compared, h.question()
	if row.damaged {
		h.detail.showDamaged()
		return
	}
	task(h.w, "compare two versions", func(ctx context.Context) (comparison, error) {
		return q.compare(ctx, row.n, with, alone)
	}, func(c comparison) {
		if compared == h.compared {
			h.detail.show(c, row, alone)
		}
	})
}
