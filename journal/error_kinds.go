package journal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"syscall"
)

// Causes gives an error and all those it wraps, the outermost first.
func Causes(err error) []error {
	if err == nil {
		return nil
	}
	every := []error{err}
	switch wraps := err.(type) {
	case interface{ Unwrap() error }:
		every = append(every, Causes(wraps.Unwrap())...)
	case interface{ Unwrap() []error }:
		for _, inner := range wraps.Unwrap() {
			every = append(every, Causes(inner)...)
		}
	}
	return every
}

// ErrorKinds names what kinds of errors err is made of, each once, the outermost
// first. It takes nothing over from what an error says but fixed words of this
// program and of the system: whatever a message was wrapped around, nothing
// that was written, nor any name, comes with it.
func ErrorKinds(err error) []string {
	var kinds []string
	for _, each := range Causes(err) {
		if kind := kindOf(each); kind != "" && !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// kindOf names the kind of one error without those it wraps; "" where it does
// nothing but wrap them.
func kindOf(err error) string {
	switch e := err.(type) {
	case *fs.PathError:
		return "file: " + e.Op
	case *os.LinkError:
		return "file: " + e.Op
	case *os.SyscallError:
		return "system: " + e.Syscall
	case syscall.Errno:
		return e.Error()
	case *Invalid:
		return ErrInvalid.Error()
	case interface{ Code() int }: // of SQLite: sqlite.org/rescode.html
		return "code " + strconv.Itoa(e.Code())
	}
	if slices.ContainsFunc(fixedErrors(), func(fixed error) bool { return fixed == err }) {
		return err.Error()
	}
	switch fmt.Sprintf("%T", err) {
	case "*fmt.wrapError", "*fmt.wrapErrors", "*errors.joinError":
		return ""
	}
	return fmt.Sprintf("%T", err)
}

// fixedErrors are those that say the same words each time.
func fixedErrors() []error {
	return []error{
		ErrNotFound, ErrConflict, ErrInvalid, ErrLocked, ErrNeedsPassphrase, ErrWrongPassphrase, ErrNewerSchema, ErrDamaged, ErrNoSpace,
		ErrNoAccess, ErrForeign, ErrHollow, ErrTorn, ErrBeyondRepair, ErrReadOnly, ErrFolderGone, ErrDiskFails, ErrCopy, ErrNotUpdated,
		ErrNotEmpty, ErrBackupFolder,
		fs.ErrNotExist, fs.ErrExist, fs.ErrPermission, fs.ErrClosed, fs.ErrInvalid,
		io.EOF, io.ErrUnexpectedEOF, io.ErrShortWrite, context.Canceled, context.DeadlineExceeded, errors.ErrUnsupported,
	}
}
