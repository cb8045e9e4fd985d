package data

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// someLetters are what texts of many scripts are made of: with case and without,
// with accents in one letter and in two, of words, and between them.
const someLetters = "abcABC xyz12-éÉe\u0301ßÿıIİK\u212a._%\n àбвгБЙйёЁα σΣςΩ中文信任国日本語のカータ한국어ไทยดี שלום عربي 🎉’_ "

// TestInsideWordsItFindsWhatLookingThroughAllTextsFinds, whatever was written,
// changed and taken out.
func TestInsideWordsItFindsWhatLookingThroughAllTextsFinds(t *testing.T) {
	letter := rapid.SampledFrom([]rune(someLetters))
	text := func(most int) *rapid.Generator[string] { return rapid.StringOfN(letter, 0, most, -1) }
	rapid.Check(t, func(rt *rapid.T) {
		s := newStore(t)
		defer s.Close()
		var texts []string
		for round := range 3 {
			var c journal.Changes
			for i := range rapid.IntRange(0, 12).Draw(rt, "entries") {
				e := written(round*100+i, text(12).Draw(rt, "title"), text(60).Draw(rt, "body"))
				texts = append(texts, e.Title, e.Body)
				c.Entries = append(c.Entries, e)
			}
			if round > 0 {
				c.RemoveEntries = []journal.ID{testID(rapid.IntRange(0, 12).Draw(rt, "removed"))}
			}
			apply(t, s, c)
		}
		for range 8 {
			sought := []rune(rapid.SampledFrom(append(texts, text(3).Draw(rt, "nowhere"))).Draw(rt, "from"))
			from := rapid.IntRange(0, len(sought)).Draw(rt, "begin")
			part := clean(string(sought[from:min(from+rapid.IntRange(1, 6).Draw(rt, "letters"), len(sought))]))
			if strings.TrimSpace(part) == "" {
				continue
			}
			got, err := numbersOf(s, part, (*conditions).holdsAll)
			if err != nil {
				rt.Fatalf("%q: %v", part, err)
			}
			want, err := numbersOf(s, part, func(c *conditions, _ context.Context, _ querier, all []journal.Term) (bool, error) {
				c.holds(all[0].Text)
				return true, nil
			})
			if err != nil || !slices.Equal(got, want) {
				rt.Fatalf("%q is found in %v, and looking through all texts in %v, %v", part, got, want, err)
			}
		}
	})
}

// numbersOf gives the numbers of the entries that hold a text, as asked.
func numbersOf(s *Store, text string, ask func(*conditions, context.Context, querier, []journal.Term) (bool, error)) (all []int64, err error) {
	ctx := context.Background()
	c := &conditions{}
	some, err := ask(c, ctx, s.readers, []journal.Term{{Text: text}})
	if err != nil || !some {
		return nil, err
	}
	return rowsOf(ctx, s.readers, scanNumber, `SELECT e.n FROM entries AS e `+c.clause()+`ORDER BY e.n`, c.args...)
}

// TestAPlainLetterLiesInTheIndexAsItIs, in every word in which it stands.
func TestAPlainLetterLiesInTheIndexAsItIs(t *testing.T) {
	s := newStore(t)
	var text strings.Builder
	wanted := map[string]bool{}
	for r := rune(1); r <= unicode.MaxRune; r++ {
		if small := []rune(strings.ToLower(string(r))); len(small) == 1 && plain(small[0]) {
			fmt.Fprintf(&text, "q%cq ", r)
			wanted["q"+string(small)+"q"] = true
		}
	}
	apply(t, s, journal.Changes{Entries: []journal.Entry{written(1, "", text.String())}})
	for _, word := range vocabulary(t, s) {
		delete(wanted, word)
	}
	if len(wanted) > 0 {
		t.Errorf("not in the index: %q", slices.Sorted(maps.Keys(wanted)))
	}
}

// TestTheWordsOfTheIndexAreThoseThatSQLiteCounts, in an index of many leaves, out
// of which words were taken.
func TestTheWordsOfTheIndexAreThoseThatSQLiteCounts(t *testing.T) {
	s := sampled(t, 400)
	apply(t, s, journal.Changes{
		RemoveEntries: []journal.ID{testID(3), testID(200)},
		Entries:       []journal.Entry{written(4000, "ßtraße", strings.Repeat("wordy ", 5000))},
	})
	all := vocabulary(t, s)
	for _, text := range []string{"ab", "zz", "qq", "word", "notthere"} {
		got := map[string][]string{text: nil}
		if readable, err := wordsHolding(t.Context(), s.readers, got); err != nil || !readable {
			t.Fatalf("readable: %v, %v", readable, err)
		}
		for _, word := range all {
			if strings.Contains(word, text) && !slices.Contains(got[text], word) {
				t.Errorf("%s is in the index, and is not found by %s", word, text)
			}
		}
	}
}

// vocabulary asks SQLite for the words of the index.
func vocabulary(t *testing.T, s *Store) []string {
	t.Helper()
	if _, err := s.writer.Exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, entries_fts, row)`); err != nil {
		t.Fatal(err)
	}
	all, err := rowsOf(t.Context(), s.writer, func(row *sql.Rows) (word string, err error) { return word, row.Scan(&word) }, `SELECT term FROM temp.words`)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestAWordThatIsNowhereIsToldByTheIndexAlone counts the questions for texts.
func TestAWordThatIsNowhereIsToldByTheIndexAlone(t *testing.T) {
	s := sampled(t, 300)
	for text, wanted := range map[string]int{"zyzzyvaesque": 0, "信任": 0, "Коваленко": 0, "qqqqqq qqqqqq": 0, "🎉": 1} {
		reads := 0
		s.asked = func(query string, _ []any) {
			if strings.Contains(query, "FROM entries AS e WHERE") && strings.Contains(query, "LIKE") {
				reads++
			}
		}
		if f := find(t, s, text, journal.FindWindow{Limit: 5}); f.Total != 0 || reads != wanted {
			t.Errorf("%s: %d found, and %d questions for texts", text, f.Total, reads)
		}
	}
}

// FuzzEachWord: a leaf that is not as it should be says so, or tells words.
func FuzzEachWord(f *testing.F) {
	f.Add([]byte{0, 0, 0, 9, 3, '0', 'a', 'b', 0, 4})
	f.Add([]byte{0, 0, 0, 14, 3, '0', 'a', 'b', 1, 2, 1, 'c', 0, 0, 4, 5})
	f.Fuzz(func(_ *testing.T, leaf []byte) {
		eachWord(leaf, func(word []byte) { _ = string(word) })
	})
}
