package data

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"groundwork/data/vault"
	"groundwork/journal"
)

//go:embed migrations/*.sql
var embedded embed.FS

// Options are what a Home is given besides its folder. Zero fields take the
// real thing.
type Options struct {
	Now        func() time.Time // the clock; it names the copies made before a migration
	Migrations fs.FS            // the steps of the schema, as migrations/NNNN_name.sql
	// Work is what it costs to try a passphrase on a journal that is protected
	// from now on: see vault.DefaultWork.
	Work int
	// Unlocked is called whenever the keys of a protected journal are about to
	// come into memory, or have just been made there. It may be called from any
	// goroutine.
	Unlocked func()
	// Asked is told of each statement that reads the journal, with what it is
	// given; nil: nobody is. It is for those who measure, and may be called
	// from several goroutines.
	Asked func(query string, args []any)
}

// Home is the folder in which a journal lies, or will lie. It implements
// journal.Home. It keeps nothing open and may be used from any goroutine.
type Home struct {
	folder string
	now    func() time.Time
	work   int
	asked  func(query string, args []any) // see Options

	unlockedCall func() // see Options.Unlocked

	unlocking sync.Mutex
	keys      *vault.Keys // of a protected journal, once it was unlocked
	secret    string      // the one that was given last: it may open a backup, too
	spare     string      // the damaged file in place of which a backup gave the keys; "" where none is
	opened    *Store      // the protected journal, while it is open: nobody else can open it

	migrations fs.FS

	// Tests give other ones.
	wait    time.Duration // for another program to let go of the journal
	poll    time.Duration // between two looks for another program's writes
	reached func(step)    // called at each step of what must survive being killed; may be nil
	limits  restLimits    // of a protected journal

	scrap bool // a copy that is thrown away: nothing in it is backed up
}

var _ journal.Home = (*Home)(nil)

// NewHome names the folder of a journal. It touches nothing.
func NewHome(folder string, o Options) *Home {
	if abs, err := filepath.Abs(folder); err == nil {
		folder = abs
	}
	h := &Home{folder: folder, now: o.Now, asked: o.Asked, migrations: o.Migrations, wait: 5 * time.Second, poll: time.Second}
	h.limits = restLimits{pause: 30 * time.Second, saves: 500, bytes: 20_000_000}
	if h.work = o.Work; h.work == 0 {
		h.work = vault.DefaultWork
	}
	if h.unlockedCall = o.Unlocked; h.unlockedCall == nil {
		h.unlockedCall = func() {}
	}
	if h.now == nil {
		h.now = time.Now
	}
	if h.migrations == nil {
		h.migrations = embedded
	}
	return h
}

// Folder is where the journal lies, as an absolute path.
func (h *Home) Folder() string { return h.folder }

func (h *Home) file() string { return filepath.Join(h.folder, "journal.db") }

// Open opens the journal, makes it where there is none, and brings an older
// one up to date after a verified copy of it. Where it refuses, nothing has
// been changed: ErrDamaged, ErrNewerSchema, ErrNoAccess, ErrNoSpace, or
// ErrLocked when another program holds the journal alone for longer than it
// can wait.
func (h *Home) Open(ctx context.Context) (journal.Store, error) {
	s, err := h.open(ctx)
	if err != nil {
		return nil, explain(ctx, h.folder, "open the journal", err)
	}
	return s, nil
}

func (h *Home) open(ctx context.Context) (*Store, error) {
	steps, err := readMigrations(h.migrations)
	if err != nil {
		return nil, err
	}
	if err := h.settle(ctx); err != nil {
		return nil, err
	}
	if isProtected(h.folder) {
		s, err := h.openProtected(ctx, steps)
		if err == nil && there(filepath.Join(h.folder, plainLeft)) {
			_, _ = h.sealCopies(ctx, s) // it was interrupted
		}
		return s, err
	}
	opened := there(h.file()) && there(filepath.Join(h.folder, lockName)) // before
	if !opened {
		// Look before making anything, so that a refusal leaves no trace.
		if _, err := h.openable(ctx, len(steps)); err != nil {
			return nil, err
		}
		if err := h.prepareFolder(); err != nil {
			return nil, err
		}
	}
	for {
		held, err := h.takeLock(ctx, shared)
		if err != nil {
			return nil, err
		}
		found, err := h.openable(ctx, len(steps))
		if err == nil && found.condition == journal.Fine && found.version == len(steps) {
			return h.openStored(ctx, held, opened)
		}
		// It has to be made or changed, which needs it alone. Then look again:
		// another program may have come first.
		if err = errors.Join(err, held.release()); err != nil {
			return nil, err
		}
		if err := h.bringUpToDate(ctx, steps); err != nil {
			return nil, err
		}
	}
}

