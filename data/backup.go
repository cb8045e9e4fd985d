package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"groundwork/journal"
)

// backupsIn names the folder of backups in a journal's folder.
func backupsIn(folder string) string { return filepath.Join(folder, "backups") }

// The names in the folder of backups that are no backups: what is being
// written, and backups that are open to be read.
const (
	partPrefix = ".groundwork-part-"
	lookPrefix = ".groundwork-open-"
)

// step is a moment in the making of a backup or in a restore at which it may
// be killed.
type step string

func (h *Home) reach(s step) {
	if h.reached != nil {
		h.reached(s)
	}
}

// BackUp makes a verified backup in the journal's folder, removes those that
// need not be kept any more, and copies it to the second folder of the user's
// choice. It may run while the journal is open and written; where there is no
// journal it is an ErrNotFound.
func (h *Home) BackUp(ctx context.Context, why journal.BackupReason) (made journal.BackedUp, err error) {
	if h.protectedForm() {
		err = h.withProtected(ctx, func(s *Store) error {
			made, err = h.keepSealedBackup(ctx, s, why)
			return err
		})
		return made, explain(ctx, h.folder, "back up the journal", err)
	}
	err = h.withDatabase(ctx, func(db *sql.DB) error {
		made, err = h.keepBackup(ctx, db, why, "")
		return err
	})
	return made, explain(ctx, h.folder, "back up the journal", err)
}

// BackUpIfDue makes the daily backup if something changed and there is none of
// today; else its File is empty.
func (h *Home) BackUpIfDue(ctx context.Context) (made journal.BackedUp, err error) {
	if h.protectedForm() {
		err = h.withProtected(ctx, func(s *Store) error {
			due, err := h.backupIsDue(ctx, s.readers)
			if err == nil && due {
				made, err = h.keepSealedBackup(ctx, s, journal.BackupDaily)
			}
			return err
		})
		return made, explain(ctx, h.folder, "make the daily backup", err)
	}
	err = h.withDatabase(ctx, func(db *sql.DB) error {
		due, err := h.backupIsDue(ctx, db)
		if err == nil && due {
			made, err = h.keepBackup(ctx, db, journal.BackupDaily, "")
		}
		return err
	})
	return made, explain(ctx, h.folder, "make the daily backup", err)
}

// backupIsDue tells whether something changed and there is no backup of today.
func (h *Home) backupIsDue(ctx context.Context, q querier) (bool, error) {
	now, err := stampOf(ctx, q)
	if err != nil {
		return false, err
	}
	all, err := h.listBackups(ctx, backupsIn(h.folder))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	return journal.BackupDue(all, now, h.now()), nil
}

// BackUpTo makes a verified backup at a path where nothing is yet, or in a
// folder. What is in the way is an fs.ErrExist, a path in the journal's own
// folder an ErrInvalid.
func (h *Home) BackUpTo(ctx context.Context, path string) (made journal.BackedUp, err error) {
	if h.protectedForm() {
		err = h.withProtected(ctx, func(s *Store) error {
			path, err := h.backupTarget(path)
			if err != nil {
				return err
			}
			made, err = h.alone(ctx, func() (journal.BackedUp, error) {
				return h.writeSealedBackup(ctx, s, journal.BackupByHand, path)
			})
			return err
		})
		return made, explain(ctx, filepath.Dir(path), "back up the journal to a file", err)
	}
	err = h.withDatabase(ctx, func(db *sql.DB) error {
		path, err := h.backupTarget(path)
		if err != nil {
			return err
		}
		clearOld(filepath.Dir(path), partPrefix, abandonedAfter)
		made, err = h.alone(ctx, func() (journal.BackedUp, error) {
			return h.writeBackup(ctx, db, journal.BackupByHand, path)
		})
		return err
	})
	return made, explain(ctx, filepath.Dir(path), "back up the journal to a file", err)
}

// backupTarget is where the backup is to lie that the user wants at a path.
func (h *Home) backupTarget(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, h.backupName(journal.BackupByHand))
	}
	folder, err := filepath.EvalSymlinks(filepath.Dir(path))
	if err != nil {
		return "", err
	}
	own, err := filepath.EvalSymlinks(h.folder)
	if err != nil {
		return "", err
	}
	if folder == own || strings.HasPrefix(folder, own+string(filepath.Separator)) {
		return "", &journal.Invalid{Field: "to", Problem: "The journal's own folder is for the journal alone. Choose another place for the file."}
	}
	if _, err := os.Lstat(path); err == nil {
		return "", &fs.PathError{Op: "back up to", Path: path, Err: fs.ErrExist}
	}
	return path, nil
}

// withDatabase opens the journal's database to be copied, whatever its schema,
// without keeping others from it.
func (h *Home) withDatabase(ctx context.Context, do func(db *sql.DB) error) (err error) {
	steps, err := readMigrations(h.migrations)
	if err != nil {
		return err
	}
	if err := h.settle(ctx); err != nil {
		return err
	}
	at, err := h.openable(ctx, len(steps))
	if err != nil {
		return err
	}
	if at.condition == journal.Absent {
		return fmt.Errorf("%w: there is no journal in %s", journal.ErrNotFound, h.folder)
	}
	held, err := h.takeLock(ctx, shared)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, held.release()) }()
	db, err := openPool(ctx, writerDSN(h.file()), 1)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return do(db)
}

