package ui

import "fyne.io/fyne/v2"

// prefMovement is the key of the program's own preference about what moves by
// itself: "" is as the desktop wants it.
const prefMovement = "movement"

// The choices about what moves by itself, beside that of the desktop.
const (
	movementOn  = "on"
	movementOff = "off"
)

// moves tells whether something may move by itself, as the cursor does when it
// fades in and out.
func (w *Window) moves() bool {
	switch w.app.Preferences().String(prefMovement) {
	case movementOn:
		return true
	case movementOff:
		return false
	}
	return !w.calmDesktop
}

// askDesktop learns whether the desktop wants less motion. It need not say so.
func (w *Window) askDesktop() {
	if w.reducedMotion == nil {
		return
	}
	ask, ctx := w.reducedMotion, w.life
	w.background(func() {
		calm := ask(ctx)
		w.onUI(func() { w.calmDesktop = calm })
	})
}

// ownApp is the app as Fyne sees it from within the window: its clipboard is the
// board, for Fyne's own menus ask the app for it, and its settings know whether
// something may move.
type ownApp struct {
	fyne.App
	w *Window
}

// Clipboard implements fyne.App.
func (a ownApp) Clipboard() fyne.Clipboard { return a.w.board }

// Settings implements fyne.App.
func (a ownApp) Settings() fyne.Settings { return ownSettings{a.App.Settings(), a.w.moves} }

// ownSettings are the app's, in which the writer says whether something moves.
type ownSettings struct {
	fyne.Settings
	moves func() bool
}

// ShowAnimations implements fyne.Settings: Fyne asks for it before each
// animation of its own.
func (s ownSettings) ShowAnimations() bool { return s.Settings.ShowAnimations() && s.moves() }
