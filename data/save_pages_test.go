package data

import (
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"groundwork/journal"
)

// TestASaveWritesAsManyPagesWhateverTheJournalHolds counts the pages that
// autosaves write to the log, in a journal and in one three times as large. The
// first one takes the words of the entry out of the index, and the sixteenth one
// after a large import has SQLite put the index together, once: so of forty saves
// the one is compared that writes more than thirty others.
func TestASaveWritesAsManyPagesWhateverTheJournalHolds(t *testing.T) {
	small, large := pagesWritten(t, 400), pagesWritten(t, 1200)
	if large[30] > small[30]+2 {
		t.Errorf("saves write these pages: %v, and in a journal three times as large: %v", small, large)
	}
}

// pagesWritten counts the pages that each of forty saves of one entry writes in
// a journal of so many, the fewest first.
func pagesWritten(t *testing.T, entries int) (pages []int64) {
	t.Helper()
	s := sampled(t, entries)
	e, err := s.Entry(t.Context(), testID(entries/2))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		if _, err := s.writer.Exec(`PRAGMA wal_checkpoint(TRUNCATE)`); err != nil {
			t.Fatal(err)
		}
		e.Body += fmt.Sprintf(" new%d", i)
		e.Updated = e.Updated.Add(time.Second)
		apply(t, s, journal.Changes{At: e.Updated, Entries: []journal.Entry{e}})
		e.Revision++
		log, err := os.Stat(s.file + "-wal")
		if err != nil {
			t.Fatal(err)
		}
		const head, frame = 32, 4096 + 24 // SQLite, "Database File Format", 4
		pages = append(pages, (log.Size()-head)/frame)
	}
	slices.Sort(pages)
	return pages
}
