package document_test

import (
	"iter"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	. "groundwork/journal/document"
)

func textIs(t *testing.T, d Document, want string) {
	t.Helper()
	if diff := cmp.Diff(strings.TrimPrefix(want, "\n"), written(t, Of(nil, d), WriteText)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTextHasItsMarksAndNothingElse(t *testing.T) {
	textIs(t, FromMarkdown("# Release\n\nI **asked** [Priya](https://a) for ~~all~~ `x`, https://b\n\n1. one\n   - [ ] two\n   - [x] three\n2. four\n\n> You listened\n\n```\nif x {\n```\n\n---\n\nend"), `
Release
=======

I asked Priya (https://a) for ~~all~~ x, https://b

1. one
   - [ ] two
   - [x] three
2. four

> You listened

    if x {

* * *

end
`)
}

func TestTextBreaksBetweenWordsAndWideLetters(t *testing.T) {
	long := strings.Repeat("w", 100)
	got := written(t, Of(nil, FromMarkdown("- "+strings.Repeat("four ", 20)+"\n- "+long+" a\n- "+strings.Repeat("日", 50))), WriteText)
	want := "- " + strings.TrimSpace(strings.Repeat("four ", 15)) + "\n  " + strings.TrimSpace(strings.Repeat("four ", 5)) +
		"\n- " + long + "\n  a\n- " + strings.Repeat("日", 38) + "\n  " + strings.Repeat("日", 12) + "\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTextSaysWhoGaveAQuoteAndWhereASentenceComesFrom(t *testing.T) {
	textIs(t, Document{
		Blocks: []Block{
			Paragraph{[]Span{{Text: "Led it", Note: 1}, {Text: "."}}},
			Quote{Blocks: []Block{says("You let me find it.")}, By: plain("Priya, 19 February")},
			Figures{[]Figure{{"12", "moments"}}},
		},
		Notes: []Note{{plain("10 March 2026")}},
	}, `
Led it[1].

> You let me find it.
> — Priya, 19 February

12 moments

[1] 10 March 2026
`)
}

func TestTextSetsTablesAndChartsInColumns(t *testing.T) {
	textIs(t, FromMarkdown("| what | how much |\n|---|--:|\n| time 日 | 30 |\n| money | 1200 |"), `
what     how much
-----------------
time 日        30
money        1200
`)
	textIs(t, FromMarkdown("| a | b |\n|---|--:|\n| "+strings.Repeat("x ", 40)+"| 30 |"), `
a: x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x
x x
b: 30
`)
	textIs(t, charts(), `
Outcomes
              moments
---------------------
costs               3
new business     1.5k

Growth
     reflection  moment  covered
--------------------------------
Jan           2       1  3 of 10
Feb           0       4  5 of 10
Mar

Evidence
             Jan      Feb
----------------------------------
Delegates  own word  quote  strong
Decides                     gap
`)
}

// charts is one chart of each sort.
func charts() Document {
	return Document{Blocks: []Block{
		Bars{"Outcomes", "moments", []Bar{{"costs", 3, ""}, {"new business", 1500, "1.5k"}}},
		Columns{"Growth", []string{"reflection", "moment"}, "covered", 10, []Column{
			{Label: "Jan", Parts: []float64{2, 1}, Line: 3}, {Label: "Feb", Parts: []float64{0, 4}, Line: 5}, {Label: "Mar", Ahead: true},
		}},
		Grid{"Evidence", []string{"own word", "number", "quote", "artefact"}, []string{"Jan", "Feb"}, []GridRow{
			{"Delegates", []int{1, 3}, "strong"}, {"Decides", []int{0, 0}, "gap"},
		}},
	}}
}

func TestForTheClipboardNoLineIsBroken(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("four ", 40))
	d := FromMarkdown("# A\n\n" + long)
	if got, want := d.Plain(), "A\n\n"+long; got != want {
		t.Errorf("got %q", got)
	}
	if got := (Document{Blocks: []Block{Paragraph{[]Span{{Text: "Led it.", Note: 1}}}}}).Plain(); got != "Led it." {
		t.Errorf("without its notes it has marks: %q", got)
	}
	if got := (Document{}).Plain(); got != "" {
		t.Errorf("nothing is %q", got)
	}
}

func TestTextHasATitleItsContentsAndItsDocumentsApart(t *testing.T) {
	a, b := FromMarkdown("# First\n\na\n\n### Deep"), FromMarkdown("## Second\n\nb")
	book := Book{Title: &Title{"Case", []string{"Ines", "2026"}}, Contents: true, Parts: parts(a, b)}
	want := "Case\n====\nInes\n2026\n\nContents\n  First\n    Second\n\nFirst\n=====\n\na\n\nDeep\n\nSecond\n------\n\nb\n"
	if diff := cmp.Diff(want, written(t, book, WriteText)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// parts gives documents one after the other.
func parts(all ...Document) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		for _, d := range all {
			if !yield(d, nil) {
				return
			}
		}
	}
}

// visible counts the columns of text that has no wide letters but 日.
func visible(line string) int {
	return utf8.RuneCountInString(line) + strings.Count(line, "日")
}

func TestNoLineOfTextIsLongerThanAWordMakesIt(t *testing.T) {
	word := rapid.SampledFrom([]string{"a", "word", "日本", "日", strings.Repeat("w", 90), "middling-sized", strings.Repeat("日", 50), "-", "1."})
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(word, 1, 40).Draw(t, "words")
		d := Document{Blocks: []Block{List{Items: []Item{{Blocks: []Block{says(strings.Join(words, " "))}}}}}}
		var all []string
		for line := range strings.Lines(written(t, Of(nil, d), WriteText)) {
			line = strings.TrimPrefix(strings.TrimPrefix(strings.TrimRight(line, "\n"), "- "), "  ")
			all = append(all, line)
			if visible(line) > 76 && strings.Contains(line, " ") {
				t.Fatalf("%q is %d columns long", line, visible(line))
			}
		}
		if got, want := strings.Join(strings.Fields(strings.Join(all, " ")), ""), strings.Join(words, ""); got != want {
			t.Fatalf("it says %q, want %q", got, want)
		}
	})
}
