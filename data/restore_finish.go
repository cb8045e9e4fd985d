package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"groundwork/journal"
)

// A backup takes the place of the journal in two moves. First its database is
// put beside the journal, whole and on the disk, and gets the name
// comingFile: from that rename on the restore holds, whatever happens. Then the
// old database goes into a folder of its own and the new one gets its name; a
// program that was killed meanwhile is followed by the next that opens the
// journal, which finishes it.

// comingFile is the database that takes the place of the journal.
func (h *Home) comingFile() string { return filepath.Join(h.folder, "restored.db") }

// replacedFolder holds the old database until the new one stands.
func (h *Home) replacedFolder() string { return filepath.Join(h.folder, "replaced") }

// keepMark is the file in replacedFolder that says that there is no backup of
// what lies in it: it is kept.
const keepMark = "keep"

// unfinished tells whether a restore was decided and not finished.
func (h *Home) unfinished() bool { return there(h.comingFile()) }

func there(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// settle finishes a restore or a change of form that was interrupted.
func (h *Home) settle(ctx context.Context) (err error) {
	if !h.unfinished() && !there(h.replacedFolder()) && !h.switching() {
		return nil
	}
	held, err := h.takeLock(ctx, exclusive)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, held.release()) }()
	err = h.finishOther(ctx)
	_, finished := h.finishForm()
	return errors.Join(err, finished)
}

// finishOther finishes a restore that another process began. We bring what is to
// come to the disk before it gets its name, so a file of that name which is no
// journal is not ours, or the disk lost it: it must not take the place of a
// journal that still stands, and is kept beside it. The caller holds the
// journal alone.
func (h *Home) finishOther(ctx context.Context) error {
	if h.unfinished() && there(h.file()) {
		steps, err := readMigrations(h.migrations)
		if err != nil {
			return err
		}
		at, err := lookInside(ctx, frozenDSN(h.comingFile()), len(steps))
		broken := err != nil && errors.Is(sentinel(h.folder, err), journal.ErrDamaged)
		if err != nil && !broken {
			return fmt.Errorf("look at what takes the journal's place: %w", err)
		}
		if broken || at.condition == journal.Damaged {
			aside := filepath.Join(h.folder, "restored-"+h.now().Format("20060102-150405")+".db")
			if err := os.Rename(h.comingFile(), aside); err != nil {
				return fmt.Errorf("set aside what is no journal: %w", err)
			}
		}
	}
	_, err := h.finishRestore()
	return err
}

// finishRestore puts the coming database in its place, if there is one, and
// clears away what it replaces. aside is the folder in which a damaged journal
// is kept. The caller holds the journal alone. It may be interrupted anywhere,
// and does nothing where nothing is to be done.
func (h *Home) finishRestore() (aside string, err error) {
	if h.unfinished() {
		if err := h.changePlaces(); err != nil {
			return "", fmt.Errorf("put the backup in its place: %w", err)
		}
	}
	if aside, err = h.clearReplaced(); err != nil {
		return "", fmt.Errorf("clear away what was replaced: %w", err)
	}
	return aside, nil
}

// changePlaces moves the old database out of the way and the new one in. The
// WAL must be gone before the new one comes, for SQLite would take it for its
// own.
func (h *Home) changePlaces() error {
	if err := os.MkdirAll(h.replacedFolder(), 0o700); err != nil {
		return err
	}
	for _, suffix := range []string{"-wal", "", "-shm"} {
		err := os.Rename(h.file()+suffix, filepath.Join(h.replacedFolder(), databaseName+suffix))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		h.reach("old database moved" + step(suffix))
	}
	if err := errors.Join(syncFolder(h.replacedFolder()), syncFolder(h.folder)); err != nil {
		return err
	}
	if err := os.Rename(h.comingFile(), h.file()); err != nil {
		return err
	}
	h.reach("new database in place")
	return syncFolder(h.folder)
}

// clearReplaced removes the old database, of which there is a backup, or keeps
// it under a name of its own where there is none.
func (h *Home) clearReplaced() (aside string, err error) { return h.clearAway(h.replacedFolder()) }

func (h *Home) clearAway(folder string) (aside string, err error) {
	holds := there(filepath.Join(folder, databaseName)) || there(filepath.Join(folder, databaseName+"-wal")) || isProtected(folder)
	if !there(filepath.Join(folder, keepMark)) || !holds {
		return "", os.RemoveAll(folder)
	}
	first := filepath.Join(h.folder, "damaged-"+h.now().Format("20060102-150405"))
	for aside = first; there(aside); aside += "-2" {
	}
	if err := os.Rename(folder, aside); err != nil {
		return "", err
	}
	h.reach("damaged database kept")
	if err := os.Remove(filepath.Join(aside, keepMark)); err != nil {
		return "", err
	}
	return aside, syncFolder(h.folder)
}
