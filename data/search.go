package data

import (
	"context"
	"strings"

	"groundwork/journal"
)

// Search finds entries, best first; limit 0 means all of them. A query
// without words to find lists what passes its filter, newest first, with the
// beginning of their text and rank 0. See Find for what is looked for where.
func (s *Store) Search(ctx context.Context, q journal.Query, limit int) ([]journal.Hit, error) {
	f, err := s.Find(ctx, q, journal.FindWindow{Limit: limit})
	if err != nil {
		return nil, err
	}
	hits := make([]journal.Hit, len(f.Found))
	for i, each := range f.Found {
		hits[i] = each.Hit()
	}
	return hits, nil
}

// terms are the terms of a query by how they can be found.
type terms struct {
	words    []journal.Term // by the index
	parts    []journal.Term // by reading all text
	notWords []journal.Term
	notParts []journal.Term
}

// sortTerms takes equal terms once: each costs a walk through the index.
func sortTerms(all []journal.Term) terms {
	var t terms
	seen := map[journal.Term]bool{}
	for _, term := range all {
		term.Text = clean(term.Text)
		if strings.TrimSpace(term.Text) == "" || seen[term] {
			continue
		}
		seen[term] = true
		words, exact := term.Words()
		switch {
		case term.Not && words && !exact:
			t.notWords = append(t.notWords, term)
		case term.Not:
			t.notParts = append(t.notParts, term)
		default:
			if words {
				t.words = append(t.words, term)
			}
			if exact {
				t.parts = append(t.parts, term)
			}
		}
	}
	return t
}

// clean makes any text harmless for SQLite, which ends a text at NUL.
func clean(text string) string {
	return strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", ""), "")
}

// matchText writes the index's query language. Each term is a quoted string,
// in which nothing but the quote itself has a meaning.
func matchText(words, notWords []journal.Term) string {
	var b strings.Builder
	for i, t := range words {
		if i > 0 {
			b.WriteString(" AND ")
		}
		quote(&b, t)
	}
	if len(notWords) == 0 {
		return b.String()
	}
	all := b.String()
	b.Reset()
	if all != "" {
		b.WriteString("(" + all + ") NOT ")
	}
	b.WriteByte('(')
	for i, t := range notWords {
		if i > 0 {
			b.WriteString(" OR ")
		}
		quote(&b, t)
	}
	b.WriteByte(')')
	return b.String()
}

func quote(b *strings.Builder, t journal.Term) {
	b.WriteByte('"')
	b.WriteString(strings.ReplaceAll(t.Text, `"`, `""`))
	b.WriteByte('"')
	if t.Prefix {
		b.WriteString(" *")
	}
}
