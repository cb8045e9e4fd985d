package main

import (
	"log/slog"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/data"
)

// TestTheWindowThatMovesLetsGoOfTheOldJournal: the claim is a lock file, which
// another program can take then.
func TestTheWindowThatMovesLetsGoOfTheOldJournal(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", shortRuntime(t))
	old, other := filepath.Join(t.TempDir(), "old"), filepath.Join(t.TempDir(), "other")
	claim, err := data.ClaimWindow(old)
	if err != nil {
		t.Fatal(err)
	}
	p := &place{home: data.NewHome(old, data.Options{}), claim: claim, show: func() bool { return true }}
	home, err := p.move(other, slog.New(slog.DiscardHandler))
	if err != nil || home.Folder() != other {
		t.Fatalf("moved to %v, %v", home, err)
	}
	defer p.leave()
	free, err := data.ClaimWindow(old)
	if err != nil {
		t.Fatalf("the old journal is still claimed: %v", err)
	}
	defer free.Close()
	if _, err := data.ClaimWindow(other); err == nil {
		t.Error("the new journal is not claimed")
	}
	if _, err := p.move(old, slog.New(slog.DiscardHandler)); err == nil || !strings.Contains(err.Error(), "another window") {
		t.Errorf("to move to a journal that has a window: %v", err)
	}
	if p.home.Folder() != other {
		t.Errorf("the window holds %s after it could not move", p.home.Folder())
	}
}

// TestACommandStartsNothingOfFyne: no application is made for it, without which
// Fyne opens no display and reads no face.
func TestACommandStartsNothingOfFyne(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", shortRuntime(t))
	folder := t.TempDir()
	before := fyne.CurrentApp()
	for _, args := range [][]string{{"sample", "--entries", "3"}, {"search", "nowhere"}, {"export", "--to", filepath.Join(t.TempDir(), "all.json")}} {
		if code := run(append([]string{"--quiet", "--data", folder}, args...)); code != 0 {
			t.Errorf("%s ended with %d", args[0], code)
		}
	}
	if fyne.CurrentApp() != before {
		t.Error("a command made an application")
	}
}
