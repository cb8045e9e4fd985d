package data

import (
	"errors"
	"fmt"
	"os"
	"runtime"
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
