package data

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"groundwork/data/vault"
	"groundwork/journal"
)

// sealCopies seals the plain backups of a journal that was protected, in its
// own folder and in the second one, and clears what else lies about. It does
// what can be done and names the rest. Killed, it goes on the next time.
func (h *Home) sealCopies(ctx context.Context, s *Store) (done journal.SealedCopies, err error) {
	keys := s.sealed.keys
	settings, err := s.Settings(ctx)
	if err != nil {
		return done, err
	}
	clearLent()
	folders := []string{backupsIn(h.folder)}
	if second, _ := journal.ReadBackupSettings(settings); second != "" {
		folders = append(folders, second)
	}
	held, err := h.takeBackupsLock(ctx)
	if err != nil {
		return done, err
	}
	defer func() { err = errors.Join(err, held.release()) }()
	for _, folder := range folders {
		if err := h.sealFolder(ctx, folder, keys, settings[journal.SettingJournal], &done); err != nil {
			return done, err
		}
	}
	if err := h.sealAside(ctx, keys, &done); err != nil {
		return done, err
	}
	return done, removeIfThere(filepath.Join(h.folder, plainLeft))
}

// sealCopiesNow opens the journal, which was closed, to seal its copies.
func (h *Home) sealCopiesNow(ctx context.Context) (done journal.SealedCopies, err error) {
	steps, err := readMigrations(h.migrations)
	if err != nil {
		return done, err
	}
	s, err := h.openProtected(ctx, steps)
	if err != nil {
		return done, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return h.sealCopies(ctx, s)
}

// sealFolder seals the plain backups of a journal that lie in a folder.
func (h *Home) sealFolder(ctx context.Context, folder string, keys *vault.Keys, own string, done *journal.SealedCopies) error {
	// Whoever is killed while copying a backup leaves a plain part of it. Another
	// journal's copy on its way to the same folder fails by this, says so, and is
	// made again with the next backup.
	clearOld(folder, partPrefix, 0)
	clearOld(folder, lookPrefix, 0)
	all, err := h.listBackups(ctx, folder)
	if err != nil {
		if ctx.Err() != nil {
			return err
		}
		if !errors.Is(err, fs.ErrNotExist) || folder != backupsIn(h.folder) {
			done.OutOfReach = append(done.OutOfReach, folder)
		}
		return nil
	}
	for _, b := range all {
		if b.Protected || folder != backupsIn(h.folder) && b.Journal != own {
			continue
		}
		err := h.sealBackup(ctx, b, keys)
		if ctx.Err() != nil {
			return err
		}
		if err != nil {
			done.OutOfReach = append(done.OutOfReach, b.File)
			continue
		}
		done.Sealed++
		h.reach("backup sealed")
	}
	return nil
}

// sealBackup puts a protected backup in the place of a plain one.
func (h *Home) sealBackup(ctx context.Context, b journal.Backup, keys *vault.Keys) (err error) {
	a, err := openArchive(b.File)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.close()) }()
	form, err := os.MkdirTemp(filepath.Dir(b.File), partPrefix+"*")
	if err != nil {
		return fmt.Errorf("make room: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(form)) }()
	facts, err := h.sealArchive(ctx, a, form, keys)
	if err != nil {
		return err
	}
	if a.facts != nil {
		facts.Made, facts.Why = a.facts.Made, a.facts.Why
	} else {
		facts.Made, facts.Why = b.Made, journal.BackupByHand
	}
	for _, name := range []string{identityName, recoveryName} {
		file, err := h.readKeyFile(name)
		if err == nil {
			err = replaceFile(filepath.Join(form, name), file)
		}
		if err != nil {
			return err
		}
	}
	_, err = h.packForm(ctx, form, keys, facts, b.File)
	return err
}

// sealArchive seals what a plain backup holds into a folder, without a plain
// file in between.
func (h *Home) sealArchive(ctx context.Context, a *archive, form string, keys *vault.Keys) (facts backupFacts, err error) {
	image, err := io.ReadAll(a.reader(ctx, databaseName))
	if err != nil {
		return facts, fmt.Errorf("read a backup: %w", err)
	}
	db, err := openMemory(ctx, image)
	if err != nil {
		return facts, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if facts, err = h.sealedFacts(ctx, db, journal.BackupByHand); err != nil {
		return facts, err
	}
	if err := writeImage(ctx, db, sealedIn(form), keys); err != nil {
		return facts, err
	}
	to := shelf{folder: attachmentsIn(form), keys: keys}
	if err := makeFolder(to.folder); err != nil {
		return facts, err
	}
	for _, name := range a.files {
		_, err := writeSealed(to.path(name), keys, func(w io.Writer) error {
			_, err := io.CopyBuffer(w, a.reader(ctx, filesPrefix+name), make([]byte, portion))
			return err
		})
		if err != nil {
			return facts, fmt.Errorf("seal an attached file: %w", err)
		}
	}
	return facts, nil
}
