package data

import (
	"context"
	"errors"
	"io"
	"os"
)

// OpenFile opens a stored content to be read, after all of it was compared
// with its name. One that is not there is an ErrNotFound, one that is not what
// it was an ErrDamaged.
func (s *Store) OpenFile(ctx context.Context, sum string) (io.ReadSeekCloser, error) {
	f, err := s.shelf.openVerified(ctx, sum)
	if err != nil {
		return nil, s.explain(ctx, "open an attached file", err)
	}
	return f, nil
}

// FileSize tells how many bytes a stored content has, or ErrNotFound.
func (s *Store) FileSize(ctx context.Context, sum string) (int64, error) {
	size, err := s.shelf.size(sum)
	return size, s.explain(ctx, "look at an attached file", err)
}

// verify tells whether a content is there and what its name says.
func (s *Store) verify(ctx context.Context, sum string) error {
	f, err := s.shelf.openVerified(ctx, sum)
	if err != nil {
		return err
	}
	return f.Close()
}

// openVerified opens a file, reads it whole to compare it with its sum, and
// goes back to its beginning.
func openVerified(ctx context.Context, path, sum string) (f *os.File, err error) {
	f, err = os.Open(path)
	if err != nil {
		return nil, err
	}
	if err := verifyContent(ctx, f, sum); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}
