package data

import (
	"context"
	"sync"
	"testing"
	"time"

	"groundwork/journal"
)

// BenchmarkBackUp makes a verified backup of a journal of 10,000 entries while
// it is open, and notes the longest time that a save or a read took meanwhile.
func BenchmarkBackUp(b *testing.B) {
	h := newHome(b)
	s := openHome(b, h)
	apply(b, s, sample(10_000))
	// What so many entries left in the log would else be a save's to clear.
	if _, err := s.writer.Exec(`PRAGMA wal_checkpoint(TRUNCATE)`); err != nil {
		b.Fatal(err)
	}
	var slowestSave, slowestRead time.Duration
	ctx, stop := context.WithCancel(b.Context())
	var busy sync.WaitGroup
	busy.Go(func() {
		typing := time.NewTicker(50 * time.Millisecond) // far quicker than anybody's
		defer typing.Stop()
		for n := 20_000; ctx.Err() == nil; n++ {
			<-typing.C
			start := time.Now()
			if err := s.Apply(b.Context(), journal.Changes{Entries: []journal.Entry{written(n, "", "typed")}}); err != nil {
				b.Error(err)
				return
			}
			slowestSave = max(slowestSave, time.Since(start))
			start = time.Now()
			if _, err := s.Lines(b.Context(), journal.Filter{}, "", 50); err != nil {
				b.Error(err)
				return
			}
			slowestRead = max(slowestRead, time.Since(start))
		}
	})
	for b.Loop() {
		if _, err := h.BackUp(b.Context(), journal.BackupDaily); err != nil {
			b.Fatal(err)
		}
	}
	stop()
	busy.Wait()
	b.ReportMetric(float64(slowestSave.Milliseconds()), "ms/slowest-save")
	b.ReportMetric(float64(slowestRead.Milliseconds()), "ms/slowest-read")
}
