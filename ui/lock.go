package ui

import (
	"time"

	"fyne.io/fyne/v2/lang"
)

// lock writes everything that is open, closes the journal and ends the loop, so
// that the process can be replaced by one that knows nothing of it. Where
// something cannot be written, nothing is locked and the window says why. A
// journal without a passphrase cannot be locked: there it shows how to protect
// it.
func (w *Window) lock() {
	switch {
	case w.journal == nil || w.change != nil: // nothing is open
	case w.protected:
		w.leave(&change{what: "lock the journal", refused: w.askBeforeLock})
	default:
		w.reach(func() { w.frame.preferences.open(prefProtection) })
	}
}

// clearAway takes away what could show something of the journal beside the
// pages: what lies over them, be it Fyne's own, and the menus that name others.
func (w *Window) clearAway() {
	over := w.win.Canvas().Overlays()
	for top := over.Top(); top != nil; top = over.Top() {
		over.Remove(top)
	}
	w.win.SetMainMenu(w.lockedMenu())
}

// locked ends the loop, because nothing is open any more. That closing failed
// changes nothing about it: all was written before.
func (w *Window) locked(notClosed error) {
	if notClosed != nil {
		w.door.log.Error("close the journal", "err", notClosed)
	}
	w.board.clear()
	w.lockedAt = w.journal.Now()
	w.journal = nil
	w.keepSize()
	w.leaveApp()
}

// Locked tells when the journal was locked, after Run: then the process is to be
// replaced. It is false where the window was closed.
func (w *Window) Locked() (at time.Time, locked bool) { return w.lockedAt, !w.lockedAt.IsZero() }

// askBeforeLock says why the text is not on disk, so that nothing was locked.
func (w *Window) askBeforeLock(err error) {
	w.absence.refused()
	w.tellUnsaved("save before locking", err, w.lock, lang.L("Do not lock yet"), func() {})
}
