package data

import (
	"bufio"
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"

	"modernc.org/sqlite"
)

// imageSource writes an image of the database and tells which save is the last
// one in it.
type imageSource func(ctx context.Context, w io.Writer) (last int64, err error)

// image writes the journal's file anew, and removes the saves that it holds
// then. Killed at any moment it leaves the old file with its saves or the new.
func (s *Store) image(ctx context.Context, source imageSource) error {
	p := s.sealed
	p.imaging.Lock()
	defer p.imaging.Unlock()
	var last int64
	_, err := writeSealed(sealedIn(p.folder), p.keys, func(w io.Writer) (err error) {
		out := bufio.NewWriterSize(w, portion)
		if last, err = source(ctx, out); err != nil {
			return err
		}
		return out.Flush()
	})
	if err != nil {
		return s.explain(ctx, "write the journal's file", err)
	}
	s.reach("image in place")
	return s.explain(ctx, "remove saves that the journal holds", p.drop(last))
}

// wipeSealed takes the last traces of what was deleted for good out of the
// journal's file: it is written anew, and the saves that hold them go.
func (s *Store) wipeSealed(ctx context.Context) error {
	s.open.RLock()
	defer s.open.RUnlock()
	s.sealed.imaging.Lock()
	err := s.vacuum(ctx)
	s.sealed.imaging.Unlock()
	if err != nil {
		return err
	}
	return s.imageNow(ctx)
}

// imageNow writes the journal's file anew whatever is saved meanwhile. By steps
// it takes the memory of the database twice more (SQLite keeps a page in memory
// in twice its room), so that it is the second try.
func (s *Store) imageNow(ctx context.Context) error {
	err := s.image(ctx, s.imageAtOnce)
	if errors.Is(err, context.Canceled) && ctx.Err() == nil {
		return s.image(ctx, s.imageBySteps)
	}
	return err
}

// imageAtOnce reads the database in one go. A save ends it: then the error is
// context.Canceled.
func (s *Store) imageAtOnce(ctx context.Context, w io.Writer) (last int64, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s.sealed.setYield(cancel)
	defer s.sealed.setYield(nil)
	tx, err := s.readers.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return 0, err
	}
	defer tx.Rollback() // it wrote nothing
	last = s.sealed.last
	pages, writing := newPassing(ctx, w)
	err = writePages(ctx, tx, pages)
	s.sealed.setYield(nil)
	_ = tx.Rollback() // whoever waits for the connection can have it
	return last, errors.Join(err, pages.end(), <-writing)
}

func (p *sealed) setYield(cancel context.CancelFunc) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.yield = cancel
}

// passing hands what is written to somebody else, so that whoever waits for
// the pages of the database does not wait for the disk.
type passing struct {
	ctx  context.Context
	to   chan []byte
	part []byte
}

// parts is how many portions may wait to be written.
const parts = 16

// newPassing gives a writer whose words are written to w elsewhere. It must be
// ended; then the error of writing comes through the channel.
func newPassing(ctx context.Context, w io.Writer) (*passing, <-chan error) {
	p := &passing{ctx: ctx, to: make(chan []byte, parts)}
	done := make(chan error, 1)
	go func() {
		var err error
		for part := range p.to {
			if err == nil {
				_, err = w.Write(part)
			}
		}
		done <- err
	}()
	return p, done
}

// Write implements io.Writer.
func (p *passing) Write(b []byte) (int, error) {
	p.part = append(p.part, b...)
	if len(p.part) < portion {
		return len(b), nil
	}
	return len(b), p.pass()
}

func (p *passing) pass() error {
	select {
	case p.to <- p.part:
		p.part = make([]byte, 0, cap(p.part))
		return nil
	case <-p.ctx.Done():
		return p.ctx.Err()
	}
}

// end passes the rest on.
func (p *passing) end() error {
	defer close(p.to)
	return p.pass()
}

// stepPages is how many pages are copied while a save has to wait: 1 MB takes
// half a millisecond.
const stepPages = 256

// imageBySteps copies the database in memory, a few pages at a time, and
// writes the copy. Saves go on between the steps, and SQLite brings them into
// the copy, too.
func (s *Store) imageBySteps(ctx context.Context, w io.Writer) (last int64, err error) {
	var copying *sqlite.Backup
	var copied driver.Conn
	err = onConn(ctx, s.writer, func(c memoryConn) (err error) {
		copying, err = c.NewBackup(memoryDSN())
		return err
	})
	for err == nil && copied == nil {
		// Whatever becomes of it, it is ended on the connection that it is of.
		err = onConn(context.WithoutCancel(ctx), s.writer, func(memoryConn) error {
			last = s.sealed.last
			more, err := copying.Step(stepPages)
			if err = errors.Join(err, ctx.Err()); err != nil {
				return errors.Join(err, copying.Finish())
			}
			if !more {
				copied, err = copying.Commit()
			}
			return err
		})
		s.reach("pages copied")
	}
	if err != nil {
		return 0, fmt.Errorf("copy the journal: %w", err)
	}
	db := sql.OpenDB(only{copied})
	db.SetMaxOpenConns(1)
	err = writePages(ctx, db, w)
	return last, errors.Join(err, db.Close(), copied.Close())
}

// only is a connection that is open already.
type only struct{ conn driver.Conn }

// Connect implements driver.Connector.
func (o only) Connect(context.Context) (driver.Conn, error) { return o.conn, nil }

// Driver implements driver.Connector. Nothing asks for it.
func (o only) Driver() driver.Driver { return nil }
