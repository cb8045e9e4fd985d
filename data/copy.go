package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"groundwork/journal"
)

// counts are the numbers of rows of every table, and what the schema is.
type counts map[string]int

// copyInto writes a copy of the open database to a path where nothing is yet,
// and tells what it must hold: the rows that were counted before and after. It
// keeps no writer waiting, so others may write meanwhile.
func copyInto(ctx context.Context, db *sql.DB, path string) (before, after counts, err error) {
	// VACUUM INTO takes a file that is there if it is empty, with its rights.
	if err := createPrivate(path); err != nil {
		return nil, nil, err
	}
	if before, err = countRows(ctx, db); err != nil {
		return nil, nil, fmt.Errorf("count the journal: %w", err)
	}
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", path); err != nil {
		return nil, nil, fmt.Errorf("write the copy: %w", err)
	}
	if after, err = countRows(ctx, db); err != nil {
		return nil, nil, fmt.Errorf("count the journal: %w", err)
	}
	return before, after, nil
}

// errMoved says that a copy does not hold what was counted before and after
// it, which may be because somebody wrote meanwhile.
var errMoved = fmt.Errorf("%w: the copy does not hold what the journal holds", journal.ErrDamaged)

// verifyCopy reads a copy back and compares it with what it must hold.
func verifyCopy(ctx context.Context, path string, before, after counts) (err error) {
	copied, err := openPool(ctx, frozenDSN(path), 1)
	if err != nil {
		return fmt.Errorf("open the copy: %w", err)
	}
	defer func() { err = errors.Join(err, copied.Close()) }()
	problems, err := integrityProblems(ctx, copied, integrity)
	if err != nil {
		return fmt.Errorf("check the copy: %w", err)
	}
	if len(problems) > 0 {
		return fmt.Errorf("%w: the copy is not sound: %s", journal.ErrDamaged, problems[0])
	}
	got, err := countRows(ctx, copied)
	if err != nil {
		return fmt.Errorf("count the copy: %w", err)
	}
	if !got.between(before, after) {
		return errMoved
	}
	return nil
}

// between tells whether c is of a moment between two others.
func (c counts) between(before, after counts) bool {
	if len(c) != len(before) || len(c) != len(after) {
		return false
	}
	for name, n := range c {
		b, known := before[name]
		a, still := after[name]
		if !known || !still || n < min(a, b) || n > max(a, b) {
			return false
		}
	}
	return true
}

// pagesOfTheIndex tells whether a table is one in which the search index keeps
// its pages: their number changes as it tidies itself up, and the integrity
// check knows better what belongs there.
func pagesOfTheIndex(table string) bool {
	return table == "entries_fts_data" || table == "entries_fts_idx"
}

// depth is how deep SQLite's own check looks.
type depth string

// The depths of SQLite's check.
const (
	integrity depth = "integrity_check" // compares the indexes with their tables, too
	quickly   depth = "quick_check"
)

// integrityProblems runs SQLite's own check; it names at most 20 problems.
func integrityProblems(ctx context.Context, q querier, how depth) ([]string, error) {
	said, err := rowsOf(ctx, q, func(row *sql.Rows) (string, error) {
		var line string
		err := row.Scan(&line)
		return line, err
	}, "PRAGMA "+string(how)+"(20)")
	if err != nil || len(said) == 1 && said[0] == "ok" {
		return nil, err
	}
	return said, nil
}

// countRows counts the rows of every table.
func countRows(ctx context.Context, q querier) (counts, error) {
	tables, err := tableNames(ctx, q)
	if err != nil {
		return nil, err
	}
	all := counts{}
	for _, name := range tables {
		if pagesOfTheIndex(name) {
			continue
		}
		var n int
		if err := q.QueryRowContext(ctx, "SELECT count(*) FROM "+quoteName(name)).Scan(&n); err != nil {
			return nil, err
		}
		all[name] = n
	}
	var version int
	err = q.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
	all["PRAGMA user_version"] = version
	return all, err
}

func tableNames(ctx context.Context, q querier) ([]string, error) {
	return rowsOf(ctx, q, func(row *sql.Rows) (string, error) {
		var name string
		err := row.Scan(&name)
		return name, err
	}, `SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
}

func quoteName(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
