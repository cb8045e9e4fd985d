package data

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
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
	idle, end := context.WithTimeout(b.Context(), time.Second)
	alone := longestHandler(idle)
	end()
	var beside time.Duration
	busy.Go(func() { beside = longestHandler(ctx) })
	var last string
	for b.Loop() {
		made, err := h.BackUp(b.Context(), journal.BackupDaily)
		if err != nil {
			b.Fatal(err)
		}
		last = made.File
	}
	stop()
	busy.Wait()
	b.ReportMetric(float64(slowestSave.Milliseconds()), "ms/slowest-save")
	b.ReportMetric(float64(slowestRead.Milliseconds()), "ms/slowest-read")
	b.ReportMetric(float64(alone), "ns/handler-alone")
	b.ReportMetric(float64(beside), "ns/handler-beside")
	b.ReportMetric(float64(copyOnce(b, last)), "ns/copy")
}

// longestHandler does every four milliseconds, on a thread of its own as the
// window does, what a key gives a window to do that waits for nothing, and
// tells how long it took at most from the moment at which it was due.
func longestHandler(ctx context.Context) (longest time.Duration) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	text := strings.Repeat("words upon words ", 500)
	for ctx.Err() == nil {
		due := time.Now().Add(4 * time.Millisecond)
		time.Sleep(time.Until(due))
		text = strings.Join(strings.Fields(text), " ")
		longest = max(longest, time.Since(due))
	}
	return longest
}

// copyOnce tells how long it takes to bring a copy of a file to the disk.
func copyOnce(b *testing.B, path string) time.Duration {
	start := time.Now()
	content, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	to := filepath.Join(b.TempDir(), "copy")
	if err := os.WriteFile(to, content, 0o600); err != nil {
		b.Fatal(err)
	}
	if err := syncFile(to); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}
