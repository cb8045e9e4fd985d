package data

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// createPrivate makes an empty file that only its owner can read, whatever the
// umask is. It must not be there yet.
func createPrivate(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("make a file: %w", err)
	}
	if err := errors.Join(f.Chmod(0o600), f.Close()); err != nil {
		return fmt.Errorf("make a file: %w", err)
	}
	return nil
}

// makeFolder makes a folder for its owner alone, with those above it that are
// missing, and brings their names to the disk: else the power that goes may
// take away a folder with all that was brought to the disk in it.
func makeFolder(path string) error {
	above := filepath.Dir(path)
	if there(path) || above == path {
		return os.MkdirAll(path, 0o700) // says what is in the way
	}
	if err := makeFolder(above); err != nil {
		return err
	}
	if err := os.Mkdir(path, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return syncForeignFolder(above)
}

// syncFile brings a file to the disk. It must not be a database that is open:
// closing it here would drop SQLite's locks.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("bring a file to the disk: %w", err)
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("bring a file to the disk: %w", err)
	}
	return nil
}

// syncFolder brings the names in a folder to the disk. Windows does so itself.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("bring a folder to the disk: %w", err)
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("bring a folder to the disk: %w", err)
	}
	return nil
}

// syncForeignFolder is syncFolder for one that is not the journal's own: not
// every file system that comes on a stick can be told this, and not every
// folder may be read.
func syncForeignFolder(path string) error {
	err := syncFolder(path)
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) || errors.Is(err, fs.ErrPermission) {
		return nil
	}
	return err
}
