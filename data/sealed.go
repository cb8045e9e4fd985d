package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"groundwork/data/vault"
	"groundwork/journal"
)

// sealedIn names the file of a protected journal in its folder: an image of the
// database, sealed.
func sealedIn(folder string) string { return filepath.Join(folder, "journal"+sealedEnding) }

// The files of the keys in a journal's folder; see package vault.
const (
	identityName = "identity" + sealedEnding
	recoveryName = "recovery" + sealedEnding
)

// isProtected tells whether a protected journal lies in a folder.
func isProtected(folder string) bool {
	return there(sealedIn(folder)) || there(filepath.Join(folder, identityName))
}

// restLimits say when the saves of a protected journal are brought into its
// file.
type restLimits struct {
	pause time.Duration // after the last save
	saves int           // or when there are so many
	bytes int64         // or when they are so large
}

// sealed is what an open journal has beside its database when it is protected.
type sealed struct {
	home   *Home
	folder string
	keys   *vault.Keys
	limits restLimits
	last   int64 // number of the last save; whoever has the connection may use it

	mu      sync.Mutex
	waiting map[int64]int64    // the bytes of the saves that journal.age does not hold, by number
	bytes   int64              // of all of them
	yield   context.CancelFunc // ends the image that is being read in one go; nil if none is

	imaging sync.Mutex    // held to write journal.age, and to read it with its saves
	saved   chan struct{} // a save was made
	rested  chan struct{} // closed when rest has ended
}

// openSealed opens a protected journal. The caller holds it alone, and hands
// over the lock.
func (h *Home) openSealed(ctx context.Context, steps []migration, held *lock) (_ *Store, err error) {
	keys := h.unlocked()
	if keys == nil {
		return nil, errors.Join(journal.ErrNeedsPassphrase, held.release())
	}
	db, left, at, err := h.loadSealed(ctx, steps, keys)
	if err != nil {
		return nil, errors.Join(err, held.release())
	}
	s := h.newStore(held)
	s.writer, s.readers = db, db
	s.shelf.keys = keys
	s.sealed = &sealed{
		home: h, folder: h.folder, keys: keys, limits: h.limits,
		waiting: map[int64]int64{}, saved: make(chan struct{}, 1), rested: make(chan struct{}),
	}
	for _, each := range left {
		s.sealed.count(each)
	}
	if s.sealed.last, err = lastSave(ctx, db); err != nil {
		return nil, errors.Join(err, db.Close(), held.release())
	}
	clearSealed(h.folder, pendingIn(h.folder), attachmentsIn(h.folder))
	// A program that was killed did not come to remove what its file holds.
	_ = dropSaves(h.folder, s.sealed.last-int64(len(left)))
	h.clearKilledBackup()
	clearLent()
	if at.version < len(steps) {
		if err := h.migrateSealed(ctx, s, steps, at.version); err != nil {
			return nil, errors.Join(err, db.Close(), held.release())
		}
	}
	go s.rest() // #nosec G118 -- it outlives the call that opened the journal, and ends with the journal
	return s, nil
}

// migrateSealed brings a protected journal of an older schema up to date, after
// a verified backup of it. Until its file is written anew, the old one holds.
func (h *Home) migrateSealed(ctx context.Context, s *Store, steps []migration, from int) error {
	if !h.scrap {
		if _, err := h.keepSealedBackup(ctx, s, journal.BeforeSchema); err != nil {
			return fmt.Errorf("back up the journal before changing it: %w", err)
		}
	}
	// A migration may rebuild a table that others refer to (see migrationDSN).
	if _, err := s.writer.ExecContext(ctx, "PRAGMA foreign_keys = 0"); err != nil {
		return fmt.Errorf("prepare to change the journal: %w", err)
	}
	if err := runMigrations(ctx, s.writer, steps, from); err != nil {
		return err
	}
	if _, err := s.writer.ExecContext(ctx, "PRAGMA foreign_keys = 1"); err != nil {
		return fmt.Errorf("end the change of the journal: %w", err)
	}
	return s.image(ctx, s.imageAtOnce)
}

// loadSealed takes a protected journal into memory. left are the saves that its
// file does not hold, and at tells its schema.
func (h *Home) loadSealed(ctx context.Context, steps []migration, keys *vault.Keys) (_ *sql.DB, left []keptSave, at found, err error) {
	db, at, err := openImage(ctx, sealedIn(h.folder), keys, len(steps))
	if err != nil {
		return nil, nil, at, err
	}
	if left, err = replay(ctx, db, h.folder, keys); err != nil {
		return nil, nil, at, errors.Join(err, db.Close())
	}
	return db, left, at, nil
}

