package data

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// search searches as a person types and answers with the numbers of the entries.
func search(t testing.TB, s *Store, text string) (found []journal.ID) {
	t.Helper()
	hits, err := s.Search(t.Context(), journal.ReadQuery(text, journal.Dates{Today: journal.Day{Year: 2026, Month: 11, Date: 20}}), 0)
	if err != nil {
		t.Fatalf("search %q: %v", text, err)
	}
	for i, h := range hits {
		found = append(found, h.ID)
		if i > 0 && h.Rank > hits[i-1].Rank {
			t.Errorf("search %q: the hits are not best first", text)
		}
	}
	return found
}

func TestSearchFindsEveryField(t *testing.T) {
	s := newStore(t)
	e := fullEntry(1)
	apply(t, s, journal.Changes{
		People:  []journal.Person{{ID: testID(900), Name: "Ada Lovelace"}, {ID: testID(901), Name: "Grace Hopper"}},
		Entries: []journal.Entry{e, written(2, "other", "no such thing")},
	})
	for _, word := range []string{
		"unicode", "Ünïcode", "line", "שלום", "größe", "GRÖßE", "a/b", "lovelace", "hopper", "known", "did", "sit", "task", "action", "result",
		"less", "done", "lead", "org", "call", "looks", "lessons", "sent", "early", "note", "pdf", "example", // by the index
		"中文", "文", "🎉", "%", "esul", "hoppe", `"line two"`, "tit*", "-other", "line -nothing", "中 line", "🎉 -中国", // in other ways
	} {
		if got := search(t, s, word); !slices.Equal(got, []journal.ID{e.ID}) {
			t.Errorf("%s finds %v", word, got)
		}
	}
	for _, word := range []string{"absent", "line -two", `"two line"`, "lin", "日", "🎃", "unicode -文", "-line -other"} {
		if got := search(t, s, word); len(got) > 0 && word != "lin" {
			t.Errorf("%s finds %v", word, got)
		}
	}
}

func TestARenamedPersonIsFoundByTheNewName(t *testing.T) {
	s := newStore(t)
	e := fullEntry(1)
	p := journal.Person{ID: testID(900), Name: "Ada Byron"}
	apply(t, s, journal.Changes{Entries: []journal.Entry{e}}) // before the person is known
	apply(t, s, journal.Changes{People: []journal.Person{p}})
	if len(search(t, s, "byron")) != 1 {
		t.Error("a person added later is not found")
	}
	p.Name = "Ada Lovelace"
	apply(t, s, journal.Changes{People: []journal.Person{p}})
	if len(search(t, s, "lovelace")) != 1 || len(search(t, s, "byron")) != 0 {
		t.Error("the new name is not found, or the old one still is")
	}
	apply(t, s, journal.Changes{RemovePeople: []journal.ID{p.ID}})
	if len(search(t, s, "lovelace")) != 0 {
		t.Error("a removed person is still found")
	}
}

func TestTheTitleCountsMost(t *testing.T) {
	s := newStore(t)
	apply(t, s, journal.Changes{Entries: []journal.Entry{
		written(1, "minutes", "the budget, and the budget again, and once more the budget"),
		written(2, "budget", "what we decided in the long meeting of the morning"),
		written(3, "none", "nothing"), written(4, "none", "nothing"), written(5, "none", "nothing"),
	}})
	expect(t, "order", []journal.ID{testID(2), testID(1)}, search(t, s, "budget"))
	hits, err := s.Search(t.Context(), journal.ReadQuery("decid*", journal.Dates{}), 5)
	if err != nil || len(hits) != 1 {
		t.Fatal(hits, err)
	}
	expect(t, "hit", journal.Hit{
		ID: testID(2), Kind: journal.Reflection, Day: day(t, "2026-11-18"), Title: "budget", Rank: hits[0].Rank,
		Snippet: "what we " + journal.MatchStart + "decided" + journal.MatchEnd + " in the long meeting of the morning",
	}, hits[0])
	if hits[0].Rank <= 0 {
		t.Errorf("rank %v", hits[0].Rank)
	}
}

