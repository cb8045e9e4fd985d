package data

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"groundwork/journal"
)

// checkSummary compares the summary with what counting anew gives. To count is
// a write, done in a transaction that is dropped.
func (s *Store) checkSummary(ctx context.Context) ([]journal.Problem, error) {
	s.open.RLock()
	defer s.open.RUnlock()
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("begin the check of the summary: %w", err)
	}
	defer tx.Rollback() // nothing is to stay
	kept, err := summaryOf(ctx, tx)
	if err != nil {
		return nil, err
	}
	for _, count := range []string{`DELETE FROM summary`, countEntries, countEvidence} {
		if _, err := tx.ExecContext(ctx, count); err != nil {
			return nil, fmt.Errorf("count the summary anew: %w", err)
		}
	}
	counted, err := summaryOf(ctx, tx)
	if err != nil || slices.Equal(kept, counted) {
		return nil, err
	}
	return []journal.Problem{{What: "The summary of months does not match the entries."}}, nil
}

func summaryOf(ctx context.Context, q querier) ([]string, error) {
	return rowsOf(ctx, q, func(row *sql.Rows) (line string, err error) {
		err = row.Scan(&line)
		return line, err
	}, `SELECT json_array(month, kind, expectation, count, strongest, newest) FROM summary ORDER BY month, kind, expectation`)
}

// checkHistory reads every version of every entry.
func (s *Store) checkHistory(ctx context.Context) (problems []journal.Problem, err error) {
	ids, err := s.withHistory(ctx)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		err := s.read(ctx, "check the history of an entry", func(q querier) error {
			c, err := readChain(ctx, q, id)
			if err == nil && c.broken {
				problems = append(problems, journal.Problem{What: "A version in the history of the entry cannot be read.", Entry: id})
			}
			return err
		})
		if errors.Is(err, journal.ErrDamaged) {
			problems = append(problems, journal.Problem{What: "The history of the entry cannot be read.", Entry: id})
			err = nil
		}
		if err != nil {
			return nil, err
		}
	}
	return problems, nil
}

// withHistory names the entries that have versions.
func (s *Store) withHistory(ctx context.Context) (ids []journal.ID, err error) {
	err = s.read(ctx, "list histories", func(q querier) error {
		ids, err = rowsOf(ctx, q, scanID, `SELECT DISTINCT entry FROM versions ORDER BY entry`)
		return err
	})
	return ids, err
}

func scanID(row *sql.Rows) (id journal.ID, err error) {
	err = row.Scan(&id)
	return id, err
}

// checkLists reads everything else that the journal holds.
func (s *Store) checkLists(ctx context.Context) (problems []journal.Problem, err error) {
	for _, each := range []struct {
		what string
		read func() error
	}{
		{"The people", func() error { _, err := s.People(ctx); return err }},
		{"The expectations", func() error { _, err := s.Expectations(ctx); return err }},
		{"The plan", func() error { _, err := s.Plan(ctx); return err }},
		{"Your own questions", func() error { _, err := s.OwnPrompts(ctx); return err }},
		{"The packs", func() error { _, err := s.Packs(ctx); return err }},
		{"The settings", func() error { _, err := s.Settings(ctx); return err }},
		{"The days on which questions were shown", func() error { _, err := s.Shown(ctx); return err }},
		{"The trash", func() error { return s.readTrash(ctx) }},
		{"The imports", func() error { return s.readBatches(ctx) }},
	} {
		err := each.read()
		if errors.Is(err, journal.ErrDamaged) {
			problems = append(problems, journal.Problem{What: each.what + " cannot be read."})
			err = nil
		}
		if err != nil {
			return nil, err
		}
	}
	return problems, nil
}

// readTrash reads what lies in the trash.
func (s *Store) readTrash(ctx context.Context) error {
	all, err := s.Trash(ctx)
	for _, t := range all {
		if !json.Valid(t.Content) {
			return fmt.Errorf("%w: %s in the trash is not JSON", journal.ErrDamaged, t.ID)
		}
	}
	return err
}

// readBatches reads every import.
func (s *Store) readBatches(ctx context.Context) error {
	var ids []journal.ID
	err := s.read(ctx, "list imports", func(q querier) (err error) {
		ids, err = rowsOf(ctx, q, scanID, `SELECT id FROM batches ORDER BY n`)
		return err
	})
	for _, id := range ids {
		if _, wrong := s.Batch(ctx, id); wrong != nil {
			return wrong
		}
	}
	return err
}
