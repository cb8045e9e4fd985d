//go:build e2e

package e2e_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"groundwork/e2e"
)

// handover is the name in the environment of the process that takes the place of
// one whose window was locked.
const handover = "GROUNDWORK_LOCKED"

// locks locks the journal with its key and waits for the lock screen of the
// process that takes the place of this one.
func (w *window) locks() {
	w.t.Helper()
	before := w.Environment(handover)
	w.keys("ctrl+l")
	check(w.t, e2e.Eventually(saveLimit, "a fresh process", func() bool { return w.Environment(handover) != before }))
	check(w.t, w.FindAgain())
	check(w.t, w.Ready())
}

// unlocks types a passphrase on the lock screen and waits until one can write.
func (w *window) unlocks(s *seat) {
	w.t.Helper()
	w.types(secret)
	w.keys("Return")
	s.waitsFor("a journal that is unlocked", 0)
	check(w.t, w.Ready())
}

// listed is what the journal holds, read beside a locked window.
func (s *seat) listed() string {
	s.t.Helper()
	out, _ := s.command(0, "list", "--passphrase-file", s.secretFile())
	return out
}

func TestTextTypedJustBeforeTheLockIsThereAfterUnlocking(t *testing.T) {
	s := sit(t)
	w := s.unlocked()
	w.turns("ctrl+n")
	w.types("typed just before")
	w.locks()
	if out := s.listed(); !strings.Contains(out, "typed just before") { // and nothing holds the journal
		t.Errorf("the journal holds %q", out)
	}
	w.types("not it")
	w.turns("Return") // says so
	w.keys("ctrl+a")
	w.unlocks(s)
	w.types("Again here.")
	w.locks()
	if out := s.listed(); !strings.Contains(out, "Again here.") {
		t.Errorf("after another lock the journal holds %q", out)
	}
}

func TestASecondStartShowsTheLockScreen(t *testing.T) {
	s := sit(t)
	w := s.unlocked()
	w.locks()
	second, err := s.Start(s.folder)
	check(t, err)
	s.keep(second).ends()
	if w.Ended() || len(w.Titles()) != 1 {
		t.Errorf("the locked window has gone: ended %v, titles %q", w.Ended(), w.Titles())
	}
}

func TestAKillAtTheLockScreenLosesNothing(t *testing.T) {
	s := sit(t)
	w := s.unlocked()
	w.turns("ctrl+n")
	w.types("before the kill")
	w.locks()
	w.Kill()
	if out := s.listed(); !strings.Contains(out, "before the kill") {
		t.Errorf("the journal holds %q", out)
	}
	s.show().unlocks(s)
}

// TestAfterALockNothingHoldsAWordOfTheJournal is about the process, which Go
// cannot wipe, so that it is replaced, and about all that it could have left.
func TestAfterALockNothingHoldsAWordOfTheJournal(t *testing.T) {
	const title, typed, tag = "zwitterquokka", "plumbanemone", "gargletrout"
	s := sitWith(t, binary()+"-crash") // which is dumpable, where the test is not root
	s.add(title+" in a title", "--tag", tag)
	w := s.unlocked()
	w.turns("ctrl+n")
	w.types(typed)
	w.keys("ctrl+a", "ctrl+c")
	w.turns("ctrl+f")
	w.types(title)
	w.turns("Return")
	words := []string{title, typed, tag, secret}
	before, err := w.Holds(words...)
	check(t, err)
	if len(before) != len(words) {
		t.Fatalf("of an open journal only %q is found in the memory", before)
	}
	w.locks()
	if after, err := w.Holds(words...); err != nil || len(after) != 0 {
		t.Errorf("the memory of the lock screen holds %q, %v", after, err)
	}
	outside := w.Properties() + w.Log() + strings.Join(w.Titles(), "\n")
	if on, err := display.Clipboard(); err == nil {
		outside += on
	}
	for _, word := range words[:3] { // the passphrase lies in the file of this test
		if strings.Contains(outside, word) {
			t.Errorf("%q stands in a title, a property, a log or on the clipboard", word)
		}
		s.noFileHolds(word)
	}
}

// noFileHolds sees to it that no file in the user's home holds a word, nor is
// named by it.
func (s *seat) noFileHolds(word string) {
	s.t.Helper()
	err := filepath.WalkDir(s.Home, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		if bytes.Contains(content, []byte(word)) || strings.Contains(path, word) {
			s.t.Errorf("%s holds %q", path, word)
		}
		return err
	})
	check(s.t, err)
}
