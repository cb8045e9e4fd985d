package main

import (
	"encoding/json"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"groundwork/data"
	"groundwork/journal"
)

// lockedPlace is a window that was locked on the journal in a folder, after it
// was started on another.
func lockedPlace(t *testing.T, started, folder string) *handover {
	t.Helper()
	claim, err := data.ClaimWindow(folder)
	if err != nil {
		t.Fatal(err)
	}
	p := &place{home: data.NewHome(folder, data.Options{}), claim: claim}
	return p.leaveLocked(time.Date(2026, time.March, 12, 21, 40, 0, 0, time.UTC), started, slog.New(slog.DiscardHandler))
}

func TestGivenALockedWindow_WhenTheNextProcessTakesOver_ThenItKnowsWhenAndKeepsTheWindow(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", shortRuntime(t))
	folder := filepath.Join(t.TempDir(), "journal")
	text, err := json.Marshal(lockedPlace(t, folder, folder))
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv(handoverName, string(text))
	left := takeHandover()
	if !left.lockedAt().Equal(time.Date(2026, time.March, 12, 21, 40, 0, 0, time.UTC)) || left.Folder != "" {
		t.Errorf("it was told %s", text)
	}
	if os.Getenv(handoverName) != "" {
		t.Error("every program that is started from here is told, too")
	}
	claim, err := left.claim(folder)
	if err != nil {
		t.Fatal(err)
	}
	if err := claim.Close(); err != nil {
		t.Error(err)
	}
}

func TestGivenAWindowThatMovedToAnotherJournal_WhenItIsLocked_ThenThatOneIsNamed(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", shortRuntime(t))
	folder := filepath.Join(t.TempDir(), "second")
	left := lockedPlace(t, filepath.Join(t.TempDir(), "first"), folder)
	if left.Folder != folder {
		t.Errorf("it names %q", left.Folder)
	}
	claim, err := left.claim(folder)
	if err != nil {
		t.Fatal(err)
	}
	if err := claim.Close(); err != nil {
		t.Error(err)
	}
}

func TestWhatIsNoHandoverIsAnOrdinaryStart(t *testing.T) {
	for _, text := range []string{"", "x", "{}", `{"window":3}`, `{"at":"yesterday"}`} {
		t.Setenv(handoverName, text)
		if left := takeHandover(); left != nil || !left.lockedAt().IsZero() {
			t.Errorf("%q is taken for %v", text, left)
		}
	}
}

func TestAPassphraseFileThatHoldsNoneIsSaidAndNotTried(t *testing.T) {
	file := filepath.Join(t.TempDir(), "secret")
	for content, want := range map[string]string{"four words\n": "four words", "\n": "", "": ""} {
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := passphraseIn(file)()
		if got != want || errors.Is(err, journal.ErrInvalid) == (want != "") {
			t.Errorf("%q gives %q, %v", content, got, err)
		}
	}
	if _, err := passphraseIn(file + " is not there")(); !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("a file that is not there: %v", err)
	}
	if passphraseIn("") != nil {
		t.Error("without a file there is something to try")
	}
}

// shortRuntime makes a runtime folder with a name that is short enough for a
// socket.
func shortRuntime(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("/tmp", "gw")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	return folder
}
