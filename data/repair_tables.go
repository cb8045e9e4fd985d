package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"groundwork/data/salvage"
	"groundwork/journal"
)

// fillTables takes from a backup the rows of other tables that are missing.
func (w *repairing) fillTables(ctx context.Context, s, from *Store, f *filling, made string) (err error) {
	if len(f.tables) == 0 {
		return nil
	}
	db, err := openPool(ctx, migrationDSN(w.made.file()), 1)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after the commit
	for _, t := range f.tables {
		n, err := w.fillTable(ctx, tx, from.readers, t)
		if err != nil {
			return fmt.Errorf("fill %s from a backup: %w", t.Name, err)
		}
		if n > 0 {
			w.tell(journal.Problem{What: fmt.Sprintf("Part of %s could not be read. It was taken from the backup of %s.", wordsFor(t.Name), made), Repaired: true})
		}
	}
	f.tables = nil
	if err := w.rows.dropOrphans(ctx, tx); err != nil {
		return err
	}
	return tx.Commit()
}

// fillTable takes the rows that are missing from one table, and counts them.
func (w *repairing) fillTable(ctx context.Context, tx *sql.Tx, from querier, t *salvage.Table) (n int64, err error) {
	insert, err := tx.PrepareContext(ctx, insertInto(t, "INSERT OR IGNORE"))
	if err != nil {
		return 0, err
	}
	defer insert.Close() // with the transaction at the latest
	rows, err := from.QueryContext(ctx, selectFrom(t))
	if err != nil {
		return 0, err
	}
	defer rows.Close() // rows.Err tells
	for rows.Next() {
		values := make([]any, len(t.Columns))
		var args, to []any
		for i := range values {
			to = append(to, &values[i])
		}
		if err := rows.Scan(to...); err != nil {
			return n, err
		}
		back, err := w.comesBack(ctx, tx, t, values)
		if err != nil || !back {
			if err != nil {
				return n, err
			}
			continue
		}
		for i, c := range t.Columns {
			if !c.Computed {
				args = append(args, values[i])
			}
		}
		result, err := insert.ExecContext(ctx, args...)
		if err != nil {
			return n, err
		}
		if put, err := result.RowsAffected(); err == nil {
			n += put
		}
	}
	return n, rows.Err()
}

// comesBack tells whether a row of a backup may come back: not what the damaged
// file would still name, what lies in the trash, or what belongs to an entry
// that is gone.
func (w *repairing) comesBack(ctx context.Context, tx *sql.Tx, t *salvage.Table, values []any) (bool, error) {
	text := func(column string) string {
		at := slices.IndexFunc(t.Columns, func(c salvage.Column) bool { return c.Name == column })
		if at < 0 {
			return ""
		}
		value, _ := values[at].(string)
		return value
	}
	var n int
	switch {
	case t.Name == "versions":
		err := tx.QueryRowContext(ctx, `SELECT count(*) FROM (SELECT id FROM entries UNION ALL SELECT id FROM trash) WHERE id = ?`, text("entry")).Scan(&n)
		return n > 0, err
	case !slices.Contains([]string{"people", "expectations", "own_prompts", "packs", "trash", "batches"}, t.Name):
		return true, nil
	case w.rows.from.Whole(indexOfIDs(t.Name)) && !w.rows.named[t.Name][text("id")]:
		return false, nil
	case t.Name == "trash":
		err := tx.QueryRowContext(ctx, `SELECT count(*) FROM entries WHERE id = ?`, text("id")).Scan(&n)
		return n == 0, err
	}
	err := tx.QueryRowContext(ctx, `SELECT count(*) FROM trash WHERE id = ?`, text("id")).Scan(&n)
	return n == 0, err
}

// selectFrom reads the rows of a table with their columns in the order of t.
func selectFrom(t *salvage.Table) string {
	names := ""
	for _, c := range t.Columns {
		names += ", " + quoteName(c.Name)
	}
	return "SELECT " + names[2:] + " FROM " + quoteName(t.Name)
}

// wordsFor says what a table holds.
func wordsFor(table string) string {
	switch table {
	case "own_prompts":
		return "your own questions"
	case "shown_prompts", "dismissed_prompts":
		return "what is noted of questions"
	case "plan", "purposes", "roles", "goals", "goal_entries", "metrics", "metric_values":
		return "the plan"
	case "packs", "pack_sections", "pack_bullets":
		return "the packs"
	case "versions":
		return "the history"
	case "batches", "batch_items":
		return "what is noted of imports"
	case "unwanted_files":
		return "what is noted of deleted files"
	}
	return "the " + table // people, expectations, settings, trash
}
