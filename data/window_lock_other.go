//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package data

import (
	"errors"

	"github.com/gofrs/flock"
)

// windowLock is the lock that says who has the window, held.
type windowLock struct{ *flock.Flock }

// takeWindowLock takes the lock, or gives nil where somebody else has it.
func takeWindowLock(path string) (*windowLock, error) {
	lock := flock.New(path, flock.SetPermissions(0o600))
	if got, err := lock.TryLock(); err != nil || !got {
		return nil, errors.Join(err, lock.Close())
	}
	return &windowLock{lock}, nil
}

// inheritWindowLock gives nil: here no process leaves its lock to the next one.
func inheritWindowLock(string, int) (*windowLock, error) { return nil, nil }

// leave fails: here no process leaves its lock to the next one.
func (l *windowLock) leave() (descriptor int, err error) { return 0, errors.ErrUnsupported }
