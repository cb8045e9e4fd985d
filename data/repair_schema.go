package data

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"groundwork/data/salvage"
)

// madeAnew are the tables that are made of others.
func madeAnew(table string) bool {
	return slices.Contains([]string{"summary", "bulk", "entry_mentions"}, table)
}

// readTables tells how the rows of the tables of a new journal look.
func readTables(ctx context.Context, q querier) (tables []*salvage.Table, err error) {
	tables, err = rowsOf(ctx, q, func(row *sql.Rows) (*salvage.Table, error) {
		t := &salvage.Table{}
		err := row.Scan(&t.Name, &t.Rowid)
		return t, err
	}, `SELECT name, NOT wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`)
	if err != nil {
		return nil, err
	}
	tables = slices.DeleteFunc(tables, func(t *salvage.Table) bool { return madeAnew(t.Name) })
	for _, t := range tables {
		if t.Columns, err = readColumns(ctx, q, t); err != nil {
			return nil, err
		}
	}
	// The tables that others look like are asked first.
	slices.SortStableFunc(tables, func(a, b *salvage.Table) int { return cmp.Compare(rank(a), rank(b)) })
	return tables, nil
}

func rank(t *salvage.Table) int {
	for i, each := range telling {
		if each.table == t.Name {
			return i
		}
	}
	return len(telling)
}

// readColumns lists the columns in the order in which a row holds them.
func readColumns(ctx context.Context, q querier, t *salvage.Table) ([]salvage.Column, error) {
	order := "cid"
	if !t.Rowid {
		order = "pk = 0, pk, cid" // the key comes first
	}
	return rowsOf(ctx, q, func(row *sql.Rows) (c salvage.Column, err error) {
		var needed bool
		var key, hidden int
		err = row.Scan(&c.Name, &c.Type, &needed, &key, &hidden)
		c.IsRowid = t.Rowid && key == 1 && c.Type == "INTEGER"
		c.Null, c.Computed = !needed && key == 0, hidden > 0
		return c, err
	}, `SELECT name, type, "notnull", pk, hidden FROM pragma_table_xinfo(?) ORDER BY `+order, t.Name)
}

// insertInto is the statement that inserts a row of a table.
func insertInto(t *salvage.Table, insert string) string {
	names, marks := "", ""
	for _, c := range t.Columns {
		if !c.Computed {
			names, marks = names+", "+quoteName(c.Name), marks+", ?"
		}
	}
	return insert + " INTO " + quoteName(t.Name) + " (" + names[2:] + ") VALUES (" + marks[2:] + ")"
}

func looksLike(t *salvage.Table, r salvage.Row) bool {
	i := rank(t)
	if i == len(telling) {
		return true
	}
	at := slices.IndexFunc(t.Columns, func(c salvage.Column) bool { return c.Name == telling[i].column })
	if at < 0 {
		return true // of an older schema
	}
	text, is := r.Values[at].(string)
	return is && telling[i].like.MatchString(text)
}

// indexOfIDs names the index that SQLite makes for the unique IDs of a table.
func indexOfIDs(table string) string { return "sqlite_autoindex_" + table + "_1" }
