package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/journal"
)

// growth is the growth plan: purpose and roles, the seven steps, the accelerators, goals, and whether it is time to ask.
type growth struct {
	w    *Window
	page fyne.CanvasObject // nil before the first visit
}

func newGrowth(w *Window) *growth { return &growth{w: w} }

// goGrowth brings the page into sight.
func (g *growth) goGrowth() { g.w.goTo(g) }

// centre is the page; it is built on the first visit.
func (g *growth) centre() fyne.CanvasObject {
	if g.page == nil {
		g.page = container.NewStack()
	}
	return g.page
}

// side is nothing: the page takes all the room.
func (g *growth) side() fyne.CanvasObject { return nil }

// shown asks for what the page shows.
func (g *growth) shown() {}

// changed asks again for what a change may have moved.
func (g *growth) changed(journal.Change) {}
