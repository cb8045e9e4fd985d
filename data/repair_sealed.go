package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"groundwork/data/vault"
	"groundwork/journal"
)

// What is sealed is whole or does not open: there are no rows to save from it.
// So a protected journal is repaired with the newest good state: its own file,
// or else that of the newest backup that opens, and the saves that go on from
// there, as far as they open. All that was there is kept, sealed as it is.

// repairSealed is repair of a protected journal.
func (h *Home) repairSealed(ctx context.Context) (r journal.Repaired, err error) {
	if h.unlocked() == nil {
		return r, journal.ErrNeedsPassphrase
	}
	s, err := h.open(ctx)
	if err != nil && errors.Is(sentinel(h.folder, err), journal.ErrDamaged) {
		broken := brokenFile(err)
		broken.Repaired = true
		r.Problems = append(r.Problems, broken)
		r.SetAside, err = h.changing(ctx, func() error { return h.makeGoodForm(ctx, &r) })
		if err != nil {
			return r, err
		}
		s, err = h.open(ctx)
	}
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if err := h.mendKeys(s.sealed.keys, &r); err != nil {
		return r, err
	}
	problems, err := s.check(ctx, s.insights()...)
	if err != nil {
		return r, err
	}
	r.Problems = append(r.Problems, problems...)
	w := &repairing{replacing: replacing{h: h}, result: r}
	err = w.mendFiles(ctx, s)
	return w.result, err
}

// makeGoodForm makes a form of the newest good state.
func (h *Home) makeGoodForm(ctx context.Context, r *journal.Repaired) (err error) {
	keys, form := h.unlocked(), h.formPart()
	db, from, err := h.newestGood(ctx, keys)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := h.replayGood(ctx, db, keys, r); err != nil {
		return err
	}
	if err := writeImage(ctx, db, sealedIn(form), keys); err != nil {
		return err
	}
	h.reach("good state written")
	entries := &r.Recovered
	if from.File != "" {
		entries = &r.FromBackup
		r.Problems[0].What += " It was taken from the backup of " + from.Made.Format("2006-01-02 15:04") + "."
	}
	if err := db.QueryRowContext(ctx, `SELECT count(*) FROM entries`).Scan(entries); err != nil {
		return fmt.Errorf("count the entries: %w", err)
	}
	for _, name := range []string{identityName, recoveryName, plainLeft} {
		if there(filepath.Join(h.folder, name)) {
			if err := copyBackup(ctx, filepath.Join(h.folder, name), filepath.Join(form, name)); err != nil {
				return err
			}
		}
	}
	if err := h.linkFiles(ctx); err != nil {
		return err
	}
	return h.keepReplaced()
}

// newestGood takes the newest database that opens into memory: the journal's
// own, or that of the backup from.
func (h *Home) newestGood(ctx context.Context, keys *vault.Keys) (db *sql.DB, from journal.Backup, err error) {
	steps, err := readMigrations(h.migrations)
	if err != nil {
		return nil, from, err
	}
	db, _, err = openImage(ctx, sealedIn(h.folder), keys, len(steps))
	if err == nil || !errors.Is(sentinel(h.folder, err), journal.ErrDamaged) {
		return db, from, err
	}
	all, err := h.Backups(ctx, "")
	if err != nil {
		return nil, from, err
	}
	for _, from := range all {
		if db, err := h.databaseIn(ctx, from, keys, steps); err != nil || db != nil {
			return db, from, err
		}
	}
	return nil, from, journal.ErrBeyondRepair
}

// databaseIn takes the database of a protected backup into memory; nil where it
// cannot be used.
func (h *Home) databaseIn(ctx context.Context, b journal.Backup, keys *vault.Keys, steps []migration) (_ *sql.DB, err error) {
	if !b.Verified || !b.Protected {
		return nil, nil
	}
	a, err := openArchive(b.File)
	if err != nil {
		return nil, ctx.Err()
	}
	defer func() { err = errors.Join(err, a.close()) }()
	if a.readSealedFacts(ctx, keys) != nil {
		return nil, ctx.Err()
	}
	db, err := a.openSealed(ctx, keys)
	if err != nil {
		return nil, ctx.Err()
	}
	at, err := lookAt(ctx, db, len(steps))
	if err == nil && at.refusal(len(steps)) == nil {
		if _, problems, err := h.examineOpen(ctx, a, db, steps[:at.version]); err == nil && len(problems) == 0 {
			return db, nil
		}
	}
	return nil, errors.Join(ctx.Err(), db.Close())
}

// replayGood does the saves again that go on from a database, as far as they
// open, and tells how many do not.
func (h *Home) replayGood(ctx context.Context, db *sql.DB, keys *vault.Keys, r *journal.Repaired) error {
	_, err := replay(ctx, db, h.folder, keys)
	if err == nil || !errors.Is(err, journal.ErrDamaged) {
		return err
	}
	last, err := lastSave(ctx, db)
	if err != nil {
		return err
	}
	all, err := listSaves(h.folder)
	if err != nil {
		return err
	}
	lost := 0
	for _, each := range all {
		if each.number > last {
			lost++
		}
	}
	r.Problems = append(r.Problems, journal.Problem{What: fmt.Sprintf("Of the last saves %d could not be done again, since one of them is damaged or missing.", lost)})
	return nil
}

// linkFiles brings the attached files into the new form. Sealed ones are never
// written to, so the same file may lie in both.
func (h *Home) linkFiles(ctx context.Context) error {
	return eachFile(attachmentsIn(h.folder), func(path, name string) error {
		to := filepath.Join(attachmentsIn(h.formPart()), name)
		if os.Link(path, to) == nil {
			return nil
		}
		return copyBackup(ctx, path, to) // where the disk knows no links
	})
}

// sealedFileFrom takes an attached file from a protected backup that holds it as
// it was.
func (w *repairing) sealedFileFrom(ctx context.Context, a *archive, name string) (back bool, err error) {
	keys := w.h.unlocked()
	if a.readSealedFacts(ctx, keys) != nil {
		return false, ctx.Err()
	}
	a.keys = keys
	to := shelf{folder: attachmentsIn(w.h.folder), keys: keys}
	file := filepath.Base(to.path(name))
	if a.members[filesPrefix+file] == nil {
		return false, nil
	}
	if sum, err := a.sealedSum(ctx, filesPrefix+file); err != nil || sum != name {
		return false, ctx.Err()
	}
	if err := makeFolder(to.folder); err != nil {
		return false, err
	}
	part := filepath.Join(to.folder, comingPrefix+file)
	if err := removeIfThere(part); err != nil {
		return false, err
	}
	if err := a.extract(ctx, filesPrefix+file, part); err != nil {
		return false, err
	}
	if err := errors.Join(syncFile(part), os.Rename(part, to.path(name))); err != nil {
		return false, err
	}
	return true, syncFolder(to.folder)
}
