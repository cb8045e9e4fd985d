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
