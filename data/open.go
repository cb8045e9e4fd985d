package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the driver

	"groundwork/journal"
)

// readerCount is how many reads can run at the same time.
const readerCount = 4

// openStore opens the pools on a journal that is there and up to date. The
// store takes over the lock.
func (h *Home) openStore(ctx context.Context, held *lock) (*Store, error) {
	s := h.newStore(held)
	err := h.closeFiles()
	if err == nil {
		s.writer, err = openPool(ctx, writerDSN(h.file()), 1)
	}
	if err == nil {
		// Nothing is wrong with a journal that can be read and not written,
		// but nobody could write in it: say so before a word is typed.
		err = probeWrite(ctx, s.writer)
	}
	if err == nil {
		s.readers, err = openPool(ctx, readerDSN(h.file()), readerCount)
	}
	if err != nil {
		if s.writer != nil {
			err = errors.Join(err, s.writer.Close())
		}
		return nil, errors.Join(err, held.release())
	}
	h.clearKilled()
	clearLent()
	return s, nil
}

// clearKilled removes what a process that was killed left half written. The
// caller has the journal open, so nobody restores. What cannot be removed does
// no harm, and is tried again at the next open.
func (h *Home) clearKilled() {
	clearComing(h.folder, h.now())
	_ = removeIfThere(h.draft())
	h.clearKilledBackup()
}

// newStore makes a store that has no database yet.
func (h *Home) newStore(held *lock) *Store {
	return &Store{
		folder: h.folder, file: h.file(), lock: held, poll: h.poll, bulkFrom: 200, prepared: map[string]*sql.Stmt{}, done: make(chan struct{}),
		shelf: shelf{folder: attachmentsIn(h.folder)}, reached: h.reached, asked: h.asked,
	}
}

// probeWrite tells whether the journal can be written. SQLite opens a file
// that it may only read all the same, and begins a write in it without a word.
func probeWrite(ctx context.Context, writer *sql.DB) (err error) {
	conn, err := writer.Conn(ctx)
	if err != nil {
		return fmt.Errorf("open the database: %w", err)
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	return conn.Raw(func(driver any) error {
		asked, ok := driver.(interface {
			IsReadOnly(schema string) (bool, error)
		})
		if !ok {
			return errors.New("the driver does not tell whether the database can be written")
		}
		if only, err := asked.IsReadOnly("main"); err != nil || only {
			return errors.Join(fmt.Errorf("%w: the journal can only be read", journal.ErrNoAccess), err)
		}
		return nil
	})
}

// openPool opens a database with at most n connections, which stay open, and
// makes the first one to see that it works.
func openPool(ctx context.Context, dsn string, n int) (*sql.DB, error) {
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, fmt.Errorf("open the database: %w", err)
	}
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open the database: %w", err), db.Close())
	}
	return db, nil
}

// Every pragma stands in the DSN: set with Exec it would hold for one
// connection of the pool only.

// writerDSN opens for writing what is there. Its transactions begin by taking
// the write lock, so that none fails half-way for want of it.
func writerDSN(path string) string {
	return dsn(path, url.Values{
		"mode":          {"rw"},
		"_txlock":       {"immediate"},
		"_busy_timeout": {"5000"},
		"_journal_mode": {"WAL"},
		"_synchronous":  {"FULL"},
		"_foreign_keys": {"1"},
		"_dqs":          {"0"},
		"_defensive":    {"1"},
		"_pragma":       {"secure_delete(1)", "temp_store(memory)", "journal_size_limit(16777216)"},
	})
}

// readerDSN opens for reading only.
func readerDSN(path string) string {
	return dsn(path, url.Values{
		"mode":          {"ro"},
		"_busy_timeout": {"5000"},
		"_query_only":   {"1"},
		"_dqs":          {"0"},
		"_defensive":    {"1"},
		"_pragma":       {"temp_store(memory)"},
	})
}

// migrationDSN is writerDSN without foreign keys: a migration may rebuild a
// table that others refer to, and has them checked at its end.
func migrationDSN(path string) string {
	return strings.Replace(writerDSN(path), "_foreign_keys=1", "_foreign_keys=0", 1)
}

// frozenDSN opens for reading a file that nobody writes, without a lock and
// without making a file beside it.
func frozenDSN(path string) string {
	return dsn(path, url.Values{"mode": {"ro"}, "immutable": {"1"}, "_query_only": {"1"}, "_dqs": {"0"}, "_defensive": {"1"}})
}

// dsn names a database. Without "file:" SQLite would drop mode=ro silently.
func dsn(path string, with url.Values) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive letter of Windows
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + with.Encode()
}
