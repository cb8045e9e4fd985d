package data

import (
	"context"
	"database/sql"
	"strings"
	"unicode/utf8"

	"groundwork/journal"
)

// Find finds entries, and what of them a page shows.
//
// Words are looked up in the index. What the index cannot cut into words
// (Chinese, Japanese, Thai, emoji) is looked for as it stands in the text, and
// so is everything when the index finds nothing: that finds parts of words,
// newest first, with rank 0. There an accent counts, which the index passes over.
// The index tells which texts need not be read for it: see holdsAll.
//
// To rank an entry takes time, and a word of every entry ranks them all: so only
// the last MostRanked of them to have come into the journal are ranked, unless
// all of them are asked for. In the order by day all of them take part.
func (s *Store) Find(ctx context.Context, q journal.Query, w journal.FindWindow) (f journal.Finding, err error) {
	err = s.read(ctx, "search", func(tx querier) error {
		if q.Terms, err = typed(ctx, tx, q.Terms); err != nil {
			return err
		}
		c, err := asking(ctx, tx, q)
		if err != nil {
			return err
		}
		found, err := look(ctx, tx, c, sortTerms(q.Terms), w)
		if err != nil {
			return err
		}
		f.Terms = q.Terms
		f.Total, f.More, f.Inside = len(found.all), found.more, found.inside
		window := found.all[min(w.From, len(found.all)):]
		if w.Limit > 0 {
			window = window[:min(w.Limit, len(window))]
		}
		f.Found, err = details(ctx, tx, q, window, found.inside)
		return err
	})
	return f, err
}

// scored is an entry that matches, and how well.
type scored struct {
	n    int64
	rank float64
}

// looked is what looking found, in its order.
type looked struct {
	all    []scored
	more   bool // there are more of them
	inside bool // parts of words
}

func look(ctx context.Context, q querier, c *conditions, t terms, w journal.FindWindow) (looked, error) {
	if len(t.words) > 0 {
		found, err := lookUp(ctx, q, c.clone(), t, w)
		if err != nil || len(found.all) > 0 {
			return found, err
		}
	}
	inside := len(t.words) > 0
	t.parts = append(t.parts, t.words...)
	found, err := scan(ctx, q, c, t, w)
	found.inside = inside
	return found, err
}

// typed decides what to look for in the place of a word that may not be
// finished: those that begin with it, too, where it is long enough and not in
// so many entries by itself that it says nothing who looks on.
func typed(ctx context.Context, q querier, words []journal.Term) ([]journal.Term, error) {
	all := make([]journal.Term, len(words))
	for i, t := range words {
		words, exact := t.Words()
		if t.Typing && words && !exact && utf8.RuneCountInString(t.Text) >= journal.LeastTyped {
			common, err := isCommon(ctx, q, matchText([]journal.Term{{Text: clean(t.Text)}}, nil))
			if err != nil {
				return nil, err
			}
			t.Prefix = !common
		}
		t.Typing = false
		all[i] = t
	}
	return all, nil
}

// isCommon tells whether more entries match than are ranked. The index answers
// after as many steps.
func isCommon(ctx context.Context, q querier, match string) (bool, error) {
	found, err := rowsOf(ctx, q, scanNumber, selectCommon, match, journal.MostRanked)
	return len(found) > 0, err
}

const selectCommon = `SELECT rowid FROM entries_fts WHERE entries_fts MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?`

func scanNumber(row *sql.Rows) (n int64, err error) { return n, row.Scan(&n) }

func scanScored(row *sql.Rows) (s scored, err error) { return s, row.Scan(&s.n, &s.rank) }

// lookUp asks the index.
func lookUp(ctx context.Context, q querier, c *conditions, t terms, w journal.FindWindow) (looked, error) {
	match := matchText(t.words, t.notWords)
	if some, err := c.holdsAll(ctx, q, t.parts); err != nil || !some {
		return looked{}, err
	}
	for _, part := range t.notParts {
		c.holdsNot(part.Text)
	}
	most := journal.MostRanked
	if w.Limit == 0 || w.From+w.Limit > most {
		most = -2 // all: SQLite takes one more for none
	}
	if w.Newest {
		return lookUpNewest(ctx, q, c, match, most)
	}
	where, args := c.ofIndex(len(t.parts)+len(t.notParts) > 0)
	args = append([]any{match}, append(args, most+1)...)
	found, err := rowsOf(ctx, q, scanScored, selectRanked(where), args...)
	return bounded(found, most), err
}

// selectRanked takes the latest entries that match first, and ranks those.
func selectRanked(where string) string {
	return `SELECT n, -r FROM (
		SELECT entries_fts.rowid AS n, entries_fts.rank AS r FROM entries_fts
		WHERE entries_fts MATCH ?` + where + ` ORDER BY entries_fts.rowid DESC LIMIT ?) ORDER BY r, n DESC`
}

// lookUpNewest orders what matches by day. Where it is few they are sorted, and
// where it is many the days are walked until there are enough of them.
func lookUpNewest(ctx context.Context, q querier, c *conditions, match string, most int) (looked, error) {
	common, err := isCommon(ctx, q, match)
	if err != nil {
		return looked{}, err
	}
	n := "e.n"
	if common {
		n = "+e.n"
	}
	c.add(n+" IN (SELECT rowid FROM entries_fts WHERE entries_fts MATCH ?)", match)
	found, err := rowsOf(ctx, q, scanScored, selectNewest(c), append(c.args, most+1)...)
	return bounded(found, most), err
}

// selectNewest gathers everything before it gives the first: a query can be
// cancelled only as long.
func selectNewest(c *conditions) string {
	return `WITH found AS MATERIALIZED (SELECT e.n FROM entries AS e ` + c.clause() + newestFirst + `LIMIT ?) SELECT n, 0.0 FROM found`
}

// bounded leaves away the one that tells that there are more.
func bounded(found []scored, most int) looked {
	if most >= 0 && len(found) > most {
		return looked{all: found[:most], more: true}
	}
	return looked{all: found}
}

// ofIndex writes the conditions as ones of a row of the index. What picks few
// entries out is gathered once, and then each row is looked for among them;
// else, and where reading text decides, each row's entry is looked at.
func (c *conditions) ofIndex(reading bool) (where string, args []any) {
	if len(c.where) == 0 {
		return "", nil
	}
	if c.narrow && !reading {
		return ` AND +entries_fts.rowid IN (SELECT e.n FROM entries AS e ` + c.clause() + `)`, c.args
	}
	return ` AND EXISTS (SELECT 1 FROM entries AS e WHERE e.n = entries_fts.rowid AND ` + strings.Join(c.where, " AND ") + `)`, c.args
}

// scan reads text, newest first, until there are enough: of the entries that the
// index leaves over, or of all. Without anything to find it lists what passes.
func scan(ctx context.Context, q querier, c *conditions, t terms, w journal.FindWindow) (looked, error) {
	if some, err := c.holdsAll(ctx, q, t.parts); err != nil || !some {
		return looked{}, err
	}
	for _, part := range t.notParts {
		c.holdsNot(part.Text)
	}
	if len(t.notWords) > 0 {
		c.add("e.n NOT IN (SELECT rowid FROM entries_fts WHERE entries_fts MATCH ?)", matchText(nil, t.notWords))
	}
	most := w.From + w.Limit
	switch {
	case w.Limit == 0:
		most = -2
	case len(t.parts)+len(t.notParts) == 0: // no text is read
		most = max(most, journal.MostRanked)
	}
	found, err := rowsOf(ctx, q, scanScored, selectNewest(c), append(c.args, most+1)...)
	return bounded(found, most), err
}
