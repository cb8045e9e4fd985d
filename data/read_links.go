package data

import (
	"context"
	"database/sql"

	"groundwork/journal"
)

// LinesOf reads the short forms of the entries named, in that order; those
// that are not there are left out.
func (s *Store) LinesOf(ctx context.Context, ids []journal.ID) (all []journal.Line, err error) {
	if len(ids) == 0 {
		return nil, nil
	}
	list, err := jsonText(ids)
	if err != nil {
		return nil, err
	}
	err = s.read(ctx, "read named entries", func(q querier) error {
		all, err = rowsOf(ctx, q, scanLine, selectLinesOf, list)
		return err
	})
	return all, err
}

const selectLinesOf = `SELECT ` + lineColumns + ` FROM json_each(?) AS named CROSS JOIN entries AS e ON e.id = named.value ORDER BY named.key`

// Titled reads up to limit short forms of the entries whose title begins with
// text, newest first, without regard to case and accents; whole asks for the
// whole title. limit 0 means all of them. Entries without a title are none.
func (s *Store) Titled(ctx context.Context, text string, whole bool, limit int) (all []journal.Line, err error) {
	folded := foldTitle(text)
	query, args := selectTitled, []any{folded, behind(folded)}
	switch {
	case whole:
		query, args = selectTitledWhole, []any{folded}
	case folded == "":
		query, args = selectTitledAnyhow, nil
	}
	err = s.read(ctx, "find titles", func(q querier) error {
		all, err = rowsOf(ctx, q, scanLine, query, append(args, noLimit(limit))...)
		return err
	})
	return all, err
}

// What begins with a text is picked from the index of titles before the rows
// themselves are read. What has any title comes newest first as it is.
const (
	selectTitled = `SELECT ` + lineColumns + ` FROM entries AS e WHERE e.n IN (
			SELECT n FROM entries WHERE title_folded <> '' AND title_folded >= ? AND title_folded < ?
			ORDER BY day DESC, created_ms DESC, n DESC LIMIT ?)
		` + newestFirst
	selectTitledWhole  = `SELECT ` + lineColumns + ` FROM entries AS e WHERE e.title_folded <> '' AND e.title_folded = ? ` + newestFirst + `LIMIT ?`
	selectTitledAnyhow = `SELECT ` + lineColumns + ` FROM entries AS e WHERE +e.title_folded <> '' ` + newestFirst + `LIMIT ?`
)

// linkKinds are the kinds of links in the order in which one counts before
// another. selectLinksTo gives their places here.
var linkKinds = []journal.LinkKind{journal.LinkTo, journal.LinkActsOn, journal.LinkActedOn, journal.LinkMention}

// LinksTo reads what leads to an entry, newest first, each entry once: one
// that links to it; else one that acts on it as feedback; else feedback on
// which it acts; else one whose text names its title.
func (s *Store) LinksTo(ctx context.Context, id journal.ID) (all []journal.Link, err error) {
	err = s.read(ctx, "find links", func(q querier) error {
		all, err = rowsOf(ctx, q, func(row *sql.Rows) (journal.Link, error) {
			var l journal.Link
			var by int
			var err error
			if l.Line, err = scanLineAnd(row, &by); err == nil {
				l.By = linkKinds[by]
			}
			return l, err
		}, selectLinksTo, string(id))
		return err
	})
	return all, err
}

// selectLinksTo takes feedback by the entry's kind: a part that was kept from
// when an entry was feedback leads nowhere.
const selectLinksTo = `SELECT ` + lineColumns + `, link.kind
	FROM (SELECT n, min(kind) AS kind FROM (
			SELECT entry AS n, 0 AS kind FROM entry_links WHERE target = ?1
			UNION ALL
			SELECT o.n, 1 FROM entries AS f JOIN acted_on AS a ON a.entry = f.n JOIN entries AS o ON o.id = a.target
				WHERE f.id = ?1 AND f.kind = 'feedback'
			UNION ALL
			SELECT f.n, 2 FROM acted_on AS a JOIN entries AS f ON f.n = a.entry WHERE a.target = ?1 AND f.kind = 'feedback'
			UNION ALL
			SELECT m.entry, 3 FROM entries AS t JOIN entry_mentions AS m ON m.folded = t.title_folded
				WHERE t.id = ?1 AND t.title_folded <> ''
		) AS ways GROUP BY n) AS link
	CROSS JOIN entries AS e ON e.n = link.n
	WHERE e.id <> ?1 ` + newestFirst
