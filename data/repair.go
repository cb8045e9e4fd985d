package data

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"groundwork/data/salvage"
	"groundwork/journal"
)

// Repair mends a damaged journal, which nobody may have open (ErrLocked), after
// a copy of what is there. What can be read goes into a new file, row by row,
// and what is missing comes from the newest good backup. A sound journal stays
// as it is, and so does one of a newer program (ErrNewerSchema) or what is no
// journal (ErrDamaged). Killed at any moment, it leaves the old file or the new
// one.
func (h *Home) Repair(ctx context.Context) (journal.Repaired, error) {
	r, err := h.repair(ctx)
	if r.Problems == nil {
		r.Problems = []journal.Problem{}
	}
	r.OK = err == nil && !slices.ContainsFunc(r.Problems, func(p journal.Problem) bool { return !p.Repaired })
	return r, explain(ctx, h.folder, "repair the journal", err)
}

func (h *Home) repair(ctx context.Context) (r journal.Repaired, err error) {
	steps, err := readMigrations(h.migrations)
	if err != nil {
		return r, err
	}
	if h.protectedForm() {
		return h.repairSealed(ctx)
	}
	if !there(h.file()) && !h.hasWAL() && !h.unfinished() {
		return r, fmt.Errorf("%w: there is no journal in %s", journal.ErrNotFound, h.folder)
	}
	held, err := h.takeLock(ctx, exclusive)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, held.release()) }()
	if err := h.finishOther(ctx); err != nil { // of a restore that was interrupted
		return r, err
	}
	w := &repairing{replacing: replacing{h: h}, steps: steps}
	defer func() {
		if err != nil {
			err = errors.Join(err, w.undo(false))
		}
		err = errors.Join(err, w.clear())
	}()
	err = w.run(ctx)
	return w.result, err
}

// repairing is a repair on its way.
type repairing struct {
	replacing
	steps   []migration
	result  journal.Repaired
	copied  *Home // a copy of what is there, which may be changed
	made    *Home // the new journal
	version int   // of the schema that the damaged one has
	sound   bool  // SQLite finds nothing wrong with its file

	rows    salvaging
	altered map[journal.ID]altered // entries that are not what was saved
	fromOld map[journal.ID]bool    // entries that came from a backup
}

func (w *repairing) run(ctx context.Context) error {
	if err := w.copyOld(ctx); err != nil {
		return err
	}
	problems, err := w.examine(ctx)
	if err != nil {
		return err
	}
	if len(problems) == 0 {
		return w.mendFilesAlone(ctx)
	}
	if err := w.backUp(ctx); err != nil {
		return err
	}
	s, err := w.mend(ctx, problems)
	if err != nil {
		return err
	}
	if err := errors.Join(w.finish(ctx, s), s.Close()); err != nil {
		return err
	}
	if err := w.writeRest(); err != nil {
		return err
	}
	return w.replace()
}

// workFolder makes a journal's home that is thrown away at the end.
func (w *repairing) workFolder() (*Home, error) {
	folder, err := w.h.lookFolder()
	if err != nil {
		return nil, err
	}
	home := NewHome(folder, Options{Now: w.h.now})
	home.migrations, home.scrap = w.h.migrations, true
	return home, nil
}

func (w *repairing) clear() (err error) {
	for _, home := range []*Home{w.copied, w.made} {
		if home != nil {
			err = errors.Join(err, os.RemoveAll(home.folder))
		}
	}
	return err
}

// backUp makes a backup of what is there, where SQLite reads it well. Else the
// file itself is kept.
func (w *repairing) backUp(ctx context.Context) (err error) {
	w.keep = !w.sound
	if !w.sound {
		return nil
	}
	db, err := openPool(ctx, writerDSN(w.copied.file()), 1)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	made, err := w.h.keepBackup(ctx, db, journal.BeforeRepair, "")
	if err != nil {
		return fmt.Errorf("back up the journal before repairing it: %w", err)
	}
	w.result.Backup = made.File
	w.h.reach("damaged journal backed up")
	return nil
}

// mend makes the new journal out of what can be read.
func (w *repairing) mend(ctx context.Context, problems []journal.Problem) (s *Store, err error) {
	if w.made, err = w.workFolder(); err != nil {
		return nil, err
	}
	if err := w.made.create(ctx, w.steps[:w.version]); err != nil {
		return nil, err
	}
	if err := w.salvage(ctx); err != nil {
		return nil, err
	}
	w.h.reach("rows put into a new file")
	if s, err = w.made.open(ctx); err != nil {
		return nil, err
	}
	s.shelf = shelf{folder: attachmentsIn(w.h.folder)}
	for _, p := range problems {
		if p.Entry == "" { // those of entries are told by what became of them
			p.Repaired = true
			w.result.Problems = append(w.result.Problems, p)
		}
	}
	for _, do := range []func(context.Context, *Store) error{w.rewrite, w.fill, w.dropVersions} {
		if err := do(ctx, s); err != nil {
			return nil, errors.Join(err, s.Close())
		}
	}
	return s, nil
}

// salvage reads the copy and puts its rows into the new file.
func (w *repairing) salvage(ctx context.Context) (err error) {
	file, size, err := openSized(w.copied.file())
	if err != nil {
		return err
	}
	defer file.Close() // only read
	log, logSize, err := openSized(w.copied.file() + "-wal")
	if err != nil {
		return err
	}
	defer log.Close() // only read
	known, err := knownSchema(ctx, w.steps[:w.version])
	if err != nil {
		return err
	}
	if w.rows.from, err = salvage.Open(file, size, log, logSize, known); err != nil {
		return err
	}
	db, err := openPool(ctx, migrationDSN(w.made.file()), 1)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := w.rows.putRows(ctx, db); err != nil {
		return fmt.Errorf("put what can be read into a new file: %w", err)
	}
	return nil
}

// finish looks whether the new journal is sound, and mends the attached files,
// which lie beside it.
func (w *repairing) finish(ctx context.Context, s *Store) error {
	var entries int
	if err := s.readers.QueryRowContext(ctx, `SELECT count(*) FROM entries`).Scan(&entries); err != nil {
		return err
	}
	w.result.FromBackup = len(w.fromOld)
	w.result.Recovered = entries - len(w.fromOld)
	problems, err := s.check(ctx, s.insights()...)
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		return fmt.Errorf("%w: the mended journal is not sound: %s", journal.ErrDamaged, problems[0].What)
	}
	return w.mendFiles(ctx, s)
}

// replace puts the new file in the place of the damaged one.
func (w *repairing) replace() (err error) {
	if w.made.hasWAL() {
		return fmt.Errorf("%w: the new file was not closed", journal.ErrDamaged)
	}
	if err := removeIfThere(w.h.draft()); err != nil {
		return err
	}
	if err := os.Rename(w.made.file(), w.h.draft()); err != nil {
		return fmt.Errorf("bring the new file beside the old one: %w", err)
	}
	w.h.reach("about to replace")
	if err := w.decide(); err != nil {
		return err
	}
	w.result.SetAside, err = w.h.finishRestore()
	return err
}