func TestTheLimitOfASearch(t *testing.T) {
	s := newStore(t)
	var c journal.Changes
	for i := range 70 {
		c.Entries = append(c.Entries, written(i, "word 词", "text"))
	}
	apply(t, s, c)
	for _, text := range []string{"word", "词", "kind:reflection"} {
		for limit, want := range map[int]int{0: 70, 50: 50, 100: 70} {
			hits, err := s.Search(t.Context(), journal.ReadQuery(text, journal.Dates{}), limit)
			if err != nil || len(hits) != want {
				t.Errorf("%s, limit %d: %d hits, %v", text, limit, len(hits), err)
			}
		}
	}
	if got := search(t, s, "词 since:2026-11-15"); len(got) != 6 || got[0] != testID(0) {
		t.Errorf("with a filter: %v", got)
	}
}

// TestAnyTextIsHarmless: what a person types is never SQL, never the index's
// own language, and never an error.
func TestAnyTextIsHarmless(t *testing.T) {
	s := newStore(t)
	apply(t, s, journal.Changes{Entries: []journal.Entry{fullEntry(1)}})
	try := func(t interface{ Fatalf(string, ...any) }, q journal.Query) {
		if _, err := s.Search(context.Background(), q, 5); err != nil {
			t.Fatalf("%.200s: %v", fmt.Sprintf("%#v", q.Terms), err)
		}
	}
	for _, text := range []string{
		`"`, `""`, `"""`, `'`, `--`, `*`, `a*b`, `^title`, `title:x`, `{title body}:x`, `NEAR(a b)`, `AND`, `OR`, `NOT`, `a AND`, `(`, `)`, `a+b`,
		`x;DROP TABLE entries`, `%`, `_`, `\`, "\x00", "a\x00b", "\xff\xfe", "\ue000", "-", "-\"", "é\u0301", strings.Repeat("a", 100_000),
	} {
		try(t, journal.Query{Terms: []journal.Term{{Text: text}}})
		try(t, journal.Query{Terms: []journal.Term{{Text: text, Prefix: true}, {Text: text, Not: true}}})
		try(t, journal.ReadQuery(text, journal.Dates{}))
	}
	many := journal.Query{}
	for range 1000 {
		many.Terms = append(many.Terms, journal.Term{Text: "line"}, journal.Term{Text: "absent", Not: true})
	}
	try(t, many)
	rapid.Check(t, func(rt *rapid.T) {
		q := journal.Query{}
		for range rapid.IntRange(1, 4).Draw(rt, "terms") {
			q.Terms = append(q.Terms, journal.Term{Text: rapid.String().Draw(rt, "text"), Prefix: rapid.Bool().Draw(rt, "p"), Not: rapid.Bool().Draw(rt, "n")})
		}
		try(rt, q)
	})
}

func TestASearchCanBeCancelled(t *testing.T) {
	s := sampled(t, 2000)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, text := range []string{"a*", "中", "kind:moment"} {
		if _, err := s.Search(ctx, journal.ReadQuery(text, journal.Dates{}), 0); !errors.Is(err, context.Canceled) {
			t.Errorf("%s, cancelled before: %v", text, err)
		}
	}
	// In the middle: a scan for what is nowhere reads everything.
	ctx, cancel = context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() {
		for {
			if _, err := s.Search(ctx, journal.ReadQuery("中文 国", journal.Dates{}), 0); err != nil {
				done <- err
				return
			}
		}
	}()
	cancel()
	select {
	case err := <-done:
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled in the middle: %v", err)
		}
	case <-time.After(20 * time.Second):
		t.Error("a cancelled search went on")
	}
	if _, err := s.Search(t.Context(), journal.ReadQuery("a*", journal.Dates{}), 1); err != nil {
		t.Errorf("after a cancelled search: %v", err)
	}
}
