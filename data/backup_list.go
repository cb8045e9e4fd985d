package data

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"groundwork/journal"
)

// Backups lists the backups in a folder, newest first; "" is the journal's own
// folder of them. Those that are damaged are not Verified.
func (h *Home) Backups(ctx context.Context, folder string) ([]journal.Backup, error) {
	own := folder == ""
	if own {
		folder = backupsIn(h.folder)
	}
	all, err := h.listBackups(ctx, folder)
	if own && errors.Is(err, fs.ErrNotExist) {
		return []journal.Backup{}, nil // none was made yet
	}
	return all, explain(ctx, folder, "list backups", err)
}

// listBackups looks at the head of each backup in a folder.
func (h *Home) listBackups(ctx context.Context, folder string) ([]journal.Backup, error) {
	found, err := os.ReadDir(folder)
	if err != nil {
		return nil, fmt.Errorf("list backups: %w", err)
	}
	all := []journal.Backup{}
	for _, each := range found {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if !strings.HasSuffix(each.Name(), backupEnding) || strings.HasPrefix(each.Name(), ".") || !each.Type().IsRegular() {
			continue
		}
		b, err := h.lookAtBackup(ctx, filepath.Join(folder, each.Name()))
		if errors.Is(err, fs.ErrNotExist) {
			continue // removed meanwhile
		}
		if err != nil {
			return nil, err
		}
		all = append(all, b)
	}
	slices.SortFunc(all, func(a, b journal.Backup) int {
		return cmp.Or(b.Made.Compare(a.Made), cmp.Compare(b.File, a.File))
	})
	return all, nil
}

// lookAtBackup tells what a file says of itself. Every backup was read back
// before it got its name: one that is as long as it says is Verified. One that
// is not is told by the system's date.
func (h *Home) lookAtBackup(ctx context.Context, path string) (journal.Backup, error) {
	info, err := os.Stat(path)
	if err != nil {
		return journal.Backup{}, err
	}
	a, err := openArchive(path)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return journal.Backup{}, err
		}
		return journal.Backup{File: path, Made: info.ModTime(), Bytes: info.Size()}, nil
	}
	defer a.close() // only read
	if a.protected() {
		return h.lookAtProtected(ctx, a, path), nil
	}
	if a.facts == nil {
		return journal.Backup{File: path, Made: info.ModTime(), Bytes: info.Size(), Attachments: len(a.files)}, nil
	}
	b := a.facts.backup(path, a.size)
	b.Verified = b.Why.Known() && !b.Made.IsZero()
	return b, nil
}

// lookAtProtected tells what a protected backup says of itself to whoever has
// its keys. Without them it is a sealed file of some day.
func (h *Home) lookAtProtected(ctx context.Context, a *archive, path string) journal.Backup {
	b := journal.Backup{File: path, Made: a.made, Bytes: a.size, Attachments: len(a.files)}
	if keys := h.unlocked(); keys != nil && a.readSealedFacts(ctx, keys) == nil {
		b = a.facts.backup(path, a.size)
		b.Verified = b.Why.Known() && !b.Made.IsZero()
	}
	b.Protected = true
	return b
}
