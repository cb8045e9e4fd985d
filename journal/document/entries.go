package document

import (
	"groundwork/journal"
)

// Entries makes a book of what an export lets out: the entries newest first,
// under a heading for each month.
func Entries(x journal.Export) Book {
	return Book{Title: &Title{Text: "Journal"}, Contents: true, Parts: func(yield func(Document, error) bool) {
		for e, err := range x.Entries {
			if !yield(OfEntry(e, Names{}), err) || err != nil {
				return
			}
		}
	}}
}

// Names tells what stands behind the IDs in an entry.
type Names struct {
	People, Expectations map[string]string // by ID
}

// OfEntry makes a document of one entry, with everything that is written in it.
func OfEntry(e journal.Entry, n Names) Document {
	blocks := []Block{Heading{2, []Span{{Text: e.Title}}}}
	return Document{Blocks: append(blocks, FromMarkdown(e.Body).Blocks...)}
}
