package document_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"groundwork/journal"
	. "groundwork/journal/document"
)

// entriesOf lists the titles of the entries that a document leads to, each
// once, in order.
func entriesOf(blocks []Block) []string {
	var all []string
	spans := func(text []Span) {
		for _, s := range text {
			if s.Entry != "" && !slices.Contains(all, s.Entry) {
				all = append(all, s.Entry)
			}
		}
	}
	var walk func(blocks []Block)
	walk = func(blocks []Block) {
		for _, b := range blocks {
			switch b := b.(type) {
			case Heading:
				spans(b.Text)
			case Paragraph:
				spans(b.Text)
			case Quote:
				walk(b.Blocks)
			case List:
				for _, item := range b.Items {
					walk(item.Blocks)
				}
			}
		}
	}
	walk(blocks)
	return all
}

// TestWhatLeadsToAnEntryIsWhatNamesIt: the store finds by journal.Mentions what
// a reader sees as a link. An item of a list holds something here: what an empty
// one does to the lines around it is too odd to be read twice.
func TestWhatLeadsToAnEntryIsWhatNamesIt(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"[[a]]", "[[b|words]]", "[[c `d`]]", "[", "]]", "`", "``", "\\", "word ", "**", "\n", "\n\n", "\r\n",
		"\n```\n", "\n~~~~ go\n", "\n~~~\n", "\n> ", "\n- x ", "\n1. x ", "\n# ",
	})
	rapid.Check(t, func(t *rapid.T) {
		body := strings.Join(rapid.SliceOfN(piece, 0, 12).Draw(t, "pieces"), "")
		if diff := cmp.Diff(entriesOf(FromMarkdown(body).Blocks), journal.Mentions(body), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("%q shows -, names +:\n%s", body, diff)
		}
	})
}
