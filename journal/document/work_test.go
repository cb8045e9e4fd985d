package document_test

import (
	"io"
	"testing"

	. "groundwork/journal/document"
)

// What an export does for each of ten thousand entries is counted here, so that
// it cannot grow unseen.

func TestGivenAShortEntry_WhenItIsRead_ThenNoParserIsMadeForIt(t *testing.T) {
	FromMarkdown("the first one makes the parser")
	made := testing.AllocsPerRun(100, func() { FromMarkdown("A day like others.") })
	const most = 40 // 28 when this was written; the parser itself takes more than 100
	if made > most {
		t.Errorf("reading a line allocates %v times, more than %v", made, most)
	}
}

func TestGivenManyEntries_WhenTheyAreWrittenAsMarkdown_ThenEachAllocatesAsOftenAsItHasBlocksAndLooks(t *testing.T) {
	d := FromMarkdown(entryText())
	of := func(n int) float64 {
		book := Book{Contents: true, Parts: func(yield func(Document, error) bool) {
			for range n {
				if !yield(d, nil) {
					return
				}
			}
		}}
		return testing.AllocsPerRun(5, func() { _ = WriteMarkdown(io.Discard, book) })
	}
	const most = 200 // 175 when this was written
	if each := (of(160) - of(80)) / 80; each > most {
		t.Errorf("writing an entry of 30 blocks allocates %v times, more than %v", each, most)
	}
}
