package data

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"groundwork/data/vault"
	"groundwork/journal"
)

// Protect protects a plain journal, or makes a protected one where there is
// none, and seals the plain copies that were made earlier.
func (h *Home) Protect(ctx context.Context, p journal.Protection) (journal.SealedCopies, error) {
	done, err := h.protect(ctx, p)
	return done, explain(ctx, h.folder, "protect the journal", err)
}

func (h *Home) protect(ctx context.Context, p journal.Protection) (done journal.SealedCopies, err error) {
	if h.protectedForm() {
		return done, &journal.Invalid{Field: "passphrase", Problem: "The journal is protected already."}
	}
	if p.Passphrase == "" {
		return done, &journal.Invalid{Field: "passphrase", Problem: "Type a passphrase."}
	}
	keys, err := vault.NewKeys(p.RecoveryKey)
	if err != nil {
		return done, err
	}
	// To be opened once brings it up to date and its log into the file.
	s, err := h.open(ctx)
	if err != nil {
		return done, err
	}
	if err := s.Close(); err != nil {
		return done, err
	}
	_, err = h.changing(ctx, func() error { return h.makeProtectedForm(ctx, keys, p.Passphrase) })
	if err != nil {
		return done, err
	}
	h.setKeys(keys)
	return h.sealCopiesNow(ctx)
}

// changing runs what makes a new form, alone, and decides for it. aside is the
// folder in which the old one is kept, if it is.
func (h *Home) changing(ctx context.Context, made func() error) (aside string, err error) {
	held, err := h.takeLock(ctx, exclusive)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, held.release()) }()
	if _, err = h.finishForm(); err == nil {
		err = h.beginForm()
	}
	if err != nil {
		return "", err
	}
	if err := made(); err != nil {
		return "", errors.Join(err, os.RemoveAll(h.formPart()))
	}
	return h.decideForm()
}

// makeProtectedForm seals everything, and reads it back.
func (h *Home) makeProtectedForm(ctx context.Context, keys *vault.Keys, passphrase string) (err error) {
	db, err := openPool(ctx, writerDSN(h.file()), 1)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	path := sealedIn(h.formPart())
	if err := writeImage(ctx, db, path, keys); err != nil {
		return err
	}
	sealed, _, err := openImage(ctx, path, keys, 1<<30)
	if err != nil {
		return err
	}
	if err := errors.Join(sameContent(ctx, db, sealed), sealed.Close()); err != nil {
		return err
	}
	h.reach("database sealed")
	if err := h.sealFiles(ctx, keys); err != nil {
		return err
	}
	if err := h.writeKeys(h.formPart(), keys, passphrase); err != nil {
		return err
	}
	if err := createPrivate(filepath.Join(h.formPart(), plainLeft)); err != nil {
		return err
	}
	return syncFile(filepath.Join(h.formPart(), plainLeft))
}

// sameContent tells whether a copy of a database holds what the database does.
func sameContent(ctx context.Context, db, copied *sql.DB) error {
	problems, err := integrityProblems(ctx, copied, integrity)
	if err != nil {
		return fmt.Errorf("check the copy: %w", err)
	}
	want, err := countRows(ctx, db)
	if err != nil {
		return fmt.Errorf("count the journal: %w", err)
	}
	got, err := countRows(ctx, copied)
	if err != nil {
		return fmt.Errorf("count the copy: %w", err)
	}
	before, err := stampOf(ctx, db)
	if err != nil {
		return err
	}
	after, err := stampOf(ctx, copied)
	if err == nil && (len(problems) > 0 || !got.between(want, want) || before != after) {
		err = fmt.Errorf("%w: the copy does not hold what the journal holds", journal.ErrDamaged)
	}
	return err
}

// sealFiles seals every attached file into the new form: under the name that
// the plain one has, whatever it holds, for it may be what the user wants.
func (h *Home) sealFiles(ctx context.Context, keys *vault.Keys) error {
	to := shelf{folder: attachmentsIn(h.formPart()), keys: keys}
	return eachFile(attachmentsIn(h.folder), func(path, name string) error {
		from, err := os.Open(path)
		if err != nil {
			return err
		}
		defer from.Close() // only read
		_, err = writeSealed(to.path(name), keys, func(w io.Writer) error {
			_, err := io.CopyBuffer(w, &interruptible{ctx: ctx, from: from}, make([]byte, portion))
			return err
		})
		if err != nil {
			return fmt.Errorf("seal an attached file: %w", err)
		}
		if _, err := from.Seek(0, io.SeekStart); err != nil {
			return err
		}
		want, err := sumOfReader(ctx, from)
		if err != nil {
			return err
		}
		back, err := to.openAny(name)
		if err != nil {
			return err
		}
		defer back.Close() // only read
		got, err := sumOfReader(ctx, back)
		if err == nil && got != want {
			err = fmt.Errorf("%w: a sealed file is not what it was", journal.ErrDamaged)
		}
		h.reach("file sealed")
		return err
	})
}

