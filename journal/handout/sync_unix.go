//go:build unix

package handout

import (
	"errors"
	"os"
	"syscall"
)

// syncFolder makes the names in a folder reach the disk.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil // some file systems have no such thing, and need none
	}
	return errors.Join(err, f.Close())
}
