package handout_test

import (
	"fmt"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/handout"
	"groundwork/journal/sample"
)

// BenchmarkExport writes 10,000 entries of the sample in each form, and with
// names masked, and tells how large the heap grew besides what it was before.
func BenchmarkExport(b *testing.B) {
	store, err := data.NewHome(b.TempDir(), data.Options{}).Open(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	defer func() {
		if err := store.Close(); err != nil {
			b.Error(err)
		}
	}()
	if err := sample.Fill(b.Context(), store, 10_000, 1, journal.Day{Year: 2026, Month: 11, Date: 20}); err != nil {
		b.Fatal(err)
	}
	m := maker(journal.New(store, journal.Options{}))
	for _, masked := range []bool{false, true} {
		for _, form := range handout.Forms() {
			b.Run(fmt.Sprintf("%s masked %v", form, masked), func(b *testing.B) {
				r := handout.Request{Form: form, Options: journal.ExportOptions{IncludePrivate: true, MaskNames: masked}}
				path := filepath.Join(b.TempDir(), "out"+form.Ending())
				most := mostMemory(b)
				for b.Loop() {
					if _, err := m.Export(b.Context(), path, r, handout.Delivery{Replace: true}); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(most())/(1<<20), "MB")
			})
		}
	}
}

// mostMemory watches the heap until it is asked how large it grew at most.
func mostMemory(b *testing.B) func() uint64 {
	runtime.GC()
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	before, most := now.HeapAlloc, atomic.Uint64{}
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond):
				var now runtime.MemStats
				runtime.ReadMemStats(&now)
				if now.HeapAlloc > before {
					most.Store(max(most.Load(), now.HeapAlloc-before))
				}
			}
		}
	}()
	return func() uint64 {
		close(stop)
		<-stopped
		return most.Load()
	}
}
