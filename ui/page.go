package ui

import (
	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// page is a place of the navigation. Its fields are built once; what it shows
// is asked for when it comes into sight, and again when something moved.
type page interface {
	// centre is what stands in the middle of the window.
	centre() fyne.CanvasObject
	// side is what stands at the right when there is room, or nil.
	side() fyne.CanvasObject
	// shown is called when the page comes into sight.
	shown()
	// changed is called for each change while the page is in sight.
	changed(journal.Change)
}

// escaper is a page in which Escape goes back, wherever in it the keyboard is.
type escaper interface{ escape() }

// highPage is a page that needs a higher window than the smallest. It scrolls
// in a lower one.
type highPage interface{ needs() float32 }

// typed hears the keys that nothing in focus takes.
func (w *Window) typed(e *fyne.KeyEvent) {
	if e.Name != fyne.KeyEscape || parts.CloseOverlay(w.win.Canvas()) {
		return
	}
	if p, ok := w.current.(escaper); ok {
		p.escape()
	}
}

// goTo brings a page into sight.
func (w *Window) goTo(p page) {
	if w.journal == nil || w.change != nil {
		return
	}
	if w.current != p {
		w.today.setAlone(false)
		w.current = p
		w.frame.show(p)
	}
	p.shown()
}

// focusOn puts the keyboard into a page, unless another one came into sight
// meanwhile: what a page shows first may arrive after somebody went on.
func (w *Window) focusOn(p page, to fyne.Focusable) {
	if w.current == p {
		w.win.Canvas().Focus(to)
	}
}

// changed takes a change to the page in sight, and to the desks what concerns
// them.
func (w *Window) changed(c journal.Change) {
	w.onUI(func() {
		if w.journal == nil || w.change != nil {
			return // the pages are read anew
		}
		w.absence.changed(c)
		w.reminders.changed(c)
		if c.Kind == journal.EntriesChanged {
			w.today.renew() // whatever page is in sight
		}
		if w.current != nil {
			w.current.changed(c)
		}
		if w.current != page(w.frame.evidence) { // which hands on what it reads
			w.frame.target.changed(c)
		}
	})
}
