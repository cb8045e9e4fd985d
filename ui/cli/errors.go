package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"groundwork/journal"
)

// usageError says that the command line itself is wrong: exit code 2.
type usageError struct{ problem string }

func (e *usageError) Error() string { return e.problem }

func usage(format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...)}
}

// failure is a sentence for the user: exit code 1.
type failure struct{ sentence string }

func (e *failure) Error() string { return e.sentence }

func failed(format string, args ...any) error {
	return &failure{fmt.Sprintf(format, args...)}
}

// explain turns an error into what the user reads.
func explain(err error) string {
	var own *failure
	if errors.As(err, &own) {
		return own.sentence
	}
	if errors.Is(err, context.Canceled) {
		return "Stopped."
	}
	what, todo := journal.Explain(err)
	if todo == "" {
		return what
	}
	if what == unknown {
		// Whoever types commands can do more with the detail than with a
		// sentence that fits everything.
		return what + " (" + err.Error() + ")"
	}
	if journal.CanBeRepaired(err) {
		todo += " " + repairIt
	}
	return what + " " + todo
}

// repairIt names the command that mends a damaged journal.
const repairIt = "Mend it with: groundwork check --repair"

// unknown is how journal.Explain begins what it cannot explain.
const unknown = "Something went wrong."

// fileFailure explains why a file the user named could not be read or
// written.
func fileFailure(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return failed("There is no file or folder %s.", path)
	case errors.Is(err, fs.ErrPermission):
		return failed("You may not read or write %s.", path)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, journal.ErrNoSpace):
		return failed("The disk is full: %s was not written.", path)
	case errors.Is(err, syscall.EIO), errors.Is(err, journal.ErrDiskFails):
		return failed("The disk does not work as it should: %s was not read or written.", path)
	case errors.Is(err, syscall.EROFS):
		return failed("%s lies on a disk that cannot be written.", path)
	}
	return err
}
