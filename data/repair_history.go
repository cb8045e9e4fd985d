package data

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"groundwork/journal"
)

// newestVersion is the newest version of an entry that can be read; nil where
// there is none.
func newestVersion(ctx context.Context, s *Store, id journal.ID) (*journal.Past, error) {
	for past, err := range s.History(ctx, id) {
		if errors.Is(err, journal.ErrDamaged) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		if past.Err == nil && past.Entry.ID == id {
			return &past, nil
		}
	}
	return nil, nil
}

// fillFromHistory takes the newest version of the entries that are missing
// still, because no backup holds them.
func (w *repairing) fillFromHistory(ctx context.Context, s *Store, f *filling) error {
	var c journal.Changes
	for _, id := range slices.Sorted(maps.Keys(f.missing)) {
		past, err := newestVersion(ctx, s, id)
		if err != nil {
			return err
		}
		if past != nil {
			c.Restored = append(c.Restored, w.fromHistory(f, past))
		}
	}
	return s.Apply(ctx, c)
}

// fromHistory is the entry that a version in the history gives back.
func (w *repairing) fromHistory(f *filling, past *journal.Past) journal.Entry {
	delete(f.missing, past.Entry.ID)
	w.tell(journal.Problem{
		What:  fmt.Sprintf("The entry could not be read. It was taken from its history, as it was at %s.", past.Saved.Format("2006-01-02 15:04")),
		Entry: past.Entry.ID, Repaired: true,
	})
	return past.Entry
}
