package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/url"

	"modernc.org/sqlite"

	"groundwork/journal"
)

// A protected journal lies in memory while it is open. There is one connection
// to it, for writing and for reading: SQLite keeps no write-ahead log of a
// database in memory, so a second connection would be refused again and again
// while the first one writes.

// memoryDSN opens an empty database in memory.
func memoryDSN() string {
	return "file::memory:?" + url.Values{
		"_txlock":       {"immediate"},
		"_foreign_keys": {"1"},
		"_dqs":          {"0"},
		"_defensive":    {"1"},
		"_pragma":       {"secure_delete(1)", "temp_store(memory)"},
	}.Encode()
}

// openMemory opens an empty database in memory, or one that holds what an image
// of a database file says. The image is not used any more.
func openMemory(ctx context.Context, image []byte) (*sql.DB, error) {
	db, err := openPool(ctx, memoryDSN(), 1)
	if err != nil || image == nil {
		return db, err
	}
	if err := fill(ctx, db, image); err != nil {
		return nil, errors.Join(fmt.Errorf("take the journal into memory: %w", err), db.Close())
	}
	return db, nil
}

func fill(ctx context.Context, db *sql.DB, image []byte) error {
	// Bytes 18 and 19 of the header say which journal the file is kept with
	// (SQLite, "Database File Format"): 2 is a log, which a database in memory
	// cannot have.
	if len(image) < 100 {
		return fmt.Errorf("%w: it is shorter than any database", journal.ErrDamaged)
	}
	image[18], image[19] = 1, 1
	err := onConn(ctx, db, func(c memoryConn) error { return c.Deserialize(image) })
	if err != nil {
		return err
	}
	// The pragmas of a connection that are of its file do not outlive this.
	_, err = db.ExecContext(ctx, "PRAGMA secure_delete = 1")
	return err
}

// memoryConn is what the driver's connections can do beyond database/sql.
type memoryConn interface {
	Deserialize(image []byte) error
	NewBackup(to string) (*sqlite.Backup, error)
}

// onConn runs do on a connection of the driver.
func onConn(ctx context.Context, db *sql.DB, do func(c memoryConn) error) (err error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return fmt.Errorf("take a connection: %w", err)
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	return conn.Raw(func(driver any) error {
		c, ok := driver.(memoryConn)
		if !ok {
			return errors.New("the driver cannot keep a database in memory")
		}
		return do(c)
	})
}

// writePages writes the file that a database would be, page by page, out of
// one transaction.
func writePages(ctx context.Context, q querier, w io.Writer) error {
	rows, err := q.QueryContext(ctx, `SELECT data FROM sqlite_dbpage ORDER BY pgno`)
	if err != nil {
		return fmt.Errorf("read the pages: %w", err)
	}
	defer rows.Close() // rows.Err tells
	var page sql.RawBytes
	for rows.Next() {
		if err := rows.Scan(&page); err != nil {
			return fmt.Errorf("read a page: %w", err)
		}
		if _, err := w.Write(page); err != nil {
			return fmt.Errorf("write a page: %w", err)
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("read the pages: %w", err)
	}
	return nil
}
