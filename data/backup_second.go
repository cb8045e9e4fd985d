package data

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"groundwork/journal"
)

// copyElsewhere brings a backup to the second folder of the user's choice. A
// folder that is not there is not made: a disk that is not plugged in would
// become a folder on this one. The error is an ErrBackupFolder.
func (h *Home) copyElsewhere(ctx context.Context, b journal.Backup, folder string, rule journal.BackupRule) error {
	own, err := os.Stat(backupsIn(h.folder))
	if err != nil {
		return err
	}
	err = func() error {
		there, err := os.Stat(folder)
		if err != nil {
			return err
		}
		if os.SameFile(own, there) {
			return nil
		}
		clearOld(folder, partPrefix, abandonedAfter)
		if err := copyBackup(ctx, b.File, filepath.Join(folder, filepath.Base(b.File))); err != nil {
			return err
		}
		h.reach("backup copied")
		if b.Journal == "" {
			return nil // whose the others are cannot be told
		}
		return h.thin(ctx, folder, rule, func(other journal.Backup) bool { return other.Journal == b.Journal })
	}()
	if err != nil {
		return fmt.Errorf("%w: %w", journal.ErrBackupFolder, explain(ctx, folder, "copy the backup there", err))
	}
	return nil
}

// copyBackup copies a file and compares what came out.
func copyBackup(ctx context.Context, from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close() // only read
	part, err := os.CreateTemp(filepath.Dir(to), partPrefix+"*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, removeIfThere(part.Name())) }()
	want := sha256.New()
	_, err = io.CopyBuffer(io.MultiWriter(part, want), &interruptible{ctx: ctx, from: in}, make([]byte, portion))
	if err == nil {
		err = part.Sync()
	}
	if err = errors.Join(err, part.Close()); err != nil {
		return err
	}
	back, err := openVerified(ctx, part.Name(), hex.EncodeToString(want.Sum(nil)))
	if err != nil {
		return err
	}
	if err := back.Close(); err != nil {
		return err
	}
	if err := os.Rename(part.Name(), to); err != nil {
		return err
	}
	return syncForeignFolder(filepath.Dir(to))
}
