//go:build e2e

package e2e_test

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"groundwork/e2e"
)

// backups are the sound backups of the journal that were made for a reason, the
// newest first.
func (s *seat) backups(why string) (files []string) {
	s.t.Helper()
	out, wrong, code := s.Groundwork("backups", "--data", s.folder, "--format", "json")
	if code != 0 {
		s.t.Fatalf("backups ended with %d: %s", code, wrong)
	}
	var all []struct {
		File     string `json:"file"`
		Verified bool   `json:"verified"`
	}
	check(s.t, json.Unmarshal([]byte(out), &all))
	for _, b := range all {
		if b.Verified && strings.HasSuffix(b.File, why+".tar") {
			files = append(files, b.File)
		}
	}
	return files
}

// backedUp waits for the only backup that was made for a reason.
func (s *seat) backedUp(why string) string {
	s.t.Helper()
	var files []string
	check(s.t, e2e.Eventually(saveLimit, "one backup "+why, func() bool {
		files = s.backups(why)
		return len(files) == 1
	}))
	return files[0]
}

// elsewhere gives the texts in a backup, as another computer reads them.
func (s *seat) elsewhere(backup string) []string {
	s.t.Helper()
	other := &seat{User: s.User, t: s.t, folder: filepath.Join(s.Home, "other")}
	if _, wrong, code := s.Groundwork("restore", backup, "--data", other.folder); code != 0 {
		s.t.Fatalf("restore ended with %d: %s", code, wrong)
	}
	return bodies(other.entries())
}

// backsUp makes a backup on the page of the backups, on which there is one.
func (w *window) backsUp() {
	w.t.Helper()
	w.opensSection("backups")
	w.keys(slices.Repeat([]string{"shift+Tab"}, 7)...) // from the copies over all that can be set
	w.turns("Return")
}

// restoresTheNewest goes to the backups, opens the newest copy and restores it,
// as far as the last key.
func (w *window) restoresTheNewest() {
	w.t.Helper()
	w.opensSection("backups")
	w.turns("Return")
	w.keys("shift+Tab", "shift+Tab") // what can be done with it, from the end
	w.turns("Return")
	w.keys("Tab") // from calling it off to doing it
}

func TestABackupIsMadeAndRestoredInTheWindow(t *testing.T) {
	const older, newer = "Before.", "Before. And after."
	s := sit(t)
	s.add(older)
	w := s.open()
	w.backsUp()
	s.backedUp("by-hand")
	w.turns("ctrl+1")
	w.types(newer[len(older):])
	s.wants(newer)
	w.restoresTheNewest()
	w.turns("Return")
	s.wants(older)
	check(t, w.Ready())
	if got := w.copied(); got != older {
		t.Errorf("the window shows %q, want %q", got, older)
	}
	if got := s.elsewhere(s.backedUp("before-restore")); len(got) != 1 || got[0] != newer {
		t.Errorf("the backup of what was there before holds %q, want %q", got, newer)
	}
}
