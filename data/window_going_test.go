package data

import (
	"errors"
	"path/filepath"
	"testing"
)

func TestGivenAWindowThatIsGoing_WhenAnotherStarts_ThenItWaitsForItAndHasAWindowOfItsOwn(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", shortFolder(t))
	folder := filepath.Join(t.TempDir(), "journal")
	w, err := ClaimWindow(folder)
	if err != nil {
		t.Fatal(err)
	}
	asked := make(chan struct{}, 100)
	w.OnShow(func() bool { asked <- struct{}{}; return false })
	type claim struct {
		w   *Window
		err error
	}
	claimed := make(chan claim)
	go func() {
		w, err := ClaimWindow(folder)
		claimed <- claim{w, err}
	}()
	<-asked
	<-asked // it goes on asking: the window may stay after all
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	got := <-claimed
	if got.err != nil {
		t.Fatal(got.err)
	}
	if err := got.w.Close(); err != nil {
		t.Error(err)
	}
}

func TestGivenAWindowThatWasGoing_WhenItStaysAfterAll_ThenTheOtherStartShowsIt(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", shortFolder(t))
	folder := filepath.Join(t.TempDir(), "journal")
	w, err := ClaimWindow(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	asked := 0
	w.OnShow(func() bool { asked++; return asked > 1 })
	if _, err := ClaimWindow(folder); !errors.Is(err, ErrShown) || asked != 2 {
		t.Errorf("asked %d times: %v", asked, err)
	}
}
