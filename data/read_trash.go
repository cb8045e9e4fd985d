package data

import (
	"context"
	"database/sql"

	"groundwork/journal"
)

// Trash lists what was deleted, newest first: the order it came in, since a
// clock may go back.
func (s *Store) Trash(ctx context.Context) (all []journal.Trashed, err error) {
	err = s.read(ctx, "list the trash", func(q querier) error {
		all, err = rowsOf(ctx, q, func(row *sql.Rows) (journal.Trashed, error) {
			var t journal.Trashed
			var deleted, content string
			if err := row.Scan(&t.ID, &t.What, &deleted, &content); err != nil {
				return t, err
			}
			t.Content = []byte(content)
			t.Deleted, err = readInstant(deleted)
			return t, err
		}, `SELECT id, what, deleted, content FROM trash ORDER BY n DESC`)
		return err
	})
	return all, err
}
