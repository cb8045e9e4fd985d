package data

import (
	"bytes"
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
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open a sealed file: %w", err)
	}
	defer f.Close() // only read
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("look at a sealed file: %w", err)
	}
	opened, err := keys.Open(f)
	if err != nil {
		return nil, err
	}
	// What is sealed is a little longer than its content: the room is taken once.
	var content bytes.Buffer
	content.Grow(int(info.Size()) + bytes.MinRead)
	_, err = content.ReadFrom(opened)
	return content.Bytes(), err
}
