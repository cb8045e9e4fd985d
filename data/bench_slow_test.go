package data

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"groundwork/journal"
)

// slowSearches are what costs most to look for: a word of nearly every entry,
// and what no index knows, for which all text is read.
var slowSearches = map[string]string{"common": "the", "nowhere": "zyzzyvaesque", "chinese": "信任"}

// BenchmarkSlowSearches times each of them, up to its first 50.
func BenchmarkSlowSearches(b *testing.B) {
	s := searched(b, benchEntries(b))
	took := map[string][]time.Duration{}
	for b.Loop() {
		for name, text := range slowSearches {
			start := time.Now()
			if _, err := s.Find(b.Context(), slowQuery(text), journal.FindWindow{Limit: 50}); err != nil {
				b.Fatal(err)
			}
			took[name] = append(took[name], time.Since(start))
		}
	}
	for name, all := range took {
		slices.Sort(all)
		b.ReportMetric(float64(all[len(all)/2]), name+"-ns")
	}
}

// BenchmarkCancelledSearch calls off each of them in the midst of it, as the
// next key does, and tells how long it goes on at most.
func BenchmarkCancelledSearch(b *testing.B) {
	s := searched(b, benchEntries(b))
	var took []time.Duration
	for b.Loop() {
		for _, text := range slowSearches {
			ctx, cancel := context.WithTimeout(b.Context(), 4*time.Millisecond)
			_, err := s.Find(ctx, slowQuery(text), journal.FindWindow{Limit: 50})
			if due, _ := ctx.Deadline(); errors.Is(err, context.DeadlineExceeded) {
				took = append(took, time.Since(due))
			}
			cancel()
		}
	}
	if len(took) == 0 {
		b.Skip("no search takes as long")
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*95/100]), "cancel-p95-ns")
	b.ReportMetric(float64(took[len(took)-1]), "cancel-most-ns")
}

func slowQuery(text string) journal.Query {
	return journal.ReadTyping(text, journal.Dates{Today: searchDay})
}
