package data

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"groundwork/journal"
)

// Batch reads an import, or answers ErrNotFound.
func (s *Store) Batch(ctx context.Context, id journal.ID) (b journal.Batch, err error) {
	err = s.read(ctx, "read an import", func(q querier) error {
		var n int64
		var made, extra string
		err := q.QueryRowContext(ctx, `SELECT n, id, format, made, before_extra FROM batches WHERE id = ?`, string(id)).
			Scan(&n, &b.ID, &b.Format, &made, &extra)
		if errors.Is(err, sql.ErrNoRows) {
			return fmt.Errorf("import %s: %w", id, journal.ErrNotFound)
		}
		if err != nil {
			return err
		}
		var f firstError
		b.Made, b.Before.Extra = f.instant(made), f.extra(extra)
		if f.err != nil {
			return f.err
		}
		_, err = rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
			var what, before string
			var id journal.ID
			var revision int64
			if err := row.Scan(&what, &id, &revision, &before); err != nil {
				return struct{}{}, err
			}
			if before == "" {
				putAdded(&b.Added, what, id)
				return struct{}{}, nil
			}
			return struct{}{}, putBefore(&b.Before, what, revision, []byte(before))
		}, `SELECT what, id, revision, before FROM batch_items WHERE batch = ? ORDER BY position`, n)
		return err
	})
	return b, err
}

func putAdded(r *journal.Refs, what string, id journal.ID) {
	switch what {
	case "entry":
		r.Entries = append(r.Entries, id)
	case "person":
		r.People = append(r.People, id)
	case "expectation":
		r.Expectations = append(r.Expectations, id)
	case "prompt":
		r.OwnPrompts = append(r.OwnPrompts, id)
	case "pack":
		r.Packs = append(r.Packs, id)
	}
}

func putBefore(c *journal.Contents, what string, revision int64, text []byte) (err error) {
	switch what {
	case "entry":
		if c.Entries, err = appendJSON(c.Entries, text); err == nil {
			c.Entries[len(c.Entries)-1].Revision = revision
		}
	case "person":
		c.People, err = appendJSON(c.People, text)
	case "expectation":
		c.Expectations, err = appendJSON(c.Expectations, text)
	case "prompt":
		c.OwnPrompts, err = appendJSON(c.OwnPrompts, text)
	case "pack":
		c.Packs, err = appendJSON(c.Packs, text)
	case "plan":
		c.Plan = &journal.Plan{}
		err = json.Unmarshal(text, c.Plan)
	}
	if err != nil {
		return fmt.Errorf("%w: what an import changed cannot be read: %w", journal.ErrDamaged, err)
	}
	return nil
}

func appendJSON[T any](all []T, text []byte) ([]T, error) {
	var each T
	err := json.Unmarshal(text, &each)
	return append(all, each), err
}
