package data

import (
	"testing"
	"time"

	"groundwork/journal"
)

// BenchmarkSaveVersion is a save that keeps a version and thins the others: one
// of a minute of writing is such a one.
func BenchmarkSaveVersion(b *testing.B) {
	s := sampled(b, 10_000)
	e, err := s.Entry(b.Context(), testID(77))
	if err != nil {
		b.Fatal(err)
	}
	now := clockAt(0)
	measure(b, func() error {
		now = now.Add(2 * time.Minute)
		e.Body += " word"
		e.Updated = now
		err := s.Apply(b.Context(), journal.Changes{At: now, Entries: []journal.Entry{e}})
		e.Revision++
		return err
	})
}

// BenchmarkDeleteForGood deletes one entry of 10,000 for good.
func BenchmarkDeleteForGood(b *testing.B) {
	s := sampled(b, 10_000)
	n := 0
	measureAfter(b, func() {
		n++
		e, err := s.Entry(b.Context(), testID(n))
		if err != nil {
			b.Fatal(err)
		}
		putAway(b, s, e, clockAt(0))
	}, func() error {
		return s.Apply(b.Context(), journal.Changes{At: clockAt(0), Forget: []journal.ID{testID(n)}})
	})
}
