package ui

import (
	"fmt"
	"runtime"
	"testing"

	"groundwork/journal"
)

// An hour of use by count, with all pages once a minute: what a busy writer does
// in a month or two.
const (
	useSearches = 1000
	useEntries  = 500
)

// BenchmarkAnHourOfUse writes entries, searches and goes through all pages, and
// tells what is held in memory after a sixth of it and at the end. What keeps
// growing shows in the second number.
func BenchmarkAnHourOfUse(b *testing.B) {
	s := openWindowOn(b, largeJournal(b))
	words := []string{"budget", "retro", "the", "architecture", "on", "incident review", "nowherefound", "hir", "tag:hiring", "kind:moment"}
	for b.Loop() {
		for minute := range 60 {
			s.useForAMinute(minute, words)
			if minute == 9 {
				b.ReportMetric(bytesHeld(), "B-after-10-minutes")
			}
		}
	}
	b.ReportMetric(bytesHeld(), "B-after-60-minutes")
	b.ReportMetric(float64(runtime.NumGoroutine()), "goroutines")
}

// useForAMinute is a sixtieth of the use.
func (s *stage) useForAMinute(minute int, words []string) {
	for i := range useEntries/60 + 1 {
		s.goTo(s.today)
		s.today.newEntry(journal.Reflection)
		s.settle()
		s.typeText(fmt.Sprintf("Entry %d of minute %d: what I let somebody else decide", i, minute))
		s.save()
	}
	s.frame.finder.goSearch()
	s.settle()
	for i := range useSearches/60 + 1 {
		s.frame.finder.search(words[(minute+i)%len(words)])
		s.settle()
	}
	for _, p := range s.everyPage() {
		s.goTo(p.page)
		s.settle()
	}
}

// bytesHeld is how many bytes are in use after what is not has been collected.
func bytesHeld() float64 {
	runtime.GC()
	runtime.GC() // what finalizers let go of
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}
