package suggest_test

import (
	"context"
	"fmt"
	"testing"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/sample"
	"groundwork/journal/suggest"
)

// crowded opens a journal of 10,000 entries with 60 expectations.
func crowded(b *testing.B) *journal.Journal {
	b.Helper()
	store, err := data.NewHome(b.TempDir(), data.Options{}).Open(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := store.Close(); err != nil {
			b.Error(err)
		}
	})
	if err := sample.Fill(b.Context(), store, 10_000, 1, journal.DayOf(evening)); err != nil {
		b.Fatal(err)
	}
	j := journal.New(store, journal.Options{Now: at(evening)})
	var xs []journal.Expectation
	for i := range 48 {
		xs = append(xs, journal.Expectation{Name: fmt.Sprintf("Expectation %d", i)})
	}
	added, err := j.AddExpectations(b.Context(), xs)
	if err != nil {
		b.Fatal(err)
	}
	c := journal.Changes{At: evening, Evidence: map[journal.ID][]journal.Evidence{}}
	n := 0
	for e, err := range store.Entries(b.Context(), journal.Filter{}) {
		if err != nil {
			b.Fatal(err)
		}
		if len(e.Evidence) > 0 {
			n++
			c.Evidence[e.ID] = append(e.Evidence, journal.Evidence{Expectation: string(added[n*7%len(added)].ID), Strength: journal.OwnWord})
		}
	}
	if err := store.Apply(context.Background(), c); err != nil {
		b.Fatal(err)
	}
	return j
}

// BenchmarkSuggest measures the first question of a session, one while an
// entry is being written and saved, and a page of what is to be sorted.
func BenchmarkSuggest(b *testing.B) {
	j := crowded(b)
	lines, err := j.Read().Lines(b.Context(), journal.Filter{Kinds: []journal.Kind{journal.MomentKind}}, "", 1)
	if err != nil {
		b.Fatal(err)
	}
	e, err := j.Read().Entry(b.Context(), lines[0].ID)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			s := suggest.New(j, noElement)
			if _, err := s.For(b.Context(), e, 3); err != nil {
				b.Fatal(err)
			}
			s.Close()
		}
	})
	s := suggest.New(j, noElement)
	defer s.Close()
	b.Run("while writing", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			e.Body += " more"
			if e, err = j.SaveEntry(b.Context(), e); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			if _, err := s.For(b.Context(), e, 3); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("to sort", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Unsorted(b.Context(), suggest.Pile{}, suggest.Place{}, 10); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("to sort, reflections", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Unsorted(b.Context(), suggest.Pile{}, suggest.Place{Reflections: true}, 10); err != nil {
				b.Fatal(err)
			}
		}
	})
}
