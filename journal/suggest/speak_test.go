package suggest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// remembered makes entries of "expectation: text", some of "text" alone.
func remembered(texts ...string) []journal.Entry {
	var all []journal.Entry
	for i, text := range texts {
		e := journal.Entry{ID: journal.ID(fmt.Sprintf("e%d", i)), Body: text}
		if expectations, body, found := strings.Cut(text, ": "); found {
			e.Body = body
			for _, x := range strings.Split(expectations, "+") {
				e.Evidence = append(e.Evidence, journal.Evidence{Expectation: x})
			}
		}
		all = append(all, e)
	}
	return all
}

func memoryOf(entries []journal.Entry) *memory {
	m := newMemory()
	for i := range entries {
		m.learn(&entries[i])
	}
	return m
}

// told asks what speaks for an expectation in a text.
func (m *memory) told(text string, expectation journal.ID) string {
	_, words := m.speaks(wordsOf(&journal.Entry{Body: text}), expectation)
	return strings.Join(words, " ")
}

// sorted are entries of which some tell of coaching, some of budgets and some
// of nothing, each in three of five words.
func sorted() []string {
	var all []string
	words := func(day int, from ...string) string {
		return fmt.Sprintf("today the %s then %s and %s, day %d", from[day%5], from[(day+1)%5], from[(day+3)%5], day)
	}
	for day := range 8 {
		all = append(all,
			"coach: "+words(day, "mentee", "pairing", "patience", "practised", "trainee"),
			"money: "+words(day, "forecast", "invoices", "costs", "spending", "quarter"),
			words(day, "rain", "tickets", "usual", "others", "minutes"))
	}
	return all
}

func TestGivenWhatWasSortedThenSharedWordsSpeak(t *testing.T) {
	m := memoryOf(remembered(sorted()...))
	for name, c := range map[string]struct{ text, expectation, want string }{
		"its words":          {"My Mentee did the PAIRING alone today", "coach", "Mentee PAIRING"},
		"the other's words":  {"Went through the invoices for the forecast", "money", "invoices forecast"},
		"not for another":    {"My Mentee did the PAIRING alone today", "money", ""},
		"one word":           {"The mentee was ill today", "coach", ""},
		"everyday words":     {"today the day and then some", "coach", ""},
		"nothing":            {"", "coach", ""},
		"nothing is known":   {"My mentee did the pairing", "nobody", ""},
		"words of nobody":    {"zebra giraffe", "coach", ""},
		"at most five words": {"mentee trainee practised pairing patience mentee", "coach", "mentee practised pairing patience trainee"},
	} {
		if got := m.told(c.text, journal.ID(c.expectation)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestGivenTooLittleThenNothingSpeaks(t *testing.T) {
	all := sorted()
	const text = "My mentee did the pairing with patience"
	for name, texts := range map[string][]string{
		"two entries support it": slices.DeleteFunc(slices.Clone(all), func(s string) bool {
			return strings.HasPrefix(s, "coach") && !strings.Contains(s, "day 0") && !strings.Contains(s, "day 1")
		}),
		"all that is sorted does":      slices.DeleteFunc(slices.Clone(all), func(s string) bool { return strings.HasPrefix(s, "money") }),
		"nothing is remembered":        nil,
		"nothing is sorted":            {text, text, text, text},
		"words that stand everywhere":  append(slices.Clone(all), strings.Split(strings.Repeat("money: the mentee does pairing with patience\n", 40), "\n")[:40]...),
		"words of one entry only each": {"coach: mentee", "coach: pairing", "coach: patience", "money: one", "money: two", "money: three"},
	} {
		if got := memoryOf(remembered(texts...)).told(text, "coach"); got != "" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestGivenEvidenceByChanceThenHardlyAnythingIsSuggested: words that tell
// nothing must not fill the window with guesses.
func TestGivenEvidenceByChanceThenHardlyAnythingIsSuggested(t *testing.T) {
	var texts []string
	for i := range 300 {
		text := ""
		if i%3 > 0 {
			text = fmt.Sprintf("x%d: ", (i*7+i/11)%12)
		}
		for k := range 40 {
			text += fmt.Sprintf("word%d ", (i*i*31+k*k*17+i*k*7)%400)
		}
		texts = append(texts, text)
	}
	entries := remembered(texts...)
	m, suggested := memoryOf(entries), 0
	for _, e := range entries {
		for x := range 12 {
			if len(e.Evidence) == 0 && m.told(e.Body, journal.ID(fmt.Sprint("x", x))) != "" {
				suggested++
			}
		}
	}
	if suggested > 5 {
		t.Errorf("%d suggestions for 100 entries", suggested)
	}
}

// TestTheOrderOfEntriesDoesNotMatter: whatever was learned and forgotten on the
// way, what is remembered in the end decides.
func TestTheOrderOfEntriesDoesNotMatter(t *testing.T) {
	vocabulary := []string{"mentee", "pairing", "patience", "forecast", "invoices", "today", "others", "done", "word"}
	anEntry := rapid.Custom(func(t *rapid.T) journal.Entry {
		e := journal.Entry{ID: journal.ID(rapid.StringMatching(`[a-f][0-9]?`).Draw(t, "id"))}
		e.Body = strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 9).Draw(t, "words"), " ")
		for _, x := range rapid.SliceOfN(rapid.SampledFrom([]string{"x", "y", "z"}), 0, 2).Draw(t, "supports") {
			e.Evidence = append(e.Evidence, journal.Evidence{Expectation: x})
		}
		return e
	})
	rapid.Check(t, func(rt *rapid.T) {
		lived := newMemory()
		there := map[journal.ID]journal.Entry{}
		for i, e := range remembered(sorted()...) {
			e.ID = journal.ID(fmt.Sprint("s", i))
			there[e.ID] = e
			lived.learn(&e)
		}
		for _, e := range rapid.SliceOf(anEntry).Draw(rt, "saved") {
			if rapid.IntRange(0, 3).Draw(rt, "removed?") == 0 {
				delete(there, e.ID)
				lived.forget(e.ID)
				continue
			}
			there[e.ID] = e
			lived.learn(&e)
			lived.told(e.Body, "x")
		}
		anew := newMemory()
		for _, id := range rapid.Permutation(slices.Sorted(maps.Keys(there))).Draw(rt, "order") {
			e := there[id]
			anew.learn(&e)
		}
		asked := wordsOf(&journal.Entry{Body: strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 9).Draw(rt, "asked"), " ")})
		for _, x := range []journal.ID{"coach", "money", "x", "y", "z"} {
			was, wasWords := lived.speaks(asked, x)
			is, isWords := anew.speaks(asked, x)
			if was != is || !slices.Equal(wasWords, isWords) {
				rt.Fatalf("%s: %v %q, and from scratch %v %q", x, was, wasWords, is, isWords)
			}
		}
	})
}
