package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"github.com/google/uuid"
	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"groundwork/data/salvage"
)

// salvaging puts the rows of a damaged file into a new one.
type salvaging struct {
	from   *salvage.File
	tables []*salvage.Table
	insert map[string]*sql.Stmt

	named   map[string]map[string]bool // by table, the IDs that its index or a broken row names
	private map[int64]bool             // by n, the entries that an index calls private
	rest    []scrap                    // what could be read and not be put back
	put     int                        // rows that were
}

// scrap is what was read of something that could not be put back.
type scrap struct {
	table string // "" where it is not known
	texts []string
}

// putRows puts all rows that can be read into the new journal, whose index and
// summary stand still meanwhile.
func (w *salvaging) putRows(ctx context.Context, db *sql.DB) (err error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after the commit
	if w.tables, err = readTables(ctx, tx); err != nil {
		return err
	}
	w.insert, w.named, w.private = map[string]*sql.Stmt{}, map[string]map[string]bool{}, map[int64]bool{}
	for _, t := range w.tables {
		if w.insert[t.Name], err = tx.PrepareContext(ctx, insertInto(t, "INSERT")); err != nil {
			return err
		}
	}
	for _, begin := range []string{`DELETE FROM settings`, `INSERT INTO bulk (after_n, everything) VALUES (0, 1)`} {
		if _, err := tx.ExecContext(ctx, begin); err != nil {
			return err
		}
	}
	if err := w.from.Rows(func(r salvage.Row) error { return w.row(ctx, r) }); err != nil {
		return err
	}
	if err := w.dropOrphans(ctx, tx); err != nil {
		return err
	}
	return tx.Commit()
}

// row finds out whose a row is, and puts it there.
func (w *salvaging) row(ctx context.Context, r salvage.Row) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	t := w.tableOf(r)
	if t == nil {
		w.note(r)
		return nil
	}
	values, _ := t.Bend(r)
	putRight(t, values)
	for _, rowid := range tries(t, r) {
		var args []any
		for i, c := range t.Columns {
			switch {
			case c.IsRowid:
				args = append(args, rowid)
			case !c.Computed:
				args = append(args, values[i])
			}
		}
		_, err := w.insert[t.Name].ExecContext(ctx, args...)
		if err == nil {
			w.put++
			return nil
		}
		if !refused(err) {
			return fmt.Errorf("put a row of %s: %w", t.Name, err)
		}
	}
	w.keep(t.Name, r)
	return nil
}

// tries are the rowids that are tried in turn: its own, and where another row
// has that and the table names its rows otherwise, any.
func tries(t *salvage.Table, r salvage.Row) []any {
	if slices.ContainsFunc(t.Columns, func(c salvage.Column) bool { return c.Name == "id" }) && t.Name != "goals" {
		return []any{r.Rowid, nil}
	}
	return []any{r.Rowid}
}

// refused tells whether a row breaks a rule of its table.
func refused(err error) bool {
	var e *sqlite.Error
	return errors.As(err, &e) && (e.Code()&0xff == lib.SQLITE_CONSTRAINT || e.Code()&0xff == lib.SQLITE_MISMATCH)
}

// tableOf tells whose a row is: that of its tree, or where that cannot be, the
// first that it looks like.
func (w *salvaging) tableOf(r salvage.Row) *salvage.Table {
	own := w.table(r.Tree)
	if own != nil && own.Takes(r) {
		return own
	}
	if own == nil && r.Tree != "" && r.Index {
		return nil // a row of an index, or of the search
	}
	for _, t := range w.tables {
		if t.Takes(r) && looksLike(t, r) {
			return t
		}
	}
	if own != nil && r.Sure {
		if _, ok := own.Bend(r); ok {
			return own
		}
	}
	return nil
}

func (w *salvaging) table(name string) *salvage.Table {
	for _, t := range w.tables {
		if t.Name == name {
			return t
		}
	}
	return nil
}

// note takes what it can from a row that is none of the journal's own: the
// index of the IDs tells what was there, and so does the beginning of an entry.
func (w *salvaging) note(r salvage.Row) {
	own := w.table(r.Tree)
	switch {
	case r.Tree == "entries_private" && len(r.Values) == 2:
		// Nothing but this bit and its index tells; the safe side is to believe either.
		if n, is := r.Values[1].(int64); is && r.Values[0] == int64(1) {
			w.private[n] = true
		}
	case r.Index && len(r.Values) == 2:
		for _, t := range w.tables {
			if r.Tree == indexOfIDs(t.Name) {
				w.name(t.Name, r.Values[0])
			}
		}
	case own != nil && r.Sure:
		if own.Rowid && len(r.Values) > 1 {
			w.name(own.Name, r.Values[1])
		}
		w.keep(own.Name, r)
	case r.Tree == "" && !r.Index && r.Sure && !r.Whole:
		w.keep("", r)
	}
}

// name notes that there was something with an ID.
func (w *salvaging) name(table string, id any) {
	if text, is := id.(string); is && uuid.Validate(text) == nil {
		if w.named[table] == nil {
			w.named[table] = map[string]bool{}
		}
		w.named[table][text] = true
	}
}

// keep notes the texts of a row for the person to read.
func (w *salvaging) keep(table string, r salvage.Row) {
	var texts []string
	for i, v := range r.Values {
		if text, is := v.(string); is && text != "" {
			texts = append(texts, columnName(w.table(table), i)+rightText(text).(string))
		}
	}
	if len(texts) > 0 {
		w.rest = append(w.rest, scrap{table, texts})
	}
}

func columnName(t *salvage.Table, i int) string {
	if t == nil || i >= len(t.Columns) {
		return ""
	}
	return t.Columns[i].Name + ": "
}

// dropOrphans takes out the rows that belong to one that is gone.
func (w *salvaging) dropOrphans(ctx context.Context, tx *sql.Tx) error {
	for _, t := range w.tables {
		keys, err := rowsOf(ctx, tx, func(row *sql.Rows) (key [3]string, err error) {
			err = row.Scan(&key[0], &key[1], &key[2])
			return key, err
		}, `SELECT "table", "from", "to" FROM pragma_foreign_key_list(?)`, t.Name)
		if err != nil {
			return err
		}
		for _, key := range keys {
			orphans := fmt.Sprintf("FROM %s WHERE %s NOT IN (SELECT %s FROM %s)",
				quoteName(t.Name), quoteName(key[1]), quoteName(key[2]), quoteName(key[0]))
			values, err := textsOf(ctx, tx, "SELECT * "+orphans)
			if err != nil {
				return err
			}
			for _, texts := range values {
				w.rest = append(w.rest, scrap{t.Name, texts})
			}
			if _, err := tx.ExecContext(ctx, "DELETE "+orphans); err != nil { // #nosec G202 -- names of our own tables, quoted
				return err
			}
		}
	}
	return nil
}

// textsOf reads the texts of each row of a query, with the names of their
// columns.
func textsOf(ctx context.Context, q querier, query string, args ...any) ([][]string, error) {
	return rowsOf(ctx, q, func(row *sql.Rows) (texts []string, err error) {
		names, err := row.Columns()
		if err != nil {
			return nil, err
		}
		values := make([]any, len(names))
		to := make([]any, len(names))
		for i := range values {
			to[i] = &values[i]
		}
		err = row.Scan(to...)
		for i, v := range values {
			if text, is := v.(string); is && text != "" {
				texts = append(texts, names[i]+": "+text)
			}
		}
		return texts, err
	}, query, args...)
}
