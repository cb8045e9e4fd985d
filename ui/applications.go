package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/journal"
)

// applications is the applications and promotion rounds, each on its track.
type applications struct {
	w    *Window
	page fyne.CanvasObject // nil before the first visit
}

func newApplications(w *Window) *applications { return &applications{w: w} }

// goApplications brings the page into sight.
func (a *applications) goApplications() { a.w.goTo(a) }

// centre is the page; it is built on the first visit.
func (a *applications) centre() fyne.CanvasObject {
	if a.page == nil {
		a.page = container.NewStack()
	}
	return a.page
}

// side is nothing: the page takes all the room.
func (a *applications) side() fyne.CanvasObject { return nil }

// shown asks for what the page shows.
func (a *applications) shown() {}

// changed asks again for what a change may have moved.
func (a *applications) changed(journal.Change) {}
