//go:build e2e

package e2e_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A restore is killed at the moment one of its files comes into sight beside
// the journal, or at its end where that went by too quickly.
func TestARestoreThatIsKilledIsDoneOrNotBegunAtTheNextStart(t *testing.T) {
	for name, pattern := range map[string]string{
		"WhileTheCopyIsUnpacked":   "restored.db.part",
		"WhileTheOldOneIsBackedUp": "backups/*before-restore*",
		"WhileTheyChangePlaces":    "replaced",
	} {
		t.Run(name, func(t *testing.T) {
			const older, newer = "Before.", "Before. And after."
			s := sit(t)
			s.add(older)
			w := s.open()
			w.types(newer[len(older):])
			s.wants(newer)
			w.restoresTheNewest()
			before := s.stat()
			w.keys("Return")
			s.glimpses(pattern, before)
			w.Kill()
			w = s.open()
			got := w.copied()
			switch got {
			case newer:
			case older:
				if kept := s.elsewhere(s.backedUp("before-restore")); len(kept) != 1 || kept[0] != newer {
					t.Errorf("the backup of what was there before holds %q, want %q", kept, newer)
				}
			default:
				t.Errorf("the window shows %q", got)
			}
			s.wants(got)
			if out, wrong, code := s.Groundwork("check", "--data", s.folder); code != 0 {
				t.Errorf("check ended with %d: %s%s", code, out, wrong)
			}
		})
	}
}

// stat tells the file of the journal from any other one.
func (s *seat) stat() os.FileInfo {
	s.t.Helper()
	info, err := os.Stat(s.journal())
	check(s.t, err)
	return info
}

// glimpses waits until something is there in the journal's folder, however
// shortly, or the journal is another file than before.
func (s *seat) glimpses(pattern string, before os.FileInfo) {
	s.t.Helper()
	for end := time.Now().Add(saveLimit); time.Now().Before(end); {
		found, err := filepath.Glob(filepath.Join(s.folder, pattern))
		check(s.t, err)
		if len(found) > 0 {
			s.t.Logf("killed with %s there", filepath.Base(found[0]))
			return
		}
		if now, err := os.Stat(s.journal()); err == nil && !os.SameFile(before, now) {
			s.t.Log("killed when all was done")
			return
		}
	}
	s.t.Fatal("nothing was restored")
}
