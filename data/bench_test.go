package data

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"groundwork/journal"
)

// sample makes n entries of all kinds, three to two days back from 2026-11-20,
// with bodies of about 200 words (1.2 KB) of a vocabulary in which, as in a
// language, few words are frequent. The same n gives the same entries.
func sample(n int) journal.Changes {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	vocabulary := make([]string, 8000)
	for i := range vocabulary {
		word := make([]byte, 2+r.IntN(9))
		for k := range word {
			word[k] = byte('a' + r.IntN(26))
		}
		vocabulary[i] = string(word)
	}
	zipf := rand.NewZipf(r, 1.1, 4, uint64(len(vocabulary)-1))
	words := func(count int) string {
		var b strings.Builder
		for range count {
			b.WriteString(vocabulary[zipf.Uint64()])
			b.WriteByte(' ')
		}
		return strings.TrimSpace(b.String())
	}
	var c journal.Changes
	for i := range 20 {
		c.People = append(c.People, journal.Person{ID: testID(1_000_000 + i), Name: fmt.Sprintf("Person %d", i)})
	}
	for i := range 12 {
		c.Expectations = append(c.Expectations, journal.Expectation{ID: testID(2_000_000 + i), Name: fmt.Sprintf("Expectation %d", i), Order: i})
	}
	for i := range n {
		e := written(i*2/3, words(4), words(20+r.IntN(360)))
		e.ID = testID(i)
		e.Created = e.Created.Add(time.Duration(i) * time.Millisecond)
		e.Kind = journal.Kinds()[r.IntN(4)]
		e.Starred, e.Private = r.IntN(20) == 0, r.IntN(50) == 0
		for range r.IntN(4) {
			e.Tags = append(e.Tags, fmt.Sprintf("tag %d", r.IntN(40)))
		}
		if r.IntN(2) == 0 {
			e.People = []journal.Involved{{Person: string(testID(1_000_000 + r.IntN(20))), Role: "saw"}}
		}
		for range r.IntN(3) {
			e.Evidence = append(e.Evidence, journal.Evidence{Expectation: string(testID(2_000_000 + r.IntN(12))), Strength: journal.Strengths()[r.IntN(4)]})
		}
		switch e.Kind {
		case journal.MomentKind:
			e.Moment = &journal.Moment{Situation: words(10), Action: words(10), Result: words(10)}
		case journal.FeedbackKind:
			e.Feedback = &journal.Feedback{Giver: string(testID(1_000_000 + r.IntN(20))), Quote: words(12), State: "new"}
		case journal.ApplicationKind:
			e.Application = &journal.Application{Position: words(2), Stages: []journal.Stage{{Stage: "applied", Note: words(5)}}}
		}
		c.Entries = append(c.Entries, e)
	}
	return c
}

// sampled opens a journal with n sample entries.
func sampled(t testing.TB, n int) *Store {
	t.Helper()
	return filled(t, "statements", n, func(s *Store) { apply(t, s, sample(n)) })
}

// BenchmarkSaveEntry is one autosave: the body of an entry in a large journal
// has one more word. Each entry is written in for a minute, so that one
// save of 60 keeps a version too.
func BenchmarkSaveEntry(b *testing.B) {
	s := sampled(b, benchEntries(b))
	edit := edits(b, s)
	save := func(e journal.Entry) error {
		return s.Apply(b.Context(), journal.Changes{At: e.Updated, Entries: []journal.Entry{e}})
	}
	measure(b, func() error { return save(edit()) })
}

// BenchmarkSaveBare runs the very same statements through database/sql alone,
// in the same kind of transaction.
func BenchmarkSaveBare(b *testing.B) {
	s := sampled(b, benchEntries(b))
	edit := edits(b, s)
	ctx := b.Context()
	prepared := map[string]*sql.Stmt{}
	next := func() []statement {
		e := edit()
		lists, _, err := hashes(&e)
		if err != nil {
			b.Fatal(err)
		}
		all, err := statementsFor(journal.Changes{Entries: []journal.Entry{e}}, known{lists: map[journal.ID]string{e.ID: lists}, moved: 1, bulkFrom: s.bulkFrom})
		if err != nil {
			b.Fatal(err)
		}
		for _, each := range all {
			if prepared[each.sql] == nil {
				if prepared[each.sql], err = s.writer.PrepareContext(ctx, each.sql); err != nil {
					b.Fatal(err)
				}
			}
		}
		return all
	}
	var all []statement
	measureAfter(b, func() { all = next() }, func() error {
		tx, err := s.writer.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		for _, each := range all {
			if _, err := tx.StmtContext(ctx, prepared[each.sql]).ExecContext(ctx, each.args...); err != nil {
				return err
			}
		}
		return tx.Commit()
	})
}

