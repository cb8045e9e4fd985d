package data

import (
	"errors"
	"os"
	"testing"

	"groundwork/journal"
)

// TestASaveIntoAFolderThatWentIsRefusedAndWorksWhenItIsBack: SQLite alone would
// write on and say that all is well.
func TestASaveIntoAFolderThatWentIsRefusedAndWorksWhenItIsBack(t *testing.T) {
	h := newHome(t)
	s := openHome(t, h)
	apply(t, s, journal.Changes{Entries: []journal.Entry{written(0, "first", "text")}})
	away := h.folder + "-away"
	if err := os.Rename(h.folder, away); err != nil {
		t.Fatal(err)
	}
	second := journal.Changes{Entries: []journal.Entry{written(1, "second", "text")}}
	if err := s.Apply(t.Context(), second); !errors.Is(err, journal.ErrFolderGone) {
		t.Errorf("a save while it is away: %v", err)
	}
	if err := os.Rename(away, h.folder); err != nil {
		t.Fatal(err)
	}
	apply(t, s, second)
	if n, err := s.Count(t.Context(), journal.Filter{}); n != 2 || err != nil {
		t.Errorf("%d entries, %v", n, err)
	}
}
