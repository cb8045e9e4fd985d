package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"time"

	"groundwork/journal"
)

// Store is an open journal. It implements journal.Store; its methods may be
// called from any goroutine.
type Store struct {
	folder  string
	file    string  // of the database
	writer  *sql.DB // one connection
	readers *sql.DB // several, which cannot write
	lock    *lock   // shared: the journal is open
	poll    time.Duration
	shelf   shelf                          // of attached files
	sealed  *sealed                        // what it has beside the database; nil unless it is protected
	reached func(step)                     // see Home
	asked   func(query string, args []any) // see Options
	// bulkFrom is the number of new entries from which they enter the index
	// and the summary together: below it the triggers are quicker.
	bulkFrom int

	open sync.RWMutex // held to read by whatever uses the pools; Close waits for it

	mu       sync.Mutex
	prepared map[string]*sql.Stmt // on the writer, by SQL text

	lent lending // copies of attachments, for other programs

	done    chan struct{} // closed by Close
	closing sync.Once
	closed  error
}

var _ journal.Store = (*Store)(nil)

// Apply writes all of c in one transaction, or nothing of it.
func (s *Store) Apply(ctx context.Context, c journal.Changes) error {
	if c.Wipe {
		return s.explain(ctx, "finish to delete for good", s.finishWipe(ctx))
	}
	s.sealed.interrupt()
	k, err := s.known(ctx, c)
	if err != nil {
		return s.explain(ctx, "save", err)
	}
	list, err := statementsFor(c, k)
	if err != nil {
		return s.explain(ctx, "save", err)
	}
	if err := s.write(ctx, list); err != nil || len(c.Forget) == 0 {
		return s.explain(ctx, "save", err)
	}
	return s.explain(ctx, "delete for good", s.wipe(ctx))
}

// Close ends the store after what is being written. The last one to close a
// journal brings everything into the one file.
func (s *Store) Close() error {
	s.closing.Do(func() {
		close(s.done)
		s.lent.end()
		var image error
		if s.sealed != nil {
			image = s.closeSealed()
		}
		s.open.Lock()
		defer s.open.Unlock()
		s.closed = errors.Join(image, s.readers.Close(), s.writer.Close(), s.lock.release())
		if s.closed != nil {
			s.closed = fmt.Errorf("close the journal: %w", s.closed)
		}
	})
	return s.closed
}

// read runs ask in one read transaction, so that everything it asks is of one
// moment. It must be short: an open read keeps the WAL from being cleared.
func (s *Store) read(ctx context.Context, doing string, ask func(q querier) error) error {
	s.open.RLock()
	defer s.open.RUnlock()
	tx, err := s.readers.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return s.explain(ctx, doing, err)
	}
	defer tx.Rollback() // it wrote nothing
	if s.asked == nil {
		return s.explain(ctx, doing, ask(tx))
	}
	return s.explain(ctx, doing, ask(overheard{tx, s.asked}))
}

func (s *Store) reach(at step) {
	if s.reached != nil {
		s.reached(at)
	}
}

// querier is what a read needs of a transaction or a pool.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// rowsOf reads every row of a query; scan is handed each in turn.
func rowsOf[T any](ctx context.Context, q querier, scan func(row *sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close() // rows.Err tells
	var all []T
	for rows.Next() {
		each, err := scan(rows)
		if err != nil {
			return nil, unreadable(ctx, err)
		}
		all = append(all, each)
	}
	return all, rows.Err()
}

// unreadable is the error of a row that is there and does not hold what it
// should: a yes-or-no that is 7.
func unreadable(ctx context.Context, err error) error {
	if ctx.Err() != nil || sentinel("", err) != nil {
		return err
	}
	return fmt.Errorf("%w: %w", journal.ErrDamaged, err)
}

func (s *Store) explain(ctx context.Context, doing string, err error) error {
	return explain(ctx, s.folder, doing, err)
}
