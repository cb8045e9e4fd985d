package data

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"groundwork/journal"
)

// Restore puts a backup in place of the journal, which nobody may have open
// (ErrLocked). A journal that holds entries is an ErrNotEmpty and a damaged one
// an ErrDamaged, unless replace is given. A backup of what is there is made
// first; what is damaged is moved aside. Killed at any moment, it leaves the old
// journal or the new one.
func (h *Home) Restore(ctx context.Context, file string, replace bool) (journal.Restored, error) {
	r, err := h.restore(ctx, file, replace)
	return r, explain(ctx, h.folder, "restore a backup", err)
}

func (h *Home) restore(ctx context.Context, file string, replace bool) (r journal.Restored, err error) {
	a, err := openArchive(file)
	if err != nil {
		return r, err // before a folder is made
	}
	defer func() { err = errors.Join(err, a.close()) }()
	if a.protected() || h.protectedForm() {
		return h.restoreForm(ctx, a, file, replace)
	}
	fresh := !there(h.folder)
	if err := h.prepareFolder(); err != nil {
		return r, err
	}
	held, err := h.takeLock(ctx, exclusive)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, held.release()) }()
	if err := h.finishOther(ctx); err != nil { // of another one, that was interrupted
		return r, err
	}
	work := &restoring{replacing: replacing{h: h}, from: a, file: file}
	defer func() {
		if err != nil {
			err = errors.Join(err, work.undo(fresh))
		}
	}()
	if err := work.prepare(ctx, replace); err != nil {
		return r, err
	}
	if err := work.decide(); err != nil {
		return r, err
	}
	work.result.Aside, err = h.finishRestore()
	return work.result, err
}

// restoring is a restore on its way.
type restoring struct {
	replacing
	from   *archive
	file   string
	result journal.Restored
}

// prepare does all that may fail: it unpacks and checks the backup, backs the
// journal up, and brings the attached files into their folder, where they do
// not harm the journal that is there.
func (r *restoring) prepare(ctx context.Context, replace bool) error {
	old, err := r.look(ctx, replace)
	if err != nil {
		return err
	}
	if err := removeIfThere(r.h.draft()); err != nil {
		return err
	}
	if err := r.from.extract(ctx, databaseName, r.h.draft()); err != nil {
		return err
	}
	r.h.reach("database unpacked")
	b, problems, err := r.h.examine(ctx, r.from, r.h.draft())
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		return fmt.Errorf("%w (%s)", journal.NotBackup("the journal in it is damaged."), problems[0].What)
	}
	if b.File, err = filepath.Abs(r.file); err != nil {
		return err
	}
	r.result.Backup = b
	r.keep = old == journal.Damaged
	if old == journal.Fine {
		err := r.backUpOld(ctx)
		// Its head can be read, and the rest cannot.
		r.keep = replace && err != nil && errors.Is(sentinel(r.h.folder, err), journal.ErrDamaged)
		if err != nil && !r.keep {
			return err
		}
	}
	r.h.reach("old journal backed up")
	return r.takeFiles(ctx)
}

// look refuses to replace what must not be replaced.
func (r *restoring) look(ctx context.Context, replace bool) (journal.Condition, error) {
	steps, err := readMigrations(r.h.migrations)
	if err != nil {
		return journal.Absent, err
	}
	at, err := r.h.openable(ctx, len(steps))
	switch {
	case replace && errors.Is(err, journal.ErrDamaged):
		return journal.Damaged, nil
	case err != nil || at.condition == journal.Absent || replace:
		return at.condition, err
	}
	db, err := openPool(ctx, r.h.lookDSN(), 1)
	if err != nil {
		return at.condition, err
	}
	var entries int
	err = db.QueryRowContext(ctx, "SELECT count(*) FROM entries").Scan(&entries)
	if err == nil && entries > 0 {
		err = fmt.Errorf("%w: the journal holds %d entries", journal.ErrNotEmpty, entries)
	}
	return at.condition, errors.Join(err, db.Close())
}

// backUpOld makes a verified backup of the journal that is replaced.
func (r *restoring) backUpOld(ctx context.Context) (err error) {
	db, err := openPool(ctx, writerDSN(r.h.file()), 1)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	made, err := r.h.keepBackup(ctx, db, journal.BeforeRestore, r.file)
	if err != nil {
		return fmt.Errorf("back up the journal before replacing it: %w", err)
	}
	r.result.Before = made.File
	return nil
}

// takeFiles brings the attached files of the backup into the journal's folder.
// One that is there and sound stays as it is.
func (r *restoring) takeFiles(ctx context.Context) error {
	db, err := openPool(ctx, frozenDSN(r.h.draft()), 1)
	if err != nil {
		return err
	}
	r.result.Problems, err = r.from.fileProblems(ctx, db)
	if err = errors.Join(err, db.Close()); err != nil || len(r.from.files) == 0 {
		return err
	}
	folder := attachmentsIn(r.h.folder)
	if err := makeFolder(folder); err != nil {
		return fmt.Errorf("make the folder of attachments: %w", err)
	}
	for _, name := range r.from.files {
		if err := r.takeFile(ctx, r.from, name); err != nil {
			return fmt.Errorf("bring in an attached file: %w", err)
		}
	}
	return syncFolder(folder)
}
