//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package data

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// windowLock is the lock that says who has the window, held. It belongs to what
// the system calls the open file, so a copy of the descriptor holds it, too,
// and keeps it when the process is replaced by another program (flock(2)).
type windowLock struct{ file *os.File }

// takeWindowLock takes the lock, or gives nil where somebody else has it.
func takeWindowLock(path string) (*windowLock, error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if err == nil {
		return &windowLock{file}, nil
	}
	if errors.Is(err, syscall.EWOULDBLOCK) {
		err = nil
	}
	return nil, errors.Join(err, file.Close())
}

// inheritWindowLock takes over the lock that the process before this one left
// under a descriptor, or gives nil where that is no such lock.
func inheritWindowLock(path string, descriptor int) (*windowLock, error) {
	var left, there syscall.Stat_t
	if err := errors.Join(syscall.Fstat(descriptor, &left), syscall.Stat(path, &there)); err != nil {
		return nil, fmt.Errorf("look at the lock that was left: %w", err)
	}
	if left.Dev != there.Dev || left.Ino != there.Ino {
		return nil, nil
	}
	syscall.CloseOnExec(descriptor)
	if err := syscall.Flock(descriptor, syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		return nil, fmt.Errorf("keep the lock that was left: %w", err)
	}
	return &windowLock{os.NewFile(uintptr(descriptor), path)}, nil
}

// leave gives a descriptor that holds the lock beyond Close and for a program
// that takes the place of this one.
func (l *windowLock) leave() (descriptor int, err error) {
	return syscall.Dup(int(l.file.Fd())) // unlike the first, it is not closed then
}

// Close lets go of the lock, unless it was left to somebody.
func (l *windowLock) Close() error { return l.file.Close() }
