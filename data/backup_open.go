package data

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"groundwork/journal"
)

// TryBackup restores a backup to a place of its own, looks for damage, and
// removes it again.
func (h *Home) TryBackup(ctx context.Context, file string) (journal.Trial, error) {
	t, err := h.tryOut(ctx, file)
	if t.Problems == nil {
		t.Problems = []journal.Problem{}
	}
	t.OK = err == nil && len(t.Problems) == 0
	t.Verified = t.OK
	return t, explain(ctx, h.folder, "try a backup out", err)
}

func (h *Home) tryOut(ctx context.Context, file string) (t journal.Trial, err error) {
	u, err := h.unpack(ctx, file)
	if err != nil {
		return t, err
	}
	defer func() { err = errors.Join(err, u.close()) }()
	t.Backup, t.Problems = u.backup, u.problems
	if len(t.Problems) > 0 {
		return t, nil // a broken file cannot be trusted for the rest
	}
	s, err := u.home.open(ctx)
	if err != nil {
		return t, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if t.Problems, err = s.checkFile(ctx); err != nil || len(t.Problems) > 0 {
		return t, err
	}
	if t.Problems, err = s.checkTexts(ctx); err != nil {
		return t, err
	}
	files, err := u.fileProblems(ctx, s.readers)
	t.Problems = append(t.Problems, files...)
	return t, err
}

// OpenBackup opens a backup to be read, beside the journal. Writing to it is
// an ErrNoAccess.
func (h *Home) OpenBackup(ctx context.Context, file string) (journal.Store, error) {
	s, err := h.openBackup(ctx, file)
	if err != nil {
		return nil, explain(ctx, h.folder, "open a backup", err)
	}
	return s, nil
}

func (h *Home) openBackup(ctx context.Context, file string) (*backupStore, error) {
	u, err := h.unpack(ctx, file)
	if err != nil {
		return nil, err
	}
	if len(u.problems) > 0 {
		return nil, errors.Join(fmt.Errorf("%w (%s)", journal.NotBackup("the journal in it is damaged."), u.problems[0].What), u.close())
	}
	s, err := u.home.open(ctx)
	if err != nil {
		return nil, errors.Join(err, u.close())
	}
	return &backupStore{Store: s, from: u}, nil
}

// backupStore is a backup that is open to be read. Its attached files come out
// of the tar when they are asked for.
type backupStore struct {
	*Store
	from *unpacked
}

// Apply is refused: a backup stays what it was.
func (s *backupStore) Apply(context.Context, journal.Changes) error {
	return fmt.Errorf("%w: a backup is not written to", journal.ErrCopy)
}

// KeepFile is refused, too.
func (s *backupStore) KeepFile(context.Context, io.Reader) (string, int64, error) {
	return "", 0, fmt.Errorf("%w: a backup is not written to", journal.ErrCopy)
}

// OpenFile opens an attached file of the backup.
func (s *backupStore) OpenFile(ctx context.Context, sum string) (io.ReadSeekCloser, error) {
	if err := s.fetch(ctx, sum); err != nil {
		return nil, err
	}
	return s.Store.OpenFile(ctx, sum)
}

// LendFile lends a copy of an attached file of the backup.
func (s *backupStore) LendFile(ctx context.Context, sum, name string) (string, error) {
	if err := s.fetch(ctx, sum); err != nil {
		return "", err
	}
	return s.Store.LendFile(ctx, sum, name)
}

// FileSize tells how many bytes an attached file of the backup has.
func (s *backupStore) FileSize(_ context.Context, sum string) (int64, error) {
	name, ok := contentName(sum)
	if ok && s.from.protected() {
		return s.from.sealedSize(filesPrefix + filepath.Base(s.shelf.path(name)))
	}
	if ok && s.from.members[filesPrefix+name] != nil {
		return s.from.members[filesPrefix+name].Size(), nil
	}
	return 0, fmt.Errorf("%w: the backup holds no such file", journal.ErrNotFound)
}

// fetch takes an attached file out of the tar, once.
func (s *backupStore) fetch(ctx context.Context, sum string) error {
	name, ok := contentName(sum)
	if _, err := s.shelf.stat(name); ok && err == nil {
		return nil
	}
	if ok && s.from.protected() {
		return s.from.fetchSealed(ctx, s.shelf, name)
	}
	if !ok || s.from.members[filesPrefix+name] == nil {
		return fmt.Errorf("%w: the backup holds no such file", journal.ErrNotFound)
	}
	kept, _, err := s.Store.KeepFile(ctx, s.from.reader(ctx, filesPrefix+name))
	if err == nil && kept != name {
		err = fmt.Errorf("%w: an attached file in the backup is not what it was", journal.ErrDamaged)
	}
	return err
}

// Close ends the store and removes what was unpacked.
func (s *backupStore) Close() error { return errors.Join(s.Store.Close(), s.from.close()) }
