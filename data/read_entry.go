package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"

	"groundwork/journal"
)

// window is how many entries are read whole at a time.
const window = 200

// Entry reads one entry whole, or answers ErrNotFound.
func (s *Store) Entry(ctx context.Context, id journal.ID) (entry journal.Entry, err error) {
	err = s.read(ctx, "read an entry", func(q querier) error {
		rows, err := readEntries(ctx, q, selectEntry+"WHERE e.id = ?", string(id))
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return fmt.Errorf("entry %s: %w", id, journal.ErrNotFound)
		}
		entry = rows[0].entry
		return nil
	})
	return entry, err
}

// Entries walks the entries that pass f, newest first, whole. It reads them in
// windows and holds no transaction while the caller works: what is saved
// meanwhile may or may not be met.
func (s *Store) Entries(ctx context.Context, f journal.Filter) iter.Seq2[journal.Entry, error] {
	return func(yield func(journal.Entry, error) bool) {
		next := s.nextInOrder(f)
		if filtered(f).picks {
			next = s.nextPicked(f)
		}
		for {
			rows, more, err := next(ctx)
			if err != nil {
				yield(journal.Entry{}, err)
				return
			}
			for _, row := range rows {
				if !yield(row.entry, nil) {
					return
				}
			}
			if !more {
				return
			}
		}
	}
}

// nextWindow reads the next entries of a walk; more is false after the last.
type nextWindow func(ctx context.Context) (rows []*columnRow, more bool, err error)

// nextInOrder goes on from the last entry, in the order of an index.
func (s *Store) nextInOrder(f journal.Filter) nextWindow {
	var last *columnRow
	return func(ctx context.Context) (rows []*columnRow, more bool, err error) {
		c := filtered(f)
		if last != nil {
			c.before(last.place())
		}
		err = s.read(ctx, "read entries", func(q querier) error {
			rows, err = readEntries(ctx, q, selectEntry+c.clause()+newestFirst+"LIMIT ?", append(c.args, window)...)
			return err
		})
		if len(rows) > 0 {
			last = rows[len(rows)-1]
		}
		return rows, len(rows) == window, err
	}
}

// nextPicked sorts the numbers of the entries once, for to pick and sort them
// anew for each window would take ever longer.
func (s *Store) nextPicked(f journal.Filter) nextWindow {
	var numbers []int64
	asked := false
	return func(ctx context.Context) (rows []*columnRow, more bool, err error) {
		err = s.read(ctx, "read entries", func(q querier) error {
			if !asked {
				asked = true
				c := filtered(f)
				numbers, err = rowsOf(ctx, q, func(row *sql.Rows) (n int64, err error) {
					err = row.Scan(&n)
					return n, err
				}, "SELECT e.n FROM entries AS e "+c.clause()+newestFirst, c.args...)
				if err != nil {
					return err
				}
			}
			now := numbers[:min(window, len(numbers))]
			numbers = numbers[len(now):]
			list, err := jsonText(now)
			if err != nil {
				return err
			}
			rows, err = readEntries(ctx, q, selectEntry+"WHERE e.n IN (SELECT value FROM json_each(?)) "+newestFirst, list)
			return err
		})
		return rows, len(numbers) > 0, err
	}
}

// readEntries reads the entries of a query and then, with one query for each
// table, what lies beside them.
func readEntries(ctx context.Context, q querier, query string, args ...any) ([]*columnRow, error) {
	rows, err := rowsOf(ctx, q, func(row *sql.Rows) (*columnRow, error) {
		r := &columnRow{}
		if err := row.Scan(r.targets()...); err != nil {
			return nil, err
		}
		return r, nil
	}, query, args...)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		if err := r.finish(); err != nil {
			return nil, fmt.Errorf("entry %s: %w", r.entry.ID, err)
		}
	}
	return rows, readLists(ctx, q, rows)
}

func (r *columnRow) place() place {
	return place{day: r.day, createdMs: r.createdMs, n: r.n}
}

// placeOf finds where an entry stands, or answers ErrNotFound.
func placeOf(ctx context.Context, q querier, id journal.ID) (place, error) {
	var p place
	err := q.QueryRowContext(ctx, `SELECT day, created_ms, n FROM entries WHERE id = ?`, string(id)).Scan(&p.day, &p.createdMs, &p.n)
	if errors.Is(err, sql.ErrNoRows) {
		err = fmt.Errorf("entry %s: %w", id, journal.ErrNotFound)
	}
	return p, err
}
