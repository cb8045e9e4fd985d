//go:build !linux

package session

import (
	"context"
	"errors"
)

func (w *watch) run(context.Context) {
	w.missing("when it sleeps or is locked", errors.ErrUnsupported)
}