// edits gives entries with one more word each second, as a person types: an
// entry for a minute, and then another one.
func edits(b *testing.B, s *Store) func() journal.Entry {
	b.Helper()
	r := rand.New(rand.NewPCG(2, 2))
	open := map[journal.ID]*journal.Entry{}
	now := clockAt(0)
	var id journal.ID
	return func() journal.Entry {
		if now = now.Add(time.Second); id == "" || now.Second() == 0 {
			id = testID(r.IntN(10_000))
		}
		if open[id] == nil {
			e, err := s.Entry(b.Context(), id)
			if err != nil {
				b.Fatal(err)
			}
			open[id] = &e
		}
		e := *open[id]
		e.Body += fmt.Sprintf(" word%d", r.IntN(5000))
		e.Updated = now
		open[id].Body, open[id].Updated = e.Body, now
		open[id].Revision++
		return e
	}
}

func measure(b *testing.B, do func() error) { measureAfter(b, func() {}, do) }

// measureAfter reports the median and the 95th percentile of do.
func measureAfter(b *testing.B, before func(), do func() error) {
	b.Helper()
	var took []time.Duration
	for b.Loop() {
		before()
		start := time.Now()
		if err := do(); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2]), "p50-ns")
	b.ReportMetric(float64(took[len(took)*95/100]), "p95-ns")
}

// BenchmarkImport is one Apply of many new entries.
func BenchmarkImport(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			c := sample(n)
			for b.Loop() {
				b.StopTimer()
				s := newStore(b)
				b.StartTimer()
				apply(b, s, c)
			}
		})
	}
}

// BenchmarkRead times what the pages ask for.
func BenchmarkRead(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		s := sampled(b, n)
		ctx := context.Background()
		today := journal.Day{Year: 2026, Month: 11, Date: 20}
		search := func(text string) func() error {
			return func() error {
				_, err := s.Search(ctx, journal.ReadQuery(text, journal.Dates{Today: today}), 50)
				return err
			}
		}
		var common, rare string
		if err := s.readers.QueryRow(`SELECT body FROM entries WHERE n = 500`).Scan(&rare); err != nil {
			b.Fatal(err)
		}
		body := strings.Fields(rare)
		count := map[string]int{}
		for _, w := range body {
			hits, err := s.Search(ctx, journal.Query{Terms: []journal.Term{{Text: w}}}, 0)
			if err != nil {
				b.Fatal(err)
			}
			count[w] = len(hits)
			if len(count) > 30 {
				break
			}
		}
		for w, k := range count {
			if common == "" || k > count[common] {
				common = w
			}
			if count[rare] == 0 || k < count[rare] {
				rare = w
			}
		}
		for name, do := range map[string]func() error{
			"entry":        func() error { _, err := s.Entry(ctx, testID(77)); return err },
			"lines":        func() error { _, err := s.Lines(ctx, journal.Filter{}, "", 50); return err },
			"lines by tag": func() error { _, err := s.Lines(ctx, journal.Filter{Tags: []string{"Tag 3"}}, "", 50); return err },
			"lines by kind": func() error {
				_, err := s.Lines(ctx, journal.Filter{Kinds: []journal.Kind{journal.MomentKind}}, testID(5000), 50)
				return err
			},
			"count by person": func() error {
				_, err := s.Count(ctx, journal.Filter{Person: "person 3"})
				return err
			},
			"count":     func() error { _, err := s.Count(ctx, journal.Filter{}); return err },
			"neighbour": func() error { _, err := s.Neighbour(ctx, testID(77), -1); return err },
			"marks": func() error {
				_, err := s.Marks(ctx, journal.Span{From: today.AddDays(-30), Until: today})
				return err
			},
			"tags": func() error { _, err := s.Tags(ctx); return err },
			"cells": func() error {
				_, err := s.Cells(ctx, journal.Span{From: today.AddDays(-365), Until: today})
				return err
			},
			"entries": func() error {
				for _, err := range s.Entries(ctx, journal.Filter{}) {
					if err != nil {
						return err
					}
				}
				return nil
			},
			fmt.Sprintf("search common (%d)", count[common]): search(common),
			fmt.Sprintf("search rare (%d)", count[rare]):     search(rare),
			"search two":           search(common + " " + rare),
			"search phrase":        search(`"` + body[3] + " " + body[4] + `"`),
			"search prefix":        search(rare[:2] + "*"),
			"search nothing found": search("qqqqqqqq"),
			"search chinese":       search("中文"),
			"search filters only":  search("tag:\"tag 3\""),
		} {
			b.Run(fmt.Sprintf("%d/%s", n, name), func(b *testing.B) { measure(b, do) })
		}
	}
}