// alone runs do while no other program makes backups of this journal, and
// clears away what one that was killed left.
func (h *Home) alone(ctx context.Context, do func() (journal.BackedUp, error)) (made journal.BackedUp, err error) {
	if err := makeFolder(backupsIn(h.folder)); err != nil {
		return made, fmt.Errorf("make the folder of backups: %w", err)
	}
	if err := closeFolder(backupsIn(h.folder)); err != nil {
		return made, err
	}
	held, err := h.takeBackupsLock(ctx)
	if err != nil {
		return made, err
	}
	defer func() { err = errors.Join(err, held.release()) }()
	h.clearParts()
	return do()
}

// keepBackup makes a backup among those in the journal's folder. The caller
// holds the journal's lock, and db is its database. spare, if given, is a backup
// that is not removed, for somebody reads it.
func (h *Home) keepBackup(ctx context.Context, db *sql.DB, why journal.BackupReason, spare string) (journal.BackedUp, error) {
	return h.keepMade(ctx, db, why, spare, func(path string) (journal.BackedUp, error) {
		return h.writeBackup(ctx, db, why, path)
	})
}

// keepMade is keepBackup with what writes the backup.
func (h *Home) keepMade(ctx context.Context, q querier, why journal.BackupReason, spare string, write func(path string) (journal.BackedUp, error)) (journal.BackedUp, error) {
	return h.alone(ctx, func() (made journal.BackedUp, err error) {
		settings, err := readSettings(ctx, q)
		if err != nil {
			return made, fmt.Errorf("read the settings of backups: %w", err)
		}
		second, rule := journal.ReadBackupSettings(settings)
		path, err := h.freeName(why)
		if err != nil {
			return made, err
		}
		if made, err = write(path); err != nil {
			return made, err
		}
		h.reach("backup made")
		if err := h.thin(ctx, backupsIn(h.folder), rule, func(b journal.Backup) bool { return spare == "" || !sameFile(b.File, spare) }); err != nil {
			return made, err
		}
		if second != "" {
			made.Elsewhere = h.copyElsewhere(ctx, made.Backup, second, rule)
		}
		return made, nil
	})
}

// backupName names a backup by its instant and reason, so that names sort by
// age and say what they are.
func (h *Home) backupName(why journal.BackupReason) string {
	return "groundwork-" + h.now().Format("20060102-150405.000") + "-" + string(why) + backupEnding
}

// backupEnding ends the name of every backup.
const backupEnding = ".tar"

// freeName is a name in the folder of backups that nothing has yet. Whoever
// asks holds the lock of backups.
func (h *Home) freeName(why journal.BackupReason) (string, error) {
	first := filepath.Join(backupsIn(h.folder), h.backupName(why))
	path := first
	for n := 2; ; n++ {
		_, err := os.Lstat(path)
		if errors.Is(err, fs.ErrNotExist) {
			return path, nil
		}
		if err != nil {
			return "", fmt.Errorf("name a backup: %w", err)
		}
		path = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(first, backupEnding), n, backupEnding)
	}
}

// clearParts removes what a killed program left half written, and copies that
// somebody looked into a day ago. What cannot be removed does no harm.
func (h *Home) clearParts() {
	clearOld(backupsIn(h.folder), partPrefix, 0)
	clearOld(backupsIn(h.folder), lookPrefix, abandonedAfter)
}

// clearKilledBackup clears the parts away where nobody makes a backup now.
func (h *Home) clearKilledBackup() {
	if !there(backupsIn(h.folder)) {
		return
	}
	held := flock.New(filepath.Join(h.folder, "backups.lock"), flock.SetPermissions(0o600))
	defer held.Close() // frees it
	if got, err := held.TryLock(); err == nil && got {
		h.clearParts()
	}
}

// clearOld removes what has been in a folder for some time and whose name
// begins with prefix.
func clearOld(folder, prefix string, age time.Duration) {
	found, _ := os.ReadDir(folder) // nothing to clear where it cannot be read
	for _, each := range found {
		info, err := each.Info()
		if err == nil && strings.HasPrefix(each.Name(), prefix) && time.Since(info.ModTime()) >= age {
			_ = os.RemoveAll(filepath.Join(folder, each.Name()))
		}
	}
}

// thin removes the backups in a folder that need not be kept any more, of
// those that are the journal's own.
func (h *Home) thin(ctx context.Context, folder string, rule journal.BackupRule, own func(journal.Backup) bool) error {
	all, err := h.listBackups(ctx, folder)
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(b journal.Backup) bool { return !own(b) })
	for _, b := range rule.Thin(all, h.now()) {
		if err := os.Remove(b.File); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("remove a backup that need not be kept: %w", err)
		}
	}
	return nil
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	y, other := os.Stat(b)
	return err == nil && other == nil && os.SameFile(x, y)
}
