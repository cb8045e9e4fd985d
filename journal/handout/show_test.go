package handout_test

import (
	"os"
	"path/filepath"
	"testing"

	"groundwork/journal/document"
	"groundwork/journal/document/paper"
	"groundwork/journal/handout"
)

// long is a document of several pages.
func long() document.Book {
	var d document.Document
	for range 200 {
		d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: []document.Span{{Text: "Delayed the rollout by a week"}}})
	}
	return document.Of(&document.Title{Text: "Long"}, d)
}

func TestGivenALargeDocument_WhenHandedOut_ThenItIsSetAsItIsShown(t *testing.T) {
	m, path := maker(openJournal(t)), filepath.Join(t.TempDir(), "x.pdf")
	short := document.Of(nil, document.Document{Blocks: []document.Block{document.Paragraph{Text: []document.Span{{Text: "Thank you."}}}}})
	written := map[bool]string{}
	for _, large := range []bool{false, true} {
		if err := m.Hand(t.Context(), path, short, handout.PDF, handout.Delivery{Large: large, Replace: true}); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		written[large] = string(text)
	}
	if written[true] == written[false] {
		t.Error("large type is set as any other")
	}
}

func TestGivenADocument_WhenShown_ThenTextIsShownAsText(t *testing.T) {
	m := maker(nil)
	lines := map[handout.Form]int{}
	for _, form := range handout.PackForms() {
		pages, err := m.Show(t.Context(), long(), form, paper.Options{})
		if err != nil {
			t.Fatal(err)
		}
		lines[form] = pages.Len()
	}
	if lines[handout.PDF] < 2 || lines[handout.DOCX] != lines[handout.PDF] || lines[handout.Markdown] == lines[handout.PDF] {
		t.Errorf("pages of each form: %v", lines)
	}
}
