//go:build e2e

package e2e_test

import (
	"image"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"groundwork/e2e"
)

// window is a window whose steps end the test when they cannot be done.
type window struct {
	*e2e.Window
	t *testing.T
}

// keep ends the window with the test, and leaves a picture where that failed.
func (s *seat) keep(w *e2e.Window) *window {
	s.t.Cleanup(func() {
		if s.t.Failed() && !w.Ended() {
			file := filepath.Join(failures, strings.ReplaceAll(s.t.Name(), "/", "-")+".png")
			if p, err := display.Picture(); err == nil && p.Save(file) == nil {
				s.t.Log("the screen at the end: " + file)
			}
			s.t.Log("the program said: " + w.Log())
		}
		w.Kill()
	})
	return &window{w, s.t}
}

// types types a text.
func (w *window) types(text string) { w.t.Helper(); check(w.t, w.Type(text)) }

// keys presses keys.
func (w *window) keys(keys ...string) { w.t.Helper(); check(w.t, w.Keys(keys...)) }

// turns presses keys that lead to another picture, and waits for it.
func (w *window) turns(keys ...string) {
	w.t.Helper()
	check(w.t, w.Changes(func() error { return w.Keys(keys...) }))
}

// opensSection finds a section of the preferences by its name and opens it.
func (w *window) opensSection(name string) {
	w.t.Helper()
	w.turns("ctrl+comma")
	check(w.t, w.Changes(func() error { return w.Type(name) }))
	w.turns("Return")
	check(w.t, w.Steady()) // what it shows is read first; then the keyboard goes there
}

// copied gives the text that has the cursor, by the way of the clipboard.
func (w *window) copied() string {
	w.t.Helper()
	got, err := w.copies(saveLimit)
	check(w.t, err)
	return got
}

// copies copies the text that has the cursor. That nothing was copied in time
// is an error.
func (w *window) copies(within time.Duration) (string, error) {
	w.t.Helper()
	const nothing = "nothing was copied"
	release, err := display.SetClipboard(nothing)
	check(w.t, err)
	defer release()
	w.keys("ctrl+a", "ctrl+c")
	got := nothing
	err = e2e.Eventually(within, "a text on the clipboard", func() bool {
		now, err := display.Clipboard()
		if err == nil {
			got = now
		}
		return got != nothing
	})
	return got, err
}

// saves keeps a picture of the window for people to look at, and gives it.
func (w *window) saves(name string) *e2e.Picture {
	w.t.Helper()
	p, err := w.Picture()
	check(w.t, err)
	check(w.t, p.Save(filepath.Join("..", "build", "pictures", name+".png")))
	return p
}

// rail is the part of the window that lists the other entries of the day, in
// the size of a first start.
func (w *window) rail() *e2e.Picture { w.t.Helper(); return w.part(image.Rect(1020, 320, 1280, 800)) }

// text is the part that the text is written in.
func (w *window) text() *e2e.Picture { w.t.Helper(); return w.part(image.Rect(300, 320, 920, 600)) }

func (w *window) part(r image.Rectangle) *e2e.Picture {
	w.t.Helper()
	p, err := w.Part(r)
	check(w.t, err)
	return p
}

// ends waits for the end of the program and wants the exit code 0.
func (w *window) ends() {
	w.t.Helper()
	code, err := w.Wait(saveLimit)
	check(w.t, err)
	if code != 0 {
		w.t.Errorf("exit code %d, want 0; the program said: %s", code, w.Log())
	}
}
