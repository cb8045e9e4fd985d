package ui

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"groundwork/ui/parts"
)

// undoFor is how long the bar stays that takes a deletion back.
const undoFor = 10 * time.Second

// deleted tells, in a bar at the foot of the page, what was deleted, and offers
// to take it back: by the Undo in it and by that of the menu. After a while the
// bar goes by itself.
func (w *Window) deleted(sentence string, undo func()) {
	w.door.offerUndo(sentence, undo)
	w.passUndo()
}

// passUndo takes the bar away after a while, but never from under the keyboard.
func (w *Window) passUndo() {
	w.door.callOff = w.later(undoFor, func() {
		if w.door.holds(w.win.Canvas().Focused()) {
			w.passUndo()
			return
		}
		w.door.clear()
	})
}

// undoDeletion takes back what the bar tells of, and reports whether there is
// such a bar and nothing lies over the page.
func (w *Window) undoDeletion() bool {
	if w.door.undo == nil || w.win.Canvas().Overlays().Top() != nil {
		return false
	}
	w.door.undo()
	return true
}

// undoAction is a notice's way to take something back.
func undoAction(do func()) parts.NoticeAction {
	return parts.NoticeAction{Label: lang.L("Undo"), Do: do}
}
