//go:build e2e

package e2e_test

import (
	"bytes"
	"image"
	"os"
	"path/filepath"
	"testing"

	"groundwork/e2e"
)

// damagedWithBackup is a window on a journal that is cut off, and has a backup
// that the window has found.
func damagedWithBackup(t *testing.T) (s *seat, w *window) {
	t.Helper()
	s = sit(t)
	s.add(sentence) // which makes the backup of the day
	cutOff(t, s)
	w = s.show()
	w.findsTheBackup()
	return s, w
}

// findsTheBackup waits until the page of a damaged journal offers its newest
// backup, in the size of a first start.
func (w *window) findsTheBackup() {
	w.t.Helper()
	check(w.t, e2e.Eventually(saveLimit, "what can be done with the backup", func() bool {
		return !w.part(image.Rect(840, 225, 1060, 275)).Blank()
	}))
}

func TestADamagedJournalIsRestoredFromTheBackupThatIsReadWithTheKeyboardAlone(t *testing.T) {
	s, w := damagedWithBackup(t)
	damaged := s.content()
	w.turns("Return") // the keyboard is at looking at the backup
	if !bytes.Equal(s.content(), damaged) {
		t.Error("looking at the backup changed the damaged file")
	}
	w.keys("Tab") // from the entries to restoring it
	w.turns("Return")
	w.turns("Return") // the keyboard is at doing it
	s.keptAside(damaged)
	check(t, w.Ready())
	s.wants(sentence)
	if got := w.copied(); got != sentence {
		t.Errorf("the window shows %q, want %q", got, sentence)
	}
	s.keptAside(damaged)
}

func TestADamagedJournalIsRepairedWithTheKeyboardAlone(t *testing.T) {
	s, w := damagedWithBackup(t)
	damaged := s.content()
	w.keys("Tab", "Tab", "Tab") // past restoring it, and another backup, to repairing it
	w.turns("Return")
	s.keptAside(damaged)
	check(t, w.Steady())
	s.wants(sentence)
}

// keptAside waits until the damaged file lies in a folder of its own, as it was.
func (s *seat) keptAside(damaged []byte) {
	s.t.Helper()
	var files []string
	check(s.t, e2e.Eventually(saveLimit, "the damaged file aside", func() bool {
		var err error
		files, err = filepath.Glob(filepath.Join(s.folder, "damaged-*", "journal.db"))
		return err == nil && len(files) == 1
	}))
	kept, err := os.ReadFile(files[0])
	check(s.t, err)
	if !bytes.Equal(kept, damaged) {
		s.t.Errorf("the damaged file has changed, from %d bytes to %d", len(damaged), len(kept))
	}
}
