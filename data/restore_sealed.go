package data

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"groundwork/data/vault"
	"groundwork/journal"
)

// A backup of a protected journal takes the place of a journal as a form does
// (switch.go), and so does a plain backup in a protected one, which stays so.

// restoreForm restores a backup where it or the journal is protected.
func (h *Home) restoreForm(ctx context.Context, a *archive, file string, replace bool) (r journal.Restored, err error) {
	keys := h.unlocked()
	if a.protected() {
		if keys, err = h.unlockArchive(ctx, a); err != nil {
			return r, err
		}
	}
	if keys == nil {
		return r, journal.ErrNeedsPassphrase
	}
	old, err := h.replaceable(ctx, replace)
	if err != nil {
		return r, err
	}
	if old == journal.Fine {
		made, err := h.BackUp(ctx, journal.BeforeRestore)
		if err != nil {
			return r, fmt.Errorf("back up the journal before replacing it: %w", err)
		}
		r.Before = made.File
	}
	if err := h.prepareFolder(); err != nil {
		return r, err
	}
	r.Aside, err = h.changing(ctx, func() error { return h.makeRestoredForm(ctx, a, file, keys, &r, old == journal.Damaged) })
	if err != nil {
		return r, err
	}
	h.setKeys(keys)
	// A journal that was plain leaves plain copies.
	_, err = h.sealCopiesNow(ctx)
	return r, err
}

// replaceable refuses to replace what must not be replaced, and tells whether
// what is there can be backed up before.
func (h *Home) replaceable(ctx context.Context, replace bool) (journal.Condition, error) {
	steps, err := readMigrations(h.migrations)
	if err != nil {
		return journal.Absent, err
	}
	if err := h.settle(ctx); err != nil {
		return journal.Absent, err
	}
	at, err := h.openable(ctx, len(steps))
	if replace && errors.Is(err, journal.ErrDamaged) {
		return journal.Damaged, nil
	}
	if err != nil || at.condition == journal.Absent {
		return journal.Absent, err
	}
	s, err := h.open(ctx)
	if replace && errors.Is(err, journal.ErrDamaged) {
		return journal.Damaged, nil
	}
	if err != nil {
		return journal.Absent, err
	}
	n, err := s.Count(ctx, journal.Filter{})
	if err == nil && n > 0 && !replace {
		err = fmt.Errorf("%w: the journal holds %d entries", journal.ErrNotEmpty, n)
	}
	return journal.Fine, errors.Join(err, s.Close())
}

