package journal_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"groundwork/journal"
)

func TestReadQuery(t *testing.T) {
	today := mustDay(t, "2026-11-20")
	word := func(s string) journal.Term { return journal.Term{Text: s} }
	terms := func(all ...journal.Term) journal.Query { return journal.Query{Terms: all} }
	filter := func(f journal.Filter) journal.Query { return journal.Query{Filter: f} }
	odd := func(sentences ...string) journal.Query { return journal.Query{Odd: sentences} }
	for _, c := range []struct {
		text string
		want journal.Query
	}{
		// Words.
		{"", journal.Query{}},
		{" \t\u00a0 ", journal.Query{}},
		{"stakeholder meeting", terms(word("stakeholder"), word("meeting"))},
		{"Grüße 日本", terms(word("Grüße"), word("日本"))},
		{`"exact phrase" more`, terms(word("exact phrase"), word("more"))},
		{`"never closed`, terms(word("never closed"))},
		{`a"b c"d`, terms(word("ab cd"))},
		{`"one""two three"`, terms(word("one"), word("two three"))},
		{`"one"two`, terms(word("one"), word("two"))},
		{`"" "  " "`, journal.Query{}},
		{"-without", terms(journal.Term{Text: "without", Not: true})},
		{`-"a phrase"`, terms(journal.Term{Text: "a phrase", Not: true})},
		{"- alone", terms(word("alone"))},
		{"-", journal.Query{}},
		{"--x", terms(journal.Term{Text: "-x", Not: true})},
		{"follow-up", terms(word("follow-up"))},
		{"begin*", terms(journal.Term{Text: "begin", Prefix: true})},
		{"-begin*", terms(journal.Term{Text: "begin", Prefix: true, Not: true})},
		{`"a star*"`, terms(word("a star*"))},
		{"*", journal.Query{}},
		{"a*b", terms(word("a*b"))},
		{"https://example.org:80/x", terms(word("https://example.org:80/x"))},
		{"10:30", terms(word("10:30"))},
		{"-10:30", terms(journal.Term{Text: "10:30", Not: true})},
		{`"kind:moment"`, terms(word("kind:moment"))},
		{"note:", terms(word("note:"))},
		{":", terms(word(":"))},

		// Filters.
		{"kind:moment", filter(journal.Filter{Kinds: []journal.Kind{journal.MomentKind}})},
		{"KIND:Moment kind:feedback", filter(journal.Filter{Kinds: []journal.Kind{journal.MomentKind, journal.FeedbackKind}})},
		{`tag:x tag:"big win" tag:a/b`, filter(journal.Filter{Tags: []string{"x", "big win", "a/b"}})},
		{"tag:#x", filter(journal.Filter{Tags: []string{"x"}})},
		{"tag:#", filter(journal.Filter{Tags: []string{"#"}})},
		{`person:"Lena Berg"`, filter(journal.Filter{Person: "Lena Berg"})},
		{"expectation:strategy", filter(journal.Filter{Expectation: "strategy"})},
		{"is:starred", filter(journal.Filter{Starred: true})},
		{"is:Private has:attachment", journal.Query{Has: []string{"private", "attachment"}}},
		{"before:2026-05", filter(journal.Filter{Until: mustDay(t, "2026-04-30")})},
		{"after:2026-05", filter(journal.Filter{Since: mustDay(t, "2026-06-01")})},
		{"since:2026-05", filter(journal.Filter{Since: mustDay(t, "2026-05-01")})},
		{"until:2026-05", filter(journal.Filter{Until: mustDay(t, "2026-05-31")})},
		{"on:yesterday", filter(journal.Filter{Since: mustDay(t, "2026-11-19"), Until: mustDay(t, "2026-11-19")})},
		{`since:"last monday" until:-1d`, filter(journal.Filter{Since: mustDay(t, "2026-11-16"), Until: mustDay(t, "2026-11-19")})},
		{"on:2026 before:2026-05-10 since:2026-03-01", filter(journal.Filter{Since: mustDay(t, "2026-03-01"), Until: mustDay(t, "2026-05-09")})},

		// Filters that cannot be understood take no part and are named.
		{"kind:essay", odd(`There is no kind "essay": use reflection, moment, feedback or application.`)},
		{"on:10:30", odd(`"10:30" is not a date: write on:2026-05, or a date of several words in quotes, on:"3 may".`)},
		{"before:2026-02-30", odd(`"2026-02-30" is not a date: write before:2026-05, or a date of several words in quotes, before:"3 may".`)},
		{"is:odd", odd(`"odd" is not something an entry can be: use is:starred or is:private.`)},
		{"has:hope", odd(`"hope" cannot be asked for: use has:attachment.`)},
		{"person:", odd(`Write what to look for right after "person:".`)},
		{`tag:""`, odd(`Write what to look for right after "tag:".`)},
		{`tag:" "`, odd(`Write what to look for right after "tag:".`)},
		{"-tag:x", odd(`"tag:x" cannot be turned round with a dash.`)},
		{"kind:" + strings.Repeat("x", 50), odd(`There is no kind "` + strings.Repeat("x", 40) + `…": use reflection, moment, feedback or application.`)},

		// All together.
		{`kind:moment team "exact phrase" -word pre* is:odd`, journal.Query{
			Terms:  []journal.Term{word("team"), word("exact phrase"), {Text: "word", Not: true}, {Text: "pre", Prefix: true}},
			Filter: journal.Filter{Kinds: []journal.Kind{journal.MomentKind}},
			Odd:    []string{`"odd" is not something an entry can be: use is:starred or is:private.`},
		}},
	} {
		if diff := cmp.Diff(c.want, journal.ReadQuery(c.text, journal.Dates{Today: today}), cmpopts.EquateEmpty(), cmpopts.IgnoreFields(journal.Query{}, "Words")); diff != "" {
			t.Errorf("%s: %s", c.text, diff)
		}
	}
}

