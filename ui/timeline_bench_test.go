package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/sample"
)

// BenchmarkOpenTheTimeline measures a later visit to the timeline, beside the
// plain reads of the summary and of as many entries as it shows: the yardstick
// on the same machine. The sample has one to three entries a day, so that
// 100,000 reach over more than a hundred years.
func BenchmarkOpenTheTimeline(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		s := openSample(b, n)
		page := s.frame.timeline
		page.goTimeline()
		s.settle()
		b.Run(fmt.Sprintf("visit, of %d", n), func(b *testing.B) {
			visits := time.Duration(0)
			for b.Loop() {
				began := time.Now()
				s.goTo(s.today)
				s.settle()
				page.goTimeline()
				s.settle()
				visits += time.Since(began)
			}
			b.ReportMetric(float64(visits)/float64(b.N)/float64(yardstick(b, s)), "×plain-reads")
		})
		b.Run(fmt.Sprintf("the oldest entry, of %d", n), func(b *testing.B) {
			for b.Loop() {
				page.list.goTo(page.sheet.runs.months[len(page.sheet.runs.months)-1].First)
				s.settle()
				page.list.goTo(page.sheet.facts.Today)
				s.settle()
			}
		})
		b.Run(fmt.Sprintf("weeks to months, of %d", n), func(b *testing.B) {
			for b.Loop() {
				page.zoomIn()
				s.settle()
				page.zoomOut()
				s.settle()
			}
		})
	}
}

// yardstick is how long the plain reads take.
func yardstick(b *testing.B, s *stage) time.Duration {
	b.Helper()
	ctx := context.Background()
	began := time.Now()
	if _, err := s.journal.Read().Cells(ctx, journal.Span{}); err != nil {
		b.Fatal(err)
	}
	if _, err := s.journal.Read().Lines(ctx, journal.Filter{}, "", windowRows); err != nil {
		b.Fatal(err)
	}
	return time.Since(began)
}

// openSample opens a window on a sample journal.
func openSample(b *testing.B, n int) *stage {
	b.Helper()
	folder := filepath.Join(b.TempDir(), "journal")
	store, err := data.NewHome(folder, data.Options{}).Open(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	if err := sample.Fill(b.Context(), store, n, 1, journal.DayOf(evening)); err != nil {
		b.Fatal(err)
	}
	if err := store.Close(); err != nil {
		b.Fatal(err)
	}
	return openWindowOn(b, folder)
}
