package ui

import (
	"fmt"
	"testing"

	"groundwork/journal"
)

// BenchmarkOpenTheEvidence measures a later visit to the page of evidence, with
// entries each of which supports two of 60 expectations: the questions to the
// store and the building of the rows, without the painting.
func BenchmarkOpenTheEvidence(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		s := manyProofs(b, n)
		b.Run(fmt.Sprintf("visit, of %d", n), func(b *testing.B) {
			for b.Loop() {
				s.goTo(s.today)
				s.settle()
				s.openPage()
			}
		})
		b.Run(fmt.Sprintf("an entry changed, of %d", n), func(b *testing.B) {
			for b.Loop() {
				s.page.changed(journal.Change{Kind: journal.EntryChanged})
				s.settle()
			}
		})
	}
}

// manyProofs opens the page on a journal of many entries over a year.
func manyProofs(b *testing.B, n int) *proofStage {
	b.Helper()
	s := openProofs(b)
	var c journal.Changes
	for i := range 60 {
		c.Expectations = append(c.Expectations, journal.Expectation{
			ID: xID(i), Name: fmt.Sprintf("Expectation %d", i), Area: fmt.Sprintf("Area %d", i/6), Order: i,
		})
	}
	today := journal.DayOf(evening)
	for i := range n {
		e := s.journal.NewEntry(journal.Kinds()[i%3], today.AddDays(-i%400))
		e.Title, e.Created, e.Updated = fmt.Sprintf("Entry %d", i), evening, evening
		e.Evidence = []journal.Evidence{
			{Expectation: string(xID(i % 59)), Strength: journal.Strengths()[i%4]},
			{Expectation: string(xID(i % 60)), Strength: journal.Strengths()[i%3]},
		}
		c.Entries = append(c.Entries, e)
	}
	if err := s.store.Apply(b.Context(), c); err != nil {
		b.Fatal(err)
	}
	s.openPage()
	return s
}
