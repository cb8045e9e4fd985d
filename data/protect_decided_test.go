package data

import (
	"context"
	"path/filepath"
	"testing"

	"groundwork/journal"
)

// Whoever protects a journal and is called off must know whether the sheet that
// was kept opens something.
func TestGivenAProtectThatIsCalledOff_ThenProtectedTellsWhetherItWasDecided(t *testing.T) {
	for at, want := range map[step]bool{"database sealed": false, "form decided": true} {
		h := plainHome(t, filepath.Join(t.TempDir(), "journal"))
		ctx, cancel := context.WithCancel(t.Context())
		h.reached = func(s step) {
			if s == at {
				cancel()
			}
		}
		sheet := newSheet(t)
		_, err := h.Protect(ctx, journal.Protection{Passphrase: passphrase, RecoveryKey: sheet})
		if err == nil || h.Protected() != want {
			t.Errorf("called off at %q: %v, protected %v", at, err, h.Protected())
		}
		h.reached = nil
		again := NewHome(h.folder, Options{})
		if want {
			if err := again.Unlock(t.Context(), string(sheet)); err != nil {
				t.Error(err)
			}
		}
		s := openHome(t, again)
		holdsMarked(t, s)
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}
