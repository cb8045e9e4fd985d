package data

import (
	"context"
	"database/sql"
	"strings"
	"unicode"

	"groundwork/journal"
)

// Search finds entries, best first; limit 0 means all of them. A query
// without words to find lists what passes its filter, newest first, with no
// snippet and rank 0.
//
// Words are looked up in the index. What the index cannot cut into words
// (Chinese, Japanese, Thai, emoji) is looked for as it stands in all text, and
// so is everything when the index finds nothing: that finds parts of words,
// newest first, with rank 0. There an accent counts, which the index passes over.
func (s *Store) Search(ctx context.Context, q journal.Query, limit int) (hits []journal.Hit, err error) {
	t := sortTerms(q.Terms)
	err = s.read(ctx, "search", func(tx querier) error {
		if len(t.words) > 0 {
			hits, err = searchIndex(ctx, tx, q, t, limit)
			if err != nil || len(hits) > 0 {
				return err
			}
		}
		t.parts = append(t.parts, t.words...)
		hits, err = scanText(ctx, tx, q, t, limit)
		return err
	})
	return hits, err
}

// terms are the terms of a query by how they can be found.
type terms struct {
	words    []journal.Term // by the index
	parts    []journal.Term // by reading all text
	notWords []journal.Term
	notParts []journal.Term
}

func sortTerms(all []journal.Term) terms {
	var t terms
	for _, term := range all {
		term.Text = clean(term.Text)
		if strings.TrimSpace(term.Text) == "" {
			continue
		}
		words, exact := indexable(term.Text)
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

// indexable tells whether the index knows words of the text, and whether the
// text has to be looked for exactly as it stands, because the index cannot cut
// it into words or passes over its signs (as in C++ or with an emoji).
func indexable(text string) (words, exact bool) {
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan):
			return false, true
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Co, r):
			words = true
		case unicode.IsSymbol(r):
			exact = true
		}
	}
	return words, exact || !words
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

// searchIndex asks the index. Its order by rank comes from the index itself,
// so that only the hits that are wanted get a snippet made.
func searchIndex(ctx context.Context, q querier, query journal.Query, t terms, limit int) ([]journal.Hit, error) {
	c := queried(query)
	for _, part := range t.parts {
		c.holds(part.Text)
	}
	for _, part := range t.notParts {
		c.holdsNot(part.Text)
	}
	c.add("entries_fts MATCH ?", matchText(t.words, t.notWords))
	args := append([]any{journal.MatchStart, journal.MatchEnd}, c.args...)
	return rowsOf(ctx, q, func(row *sql.Rows) (journal.Hit, error) {
		var h journal.Hit
		var day string
		if err := row.Scan(&h.ID, &h.Kind, &day, &h.Title, &h.Snippet, &h.Rank); err != nil {
			return h, err
		}
		var err error
		h.Day, err = readDay(day)
		return h, err
	}, selectHits(c), append(args, noLimit(limit))...)
}

func selectHits(c *conditions) string {
	return `SELECT e.id, e.kind, e.day, e.title, snippet(entries_fts, -1, ?, ?, '…', 24), -entries_fts.rank
		FROM entries_fts CROSS JOIN entries AS e ON e.n = entries_fts.rowid ` +
		c.clause() + `ORDER BY entries_fts.rank LIMIT ?`
}
