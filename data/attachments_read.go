package data

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"groundwork/journal"
)

// OpenFile opens a stored content to be read, after all of it was compared
// with its name. One that is not there is an ErrNotFound, one that is not what
// it was an ErrDamaged.
func (s *Store) OpenFile(ctx context.Context, sum string) (io.ReadSeekCloser, error) {
	f, err := s.openContent(ctx, sum)
	if err != nil {
		return nil, s.explain(ctx, "open an attached file", err)
	}
	return f, nil
}

// FileSize tells how many bytes a stored content has, or ErrNotFound.
func (s *Store) FileSize(ctx context.Context, sum string) (int64, error) {
	info, err := s.statContent(sum)
	if err != nil {
		return 0, s.explain(ctx, "look at an attached file", err)
	}
	return info.Size(), nil
}

// verify tells whether a content is there and what its name says.
func (s *Store) verify(ctx context.Context, sum string) error {
	f, err := s.openContent(ctx, sum)
	if err != nil {
		return err
	}
	return f.Close()
}

// openContent opens a content whose hash is right.
func (s *Store) openContent(ctx context.Context, sum string) (*os.File, error) {
	info, err := s.statContent(sum)
	if err != nil {
		return nil, err
	}
	if info.Size() > journal.MaxFile {
		return nil, fmt.Errorf("%w: an attached file is larger than any that was kept", journal.ErrDamaged)
	}
	name, _ := contentName(sum)
	return openVerified(ctx, s.contentPath(name), name)
}

// statContent looks at a content without following a symbolic link: what is
// not a plain file was not put there by the journal, and opening it could wait
// for ever.
func (s *Store) statContent(sum string) (fs.FileInfo, error) {
	name, ok := contentName(sum)
	if !ok {
		return nil, fmt.Errorf("%w: no file has such a name", journal.ErrNotFound)
	}
	info, err := os.Lstat(s.contentPath(name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%w: an attached file is gone: %w", journal.ErrNotFound, err)
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%w: what stands for an attached file is none", journal.ErrDamaged)
	}
	return info, nil
}

// openVerified opens a file, reads it whole to compare it with its sum, and
// goes back to its beginning.
func openVerified(ctx context.Context, path, sum string) (f *os.File, err error) {
	f, err = os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, f.Close())
		}
	}()
	hash := sha256.New()
	if _, err := io.CopyBuffer(hash, &coming{ctx: ctx, from: f}, make([]byte, portion)); err != nil {
		return nil, err
	}
	if hex.EncodeToString(hash.Sum(nil)) != sum {
		return nil, fmt.Errorf("%w: an attached file is not what it was", journal.ErrDamaged)
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	return f, nil
}
