package data

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"groundwork/journal"
)

// lockKind says how a journal's lock is held.
type lockKind bool

const (
	shared    lockKind = false // by every program that has the journal open
	exclusive lockKind = true  // by the one that makes, migrates or restores it
)

// lockName is the file of the journal's lock, in its folder.
const lockName = "lock"

// lockEvery is how often a taken lock is tried again.
const lockEvery = 20 * time.Millisecond

// lock is a lock file in the journal's folder, held.
type lock struct{ file *flock.Flock }

// takeLock takes the journal's lock, and waits for it a little. It is a file
// of its own because SQLite's locks end with each transaction.
func (h *Home) takeLock(ctx context.Context, kind lockKind) (*lock, error) {
	return h.takeLockFile(ctx, lockName, kind, h.wait)
}

// takeBackupsLock waits until nobody else makes or clears away backups, for as
// long as a large one takes. It is taken after the journal's lock.
func (h *Home) takeBackupsLock(ctx context.Context) (*lock, error) {
	return h.takeLockFile(ctx, "backups.lock", exclusive, 24*h.wait)
}

func (h *Home) takeLockFile(ctx context.Context, name string, kind lockKind, wait time.Duration) (*lock, error) {
	file := flock.New(filepath.Join(h.folder, name), flock.SetPermissions(0o600))
	limited, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	try := file.TryRLockContext
	if kind == exclusive {
		try = file.TryLockContext
	}
	got, err := try(limited, lockEvery)
	if got && err == nil {
		return &lock{file: file}, nil
	}
	err = errors.Join(err, file.Close())
	if limited.Err() != nil && ctx.Err() == nil {
		return nil, fmt.Errorf("%w: another program holds the journal: %w", journal.ErrLocked, err)
	}
	return nil, fmt.Errorf("take the journal's lock: %w", err)
}

func (l *lock) release() error {
	if err := l.file.Close(); err != nil {
		return fmt.Errorf("let go of the journal's lock: %w", err)
	}
	return nil
}
