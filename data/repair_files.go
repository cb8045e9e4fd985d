package data

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

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
	if a.members[filesPrefix+name] == nil {
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

// quarantine is the folder of what was rescued. It is made when there is
// something.
func (w *repairing) quarantine() (string, error) {
	if w.result.Quarantine != "" {
		return w.result.Quarantine, nil
	}
	first := filepath.Join(w.h.folder, "rescued-"+w.h.now().Format("20060102-150405"))
	folder := first
	for n := 2; there(folder); n++ {
		folder = fmt.Sprintf("%s-%d", first, n)
	}
	if err := os.Mkdir(folder, 0o700); err != nil {
		return "", fmt.Errorf("make a folder for what was rescued: %w", err)
	}
	w.result.Quarantine = folder
	return folder, syncFolder(w.h.folder)
}

// setFileAside moves an attached file that is not what it was to what was
// rescued.
func (w *repairing) setFileAside(path string) error {
	folder, err := w.quarantine()
	if err != nil {
		return err
	}
	if err := os.Rename(path, filepath.Join(folder, filepath.Base(path))); err != nil {
		return fmt.Errorf("set an attached file aside: %w", err)
	}
	return errors.Join(syncFolder(folder), syncFolder(filepath.Dir(path)))
}

// writeRest writes what could be read and not be put back as text files, one
// for each table.
func (w *repairing) writeRest() error {
	texts := map[string]*strings.Builder{}
	for _, s := range w.rows.rest {
		name := s.table
		if name == "" {
			name = "unknown"
		}
		if texts[name] == nil {
			texts[name] = &strings.Builder{}
		}
		fmt.Fprintf(texts[name], "%s\n\n", strings.Join(s.texts, "\n"))
	}
	for name, text := range texts {
		folder, err := w.quarantine()
		if err != nil {
			return err
		}
		path := filepath.Join(folder, name+".txt")
		if err := createPrivate(path); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
			return fmt.Errorf("write what was rescued: %w", err)
		}
		if err := errors.Join(syncFile(path), syncFolder(folder)); err != nil {
			return err
		}
	}
	w.h.reach("the rest written")
	return nil
}

// copyReadable copies a file, if it is there. What the disk cannot read of it
// becomes zero.
func copyReadable(ctx context.Context, from, to string) (err error) {
	in, err := os.Open(from)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer in.Close() // only read
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	const page = 4096
	for at := int64(0); at < info.Size(); at += page {
		if err := ctx.Err(); err != nil {
			return err
		}
		part := make([]byte, min(page, info.Size()-at))
		if _, err := in.ReadAt(part, at); err != nil && !errors.Is(err, io.EOF) {
			clear(part)
		}
		if _, err := out.Write(part); err != nil {
			return err
		}
	}
	return nil
}
