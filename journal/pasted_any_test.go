package journal_test

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// TestNothingIsThrownAway builds lists of words, marks and dates, and looks for
// every word.
func TestNothingIsThrownAway(t *testing.T) {
	today := mustDay(t, "2026-03-12")
	word := rapid.StringMatching(`[b-z]{2}zz|[0-9]{5}|\([b-z]zz\)|„[a-z]zz“|[äöü]zz,`)
	mark := rapid.SampledFrom([]string{"", "- ", "* ", "1. ", "> ", "- [x] ", "☐ ", "## ", "  - "})
	front := rapid.SampledFrom([]string{"", "Jan – ", "15.01. ", "2026-03-14 ", "**Q1**: ", "May 3rd: ", "3 May ", "Thu 12 March: "})
	back := rapid.SampledFrom([]string{"", " (Q1)", ", March 2026", " – Jan", " 2026-01-15"})
	rapid.Check(t, func(r *rapid.T) {
		var list strings.Builder
		var want []string
		for range rapid.IntRange(1, 6).Draw(r, "lines") {
			words := rapid.SliceOfN(word, 1, 6).Draw(r, "words")
			want = append(want, words...)
			list.WriteString(mark.Draw(r, "mark") + front.Draw(r, "front") + strings.Join(words, " ") + back.Draw(r, "back"))
			list.WriteString(rapid.SampledFrom([]string{"\n", "\r\n", "\n\n", "\n---\n"}).Draw(r, "end"))
		}
		for _, by := range []journal.SplitBy{journal.ByLines, journal.ByBlocks} {
			got := strings.ToLower(strings.Join(wordings(journal.SplitList(list.String(), by, today)), " "))
			at := 0
			for _, w := range want {
				i := strings.Index(got[at:], strings.TrimRight(w, ","))
				if i < 0 {
					r.Fatalf("by %s, %q lost %q: %q", by, list.String(), w, got)
				}
				at += i + 1
			}
		}
	})
}

func FuzzSplitList(f *testing.F) {
	for _, seed := range []string{
		picture, "03/04/2026 a\n14/03/2026 b", "# 2025\n## March\n- x", "Jan–Mar: x", "“q” said", "29 Feb: x", "1.\n2)\n(3)", "* [x] 15.01.26 – x",
		"Thursday, 12 March 2026 – Friday, 13 March 2026: x", "last", "Last Monday", "\ufeff- x", "- \xff x", "2026-", "Q1 '", "May 3–",
	} {
		f.Add(seed, false)
		f.Add(seed, true)
	}
	today := journal.Day{Year: 2026, Month: 3, Date: 12}
	f.Fuzz(func(t *testing.T, list string, blocks bool) {
		by := journal.ByLines
		if blocks {
			by = journal.ByBlocks
		}
		end := 0
		for _, p := range journal.SplitList(list, by, today) {
			if p.From < end || p.To <= p.From || p.To > len(list) {
				t.Fatalf("%q lies from %d to %d of %d, after one that ends at %d", p.Text, p.From, p.To, len(list), end)
			}
			end = p.To
			if strings.TrimSpace(p.Text) == "" {
				t.Fatalf("there is nothing in the proposal from %q", list[p.From:p.To])
			}
			if p.Known != p.Day.Valid() || p.Known && p.Precision.Middle(p.Day) != p.Day {
				t.Fatalf("%q is filed on %v as a %q", p.Text, p.Day, p.Precision)
			}
			if !holds(list[p.From:p.To], p.Text) {
				t.Fatalf("%q is not made of %q", p.Text, list[p.From:p.To])
			}
		}
	})
}

// holds tells whether the letters of a text stand in another in that order.
func holds(whole, part string) bool {
	letters := func(s string) []rune {
		var all []rune
		for _, r := range s {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				all = append(all, unicode.ToLower(unicode.ToUpper(r)))
			}
		}
		return all
	}
	w := letters(whole)
	for _, r := range letters(part) {
		for len(w) > 0 && w[0] != r {
			w = w[1:]
		}
		if len(w) == 0 {
			return false
		}
		w = w[1:]
	}
	return true
}
