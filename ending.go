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

// endedApp is the app once its loop has ended. Nothing runs in it any more: Fyne's
// watch over the file of its preferences would read it on a goroutine of its own while
// it is written for the last time, find it empty and complain.
type endedApp struct{ fyne.App }

// Driver implements fyne.App.
func (a endedApp) Driver() fyne.Driver { return endedDriver{a.App.Driver()} }

type endedDriver struct{ fyne.Driver }

// DoFromGoroutine implements fyne.Driver.
func (endedDriver) DoFromGoroutine(func(), bool) {}
