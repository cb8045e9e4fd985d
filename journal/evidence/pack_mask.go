package evidence

import (
	"strings"

	"groundwork/journal"
	"groundwork/journal/document"
)

// masking puts roles in the place of names in what leaves the journal, the
// lines that the writer edited included, and notes which it put there.
type masking struct {
	mask *journal.Mask
	used map[string]bool
}

func (m *Material) masking() masking { return masking{m.mask, map[string]bool{}} }

// find tells what becomes of a text. At the head of a sentence a role has a
// capital, as a name has.
func (m masking) find(text string) []document.Change {
	var changes []document.Change
	for _, x := range m.mask.Find(text) {
		m.used[x.With] = true
		if before := strings.TrimRight(text[:x.From], "“\""); before == "" || strings.HasSuffix(before, ". ") {
			x.With = capital(x.With)
		}
		changes = append(changes, document.Change{From: x.From, To: x.To, With: x.With})
	}
	return changes
}

// text gives a text as it leaves the journal.
func (m masking) text(text string) string {
	var out strings.Builder
	at := 0
	for _, c := range m.find(text) {
		out.WriteString(text[at:c.From])
		out.WriteString(c.With)
		at = c.To
	}
	out.WriteString(text[at:])
	return out.String()
}

// book gives a book of a document as it leaves the journal.
func (m masking) book(t document.Title, d document.Document) document.Book {
	t.Text = m.text(t.Text)
	below := make([]string, len(t.Below))
	for i, text := range t.Below {
		below[i] = m.text(text)
	}
	t.Below = below
	return document.Of(&t, m.document(d))
}

// document gives a document as it leaves the journal.
func (m masking) document(d document.Document) document.Document {
	if m.mask == nil {
		return d
	}
	return d.Mapped(m.find)
}
