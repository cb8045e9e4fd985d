package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"groundwork/journal"
)

// write is the one door: it runs the list in one transaction, or undoes all
// of it. Nothing but a migration writes in another way.
func (s *Store) write(ctx context.Context, list []statement) (err error) {
	if len(list) == 0 {
		return nil
	}
	s.open.RLock()
	defer s.open.RUnlock()
	if s.sealed != nil {
		return s.writeSealed(ctx, list)
	}
	if err := s.stillThere(); err != nil {
		return err
	}
	prepared, err := s.prepare(ctx, list)
	if err != nil {
		return err
	}
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer func() { err = orRollBack(tx, err) }()
	if err := run(ctx, tx, list, prepared); err != nil {
		return err
	}
	return commit(tx)
}

// orRollBack undoes a transaction if there was an error.
func orRollBack(tx *sql.Tx, err error) error {
	if err == nil {
		return nil
	}
	// After a failed commit the driver has rolled back already.
	if back := tx.Rollback(); back != nil && !errors.Is(back, sql.ErrTxDone) {
		return errors.Join(err, fmt.Errorf("roll back: %w", back))
	}
	return err
}

func commit(tx *sql.Tx) error {
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// run runs the list in a transaction.
func run(ctx context.Context, tx *sql.Tx, list []statement, prepared map[string]*sql.Stmt) error {
	bound := make(map[string]*sql.Stmt, len(prepared))
	for text, each := range prepared {
		bound[text] = tx.StmtContext(ctx, each)
	}
	for i := range list {
		result, err := bound[list[i].sql].ExecContext(ctx, list[i].args...)
		if err != nil {
			return fmt.Errorf("statement %d of %d: %w", i+1, len(list), err)
		}
		if list[i].rows == 0 {
			continue
		}
		changed, err := result.RowsAffected()
		if err != nil {
			return fmt.Errorf("count rows: %w", err)
		}
		if changed != list[i].rows {
			return fmt.Errorf("%w: statement %d of %d changed %d rows instead of %d",
				journal.ErrConflict, i+1, len(list), changed, list[i].rows)
		}
	}
	return nil
}

// stillThere tells whether the journal's file still lies in its place. SQLite
// would go on writing to one that was deleted, or that went with its disk, and
// say that all is well.
func (s *Store) stillThere() error {
	if _, err := os.Stat(s.file); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: %w", journal.ErrFolderGone, err)
	}
	return nil
}

// prepare gives a prepared statement for each different SQL text of the list.
// The texts are constants of this package, so that the store keeps them for
// good: an autosave parses nothing.
func (s *Store) prepare(ctx context.Context, list []statement) (map[string]*sql.Stmt, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	needed := make(map[string]*sql.Stmt)
	for i := range list {
		text := list[i].sql
		if needed[text] != nil {
			continue
		}
		if s.prepared[text] == nil {
			p, err := s.writer.PrepareContext(ctx, text)
			if err != nil {
				return nil, fmt.Errorf("prepare a statement: %w", err)
			}
			s.prepared[text] = p
		}
		needed[text] = s.prepared[text]
	}
	return needed, nil
}