// eachFile walks the attached files in a folder.
func eachFile(folder string, do func(path, name string) error) error {
	found, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("list attached files: %w", err)
	}
	for _, each := range found {
		if !each.Type().IsRegular() || strings.HasPrefix(each.Name(), comingPrefix) {
			continue
		}
		if err := do(filepath.Join(folder, each.Name()), each.Name()); err != nil {
			return err
		}
	}
	return nil
}

func sumOfReader(ctx context.Context, r io.Reader) (string, error) {
	hash := sha256.New()
	_, err := io.CopyBuffer(hash, &interruptible{ctx: ctx, from: r}, make([]byte, portion))
	return hex.EncodeToString(hash.Sum(nil)), err
}

// Unprotect makes a protected journal, which was unlocked, a plain one.
func (h *Home) Unprotect(ctx context.Context) error {
	return explain(ctx, h.folder, "take the protection from the journal", h.unprotect(ctx))
}

func (h *Home) unprotect(ctx context.Context) error {
	if !h.protectedForm() {
		return fmt.Errorf("%w: the journal is not protected", journal.ErrNotFound)
	}
	// To be opened once brings its saves into the file.
	s, err := h.open(ctx)
	if err != nil {
		return err
	}
	if err := s.Close(); err != nil {
		return err
	}
	keys := h.unlocked()
	if _, err := h.changing(ctx, func() error { return h.makePlainForm(ctx, keys) }); err != nil {
		return err
	}
	h.setKeys(nil)
	return nil
}

// makePlainForm opens everything that is sealed.
func (h *Home) makePlainForm(ctx context.Context, keys *vault.Keys) (err error) {
	steps, err := readMigrations(h.migrations)
	if err != nil {
		return err
	}
	db, _, _, err := h.loadSealed(ctx, steps, keys)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	path := filepath.Join(h.formPart(), databaseName)
	if _, err := replaceWith(path, func(w io.Writer) error { return writePages(ctx, db, w) }); err != nil {
		return err
	}
	plain, err := openPool(ctx, frozenDSN(path), 1)
	if err != nil {
		return err
	}
	if err := errors.Join(sameContent(ctx, db, plain), plain.Close()); err != nil {
		return err
	}
	h.reach("database opened")
	return h.openFiles(ctx, db, keys)
}

// openFiles opens every attached file into the new form, under its sum: what
// an entry calls it, or what it is.
func (h *Home) openFiles(ctx context.Context, db *sql.DB, keys *vault.Keys) error {
	wanted, err := wantedFiles(ctx, db)
	if err != nil {
		return err
	}
	names := make(map[string]string, len(wanted))
	for sum := range wanted {
		names[keys.Name(sum)+sealedEnding] = sum
	}
	return eachFile(attachmentsIn(h.folder), func(path, name string) error {
		sealed, err := os.Open(path)
		if err != nil {
			return err
		}
		defer sealed.Close() // only read
		from, err := keys.Open(sealed)
		if err != nil {
			return fmt.Errorf("open the attached file %s: %w", name, err)
		}
		hash := sha256.New()
		part := filepath.Join(attachmentsIn(h.formPart()), name)
		_, err = replaceWith(part, func(w io.Writer) error {
			_, err := io.CopyBuffer(io.MultiWriter(w, hash), &interruptible{ctx: ctx, from: from}, make([]byte, portion))
			return err
		})
		if err != nil {
			return fmt.Errorf("open the attached file %s: %w", name, err)
		}
		sum := names[name]
		if sum == "" {
			sum = hex.EncodeToString(hash.Sum(nil))
		}
		h.reach("file opened")
		return os.Rename(part, filepath.Join(attachmentsIn(h.formPart()), sum))
	})
}

// ChangePassphrase gives a protected journal, which was unlocked, another
// passphrase.
func (h *Home) ChangePassphrase(ctx context.Context, passphrase string) error {
	return explain(ctx, h.folder, "change the passphrase", h.changePassphrase(ctx, passphrase))
}

func (h *Home) changePassphrase(ctx context.Context, passphrase string) (err error) {
	keys := h.unlocked()
	switch {
	case !h.protectedForm():
		return fmt.Errorf("%w: the journal is not protected", journal.ErrNotFound)
	case keys == nil:
		return journal.ErrNeedsPassphrase
	}
	if h.openNow() == nil { // else this program holds it already
		held, err := h.takeLock(ctx, exclusive)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, held.release()) }()
		if _, err := h.finishForm(); err != nil {
			return err
		}
	}
	return h.writeKeys(h.folder, keys, passphrase)
}
