package ui

import "testing"

func TestGivenAWindowThatIsBeingClosed_WhenASecondStartAsks_ThenItIsToldThatNoneIsShownUntilTheWindowStays(t *testing.T) {
	s, full := openOnFullDisk(t)
	if !s.Raise() {
		t.Fatal("the open window does not show itself")
	}
	s.typeText("not on disk yet")
	full.Store(true)
	s.quit() // what comes of it waits for the UI goroutine
	if s.Raise() {
		t.Error("a window that is being closed says that it shows itself")
	}
	s.settle()
	if !s.Raise() {
		t.Error("the window that asks before it goes does not show itself")
	}
	full.Store(false)
	s.quit()
	s.settle()
	if s.Raise() {
		t.Error("the closed window says that it shows itself")
	}
}

// Fyne would run it beside the closing of the journal, on another goroutine.
func TestGivenAWindowThatHasGone_WhenSomethingComesBack_ThenNothingRunsInIt(t *testing.T) {
	s := openWindow(t)
	ran := 0
	s.onUI(func() { ran++ })
	s.quit()
	s.settle()
	s.onUI(func() { ran++ })
	s.settle()
	if ran != 1 {
		t.Errorf("%d of two ran: one before the window went, one after", ran)
	}
}
