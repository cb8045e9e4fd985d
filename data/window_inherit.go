package data

import "fmt"

// Leave gives the window up to the process that takes the place of this one: it
// ends as Close does, but a descriptor holds the window's lock, so that it is
// never free in between. Until that process listens (see InheritWindow), another
// start waits for it. Where the system knows no such thing it is an
// errors.ErrUnsupported, and the window is given up all the same.
func (w *Window) Leave() (descriptor int, err error) {
	descriptor, failed := w.lock.leave()
	if err := w.Close(); err != nil {
		return 0, err
	}
	if failed != nil {
		return 0, fmt.Errorf("leave the window to the next process: %w", failed)
	}
	return descriptor, nil
}

// InheritWindow claims the window that the process before this one left under a
// descriptor. Where that is not the lock of the window, it does what ClaimWindow
// does.
func InheritWindow(folder string, descriptor int) (*Window, error) {
	return claimWindow(folder, func(path string) (*windowLock, error) {
		if lock, err := inheritWindowLock(path, descriptor); lock != nil && err == nil {
			return lock, nil
		}
		return takeWindowLock(path)
	})
}
