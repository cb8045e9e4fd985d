package data

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/gofrs/flock"
)

// What is lent lies in the private runtime folder:
//
//	lent/lock          held for a moment, to make or clear a session
//	lent/SESSION/lock  held as long as the store of the session is open
//	lent/SESSION/N/NAME  a copy of an attachment, or pages to print
//
// A session whose lock is free belongs to a process that is gone: the system
// drops the locks of the dead, whatever they died of.

// lending is what a store has lent to other programs.
type lending struct {
	mu     sync.Mutex
	folder string       // of this session; "" before the first copy
	held   *flock.Flock // its lock
	copies map[string]string
	over   bool // the store is closed
}

// LendFile puts a copy of a stored content under a name into a private folder
// of this session, for another program to open, and gives its path. The copy
// can only be read, since nothing comes back from it. A copy that is still
// whole is lent again. It is gone when the store is closed. Errors as
// OpenFile's.
func (s *Store) LendFile(ctx context.Context, sum, name string) (string, error) {
	path, err := s.lend(ctx, sum, safeName(name))
	if err != nil {
		return "", s.explain(ctx, "lend an attached file", err)
	}
	return path, nil
}

func (s *Store) lend(ctx context.Context, sum, name string) (path string, err error) {
	from, err := s.shelf.openVerified(ctx, sum)
	if err != nil {
		return "", err
	}
	defer from.Close() // only read
	s.lent.mu.Lock()
	defer s.lent.mu.Unlock()
	sum, _ = contentName(sum)
	key := sum + "/" + name
	if path = s.lent.copies[key]; path != "" {
		if old, err := openVerified(ctx, path, sum); err == nil {
			return path, old.Close()
		}
	}
	in, err := s.lent.room(ctx)
	if err != nil {
		return "", err
	}
	path = filepath.Join(in, name)
	if err := writeCopy(path, &coming{ctx: ctx, from: from}); err != nil {
		return "", errors.Join(err, os.RemoveAll(in))
	}
	s.lent.copies[key] = path
	return path, nil
}

// LendPlace names a place in the private folder of this session at which
// something may be written for another program to open. Nothing is there yet,
// and what is written there is gone when the store is closed.
func (s *Store) LendPlace(ctx context.Context, name string) (path string, err error) {
	s.lent.mu.Lock()
	defer s.lent.mu.Unlock()
	in, err := s.lent.room(ctx)
	if err != nil {
		return "", s.explain(ctx, "make room for a file to lend", err)
	}
	return filepath.Join(in, safeName(name)), nil
}

// room makes an empty folder for one file that is lent.
func (l *lending) room(ctx context.Context) (folder string, err error) {
	if err := l.begin(ctx); err != nil {
		return "", err
	}
	return os.MkdirTemp(l.folder, "")
}

// writeCopy writes a new file for its owner to read.
func writeCopy(path string, from io.Reader) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o400)
	if err != nil {
		return withoutPath(err)
	}
	_, err = io.CopyBuffer(f, from, make([]byte, portion))
	return errors.Join(withoutPath(err), withoutPath(f.Close()))
}

// begin makes the folder of this session with the first copy.
func (l *lending) begin(ctx context.Context) error {
	if l.over {
		return errors.New("the journal is closed")
	}
	if l.folder != "" {
		return nil
	}
	runtime, err := runtimeFolder()
	if err != nil {
		return err
	}
	place := filepath.Join(runtime, "lent")
	if err := os.Mkdir(place, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	making := flock.New(filepath.Join(place, "lock"), flock.SetPermissions(0o600))
	defer making.Close() // frees it
	if _, err := making.TryLockContext(ctx, lockEvery); err != nil {
		return fmt.Errorf("begin to lend files: %w", err)
	}
	folder, err := os.MkdirTemp(place, "")
	if err != nil {
		return err
	}
	held := flock.New(filepath.Join(folder, "lock"), flock.SetPermissions(0o600))
	if got, err := held.TryLock(); err != nil || !got {
		return errors.Join(fmt.Errorf("hold the lent files: %w", err), held.Close(), os.RemoveAll(folder))
	}
	l.folder, l.held, l.copies = folder, held, map[string]string{}
	return nil
}

// end removes what was lent. A program that holds a copy open can keep it from
// being removed on Windows: then the next session clears it.
func (l *lending) end() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.over = true
	if l.folder == "" {
		return
	}
	_ = l.held.Close()
	_ = os.RemoveAll(l.folder)
}

// clearLent removes what sessions lent that did not come to their end. It
// makes nothing, and leaves alone whatever it cannot have.
func clearLent() {
	runtime, err := findRuntimeFolder()
	if err != nil {
		return
	}
	place := filepath.Join(runtime, "lent")
	sessions, err := os.ReadDir(place)
	if err != nil {
		return // nothing was ever lent
	}
	clearing := flock.New(filepath.Join(place, "lock"), flock.SetPermissions(0o600))
	defer clearing.Close() // frees it
	if got, err := clearing.TryLock(); err != nil || !got {
		return // another process makes a session, or clears them itself
	}
	for _, session := range sessions {
		if !session.IsDir() {
			continue
		}
		folder := filepath.Join(place, session.Name())
		held := flock.New(filepath.Join(folder, "lock"), flock.SetPermissions(0o600))
		got, err := held.TryLock()
		_ = held.Close()
		if err == nil && got {
			_ = os.RemoveAll(folder)
		}
	}
}

// withoutPath drops the path from an error of the system: it holds what the
// user called a file, and errors are logged.
func withoutPath(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return fmt.Errorf("%s: %w", at.Op, at.Err)
	}
	return err
}