// openImage takes the database in a sealed file into memory, if it is a journal
// that this program knows, whatever its schema. Errors name the file.
func openImage(ctx context.Context, path string, keys *vault.Keys, newest int) (db *sql.DB, at found, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("open %s: %w", filepath.Base(path), err)
		}
	}()
	image, err := readSealed(path, keys)
	if errors.Is(err, fs.ErrNotExist) {
		err = fmt.Errorf("%w: it is gone from beside its keys", journal.ErrDamaged)
	}
	if err != nil {
		return nil, at, err
	}
	if db, err = openMemory(ctx, image); err != nil {
		return nil, at, err
	}
	at, err = lookAt(ctx, db, newest)
	if err == nil {
		err = at.refusal(newest)
	}
	if err != nil {
		return nil, at, errors.Join(err, db.Close())
	}
	return db, at, nil
}

// record brings a save to the disk before it is acknowledged. The caller has
// the connection.
func (p *sealed) record(number int64, list []statement) error {
	size, err := keepSave(p.folder, p.keys, number, list)
	if err != nil {
		return fmt.Errorf("keep the save: %w", err)
	}
	p.count(keptSave{number: number, bytes: size})
	return nil
}

func (p *sealed) count(each keptSave) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.waiting[each.number] = each.bytes
	p.bytes += each.bytes
}

// unrecord takes back a save that the database did not take after all. Nobody
// was told that it is kept.
func (p *sealed) unrecord(number int64) error {
	p.mu.Lock()
	p.bytes -= p.waiting[number]
	delete(p.waiting, number)
	p.mu.Unlock()
	return removeIfThere(filepath.Join(pendingIn(p.folder), pendingName(number)))
}

// drop forgets the saves up to a number, which the journal's file holds.
func (p *sealed) drop(upTo int64) error {
	p.mu.Lock()
	for number, bytes := range p.waiting {
		if number <= upTo {
			delete(p.waiting, number)
			p.bytes -= bytes
		}
	}
	p.mu.Unlock()
	return dropSaves(p.folder, upTo)
}

// full tells whether so much waits that it is brought into the file without
// waiting for a pause.
func (p *sealed) full() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.waiting) >= p.limits.saves || p.bytes >= p.limits.bytes
}

// interrupt ends the image that is being read in one go: a save goes first. In
// a plain journal there is none.
func (p *sealed) interrupt() {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.yield != nil {
		p.yield()
	}
}

// writeSealed is the write door of a protected journal: a save is on the disk
// before it is in the database, and it is in the database before anybody hears
// of it. Once it is on the disk nothing calls it off.
func (s *Store) writeSealed(ctx context.Context, list []statement) (err error) {
	p := s.sealed
	p.interrupt()
	prepared, err := s.prepare(ctx, withNumber(list, 0))
	if err != nil {
		return err
	}
	conn, err := s.writer.Conn(ctx)
	if err != nil {
		return fmt.Errorf("take the connection: %w", err)
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	tx, err := conn.BeginTx(context.WithoutCancel(ctx), nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer func() { err = orRollBack(tx, err) }()
	number := p.last + 1
	list = withNumber(list, number)
	if err := run(ctx, tx, list, prepared); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := p.record(number, list); err != nil {
		return err
	}
	s.reach("save on the disk")
	if err := commit(tx); err != nil {
		return errors.Join(err, p.unrecord(number))
	}
	p.last = number
	select {
	case p.saved <- struct{}{}:
	default: // rest has not heard of the one before yet
	}
	return nil
}

// rest brings the saves into the journal's file when there is a pause in
// writing, or when there are many, until the store is closed.
func (s *Store) rest() {
	p := s.sealed
	defer close(p.rested)
	debug.FreeOSMemory() // the image that was opened, and what the passphrase cost
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go func() {
		<-s.done
		cancel()
	}()
	pause := time.NewTimer(p.limits.pause)
	defer pause.Stop()
	for {
		select {
		case <-s.done:
			return
		case <-p.saved:
			if p.full() {
				_ = s.imageNow(ctx) // the pause tries again
			}
			pause.Reset(p.limits.pause)
		case <-pause.C:
			if !p.idle() && s.image(ctx, s.imageAtOnce) != nil {
				pause.Reset(p.limits.pause)
			}
		}
	}
}

// idle tells whether the journal's file holds everything.
func (p *sealed) idle() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.waiting) == 0
}

// closeSealed brings everything into the journal's file. Nothing is lost where
// that fails: the saves lie beside it.
func (s *Store) closeSealed() error {
	s.sealed.home.setOpen(nil)
	<-s.sealed.rested
	if s.sealed.idle() {
		return nil
	}
	return s.image(context.Background(), s.imageAtOnce)
}

// clearSealed removes what a process that was killed left half written. Whoever
// holds a protected journal holds it alone, so nobody writes it.
func clearSealed(folders ...string) {
	for _, folder := range folders {
		found, _ := os.ReadDir(folder) // nothing to clear where it cannot be read
		for _, each := range found {
			if strings.HasPrefix(each.Name(), comingPrefix) {
				_ = os.Remove(filepath.Join(folder, each.Name()))
			}
		}
	}
}
