package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"groundwork/journal"
)

// migration is one numbered step of the schema.
type migration struct {
	number int
	name   string
	sql    string
}

// readMigrations reads migrations/NNNN_name.sql, which must be numbered from 1
// without a gap.
func readMigrations(from fs.FS) ([]migration, error) {
	names, err := fs.Glob(from, "migrations/*.sql") // sorted
	if err != nil {
		return nil, fmt.Errorf("list migrations: %w", err)
	}
	var steps []migration
	for i, name := range names {
		text, err := fs.ReadFile(from, name)
		if err != nil {
			return nil, fmt.Errorf("read a migration: %w", err)
		}
		number, _, _ := strings.Cut(path.Base(name), "_")
		if n, err := strconv.Atoi(number); err != nil || n != i+1 {
			return nil, fmt.Errorf("migration %s does not follow number %d", name, i)
		}
		steps = append(steps, migration{number: i + 1, name: name, sql: string(text)})
	}
	return steps, nil
}

// migrate brings a journal of an older schema up to date, after a verified
// backup of it. The caller holds the journal alone.
func (h *Home) migrate(ctx context.Context, steps []migration, from int) (err error) {
	db, err := openPool(ctx, migrationDSN(h.file()), 1)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if !h.scrap {
		if _, err := h.keepBackup(ctx, db, journal.BeforeSchema, ""); err != nil {
			return fmt.Errorf("back up the journal before changing it: %w", err)
		}
	}
	return runMigrations(ctx, db, steps, from)
}

// runMigrations runs the steps after number from, each in a transaction of its
// own together with its number.
func runMigrations(ctx context.Context, db *sql.DB, steps []migration, from int) error {
	for _, step := range steps[from:] {
		if err := step.run(ctx, db); err != nil {
			return fmt.Errorf("migration %s: %w", step.name, err)
		}
	}
	return nil
}

func (m migration) run(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer tx.Rollback() // does nothing after the commit
	if _, err := tx.ExecContext(ctx, m.sql); err != nil {
		return err
	}
	broken, err := foreignKeyProblems(ctx, tx)
	if err != nil {
		return err
	}
	if len(broken) > 0 {
		return fmt.Errorf("%w: %d rows lost what they refer to", journal.ErrDamaged, len(broken))
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", m.number)); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// foreignKeyProblems names the tables with rows that refer to nothing.
func foreignKeyProblems(ctx context.Context, q querier) ([]string, error) {
	return rowsOf(ctx, q, func(row *sql.Rows) (string, error) {
		var table, parent string
		var rowid, key sql.NullInt64
		err := row.Scan(&table, &rowid, &parent, &key)
		return table, err
	}, "PRAGMA foreign_key_check")
}
