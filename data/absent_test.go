package data

import (
	"os"
	"path/filepath"
	"testing"

	"groundwork/journal"
)

// TestAbsentIsWhatInspectFindsAbsent, whatever of a journal lies there.
func TestAbsentIsWhatInspectFindsAbsent(t *testing.T) {
	for _, name := range []string{"", "letter.txt", "lock", "journal.db", "journal.db-wal", "journal.age", "identity.age", "restored.db", "form.coming/journal.db"} {
		h := newHome(t)
		if name != "" {
			if err := os.MkdirAll(filepath.Dir(filepath.Join(h.folder, name)), 0o700); err != nil {
				t.Fatal(err)
			}
			write(t, filepath.Join(h.folder, name), "x")
		}
		condition, err := h.Inspect(t.Context())
		if absent, wrong := h.Absent(t.Context()); wrong != nil || absent != (err == nil && condition == journal.Absent) {
			t.Errorf("with %q it is %v, %v, and absent: %v, %v", name, condition, err, absent, wrong)
		}
	}
}
