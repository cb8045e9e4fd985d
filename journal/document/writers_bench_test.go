package document_test

import (
	"io"
	"strings"
	"testing"

	. "groundwork/journal/document"
)

// entryText is an entry of the size that most have: 200 words, 1.2 KB.
func entryText() string {
	return "## Handed over the release\n\n" + strings.Repeat("I asked **Priya** to lead the *review* and said what I would do, and why.\nShe found the `flag` we had missed, see [the plan](https://example.org/plan).\n\n", 5) +
		"- [ ] ask Oskar for his view\n- [x] write down what was decided\n\n1. listen\n2. decide\n\n> You let the room speak before you did.\n\n| what | before | after |\n|---|--:|--:|\n| rollback | 40 | 12 |\n"
}

// BenchmarkWriters writes a journal of 10,000 entries, which were read from
// Markdown before.
func BenchmarkWriters(b *testing.B) {
	d := FromMarkdown(entryText())
	book := Book{Title: &Title{Text: "Journal"}, Contents: true, Parts: func(yield func(Document, error) bool) {
		for range 10_000 {
			if !yield(d, nil) {
				return
			}
		}
	}}
	for _, w := range writers {
		b.Run(w.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := w.write(io.Discard, book); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkFromMarkdownOfAnEntry is what reading one entry adds to that.
func BenchmarkFromMarkdownOfAnEntry(b *testing.B) {
	body := entryText()
	b.ReportAllocs()
	for b.Loop() {
		FromMarkdown(body)
	}
}
