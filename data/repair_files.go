package data

import (
	"context"
	"errors"
	"fmt"
	"os"

	"groundwork/journal"
)

// mendFilesAlone mends the attached files of a journal in which nothing else is
// wrong.
func (w *repairing) mendFilesAlone(ctx context.Context) error {
	if w.version < len(w.steps) {
		return nil
	}
	s, err := w.copied.open(ctx)
	if err != nil {
		return err
	}
	s.shelf = shelf{folder: attachmentsIn(w.h.folder)}
	if err = errors.Join(w.mendFiles(ctx, s), s.Close()); err != nil {
		return err
	}
	return w.writeRest()
}

// mendFiles puts back from a backup the attached files that are missing or not
// what they were. What is not what it was goes to what was rescued.
func (w *repairing) mendFiles(ctx context.Context, s *Store) error {
	files, err := s.attachedFiles(ctx)
	if err != nil {
		return err
	}
	backups, err := w.goodBackups(ctx, s)
	if err != nil {
		return err
	}
	found := map[string]journal.Problem{}
	for _, f := range files {
		p, known := found[f.sum]
		if !known {
			if p, err = w.mendFile(ctx, s, f, backups); err != nil {
				return err
			}
			found[f.sum] = p
		}
		if p.What != "" {
			w.tell(journal.Problem{What: fmt.Sprintf("The attached file %q %s", f.name, p.What), Entry: f.entry, Repaired: p.Repaired})
		}
	}
	return nil
}

// mendFile mends one, and says what became of it; nothing where it is sound.
func (w *repairing) mendFile(ctx context.Context, s *Store, f attachedFile, backups []journal.Backup) (p journal.Problem, err error) {
	what := fileProblem(s.verify(ctx, f.sum))
	name, ok := contentName(f.sum)
	if what == "" || !ok {
		return p, ctx.Err()
	}
	path := s.shelf.path(name)
	if there(path) {
		if err := w.setFileAside(path); err != nil {
			return p, err
		}
	}
	for _, b := range backups {
		back, err := w.fileFrom(ctx, b, name)
		if err != nil {
			return p, err
		}
		if back {
			return journal.Problem{What: what + ". It was taken from the backup of " + b.Made.Format("2006-01-02 15:04") + ".", Repaired: true}, nil
		}
	}
	return journal.Problem{What: what + ", and no backup holds it."}, nil
}

// fileFrom takes an attached file from a backup that holds it as it was.
func (w *repairing) fileFrom(ctx context.Context, b journal.Backup, name string) (back bool, err error) {
	a, err := openArchive(b.File)
	if err != nil {
		return false, ctx.Err() // this backup cannot be used
	}
	defer func() { err = errors.Join(err, a.close()) }()
	if a.protected() {
		return w.sealedFileFrom(ctx, a, name)
	}
	if a.members[filesPrefix+name] == nil || w.h.protectedForm() {
		return false, nil
	}
	if sum, err := a.sum(ctx, filesPrefix+name); err != nil || sum != name {
		return false, ctx.Err()
	}
	if err := os.MkdirAll(attachmentsIn(w.h.folder), 0o700); err != nil {
		return false, err
	}
	if err := w.takeFile(ctx, a, name); err != nil {
		return false, err
	}
	return true, syncFolder(attachmentsIn(w.h.folder))
}
