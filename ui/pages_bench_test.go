package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/sample"
)

// BenchmarkOpenAPage measures a later visit to each place of the navigation in a
// large journal: the questions to the store and the building of the rows,
// without the painting. The bench says in its environment how many entries
// there are.
func BenchmarkOpenAPage(b *testing.B) {
	s := openWindowOn(b, largeJournal(b))
	for _, p := range s.everyPage() {
		b.Run(p.name, func(b *testing.B) { s.visits(b, p.page) })
	}
}

// visits goes to a page and away from it, and times the way there alone.
func (s *stage) visits(b *testing.B, p page) {
	s.goTo(p)
	s.settle()
	var took []time.Duration
	for b.Loop() {
		s.goTo(s.today)
		s.settle()
		if p == page(s.today) { // where one is already nothing would be opened
			s.goTo(s.frame.people)
			s.settle()
		}
		began := time.Now()
		s.goTo(p)
		s.settle()
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2]), "open-ns")
}

// largeJournal is the folder of a journal of sample entries.
func largeJournal(b *testing.B) string {
	b.Helper()
	folder := filepath.Join(b.TempDir(), "journal")
	n := 10_000
	if said := os.Getenv("GROUNDWORK_BENCH_ENTRIES"); said != "" {
		var err error
		if n, err = strconv.Atoi(said); err != nil {
			b.Fatal(err)
		}
	}
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
	return folder
}
