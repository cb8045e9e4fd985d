package main

import "fyne.io/fyne/v2"

// stopping is what Fyne's lifecycle has beside what fyne.Lifecycle tells of.
type stopping interface {
	OnStopped() func()
	SetOnStoppedHookExecuted(hook func())
}

// takeLastHook takes from Fyne what it has to do when its loop has ended, which is
// to save the preferences, and gives it to whoever calls it when the loop has ended.
//
// Fyne 2.8.1 passes it at the end of its loop to another goroutine, which passes it
// back to the loop and waits until it was run. A loop that stops reading in between
// leaves that goroutine waiting for good, and the program with it (internal/driver/glfw,
// runGL and Lifecycle.WaitForEvents): of 60 windows that closed on a busy machine with
// a queue, 11 never went, and kept their journal to themselves.
func takeLastHook(l fyne.Lifecycle) (hook func()) {
	fynes, ok := l.(stopping)
	if !ok {
		return func() {}
	}
	hook = fynes.OnStopped()
	fynes.SetOnStoppedHookExecuted(nil)
	if hook == nil {
		return func() {}
	}
	return hook
}
