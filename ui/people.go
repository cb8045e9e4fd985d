package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/journal"
)

// people is who stands behind the writer, and who does not yet.
type people struct {
	w    *Window
	page fyne.CanvasObject // nil before the first visit
}

func newPeople(w *Window) *people { return &people{w: w} }

// goPeople brings the page into sight.
func (p *people) goPeople() { p.w.goTo(p) }

// centre is the page; it is built on the first visit.
func (p *people) centre() fyne.CanvasObject {
	if p.page == nil {
		p.page = container.NewStack()
	}
	return p.page
}

// side is nothing: the page takes all the room.
func (p *people) side() fyne.CanvasObject { return nil }

// shown asks for what the page shows.
func (p *people) shown() {}

// changed asks again for what a change may have moved.
func (p *people) changed(journal.Change) {}
