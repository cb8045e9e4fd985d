package data

import (
	"context"
	"errors"
	"io"
	"slices"
	"sync"
	"testing"
	"time"

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

// BenchmarkBesideSnapshot writes the file of 10,000 entries again and again, in
// either way, and tells how long saves and what a key gives a window to do took
// meanwhile, and when nothing else ran.
func BenchmarkBesideSnapshot(b *testing.B) {
	_, s := sampledProtected(b, 10_000)
	alone := s.savesOnTheWay(b, time.Second)
	idle, end := context.WithTimeout(b.Context(), time.Second)
	handlerAlone := longestHandler(idle)
	end()
	ctx, stop := context.WithCancel(b.Context())
	var busy sync.WaitGroup
	busy.Go(func() {
		for ctx.Err() == nil {
			_ = s.imageNow(ctx) // the end calls it off
		}
	})
	var handler time.Duration
	busy.Go(func() { handler = longestHandler(ctx) })
	var beside []time.Duration
	for b.Loop() {
		beside = append(beside, s.savesOnTheWay(b, time.Second)...)
	}
	stop()
	busy.Wait()
	b.ReportMetric(p95(alone), "ns/save-alone")
	b.ReportMetric(p95(beside), "ns/save-beside")
	b.ReportMetric(float64(handlerAlone), "ns/handler-alone")
	b.ReportMetric(float64(handler), "ns/handler-beside")
}

// savesOnTheWay saves every 20 milliseconds for some time, far more often than
// anybody types, and tells how long each took.
func (s *Store) savesOnTheWay(b *testing.B, long time.Duration) (took []time.Duration) {
	b.Helper()
	edit := edits(b, s)
	typing := time.NewTicker(20 * time.Millisecond)
	defer typing.Stop()
	for end := time.Now().Add(long); time.Now().Before(end); <-typing.C {
		e := edit()
		start := time.Now()
		if err := s.Apply(b.Context(), journal.Changes{At: e.Updated, Entries: []journal.Entry{e}}); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	return took
}

func p95(took []time.Duration) float64 {
	slices.Sort(took)
	return float64(took[len(took)*95/100])
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
