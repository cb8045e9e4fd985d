package data

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash"
	"slices"
	"strings"

	"groundwork/journal"
)

// facts are what a backup says of the journal in it.
type facts struct {
	entries, schema int
	stamp           string // two journals with the same content have the same
	journal         string // the journal's own name for itself, or ""
}

// readFacts reads them out of a journal of any schema.
func readFacts(ctx context.Context, q querier) (f facts, err error) {
	if err := q.QueryRowContext(ctx, "PRAGMA user_version").Scan(&f.schema); err != nil {
		return f, fmt.Errorf("read the schema's number: %w", err)
	}
	if err := q.QueryRowContext(ctx, "SELECT count(*) FROM entries").Scan(&f.entries); err != nil {
		return f, fmt.Errorf("count entries: %w", err)
	}
	settings, err := rowsOf(ctx, q, scanPair, `SELECT key, value FROM settings WHERE key = ?`, journal.SettingJournal)
	if err != nil {
		return f, fmt.Errorf("read settings: %w", err)
	}
	for _, s := range settings {
		f.journal = s[1]
	}
	f.stamp, err = stampOf(ctx, q)
	return f, err
}

func scanPair(row *sql.Rows) (pair [2]string, err error) {
	err = row.Scan(&pair[0], &pair[1])
	return pair, err
}

// notOurs chooses the settings that are the user's: the store has two of its own,
// which nobody else sees.
const notOurs = ` WHERE key NOT IN ('` + settingSaves + `', '` + settingUnwiped + `')`

// readSettings reads every setting that is the user's.
func readSettings(ctx context.Context, q querier) (map[string]string, error) {
	pairs, err := rowsOf(ctx, q, scanPair, `SELECT key, value FROM settings`+notOurs)
	all := make(map[string]string, len(pairs))
	for _, p := range pairs {
		all[p[0]] = p[1]
	}
	return all, err
}

// stampOf tells what the user wrote from what they wrote before, without
// reading it all: an entry gets another revision with each save, and what
// belongs to it moves with it. Everything else is little, and read.
func stampOf(ctx context.Context, q querier) (string, error) {
	tables, err := tableNames(ctx, q)
	if err != nil {
		return "", fmt.Errorf("list tables: %w", err)
	}
	sum := sha256.New()
	for _, name := range tables {
		if derived(name) {
			continue
		}
		query := "SELECT * FROM " + quoteName(name)
		switch name {
		case "entries":
			query = `SELECT count(*), sum(revision), max(updated) FROM entries`
		case "settings":
			query += notOurs
		}
		if err := hashRows(ctx, q, sum, query); err != nil {
			return "", fmt.Errorf("read %s: %w", name, err)
		}
	}
	return hex.EncodeToString(sum.Sum(nil)[:16]), nil
}

// derived tells whether a table holds what the program makes of the rest, or
// what it notes while the user only looks.
func derived(table string) bool {
	return strings.HasPrefix(table, "entries_fts") || strings.HasPrefix(table, "sqlite_") ||
		slices.Contains([]string{"summary", "bulk", "shown_prompts"}, table)
}

// hashRows adds the rows of a query to a hash. Of a table that belongs to
// entries it adds nothing.
func hashRows(ctx context.Context, q querier, sum hash.Hash, query string) error {
	rows, err := q.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close() // rows.Err tells
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	if slices.Contains(columns, "entry") && !slices.Contains(columns, "goal") {
		return nil
	}
	cells := make([]sql.RawBytes, len(columns))
	to := make([]any, len(columns))
	for i := range cells {
		to[i] = &cells[i]
	}
	for rows.Next() {
		if err := rows.Scan(to...); err != nil {
			return err
		}
		for _, c := range cells {
			sum.Write(binary.AppendUvarint(nil, uint64(len(c))))
			sum.Write(c)
		}
	}
	sum.Write([]byte(strings.Join(columns, ",")))
	return rows.Err()
}
