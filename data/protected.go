package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"

	"groundwork/data/vault"
	"groundwork/journal"
)

// unlocked are the keys of the journal, or nil while it is locked.
func (h *Home) unlocked() *vault.Keys {
	h.unlocking.Lock()
	defer h.unlocking.Unlock()
	return h.keys
}

func (h *Home) setKeys(keys *vault.Keys) {
	if keys != nil {
		h.unlockedCall()
	}
	h.unlocking.Lock()
	defer h.unlocking.Unlock()
	h.keys = keys
}

// Protected tells whether the journal that lies there is protected, after no
// more than a look at the names in its folder.
func (h *Home) Protected() bool { return h.protectedForm() }

// Unlock opens the keys of a protected journal with its passphrase, or with the
// key on its recovery sheet; from then on this Home opens it. Another secret is
// an ErrWrongPassphrase, a plain journal an ErrNotFound, keys that are damaged
// an ErrDamaged.
func (h *Home) Unlock(ctx context.Context, secret string) error {
	h.unlocking.Lock()
	h.secret = secret
	h.unlocking.Unlock()
	keys, spare, err := h.openKeys(secret)
	debug.FreeOSMemory() // what the passphrase cost: 128 MB
	if err != nil {
		return explain(ctx, h.folder, "unlock the journal", err)
	}
	h.setKeys(keys)
	h.unlocking.Lock()
	h.spare = spare
	h.unlocking.Unlock()
	return nil
}

// openKeys opens the keys with either secret. Where their file is damaged, which
// spare then names, that in a backup does.
func (h *Home) openKeys(secret string) (keys *vault.Keys, spare string, err error) {
	if !h.protectedForm() {
		return nil, "", fmt.Errorf("%w: the journal is not protected", journal.ErrNotFound)
	}
	name, keys, err := h.openKeyFiles(secret, h.readKeyFile)
	// A damaged file of the sheet cannot be told from another sheet's.
	if errors.Is(err, journal.ErrDamaged) || name == recoveryName && errors.Is(err, journal.ErrWrongPassphrase) {
		if kept := h.keysInBackups(secret); kept != nil {
			return kept, name, nil
		}
	}
	if err == nil && !h.fits(keys) { // the file may be another journal's
		if kept := h.keysInBackups(secret); kept != nil && h.fits(kept) {
			return kept, name, nil
		}
	}
	return keys, "", err
}

// openKeyFiles opens a file of keys, which it names, with either secret. What
// reads as a recovery key is tried as one.
func (h *Home) openKeyFiles(secret string, read func(name string) ([]byte, error)) (name string, keys *vault.Keys, err error) {
	h.unlockedCall()
	name, open := identityName, func(file []byte) (*vault.Keys, error) { return vault.Unlock(file, secret) }
	if sheet, err := journal.ReadRecoveryKey(secret); err == nil {
		name, open = recoveryName, func(file []byte) (*vault.Keys, error) { return vault.Recover(file, sheet) }
	}
	file, err := read(name)
	if err == nil {
		keys, err = open(file)
	}
	if err != nil {
		return name, nil, fmt.Errorf("open %s: %w", name, err)
	}
	return name, keys, nil
}

func (h *Home) readKeyFile(name string) ([]byte, error) {
	path := filepath.Join(h.folder, name)
	if coming := filepath.Join(h.formComing(), name); there(coming) {
		path = coming
	}
	file, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %s is gone", journal.ErrDamaged, name)
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return file, nil
}

// openProtected opens a protected journal, alone.
func (h *Home) openProtected(ctx context.Context, steps []migration) (*Store, error) {
	if h.unlocked() == nil {
		return nil, journal.ErrNeedsPassphrase
	}
	held, err := h.takeLock(ctx, exclusive)
	if err != nil {
		return nil, err
	}
	s, err := h.openSealed(ctx, steps, held)
	if err != nil {
		return nil, err
	}
	h.setOpen(s)
	_ = s.removeUnwanted(ctx) // tried again the next time
	return s, nil
}

// withProtected runs do on the protected journal: as it is open already, or
// opened for it, which needs it alone.
func (h *Home) withProtected(ctx context.Context, do func(s *Store) error) (err error) {
	if s := h.openNow(); s != nil {
		return do(s)
	}
	s, err := h.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return do(s)
}

// openNow is the protected journal while it is open, else nil.
func (h *Home) openNow() *Store {
	h.unlocking.Lock()
	defer h.unlocking.Unlock()
	return h.opened
}

func (h *Home) setOpen(s *Store) {
	h.unlocking.Lock()
	defer h.unlocking.Unlock()
	h.opened = s
}

// createProtected makes a new protected journal in an empty place. Its keys
// come last: until they are there it is none. The caller holds it alone.
func (h *Home) createProtected(ctx context.Context, p journal.Protection) (err error) {
	steps, err := readMigrations(h.migrations)
	if err != nil {
		return err
	}
	keys, err := vault.NewKeys(p.RecoveryKey)
	if err != nil {
		return err
	}
	db, err := openMemory(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := runMigrations(ctx, db, steps, 0); err != nil {
		return fmt.Errorf("make a new journal: %w", err)
	}
	if err := writeImage(ctx, db, sealedIn(h.folder), keys); err != nil {
		return err
	}
	if err := h.writeKeys(h.folder, keys, p.Passphrase); err != nil {
		return err
	}
	h.setKeys(keys)
	return nil
}

// writeImage seals a database into a file.
func writeImage(ctx context.Context, db *sql.DB, path string, keys *vault.Keys) error {
	_, err := writeSealed(path, keys, func(w io.Writer) error { return writePages(ctx, db, w) })
	return err
}

// writeKeys locks the keys with both secrets, into a folder, after a look at
// whether they come back.
func (h *Home) writeKeys(folder string, keys *vault.Keys, passphrase string) error {
	identity, err := keys.LockWithPassphrase(passphrase, h.work)
	if err != nil {
		return err
	}
	back, err := vault.Unlock(identity, passphrase)
	if err != nil {
		return err
	}
	if !back.Same(keys) {
		return errors.New("the keys do not come back with the passphrase")
	}
	recovery, err := keys.LockWithRecovery()
	if err != nil {
		return err
	}
	if err := replaceFile(filepath.Join(folder, recoveryName), recovery); err != nil {
		return err
	}
	return replaceFile(filepath.Join(folder, identityName), identity)
}
