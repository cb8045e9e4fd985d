package handout

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"groundwork/journal"
)

// failure puts what an operating system says about a path into a sentence that
// journal.Explain gives back, and into an error of package journal.
func failure(path string, err error) error {
	var told *journal.Invalid
	switch {
	case err == nil, errors.As(err, &told), errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, journal.ErrNoSpace):
		return saying(err, journal.ErrNoSpace, "The disk is full: %s was not written.", path)
	case errors.Is(err, syscall.EIO), errors.Is(err, journal.ErrDiskFails):
		return saying(err, journal.ErrDiskFails, "The disk does not work as it should: %s was not written.", path)
	case errors.Is(err, fs.ErrExist):
		return saying(err, fs.ErrExist, "%s exists already.", path)
	case errors.Is(err, fs.ErrNotExist):
		return saying(err, journal.ErrNotFound, "There is no file or folder %s.", path)
	case errors.Is(err, fs.ErrPermission):
		return saying(err, journal.ErrNoAccess, "You may not read or write %s.", path)
	case errors.Is(err, syscall.EROFS):
		return saying(err, journal.ErrNoAccess, "%s lies on a disk that cannot be written.", path)
	}
	return err
}

// saying is an error that says a sentence and is of a kind.
func saying(err, kind error, format string, args ...any) error {
	sentence := &journal.Invalid{Field: "path", Problem: fmt.Sprintf(format, args...)}
	return fmt.Errorf("%w (%w: %w)", sentence, kind, err)
}
