package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/journal"
)

// catchUp is the page for whose review is near and whose journal is empty.
type catchUp struct {
	w    *Window
	page fyne.CanvasObject // nil before the first visit
}

func newCatchUp(w *Window) *catchUp { return &catchUp{w: w} }

// goCatchUp brings the page into sight.
func (c *catchUp) goCatchUp() { c.w.goTo(c) }

// centre is the page; it is built on the first visit.
func (c *catchUp) centre() fyne.CanvasObject {
	if c.page == nil {
		c.page = container.NewStack()
	}
	return c.page
}

// side is nothing: the page takes all the room.
func (c *catchUp) side() fyne.CanvasObject { return nil }

// shown asks for what the page shows.
func (c *catchUp) shown() {}

// changed asks again for what a change may have moved.
func (c *catchUp) changed(journal.Change) {}
