package ui

import (
	"path/filepath"
	"testing"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/sample"
)

// BenchmarkOpenAPage measures a later visit to each page in a journal of 10,000
// entries: the questions to the store and the building of the rows, without
// the painting.
func BenchmarkOpenAPage(b *testing.B) {
	folder := filepath.Join(b.TempDir(), "journal")
	store, err := data.NewHome(folder, data.Options{}).Open(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	if err := sample.Fill(b.Context(), store, 10_000, 1, journal.DayOf(evening)); err != nil {
		b.Fatal(err)
	}
	if err := store.Close(); err != nil {
		b.Fatal(err)
	}
	s := openWindowOn(b, folder)
	for _, place := range s.frame.places {
		b.Run(place.item.AccessibilityLabel(), func(b *testing.B) {
			s.goTo(place.page)
			s.settle()
			for b.Loop() {
				s.goTo(s.today)
				s.settle()
				s.goTo(place.page)
				s.settle()
			}
		})
	}
}
