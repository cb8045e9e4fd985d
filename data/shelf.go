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
	"path/filepath"

	"groundwork/data/vault"
	"groundwork/journal"
)

// shelf is the folder of attached files. In a plain journal a file lies there
// as it is, named by its SHA-256; in a protected one it is sealed, under a name
// that says nothing (see vault.Keys.Name).
type shelf struct {
	folder string
	keys   *vault.Keys // nil in a plain journal
}

// path is where a content lies.
func (f shelf) path(sum string) string {
	if f.keys != nil {
		return filepath.Join(f.folder, f.keys.Name(sum)+sealedEnding)
	}
	return filepath.Join(f.folder, sum)
}

// writer gives what writes a content into a file. It must be closed; the file
// stays open.
func (f shelf) writer(file *os.File) (io.WriteCloser, error) {
	if f.keys != nil {
		return f.keys.Seal(file)
	}
	return asItIs{file}, nil
}

// asItIs writes into a file and leaves it open.
type asItIs struct{ io.Writer }

// Close implements io.Closer.
func (asItIs) Close() error { return nil }

// stat looks at the file of a content without following a symbolic link: what
// is not a plain file was not put there by the journal, and opening it could
// wait for ever.
func (f shelf) stat(sum string) (fs.FileInfo, error) {
	name, ok := contentName(sum)
	if !ok {
		return nil, fmt.Errorf("%w: no file has such a name", journal.ErrNotFound)
	}
	info, err := os.Lstat(f.path(name))
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

// content is a content that is open to be read.
type content struct {
	io.ReadSeeker
	file *os.File
	size int64
}

// Close implements io.Closer.
func (c *content) Close() error { return c.file.Close() }

// open opens a content as it lies there.
func (f shelf) open(sum string) (*content, error) {
	info, err := f.stat(sum)
	if err != nil {
		return nil, err
	}
	name, _ := contentName(sum)
	return f.openFile(f.path(name), info)
}

// openAny opens the file that has a plain name, whatever name that is.
func (f shelf) openAny(name string) (*content, error) {
	info, err := os.Lstat(f.path(name))
	if err != nil {
		return nil, err
	}
	return f.openFile(f.path(name), info)
}

func (f shelf) openFile(path string, info fs.FileInfo) (*content, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if f.keys == nil {
		return &content{file, file, info.Size()}, nil
	}
	at, size, err := f.keys.OpenAt(file, info.Size())
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return &content{io.NewSectionReader(at, 0, size), file, size}, nil
}

// size is how many bytes a content has.
func (f shelf) size(sum string) (int64, error) {
	if f.keys == nil {
		info, err := f.stat(sum)
		if err != nil {
			return 0, err
		}
		return info.Size(), nil
	}
	c, err := f.open(sum)
	if err != nil {
		return 0, err
	}
	return c.size, c.Close()
}

// openVerified opens a content whose hash is right.
func (f shelf) openVerified(ctx context.Context, sum string) (*content, error) {
	c, err := f.open(sum)
	if err != nil {
		return nil, err
	}
	name, _ := contentName(sum)
	if c.size > journal.MaxFile {
		err = fmt.Errorf("%w: an attached file is larger than any that was kept", journal.ErrDamaged)
	} else {
		err = verifyContent(ctx, c, name)
	}
	if err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
}

// verifyContent reads all of a content, compares it with its sum, and goes back
// to its beginning.
func verifyContent(ctx context.Context, c io.ReadSeeker, sum string) error {
	hash := sha256.New()
	if _, err := io.CopyBuffer(hash, &coming{ctx: ctx, from: c}, make([]byte, portion)); err != nil {
		return err
	}
	if hex.EncodeToString(hash.Sum(nil)) != sum {
		return fmt.Errorf("%w: an attached file is not what it was", journal.ErrDamaged)
	}
	_, err := c.Seek(0, io.SeekStart)
	return err
}
