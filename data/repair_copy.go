package data

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// copyOld copies what is there to a place where SQLite may write, which it does
// as soon as it opens a log. What the disk cannot read any more is zero.
func (w *repairing) copyOld(ctx context.Context) (err error) {
	if w.copied, err = w.workFolder(); err != nil {
		return err
	}
	for _, suffix := range []string{"", "-wal"} {
		if err := copyReadable(ctx, w.h.file()+suffix, w.copied.file()+suffix); err != nil {
			return fmt.Errorf("copy the damaged file: %w", err)
		}
	}
	w.h.reach("damaged file copied")
	return nil
}

// openSized opens a file of the copy; where there is none, an empty one.
func openSized(path string) (*os.File, int64, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|os.O_CREATE, 0o600)
	if err != nil {
		return nil, 0, fmt.Errorf("open %s: %w", filepath.Base(path), err)
	}
	info, err := f.Stat()
	if err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	return f, info.Size(), nil
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
