package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"groundwork/journal"
)

// verifiedCopy writes a copy of the open database into backups/ and answers
// with its path only if the copy has been read back, is sound, holds as many
// rows as the original, and is on the disk.
func (h *Home) verifiedCopy(ctx context.Context, db *sql.DB, schema int) (path string, err error) {
	folder := filepath.Join(h.folder, "backups")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", fmt.Errorf("make the folder of backups: %w", err)
	}
	path = filepath.Join(folder, fmt.Sprintf("before-schema-%d-%s.db", schema+1, h.now().Format("20060102-150405.000")))
	draft := path + ".part"
	if err := os.Remove(draft); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("clear the place of the copy: %w", err)
	}
	// VACUUM INTO takes a file that is there if it is empty, with its rights.
	if err := createPrivate(draft); err != nil {
		return "", err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(draft))
		}
	}()
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", draft); err != nil {
		return "", fmt.Errorf("write the copy: %w", err)
	}
	if err := verify(ctx, db, draft); err != nil {
		return "", err
	}
	if err := syncFile(draft); err != nil {
		return "", err
	}
	if err := os.Rename(draft, path); err != nil {
		return "", fmt.Errorf("name the copy: %w", err)
	}
	return path, syncFolder(folder)
}

// verify reads a copy back and compares it with its original.
func verify(ctx context.Context, original *sql.DB, path string) (err error) {
	reread, err := openPool(ctx, frozenDSN(path), 1)
	if err != nil {
		return fmt.Errorf("open the copy: %w", err)
	}
	defer func() { err = errors.Join(err, reread.Close()) }()
	problems, err := integrityProblems(ctx, reread)
	if err != nil {
		return fmt.Errorf("check the copy: %w", err)
	}
	if len(problems) > 0 {
		return fmt.Errorf("%w: the copy is not sound: %s", journal.ErrDamaged, problems[0])
	}
	want, err := countRows(ctx, original)
	if err != nil {
		return fmt.Errorf("count the journal: %w", err)
	}
	got, err := countRows(ctx, reread)
	if err != nil {
		return fmt.Errorf("count the copy: %w", err)
	}
	if !maps.Equal(want, got) {
		return fmt.Errorf("%w: the copy does not hold what the journal holds", journal.ErrDamaged)
	}
	return nil
}

// integrityProblems runs SQLite's own check; it names at most 20 problems.
func integrityProblems(ctx context.Context, q querier) ([]string, error) {
	said, err := rowsOf(ctx, q, func(row *sql.Rows) (string, error) {
		var line string
		err := row.Scan(&line)
		return line, err
	}, "PRAGMA integrity_check(20)")
	if err != nil || len(said) == 1 && said[0] == "ok" {
		return nil, err
	}
	return said, nil
}

// countRows counts the rows of every table, and what the schema is.
func countRows(ctx context.Context, q querier) (map[string]int, error) {
	tables, err := rowsOf(ctx, q, func(row *sql.Rows) (string, error) {
		var name string
		err := row.Scan(&name)
		return name, err
	}, `SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
	if err != nil {
		return nil, err
	}
	counts := map[string]int{}
	for _, name := range tables {
		var n int
		quoted := `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
		if err := q.QueryRowContext(ctx, "SELECT count(*) FROM "+quoted).Scan(&n); err != nil {
			return nil, err
		}
		counts[name] = n
	}
	var version int
	err = q.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
	counts["PRAGMA user_version"] = version
	return counts, err
}
