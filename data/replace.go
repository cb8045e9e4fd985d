package data

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// replacing is a journal's database that is being replaced by another one: by
// that of a backup, or by one that was mended.
type replacing struct {
	h       *Home
	added   []string // attached files that were not there before
	keep    bool     // there is no backup of what is replaced
	decided bool
}

// draft is where the new database is looked at before it is decided that it
// takes the place of the journal's.
func (h *Home) draft() string { return h.comingFile() + ".part" }

// takeFile brings an attached file of a backup into the journal's folder, unless
// it is there and sound.
func (r *replacing) takeFile(ctx context.Context, from *archive, name string) (err error) {
	path := filepath.Join(attachmentsIn(r.h.folder), name)
	part := filepath.Join(attachmentsIn(r.h.folder), fmt.Sprintf("%srestored-%d", comingPrefix, len(r.added)))
	isThere := there(path)
	if f, err := openVerified(ctx, path, name); err == nil {
		return f.Close()
	}
	if err := removeIfThere(part); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, removeIfThere(part)) }()
	if err := from.extract(ctx, filesPrefix+name, part); err != nil {
		return err
	}
	if err := syncFile(part); err != nil {
		return err
	}
	if sum, err := from.sum(ctx, filesPrefix+name); isThere && (err != nil || sum != name) {
		return err // neither is what it was: the one that is there stays
	}
	if err := os.Rename(part, path); err != nil {
		return err
	}
	if !isThere {
		r.added = append(r.added, path)
	}
	r.h.reach("attached file brought in")
	return nil
}

// decide makes the restore hold: from the rename on it will be finished,
// whatever happens.
func (r *replacing) decide() error {
	if err := syncFile(r.h.draft()); err != nil {
		return err
	}
	if err := os.Mkdir(r.h.replacedFolder(), 0o700); err != nil {
		return fmt.Errorf("make room for the old journal: %w", err)
	}
	if r.keep {
		mark := filepath.Join(r.h.replacedFolder(), keepMark)
		if err := createPrivate(mark); err != nil {
			return err
		}
		if err := errors.Join(syncFile(mark), syncFolder(r.h.replacedFolder())); err != nil {
			return err
		}
	}
	if err := syncFolder(r.h.folder); err != nil {
		return err
	}
	r.h.reach("about to decide")
	if err := os.Rename(r.h.draft(), r.h.comingFile()); err != nil {
		return fmt.Errorf("decide for the new database: %w", err)
	}
	r.decided = true
	r.h.reach("decided")
	return syncFolder(r.h.folder)
}

// undo leaves the folder as it was. A restore that was decided is not undone:
// it will be finished.
func (r *replacing) undo(fresh bool) error {
	if r.decided || r.h.unfinished() {
		return nil
	}
	err := errors.Join(removeIfThere(r.h.draft()), os.RemoveAll(r.h.replacedFolder()))
	for _, path := range r.added {
		err = errors.Join(err, removeIfThere(path))
	}
	if fresh {
		// There was no folder. What is left in it is the lock.
		_ = os.Remove(attachmentsIn(r.h.folder))
		_ = os.Remove(filepath.Join(r.h.folder, lockName))
		_ = os.Remove(r.h.folder)
	}
	return err
}
