package data

import (
	"errors"
	"io"
	"testing"

	"groundwork/journal"
)

// sampledProtected opens a protected journal with n sample entries in its file.
func sampledProtected(b *testing.B, n int) (*Home, *Store) {
	b.Helper()
	h := protectedHome(b)
	s := openHome(b, h)
	apply(b, s, sample(n))
	if err := s.image(b.Context(), s.imageAtOnce); err != nil {
		b.Fatal(err)
	}
	return h, s
}

// BenchmarkSaveProtected is BenchmarkSaveEntry in a protected journal.
func BenchmarkSaveProtected(b *testing.B) {
	_, s := sampledProtected(b, 10_000)
	edit := edits(b, s)
	measure(b, func() error {
		e := edit()
		return s.Apply(b.Context(), journal.Changes{At: e.Updated, Entries: []journal.Entry{e}})
	})
}

// BenchmarkUnlockProtected opens a large journal, without what the passphrase
// costs.
func BenchmarkUnlockProtected(b *testing.B) {
	h, s := sampledProtected(b, benchEntries(b))
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	measure(b, func() error {
		s, err := h.Open(b.Context())
		if err != nil {
			return err
		}
		return s.Close()
	})
	b.ReportMetric(float64(copyOnce(b, sealedIn(h.folder))), "ns/copy")
}

// BenchmarkImage writes the file of 10,000 entries in either way; and how long
// the longest wait for the connection is, the tests of saves tell.
func BenchmarkImage(b *testing.B) {
	_, s := sampledProtected(b, 10_000)
	for name, source := range map[string]imageSource{"at-once": s.imageAtOnce, "by-steps": s.imageBySteps} {
		b.Run(name, func(b *testing.B) {
			measure(b, func() error { return s.image(b.Context(), source) })
		})
	}
	b.Run("read-only", func(b *testing.B) {
		measure(b, func() error { return writePages(b.Context(), s.readers, io.Discard) })
	})
}

// BenchmarkReplay does 500 saves again, which is as many as a killed program
// leaves.
func BenchmarkReplay(b *testing.B) {
	h, s := sampledProtected(b, 10_000)
	s.sealed.limits.saves = 1 << 30
	edit := edits(b, s)
	for range 500 {
		e := edit()
		apply(b, s, journal.Changes{At: e.Updated, Entries: []journal.Entry{e}})
	}
	measure(b, func() (err error) {
		db, _, err := openImage(b.Context(), sealedIn(h.folder), h.keys, 1)
		if err != nil {
			return err
		}
		_, err = replay(b.Context(), db, h.folder, h.keys)
		return errors.Join(err, db.Close())
	})
}
