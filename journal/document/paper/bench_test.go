package paper_test

import (
	"context"
	"io"
	"os"
	"runtime"
	"strconv"
	"testing"
	"time"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/document"
	. "groundwork/journal/document/paper"
	"groundwork/journal/sample"
)

// BenchmarkPDF sets 10,000 entries, or as many as PAPER_ENTRIES says, with
// contents, and writes them as a PDF. The demand is 5 s and 300 MB for 10,000.
func BenchmarkPDF(b *testing.B) {
	n := 10_000
	if more, err := strconv.Atoi(os.Getenv("PAPER_ENTRIES")); err == nil {
		n = more
	}
	ctx := context.Background()
	store, err := data.NewHome(b.TempDir(), data.Options{}).Open(ctx)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = store.Close() })
	if err := sample.Fill(ctx, store, n, 1, journal.Day{Year: 2026, Month: time.November, Date: 20}); err != nil {
		b.Fatal(err)
	}
	j := journal.New(store, journal.Options{})
	p := press(b)
	runtime.GC()
	for b.Loop() {
		out, err := j.Export(ctx, journal.ExportOptions{IncludePrivate: true})
		if err != nil {
			b.Fatal(err)
		}
		start := time.Now()
		pages, err := p.Set(ctx, document.Entries(out), Options{})
		if err != nil {
			b.Fatal(err)
		}
		set := time.Since(start)
		start = time.Now()
		if err := p.WritePDF(ctx, io.Discard, pages, Meta{Title: "All of it"}); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(set.Seconds(), "set-s")
		b.ReportMetric(time.Since(start).Seconds(), "write-s")
		b.ReportMetric(float64(pages.Len()), "pages")
	}
}
