package ui

import (
	"fyne.io/fyne/v2"
)

// undo takes back what was done last on the page: a choice, what was typed into
// the field that has the cursor, or else a deletion while the bar tells of it.
func (w *Window) undo() {
	editor := w.textInUse()
	d := w.deskInSight()
	switch {
	case w.packInSight() && w.frame.pack.undo():
	case (d == nil || !d.steps.latest) && (editor == nil || !editor.CanUndo()) && w.undoDeletion():
	case d == nil || editor != nil && editor.CanUndo() && !d.steps.latest:
		w.forward(&fyne.ShortcutUndo{})
	case d.undo():
		w.door.outdate()
		w.today.redraw(d)
	default:
		w.forward(&fyne.ShortcutUndo{})
	}
}

// redo does again what was taken back last.
func (w *Window) redo() {
	editor := w.textInUse()
	d := w.deskInSight()
	switch {
	case w.packInSight() && w.frame.pack.redo():
	case d == nil || editor != nil && editor.CanRedo() && !d.steps.reverted:
		w.forward(&fyne.ShortcutRedo{})
	case d.redo():
		w.today.redraw(d)
	default:
		w.forward(&fyne.ShortcutRedo{})
	}
}

// packInSight tells whether the page of the evidence pack is in sight, with no
// panel over it.
func (w *Window) packInSight() bool {
	return w.current == page(w.frame.pack) && w.win.Canvas().Overlays().Top() == nil
}

// deskInSight is the entry in the middle of Today, unless another page or a
// panel lies over it.
func (w *Window) deskInSight() *desk {
	if w.current != page(w.today) || w.win.Canvas().Overlays().Top() != nil {
		return nil
	}
	return w.today.desk
}
