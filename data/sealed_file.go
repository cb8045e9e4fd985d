package data

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"groundwork/data/vault"
)

// writeSealed seals what write gives into a file that gets its name when it is
// whole and on the disk, and tells its size in bytes. A file that has the name
// is replaced.
func writeSealed(path string, keys *vault.Keys, write func(w io.Writer) error) (size int64, err error) {
	return replaceWith(path, func(w io.Writer) error {
		sealing, err := keys.Seal(w)
		if err != nil {
			return err
		}
		if err := write(sealing); err != nil {
			return err
		}
		return sealing.Close()
	})
}

// replaceFile gives a file another content at once.
func replaceFile(path string, content []byte) error {
	_, err := replaceWith(path, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
	return err
}

// replaceWith writes a file that gets its name when it is whole and on the
// disk, and tells its size in bytes.
func replaceWith(path string, write func(w io.Writer) error) (size int64, err error) {
	temp, err := os.CreateTemp(filepath.Dir(path), comingPrefix+"*") // for its owner alone
	if err != nil {
		return 0, fmt.Errorf("make a file: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, removeIfThere(temp.Name()))
		}
	}()
	err = write(temp)
	if err == nil {
		size, err = temp.Seek(0, io.SeekCurrent)
	}
	if err == nil {
		err = temp.Sync()
	}
	if err = errors.Join(err, temp.Close()); err != nil {
		return 0, fmt.Errorf("write a file: %w", err)
	}
	if err := os.Rename(temp.Name(), path); err != nil {
		return 0, fmt.Errorf("name a file: %w", err)
	}
	return size, syncFolder(filepath.Dir(path))
}

// readSealed reads a sealed file whole.
func readSealed(path string, keys *vault.Keys) ([]byte, error) {
	f, size, err := openToRead(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() // only read
	return readSealedAt(f, size, keys)
}

// readSealedAt reads whole what is sealed in some bytes, of which there are so
// many. It takes the room of the content once, and none for each part of it.
func readSealedAt(sealed io.ReaderAt, size int64, keys *vault.Keys) ([]byte, error) {
	below := &notingAt{from: sealed}
	at, size, err := keys.OpenAt(below, size)
	if err != nil {
		return nil, below.explain(err)
	}
	content := make([]byte, size)
	if n, err := at.ReadAt(content, 0); err != nil && (err != io.EOF || int64(n) < size) {
		return nil, below.explain(err)
	}
	return content, nil
}

// openToRead opens a sealed file, and tells its size in bytes.
func openToRead(path string) (*os.File, int64, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, fmt.Errorf("open a sealed file: %w", err)
	}
	info, err := f.Stat()
	if err != nil {
		return nil, 0, errors.Join(fmt.Errorf("look at a sealed file: %w", err), f.Close())
	}
	return f, info.Size(), nil
}
