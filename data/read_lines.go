package data

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"groundwork/journal"
)

// Lines reads up to limit short forms of the entries that pass f, newest
// first, from the entry after the given one on (or from the newest). limit 0
// means all of them. An entry named by after need not pass f.
func (s *Store) Lines(ctx context.Context, f journal.Filter, after journal.ID, limit int) (all []journal.Line, err error) {
	err = s.read(ctx, "list entries", func(q querier) error {
		c := filtered(f)
		if after != "" {
			from, err := placeOf(ctx, q, after)
			if err != nil {
				return err
			}
			c.before(from)
		}
		all, err = rowsOf(ctx, q, scanLine, selectLines(c), append(c.args, noLimit(limit))...)
		return err
	})
	return all, err
}

func selectLines(c *conditions) string {
	return "SELECT " + lineColumns + " FROM entries AS e " + c.clause() + newestFirst + `LIMIT ?`
}

// lineColumns are the columns of a journal.Line.
const lineColumns = `e.id, e.kind, e.day, e.precision, e.created, e.title, substr(e.body, 1, 240), e.private, e.starred`

func scanLine(row *sql.Rows) (journal.Line, error) { return scanLineAnd(row) }

// scanLineAnd scans lineColumns, and the columns that follow them into more.
func scanLineAnd(row *sql.Rows, more ...any) (journal.Line, error) {
	var l journal.Line
	var day, created string
	to := append([]any{&l.ID, &l.Kind, &day, &l.Precision, &created, &l.Title, &l.Excerpt, &l.Private, &l.Starred}, more...)
	if err := row.Scan(to...); err != nil {
		return l, err
	}
	var f firstError
	l.Day, l.Created = f.day(day), f.instant(created)
	return l, f.err
}

// Fingerprints reads the fingerprint of every entry, newest first.
func (s *Store) Fingerprints(ctx context.Context) (all []journal.Fingerprint, err error) {
	err = s.read(ctx, "read fingerprints", func(q querier) error {
		all, err = rowsOf(ctx, q, func(row *sql.Rows) (f journal.Fingerprint, err error) {
			return f, row.Scan(&f.ID, &f.Text, &f.Private)
		}, selectFingerprints)
		return err
	})
	return all, err
}

const selectFingerprints = `SELECT e.id, e.text_hash, e.private FROM entries AS e ` + newestFirst

// noLimit turns 0 into SQLite's "all of them".
func noLimit(limit int) int {
	if limit <= 0 {
		return -1
	}
	return limit
}

const (
	neighbourBefore = `SELECT id FROM entries WHERE (day, created_ms, n) < (?, ?, ?) ORDER BY day DESC, created_ms DESC, n DESC LIMIT 1`
	neighbourAfter  = `SELECT id FROM entries WHERE (day, created_ms, n) > (?, ?, ?) ORDER BY day, created_ms, n LIMIT 1`
)

// Neighbour names the entry written before (step -1) or after (step +1) the
// given one, by day and then by instant; "" where there is none.
func (s *Store) Neighbour(ctx context.Context, id journal.ID, step int) (found journal.ID, err error) {
	query := neighbourBefore
	if step > 0 {
		query = neighbourAfter
	}
	err = s.read(ctx, "find the neighbour", func(q querier) error {
		from, err := placeOf(ctx, q, id)
		if err != nil {
			return err
		}
		err = q.QueryRowContext(ctx, query, from.day, from.createdMs, from.n).Scan(&found)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	return found, err
}

// Count counts the entries that pass f.
func (s *Store) Count(ctx context.Context, f journal.Filter) (count int, err error) {
	err = s.read(ctx, "count entries", func(q querier) error {
		c := filtered(f)
		return q.QueryRowContext(ctx, selectCount(c), c.args...).Scan(&count)
	})
	return count, err
}

func selectCount(c *conditions) string { return `SELECT count(*) FROM entries AS e ` + c.clause() }

// Marks tells which kinds stand on which days of the span, oldest day first.
func (s *Store) Marks(ctx context.Context, span journal.Span) (all []journal.Mark, err error) {
	err = s.read(ctx, "mark days", func(q querier) error {
		c := filtered(journal.Filter{Since: span.From, Until: span.Until})
		all, err = rowsOf(ctx, q, func(row *sql.Rows) (journal.Mark, error) {
			var m journal.Mark
			var day string
			if err := row.Scan(&day, &m.Kind); err != nil {
				return m, err
			}
			m.Day, err = readDay(day)
			return m, err
		}, selectMarks(c), c.args...)
		return err
	})
	return all, err
}

func selectMarks(c *conditions) string {
	return `SELECT DISTINCT e.day, e.kind FROM entries AS e ` + c.clause() + `ORDER BY e.day, e.kind`
}

// Tags lists every tag with the number of entries that carry it, by name.
// Spellings that differ in case only are one tag, written as it is most often.
func (s *Store) Tags(ctx context.Context) (all []journal.TagCount, err error) {
	err = s.read(ctx, "list tags", func(q querier) error {
		all, err = rowsOf(ctx, q, func(row *sql.Rows) (journal.TagCount, error) {
			var t journal.TagCount
			var folded string
			err := row.Scan(&folded, &t.Tag, &t.Count)
			return t, err
		}, selectTags)
		return err
	})
	return all, err
}

const selectTags = `SELECT c.folded,
		(SELECT tag FROM entry_tags WHERE folded = c.folded GROUP BY tag ORDER BY count(*) DESC, tag LIMIT 1),
		c.entries
	FROM (SELECT folded, count(*) AS entries FROM (SELECT DISTINCT folded, entry FROM entry_tags) GROUP BY folded) AS c
	ORDER BY c.folded`

// Cells reads the summary of the months that the span touches, oldest first.
func (s *Store) Cells(ctx context.Context, span journal.Span) (all []journal.Cell, err error) {
	var c conditions
	if !span.From.IsZero() {
		c.add("month >= ?", span.From.String()[:len("2006-01")])
	}
	if !span.Until.IsZero() {
		c.add("month <= ?", span.Until.String()[:len("2006-01")])
	}
	err = s.read(ctx, "read the summary", func(q querier) error {
		all, err = readCells(ctx, q, `SELECT month, kind, expectation, count, strongest, newest FROM summary `+c.clause(), c.args...)
		return err
	})
	return all, err
}

// readCells reads the cells of a query for them, by month, kind and
// expectation. Decades have tens of thousands.
func readCells(ctx context.Context, q querier, query string, args ...any) ([]journal.Cell, error) {
	months, err := rowsOf(ctx, q, scanMonth, selectPackedCells(query), args...)
	return slices.Concat(months...), err
}

func selectPackedCells(query string) string {
	return `SELECT month, group_concat(kind || ' ' || count || ' ' || strongest || ' ' || newest || ' ' || ` + packedText("expectation") + `,
		'' ORDER BY kind, expectation) FROM (` + query + `) GROUP BY month ORDER BY month`
}

// scanMonth scans the cells of a month.
func scanMonth(row *sql.Rows) (cells []journal.Cell, err error) {
	var month string
	var p packed
	if err := row.Scan(&month, &p.rest); err != nil {
		return nil, err
	}
	var f firstError
	first := f.day(month + "-01")
	for p.more() {
		cell := journal.Cell{Month: first, Kind: journal.Kind(p.word()), Count: p.number(), Strongest: journal.Strength(p.word())}
		cell.Newest, cell.Expectation = f.day(p.word()), journal.ID(p.text())
		cells = append(cells, cell)
	}
	return cells, errors.Join(p.err, f.err)
}
