package evidence

import "groundwork/journal/document"

// handed gives a book of a document as it leaves the journal.
func (m *Material) handed(t *document.Title, d document.Document) document.Book {
	return document.Of(t, d)
}

// spoken gives a text as it leaves the journal.
func (m *Material) spoken(text string) string { return text }

// called gives the name by which somebody leaves the journal.
func (m *Material) called(name string) string { return name }

// masks tells whether roles stand in the place of names.
func (m *Material) masks() bool { return false }

// handedDocument gives a document as it leaves the journal.
func (m *Material) handedDocument(d document.Document) document.Document { return d }
