package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"groundwork/journal"
)

// unpacked is a backup whose database lies in a folder of its own, as a
// journal that can be opened.
type unpacked struct {
	*archive
	home     *Home
	backup   journal.Backup
	problems []journal.Problem // with the database; then nothing else was looked at
}

// unpack takes the database out of a backup into a private folder and looks
// whether it can be trusted.
func (h *Home) unpack(ctx context.Context, file string) (u *unpacked, err error) {
	a, err := openArchive(file)
	if err != nil {
		return nil, err
	}
	opened := &unpacked{archive: a}
	defer func() {
		if err != nil {
			err = errors.Join(err, opened.close())
		}
	}()
	folder, err := h.lookFolder()
	if err != nil {
		return nil, err
	}
	opened.home = NewHome(folder, Options{Now: h.now, Unlocked: h.unlockedCall})
	opened.home.migrations, opened.home.scrap = h.migrations, true
	switch {
	case a.protected():
		err = h.unpackProtected(ctx, opened)
	case h.protectedForm():
		err = h.unpackSealing(ctx, opened)
	default:
		if err = a.extract(ctx, databaseName, opened.home.file()); err == nil {
			opened.backup, opened.problems, err = h.examine(ctx, a, opened.home.file())
		}
	}
	if err != nil {
		return nil, err
	}
	if opened.backup.File, err = filepath.Abs(file); err != nil {
		return nil, err
	}
	return opened, nil
}

// lookFolder makes a private folder for a backup that is looked into: with the
// journal's own, or where there is none yet, with the system's.
func (h *Home) lookFolder() (string, error) {
	if !there(h.folder) {
		return os.MkdirTemp("", "groundwork-")
	}
	if err := os.MkdirAll(backupsIn(h.folder), 0o700); err != nil {
		return "", fmt.Errorf("make the folder of backups: %w", err)
	}
	return os.MkdirTemp(backupsIn(h.folder), lookPrefix+"*")
}

// close removes the folder again.
func (u *unpacked) close() error {
	err := u.archive.close()
	if u.home != nil {
		err = errors.Join(err, os.RemoveAll(u.home.folder))
	}
	return err
}

// examine looks whether the database of a backup, which was unpacked to a
// path, is one of Groundwork and sound. One of another program is an
// ErrInvalid, one of a newer one an ErrNewerSchema.
func (h *Home) examine(ctx context.Context, a *archive, path string) (b journal.Backup, problems []journal.Problem, err error) {
	steps, err := readMigrations(h.migrations)
	if err != nil {
		return b, nil, err
	}
	at, err := lookInside(ctx, frozenDSN(path), len(steps))
	switch {
	case err != nil && errors.Is(sentinel(h.folder, err), journal.ErrDamaged):
		return b, nil, fmt.Errorf("%w (%w)", journal.NotBackup("the journal in it is damaged."), err)
	case err != nil:
		return b, nil, err
	case at.condition == journal.Newer:
		return b, nil, fmt.Errorf("%w: a backup of schema %d, this program knows %d", journal.ErrNewerSchema, at.version, len(steps))
	case at.condition != journal.Fine && !errors.Is(at.why, journal.ErrForeign):
		return b, nil, fmt.Errorf("%w (%w)", journal.NotBackup("the journal in it is damaged."), at.why)
	case at.condition != journal.Fine:
		return b, nil, journal.NotBackup("the journal in it is of another program.")
	}
	db, err := openPool(ctx, frozenDSN(path), 1)
	if err != nil {
		return b, nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return h.examineOpen(ctx, a, db, steps[:at.version])
}

// examineOpen is examine of a database that is open and of a schema.
func (h *Home) examineOpen(ctx context.Context, a *archive, db *sql.DB, steps []migration) (b journal.Backup, problems []journal.Problem, err error) {
	if problems, err = fileProblems(ctx, db, integrity); err != nil || len(problems) > 0 {
		return b, problems, h.unreadable(err)
	}
	if err := sameSchema(ctx, db, steps); err != nil {
		return b, nil, h.unreadable(err)
	}
	b, problems, err = a.compare(ctx, db)
	return b, problems, h.unreadable(err)
}

// unreadable says that a database is damaged as what it is here: a backup that
// cannot be used.
func (h *Home) unreadable(err error) error {
	if err != nil && !errors.Is(err, journal.ErrInvalid) && errors.Is(sentinel(h.folder, err), journal.ErrDamaged) {
		return fmt.Errorf("%w (%w)", journal.NotBackup("the journal in it is damaged."), err)
	}
	return err
}

// compare tells what there is in a backup, and where it is not what the backup
// says of itself.
func (a *archive) compare(ctx context.Context, db *sql.DB) (b journal.Backup, problems []journal.Problem, err error) {
	f, err := readFacts(ctx, db)
	if err != nil {
		return b, nil, err
	}
	info, err := a.file.Stat()
	if err != nil {
		return b, nil, err
	}
	b = journal.Backup{
		Made: info.ModTime(), Entries: f.entries, Bytes: a.size,
		Schema: f.schema, Attachments: len(a.files), Stamp: f.stamp, Journal: f.journal, Protected: a.protected(),
	}
	if a.facts == nil {
		return b, nil, nil
	}
	b.Made, b.Why, b.Verified = a.facts.Made, a.facts.Why, true
	if a.facts.Entries != f.entries || a.facts.Stamp != f.stamp {
		problems = []journal.Problem{{What: fmt.Sprintf("The backup was made with %d entries and holds %d.", a.facts.Entries, f.entries)}}
		b.Verified = false
	}
	return b, problems, nil
}

// fileProblems lists the attached files that entries name and that are missing
// from the backup, or are not what they were.
func (a *archive) fileProblems(ctx context.Context, q querier) ([]journal.Problem, error) {
	named, err := attachedFilesOf(ctx, q)
	if err != nil {
		return nil, err
	}
	if a.protected() {
		return a.sealedProblems(ctx, named)
	}
	altered := map[string]bool{}
	for _, name := range a.files {
		sum, err := a.sum(ctx, filesPrefix+name)
		if err != nil {
			return nil, err
		}
		altered[name] = sum != name
	}
	var problems []journal.Problem
	for _, f := range named {
		name, _ := contentName(f.sum)
		wrong, found := altered[name]
		switch {
		case !found:
			problems = append(problems, f.problem(fileProblem(journal.ErrNotFound)))
		case wrong:
			problems = append(problems, f.problem(fileProblem(journal.ErrDamaged)))
		}
	}
	return problems, nil
}
