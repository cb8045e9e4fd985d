package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/journal"
)

// proof is the page of evidence: what the target role expects, month by month, and what there is to show.
type proof struct {
	w    *Window
	page fyne.CanvasObject // nil before the first visit
}

func newProof(w *Window) *proof { return &proof{w: w} }

// goEvidence brings the page into sight.
func (p *proof) goEvidence() { p.w.goTo(p) }

// centre is the page; it is built on the first visit.
func (p *proof) centre() fyne.CanvasObject {
	if p.page == nil {
		p.page = container.NewStack()
	}
	return p.page
}

// side is nothing: the page takes all the room.
func (p *proof) side() fyne.CanvasObject { return nil }

// shown asks for what the page shows.
func (p *proof) shown() {}

// changed asks again for what a change may have moved.
func (p *proof) changed(journal.Change) {}
