package data

import (
	"context"
	"database/sql"

	"groundwork/journal"
)

// EvidenceOf reads up to limit short forms of the entries whose evidence passes
// f, newest first and each once, and counts all of them. limit 0 means all.
//
// An entry may hold more than one such proof: the strongest counts, as in the
// summary.
func (s *Store) EvidenceOf(ctx context.Context, f journal.EvidenceFilter, limit int) (list journal.EvidenceList, err error) {
	c := supportingEntries(f)
	err = s.read(ctx, "list evidence", func(q querier) error {
		if err := q.QueryRowContext(ctx, countProofs(c), c.args...).Scan(&list.Entries, &list.People); err != nil {
			return err
		}
		list.Lines, err = rowsOf(ctx, q, scanProof, selectProofs(c), append(c.args, noLimit(limit))...)
		return err
	})
	return list, err
}

// supportingEntries are conditions over evidence AS v and entries AS e.
func supportingEntries(f journal.EvidenceFilter) *conditions {
	c := &conditions{}
	if f.Expectation == "" {
		c.add("v.expectation IN (SELECT id FROM expectations WHERE retired = 0)")
	} else {
		c.add("v.expectation = ?", string(f.Expectation))
	}
	if !f.Since.IsZero() {
		c.add("v.day >= ?", f.Since.String())
	}
	if !f.Until.IsZero() {
		c.add("v.day <= ?", f.Until.String())
	}
	if f.NoPrivate {
		c.add("e.private = 0")
	}
	return c
}

const fromEvidence = ` FROM evidence AS v JOIN entries AS e ON e.n = v.entry `

// selectProofs takes the columns of evidence from the row of max(), which
// SQLite promises for a query with one max(): https://sqlite.org/lang_select.html#bareagg
// Of two equal proofs the one that was named first counts.
func selectProofs(c *conditions) string {
	return "SELECT " + lineColumns + `, v.strength, v.note, max(v.strength_rank * 1000000 - v.position),
			CASE WHEN ` + isFeedback + ` THEN coalesce((SELECT name FROM people WHERE id = e.feedback_giver), e.feedback_giver) ELSE '' END,
			CASE WHEN ` + isFeedback + ` THEN substr(e.feedback_quote, 1, 240) ELSE '' END` +
		fromEvidence + c.clause() + "GROUP BY v.entry " + newestFirst + "LIMIT ?"
}

func scanProof(row *sql.Rows) (l journal.EvidenceLine, err error) {
	var rank int
	l.Line, err = scanLineAnd(row, &l.Strength, &l.Note, &rank, &l.Giver, &l.Quote)
	return l, err
}

// countProofs counts the entries, and the people who stand in them. It goes
// from the entries to their people, never the other way round.
func countProofs(c *conditions) string {
	return `WITH found AS MATERIALIZED (
			SELECT DISTINCT e.n, CASE WHEN ` + isFeedback + ` THEN e.feedback_giver ELSE '' END AS giver` + fromEvidence + c.clause() + `),
		involved AS (SELECT giver AS person FROM found WHERE giver <> ''
			UNION SELECT p.person FROM found CROSS JOIN entry_people AS p ON p.entry = found.n)
		SELECT (SELECT count(*) FROM found), (SELECT count(*) FROM involved WHERE person <> '')`
}