func TestSecondPersonInAQueryIsNamedNotDropped(t *testing.T) {
	q := journal.ReadQuery("person:Lena person:Omar", journal.Dates{Today: mustDay(t, "2026-11-20")})
	want := journal.Query{
		Filter: journal.Filter{Person: "Lena"},
		Odd:    []string{`Only one person can be asked for at a time, so "Omar" was left out.`},
	}
	if diff := cmp.Diff(want, q, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(journal.Query{}, "Words")); diff != "" {
		t.Error(diff)
	}
}

// TestOfAPastedPageOnlyTheBeginningIsLookedFor: each word costs the index a
// walk, and thousands of them cost minutes.
func TestOfAPastedPageOnlyTheBeginningIsLookedFor(t *testing.T) {
	var distinct strings.Builder
	for i := range 40_000 {
		fmt.Fprintf(&distinct, "w%d ", i)
	}
	for name, text := range map[string]string{
		"words": distinct.String(), "one word": strings.Repeat("x", 200_000), "a phrase": `"` + strings.Repeat("the team ", 20_000), "é": strings.Repeat("é", 100_000),
		"Chinese": strings.Repeat("团队", 30_000), "filters": strings.Repeat("kind:moment tag:x is:odd ", 8_000),
	} {
		q := journal.ReadQuery(text, journal.Dates{Today: mustDay(t, "2026-11-20")})
		size := 0
		for _, term := range q.Terms {
			size += len(term.Text)
		}
		if size > 1000 || len(q.Words) > 500 || !slices.Contains(q.Odd, "Only the beginning of so long a text is looked for.") {
			t.Errorf("%s: %d terms of %d bytes, %d words, %.200q", name, len(q.Terms), size, len(q.Words), q.Odd)
		}
	}
}

func TestQueryIsEmptyOnlyWhenItAsksForNothing(t *testing.T) {
	today := mustDay(t, "2026-11-20")
	for text, want := range map[string]bool{
		"": true, " - ": true, "kind:essay": true, "x": false, "-x": false, "kind:moment": false, "tag:x": false, "person:x": false,
		"expectation:x": false, "since:today": false, "until:today": false, "is:starred": false, "is:private": false, "has:attachment": false,
	} {
		if got := journal.ReadQuery(text, journal.Dates{Today: today}).Empty(); got != want {
			t.Errorf("%q: Empty is %v, want %v", text, got, want)
		}
	}
}

func FuzzReadQuery(f *testing.F) {
	for _, seed := range []string{
		`kind:moment tag:x before:2026-05 person:"Lena Berg" "exact phrase" -word pre*`, `"`, `-"`, `""""`, `:`, `-:`, `tag:`, `* ** -*`,
		"https://x", "10:30", "a\x00b", "\xff\xfe", "person:\" \"", "after:9999 before:0001", "on:-65535w", "- -- ---",
	} {
		f.Add(seed)
	}
	today := journal.Day{Year: 2026, Month: 11, Date: 20}
	f.Fuzz(func(t *testing.T, text string) {
		q := journal.ReadQuery(text, journal.Dates{Today: today})
		for _, term := range q.Terms {
			if strings.TrimSpace(term.Text) == "" {
				t.Fatalf("%q has an empty term", text)
			}
		}
		for _, tag := range q.Filter.Tags {
			if strings.TrimSpace(tag) == "" {
				t.Fatalf("%q asks for an empty tag", text)
			}
		}
		for _, sentence := range q.Odd {
			if !strings.HasSuffix(sentence, ".") {
				t.Fatalf("%q is answered with %q, which is not a sentence", text, sentence)
			}
		}
	})
}

func TestAFilterOneLetterOffIsLookedForAsAWordAndExplained(t *testing.T) {
	for text, want := range map[string]string{"tags:x": "tag:", "peron:Mei": "person:", "befor:2026": "before:", "kinds:moment": "kind:"} {
		q := journal.ReadQuery(text, journal.Dates{})
		if len(q.Terms) != 1 || len(q.Odd) != 1 || !strings.Contains(q.Odd[0], want) {
			t.Errorf("%q is read as %+v and explained by %q", text, q.Terms, q.Odd)
		}
	}
	for _, text := range []string{"was:x", "10:30", "https://go.dev", "note:this", `"tags:x"`} {
		if q := journal.ReadQuery(text, journal.Dates{}); len(q.Odd) != 0 {
			t.Errorf("%q is explained by %q", text, q.Odd)
		}
	}
}
