package data

import (
	"context"
	"database/sql"

	"groundwork/journal"
)

// Supporting tells all the evidence of each entry that supports an
// expectation, by its ID or, where none has it, by a name.
func (s *Store) Supporting(ctx context.Context, expectation string) (map[journal.ID][]journal.Evidence, error) {
	all := map[journal.ID][]journal.Evidence{}
	err := s.read(ctx, "find what supports an expectation", func(q querier) error {
		ids := map[int64]journal.ID{}
		_, err := rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
			var n int64
			var id journal.ID
			err := row.Scan(&n, &id)
			ids[n] = id
			return struct{}{}, err
		}, selectSupporting, expectation)
		if err != nil {
			return err
		}
		_, err = rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
			var n int64
			v, err := scanEvidence(row, &n)
			all[ids[n]] = append(all[ids[n]], v)
			return struct{}{}, err
		}, selectSupport, expectation)
		return err
	})
	return all, err
}

const (
	// holding are the entries that support an expectation.
	holding          = `(SELECT entry FROM evidence WHERE expectation = ?1)`
	selectSupporting = `SELECT n, id FROM entries WHERE n IN ` + holding
	selectSupport    = `SELECT entry, ` + evidenceColumns + ` FROM evidence WHERE entry IN ` + holding + ` ORDER BY entry, position`
)
