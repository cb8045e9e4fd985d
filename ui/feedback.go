package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/journal"
)

// ledger is the ledger of feedback received.
type ledger struct {
	w    *Window
	page fyne.CanvasObject // nil before the first visit
}

func newLedger(w *Window) *ledger { return &ledger{w: w} }

// goFeedback brings the page into sight.
func (l *ledger) goFeedback() { l.w.goTo(l) }

// centre is the page; it is built on the first visit.
func (l *ledger) centre() fyne.CanvasObject {
	if l.page == nil {
		l.page = container.NewStack()
	}
	return l.page
}

// side is nothing: the page takes all the room.
func (l *ledger) side() fyne.CanvasObject { return nil }

// shown asks for what the page shows.
func (l *ledger) shown() {}

// changed asks again for what a change may have moved.
func (l *ledger) changed(journal.Change) {}
