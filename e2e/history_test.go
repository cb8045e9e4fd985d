//go:build e2e

package e2e_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// writtenBefore puts an entry of today into the journal that was written an
// hour ago: what it says is kept as a version as soon as somebody writes on.
func (s *seat) writtenBefore(text string) {
	s.t.Helper()
	now := time.Now()
	before := now.Add(-time.Hour).UTC().Format(time.RFC3339)
	file := filepath.Join(s.Home, "before.json")
	check(s.t, os.WriteFile(file, fmt.Appendf(nil,
		`{"format":"groundwork-journal/1","entries":[{"id":"1","day":%q,"created":%q,"updated":%[2]q,"body":%[3]q}]}`,
		now.Format(time.DateOnly), before, text), 0o600))
	if _, wrong, code := s.Groundwork("import", "--data", s.folder, file); code != 0 {
		s.t.Fatalf("import ended with %d: %s", code, wrong)
	}
}

func TestAVersionComesBackAndThenWhatWasWrittenAfterIt(t *testing.T) {
	const older, newer = "The gate waited for two stations.", "The gate waited for two stations. Priya knew why."
	s := sit(t)
	s.writtenBefore(older)
	w := s.open()
	w.types(newer[len(older):])
	s.wants(newer)
	w.turns("ctrl+shift+y")            // with the last version chosen, compared with now
	w.keys("Tab", "Tab", "Tab", "Tab") // past the ways to compare it, to restoring it
	w.turns("Return")
	s.wants(older)
	w.turns("ctrl+z")
	s.wants(newer)
	w.turns("ctrl+1")
	if got := w.copied(); got != newer {
		t.Errorf("the window shows %q, want %q", got, newer)
	}
}
