package main

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestGivenAnApplication_WhenItsLastHookIsTaken_ThenNothingIsWaitedForAtTheEnd: and
// what would have been done then is done by whoever took it.
func TestGivenAnApplication_WhenItsLastHookIsTaken_ThenNothingIsWaitedForAtTheEnd(t *testing.T) {
	life := test.NewTempApp(t).Lifecycle()
	fynes, ok := life.(stopping)
	if !ok {
		t.Fatal("the lifecycle of Fyne is another one: it would wait for its loop")
	}
	kept := 0
	fynes.SetOnStoppedHookExecuted(func() { kept++ })
	hook := takeLastHook(life)
	if fynes.OnStopped() != nil {
		t.Error("Fyne still hands something to another goroutine when its loop has ended")
	}
	if hook(); kept != 1 {
		t.Errorf("what would have been done then was done %d times", kept)
	}
	if takeLastHook(life)(); kept != 1 {
		t.Error("what was taken is done again")
	}
}

func TestGivenALoopThatHasEnded_WhenSomethingIsPassedToIt_ThenNothingRuns(t *testing.T) {
	a := test.NewTempApp(t)
	fyne.SetCurrentApp(endedApp{a})
	defer fyne.SetCurrentApp(a)
	ran := 0
	fyne.DoAndWait(func() { ran++ })
	fyne.Do(func() { ran++ })
	if ran > 0 {
		t.Errorf("%d of two ran, beside the last saving of the preferences", ran)
	}
}