// makeRestoredForm makes the protected form that a backup becomes.
func (h *Home) makeRestoredForm(ctx context.Context, a *archive, file string, keys *vault.Keys, r *journal.Restored, keep bool) (err error) {
	form := h.formPart()
	if a.protected() {
		err = a.unpackForm(ctx, form)
	} else {
		_, err = h.sealArchive(ctx, a, form, keys)
		for _, name := range []string{identityName, recoveryName} {
			if err == nil {
				err = h.copyKeys(name, form)
			}
		}
	}
	if err == nil {
		err = createPrivate(filepath.Join(form, plainLeft))
	}
	if err != nil {
		return err
	}
	steps, err := readMigrations(h.migrations)
	if err != nil {
		return err
	}
	db, at, err := openImage(ctx, sealedIn(form), keys, len(steps))
	if err != nil {
		return h.unreadable(err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	b, problems, err := h.examineOpen(ctx, a, db, steps[:at.version])
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		return fmt.Errorf("%w (%s)", journal.NotBackup("the journal in it is damaged."), problems[0].What)
	}
	if b.File, err = filepath.Abs(file); err != nil {
		return err
	}
	r.Backup = b
	if r.Problems, err = a.fileProblems(ctx, db); err != nil || !keep {
		return err
	}
	return h.keepReplaced()
}

func (h *Home) copyKeys(name, to string) error {
	file, err := h.readKeyFile(name)
	if err != nil {
		return err
	}
	return replaceFile(filepath.Join(to, name), file)
}

// sealedProblems lists the attached files that entries name and that are
// missing from a protected backup, or are not what they were.
func (a *archive) sealedProblems(ctx context.Context, named []attachedFile) (problems []journal.Problem, err error) {
	for _, f := range named {
		name, _ := contentName(f.sum)
		member := filesPrefix + a.keys.Name(name) + sealedEnding
		what := ""
		if a.members[member] == nil {
			what = fileProblem(journal.ErrNotFound)
		} else if sum, err := a.sealedSum(ctx, member); err != nil && !errors.Is(err, journal.ErrDamaged) {
			return nil, err
		} else if err != nil || sum != name {
			what = fileProblem(journal.ErrDamaged)
		}
		if what != "" {
			problems = append(problems, f.problem(what))
		}
	}
	return problems, nil
}

func (a *archive) sealedSum(ctx context.Context, member string) (string, error) {
	opened, err := a.keys.Open(a.reader(ctx, member))
	if err != nil {
		return "", err
	}
	return sumOfReader(ctx, opened)
}

// unpackProtected makes the protected backup in u a journal in a folder.
func (h *Home) unpackProtected(ctx context.Context, u *unpacked) error {
	keys, err := h.unlockArchive(ctx, u.archive)
	if err != nil {
		return err
	}
	for _, name := range []string{identityName, recoveryName, sealedDatabase} {
		if u.members[name] == nil {
			return journal.NotBackup("its keys are missing.")
		}
		if err := u.extract(ctx, name, filepath.Join(u.home.folder, name)); err != nil {
			return err
		}
	}
	return h.examineSealed(ctx, u, keys)
}

// unpackSealing takes the database of a plain backup into u as a protected one,
// with keys that nobody keeps: nothing plain lies beside a protected journal.
func (h *Home) unpackSealing(ctx context.Context, u *unpacked) error {
	unkept, err := journal.NewRecoveryKey()
	if err != nil {
		return err
	}
	keys, err := vault.NewKeys(unkept)
	if err != nil {
		return err
	}
	_, err = writeSealed(sealedIn(u.home.folder), keys, func(w io.Writer) error {
		_, err := io.CopyBuffer(w, u.reader(ctx, databaseName), make([]byte, portion))
		return err
	})
	if err != nil {
		return err
	}
	return h.examineSealed(ctx, u, keys)
}

// examineSealed is examine of the sealed database that was unpacked into u.
func (h *Home) examineSealed(ctx context.Context, u *unpacked, keys *vault.Keys) error {
	u.home.setKeys(keys)
	steps, err := readMigrations(h.migrations)
	if err != nil {
		return err
	}
	db, at, err := openImage(ctx, sealedIn(u.home.folder), keys, len(steps))
	if errors.Is(err, journal.ErrForeign) {
		return journal.NotBackup("the journal in it is of another program.")
	}
	if err != nil {
		return h.unreadable(err)
	}
	u.backup, u.problems, err = h.examineOpen(ctx, u.archive, db, steps[:at.version])
	return errors.Join(err, db.Close())
}

// fetchSealed takes a sealed attached file out of a protected backup.
func (u *unpacked) fetchSealed(ctx context.Context, to shelf, name string) error {
	member := filesPrefix + filepath.Base(to.path(name))
	if u.members[member] == nil {
		return fmt.Errorf("%w: the backup holds no such file", journal.ErrNotFound)
	}
	if err := makeFolder(to.folder); err != nil {
		return err
	}
	return u.extract(ctx, member, to.path(name))
}

// sealedSize tells how many bytes an attached file of a protected backup has.
func (u *unpacked) sealedSize(member string) (int64, error) {
	at := u.members[member]
	if at == nil {
		return 0, fmt.Errorf("%w: the backup holds no such file", journal.ErrNotFound)
	}
	_, size, err := u.keys.OpenAt(at, at.Size())
	return size, err
}

// keepReplaced has the old form kept, for there is no backup of it.
func (h *Home) keepReplaced() error {
	if err := os.MkdirAll(h.formReplaced(), 0o700); err != nil {
		return fmt.Errorf("make room for the old journal: %w", err)
	}
	mark := filepath.Join(h.formReplaced(), keepMark)
	if err := createPrivate(mark); err != nil {
		return err
	}
	return errors.Join(syncFile(mark), syncFolder(h.formReplaced()))
}
