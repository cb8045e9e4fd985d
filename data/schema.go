package data

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"groundwork/data/salvage"
	"groundwork/journal"
)

// knownSchema is how SQLite describes the tables, indexes and triggers that
// these migrations make, with those that it makes itself.
func knownSchema(ctx context.Context, steps []migration) (all []salvage.Object, err error) {
	fresh, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, fresh.Close()) }()
	fresh.SetMaxOpenConns(1) // each connection would have a database of its own
	if err := runMigrations(ctx, fresh, steps, 0); err != nil {
		return nil, err
	}
	return schemaOf(ctx, fresh)
}

func schemaOf(ctx context.Context, q querier) ([]salvage.Object, error) {
	return rowsOf(ctx, q, func(row *sql.Rows) (o salvage.Object, err error) {
		err = row.Scan(&o.Type, &o.Name, &o.Table, &o.SQL)
		return o, err
	}, `SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name`)
}

// sameSchema tells whether a database has the tables and triggers that these
// migrations make and no others: a trigger of somebody else's would run with
// every save.
func sameSchema(ctx context.Context, db *sql.DB, steps []migration) error {
	want, err := knownSchema(ctx, steps)
	if err != nil {
		return err
	}
	got, err := schemaOf(ctx, db)
	ofSQLite := func(o salvage.Object) bool { return strings.HasPrefix(o.Name, "sqlite_") }
	if err == nil && !slices.Equal(slices.DeleteFunc(want, ofSQLite), slices.DeleteFunc(got, ofSQLite)) {
		err = journal.NotBackup("the journal in it is not as Groundwork makes it.")
	}
	return err
}

// checkSchema looks whether everything is there that the migrations make, as
// they make it: SQLite believes whatever its description of the tables says. A
// table that somebody added does no harm.
func checkSchema(ctx context.Context, q querier, steps []migration) ([]journal.Problem, error) {
	want, err := knownSchema(ctx, steps)
	if err != nil {
		return nil, err
	}
	got, err := schemaOf(ctx, q)
	if err != nil {
		return nil, err
	}
	for _, o := range want {
		if !slices.Contains(got, o) {
			return []journal.Problem{{What: "The file's description of its tables is damaged."}}, nil
		}
	}
	return nil, nil
}
