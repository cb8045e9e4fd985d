package paper_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/document"
	. "groundwork/journal/document/paper"
	"groundwork/journal/sample"
)

func rss(what string) {
	b, _ := os.ReadFile("/proc/self/status")
	for _, l := range strings.Split(string(b), "\n") {
		if strings.HasPrefix(l, "VmRSS") || strings.HasPrefix(l, "VmHWM") {
			fmt.Print(what, " ", l, "; ")
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Println("heap", m.HeapAlloc>>20, "sys", m.HeapSys>>20, "gcs", m.NumGC)
}

func TestMem(t *testing.T) {
	dir := os.Getenv("MEMDIR")
	ctx := context.Background()
	store, err := data.NewHome(dir, data.Options{}).Open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	sample.Fill(ctx, store, 10000, 1, journal.Day{Year: 2026, Month: time.November, Date: 20})
	j := journal.New(store, journal.Options{})
	p := press(t)
	rss("start")
	out, err := j.Export(ctx, journal.ExportOptions{IncludePrivate: true})
	if err != nil {
		t.Fatal(err)
	}
	pages, err := p.Set(ctx, document.Entries(out), Options{})
	if err != nil {
		t.Fatal(err)
	}
	rss("set")
	if os.Getenv("GCS") != "" {
		runtime.GC()
		rss("set+gc")
	}
	if err := p.WritePDF(ctx, io.Discard, pages, Meta{Title: "All of it"}); err != nil {
		t.Fatal(err)
	}
	rss("write")
	runtime.GC()
	rss("write+gc")
	runtime.KeepAlive(pages)
}
