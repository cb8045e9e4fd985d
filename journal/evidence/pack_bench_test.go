package evidence_test

import (
	"io"
	"runtime"
	"testing"

	"groundwork/journal"
	"groundwork/journal/document"
	"groundwork/journal/evidence"
	"groundwork/journal/sample"
)

// BenchmarkPack times what a pack of 10,000 entries with 13 MB of text takes,
// and how much of them is kept: "kept-MB".
func BenchmarkPack(b *testing.B) {
	d := newDesk(b)
	d.did(sample.Fill(b.Context(), d.store, 10_000, 1, today))
	var m evidence.Material
	b.Run("ReadMaterial", func(b *testing.B) {
		b.ReportAllocs()
		before := heap()
		for b.Loop() {
			m = d.material(journal.ExportOptions{})
		}
		b.ReportMetric(float64(heap()-before)/1e6, "kept-MB")
	})
	b.Run("ReadMaterial with masked names", func(b *testing.B) {
		for b.Loop() {
			d.material(journal.ExportOptions{MaskNames: true})
		}
	})
	for _, audience := range []string{journal.ForManager, journal.ForMyself} {
		p := evidence.Propose(m, audience)
		b.Run("Propose for "+audience, func(b *testing.B) {
			for b.Loop() {
				evidence.Propose(m, audience)
			}
		})
		b.Run("Rebuild for "+audience, func(b *testing.B) {
			for b.Loop() {
				evidence.Rebuild(m, p)
			}
		})
		b.Run("Book for "+audience, func(b *testing.B) {
			for b.Loop() {
				if err := document.WriteText(io.Discard, evidence.Book(m, p)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// heap is what is in use, in bytes.
func heap() int64 {
	runtime.GC()
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	return int64(s.HeapAlloc)
}