// openStored opens a journal that is there and up to date, and removes the
// files that a process that was killed did not come to remove. What cannot be
// removed is tried again the next time. Where the folder was not prepared yet it
// is now.
func (h *Home) openStored(ctx context.Context, held *lock, unprepared bool) (*Store, error) {
	if unprepared {
		if err := h.prepareFolder(); err != nil {
			return nil, errors.Join(err, held.release())
		}
	}
	s, err := h.openStore(ctx, held)
	if err == nil {
		_ = s.removeUnwanted(ctx)
	}
	return s, err
}

// openable looks at what lies there and refuses what must not be touched.
func (h *Home) openable(ctx context.Context, newest int) (found, error) {
	at, err := h.look(ctx, newest)
	if err != nil {
		return at, err
	}
	return at, at.refusal(newest)
}

// bringUpToDate makes the journal or runs the migrations it lacks, alone.
func (h *Home) bringUpToDate(ctx context.Context, steps []migration) (err error) {
	held, err := h.takeLock(ctx, exclusive)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, held.release()) }()
	at, err := h.openable(ctx, len(steps))
	if err != nil {
		return err
	}
	switch {
	case at.condition == journal.Absent:
		return h.create(ctx, steps)
	case at.version < len(steps):
		if err := h.migrate(ctx, steps, at.version); err != nil {
			return fmt.Errorf("%w: %w", journal.ErrNotUpdated, err)
		}
	}
	return nil
}

// prepareFolder makes the folder for its owner alone. An existing folder is
// closed to others only if it is the journal's own: one with a journal in it,
// or an empty one.
func (h *Home) prepareFolder() error {
	if err := makeFolder(h.folder); err != nil {
		return fmt.Errorf("make the folder: %w", err)
	}
	info, err := os.Stat(h.folder)
	if err != nil {
		return fmt.Errorf("look at the folder: %w", err)
	}
	if info.Mode().Perm()&0o077 != 0 {
		content, err := os.ReadDir(h.folder)
		if err != nil {
			return fmt.Errorf("look into the folder: %w", err)
		}
		if _, err := os.Stat(h.file()); err == nil || len(content) == 0 {
			if err := os.Chmod(h.folder, 0o700); err != nil { // #nosec G302 -- a folder
				return fmt.Errorf("close the folder to others: %w", err)
			}
		}
	}
	return nil
}

// closeFiles takes the rights of others from the journal's files, which a copy
// by hand may have given them. SQLite makes the files beside journal.db with
// the rights that journal.db has.
func (h *Home) closeFiles() error {
	for _, suffix := range []string{"", "-wal", "-shm"} {
		info, err := os.Stat(h.file() + suffix)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			err = os.Chmod(h.file()+suffix, 0o600)
		}
		if err != nil {
			return fmt.Errorf("close the journal's files to others: %w", err)
		}
	}
	return nil
}

// create makes a new journal under another name and renames it when it is
// whole: what is called journal.db is never half a journal.
func (h *Home) create(ctx context.Context, steps []migration) error {
	draft := filepath.Join(h.folder, "journal.new")
	for _, left := range []string{draft, draft + "-wal", draft + "-shm", draft + "-journal", h.file() + "-wal", h.file() + "-shm"} {
		if err := os.Remove(left); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("clear the place: %w", err)
		}
	}
	if err := createPrivate(draft); err != nil {
		return err
	}
	db, err := openPool(ctx, writerDSN(draft), 1)
	if err != nil {
		return err
	}
	err = runMigrations(ctx, db, steps, 0)
	if err = errors.Join(err, db.Close()); err != nil {
		return fmt.Errorf("make a new journal: %w", errors.Join(err, os.Remove(draft)))
	}
	if err := os.Rename(draft, h.file()); err != nil {
		return fmt.Errorf("put the new journal in its place: %w", err)
	}
	return syncFolder(h.folder)
}
