package data

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// indexed lists what the index holds of whom: each word with the entry.
func indexed(t testing.TB, s *Store) (words []string) {
	t.Helper()
	tx, err := s.writer.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback() // what looks into the index is for this test alone
	if _, err := tx.Exec(`CREATE VIRTUAL TABLE temp.indexed USING fts5vocab(main, entries_fts, instance)`); err != nil {
		t.Fatal(err)
	}
	rows, err := tx.Query(`SELECT DISTINCT term || ' ' || doc FROM temp.indexed`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var word string
		if err := rows.Scan(&word); err != nil {
			t.Fatal(err)
		}
		words = append(words, word)
	}
	return words
}

// An entry that repeats a word often, saved often: enough that SQLite merges
// what it wrote of it.
func TestTheIndexHoldsNoWordOfAnEntryThatWasRemoved(t *testing.T) {
	s := newStore(t)
	e := begun(t, s, "")
	for i := range 40 {
		save(t, s, e, e.Body+strings.Repeat(" more of abc", i), clockAt(0))
	}
	apply(t, s, journal.Changes{RemoveAt: map[journal.ID]int64{e.ID: e.Revision}})
	expect(t, "the index", nil, indexed(t, s))
	if hits, err := s.Search(t.Context(), journal.ReadQuery("abc", journal.Dates{}), 0); err != nil || len(hits) != 0 {
		t.Errorf("a search finds %v, %v", hits, err)
	}
}

func TestTheIndexHoldsTheWordsThatEntriesHoldAndNoOthers(t *testing.T) {
	s := newStore(t)
	made := 0
	rapid.Check(t, func(r *rapid.T) {
		for range rapid.IntRange(1, 2).Draw(r, "entries") {
			made++
			e := written(made, "t", "")
			apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
			e.Revision++
			for range rapid.IntRange(0, 6).Draw(r, "saves") {
				word := rapid.SampledFrom([]string{"a ", "b ", "c "}).Draw(r, "word")
				save(t, s, &e, strings.Repeat(word, rapid.IntRange(0, 300).Draw(r, "times")), clockAt(0))
			}
			if rapid.Bool().Draw(r, "removed") {
				apply(t, s, journal.Changes{RemoveAt: map[journal.ID]int64{e.ID: e.Revision}})
			}
		}
	})
	got := indexed(t, s)
	if err := s.write(t.Context(), []statement{{sql: indexEverything}}); err != nil {
		t.Fatal(err)
	}
	expect(t, "the index", indexed(t, s), got)
}
