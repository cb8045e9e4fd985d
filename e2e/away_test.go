//go:build e2e

package e2e_test

import (
	"path/filepath"
	"strings"
	"testing"

	"groundwork/e2e"
)

// isLockedWithTheSentence wants what was typed last to be in the locked journal.
func (s *seat) isLockedWithTheSentence() {
	s.t.Helper()
	s.command(3, "list")
	out, _ := s.command(0, "list", "--format", "json", "--passphrase-file", filepath.Join(s.Home, "secret.txt"))
	if !strings.Contains(out, sentence) {
		s.t.Errorf("what was typed last is not in the journal: %s", out)
	}
}

func TestGivenAnUnlockedJournal_WhenTheComputerGoesToSleep_ThenTheSleepWaitsUntilItIsLocked(t *testing.T) {
	s, bus := sitOnBus(t)
	logind := &e2e.Logind{}
	check(t, bus.Play(logind))
	w := s.unlocked()
	check(t, e2e.Eventually(saveLimit, "a window that listens", func() bool { return logind.WasAsked() != nil }))
	w.types(sentence)
	check(t, w.Steady()) // every letter has come
	check(t, bus.Conn.Emit("/org/freedesktop/login1", "org.freedesktop.login1.Manager.PrepareForSleep", true))
	sleeps, err := logind.MaySleep()
	check(t, err)
	<-sleeps
	s.isLockedWithTheSentence()
}
