//go:build !ci

package main

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// hearUse has used called for each key, letter, movement and press of the
// pointer, and turn of its wheel in the window, and tells whether it could. The
// window must be shown.
//
// Fyne gives these to the one part they are meant for, so they are heard where
// Fyne hears them: at GLFW's window, each on its way to Fyne.
func hearUse(win fyne.Window, used func()) (heard bool) {
	drawn, ok := win.(interface{ RunWithContext(func()) })
	if !ok {
		return false
	}
	drawn.RunWithContext(func() {
		if w := glfw.GetCurrentContext(); w != nil {
			hearUseOf(w, used)
			heard = true
		}
	})
	return heard
}

func hearUseOf(w *glfw.Window, used func()) {
	key := w.SetKeyCallback(nil)
	w.SetKeyCallback(func(w *glfw.Window, k glfw.Key, code int, action glfw.Action, mods glfw.ModifierKey) {
		used()
		key(w, k, code, action, mods)
	})
	letter := w.SetCharCallback(nil)
	w.SetCharCallback(func(w *glfw.Window, r rune) { used(); letter(w, r) })
	moved := w.SetCursorPosCallback(nil)
	w.SetCursorPosCallback(func(w *glfw.Window, x, y float64) { used(); moved(w, x, y) })
	pressed := w.SetMouseButtonCallback(nil)
	w.SetMouseButtonCallback(func(w *glfw.Window, b glfw.MouseButton, action glfw.Action, mods glfw.ModifierKey) {
		used()
		pressed(w, b, action, mods)
	})
	turned := w.SetScrollCallback(nil)
	w.SetScrollCallback(func(w *glfw.Window, x, y float64) { used(); turned(w, x, y) })
}
