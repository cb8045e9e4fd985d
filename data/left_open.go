package data

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/gofrs/flock"
)

// LeftOpen tells whether the journal was not closed as it should be and nobody
// has it open. Whoever closes a journal as the last brings its log into the
// file and removes it, so a log that holds something and that nobody holds was
// left by a program that was killed, or by a power cut. Without such a log it
// is one look at the folder.
func (h *Home) LeftOpen(ctx context.Context) (left bool, err error) {
	if !h.hasWAL() {
		return false, nil
	}
	file := flock.New(filepath.Join(h.folder, lockName), flock.SetPermissions(0o600))
	alone, err := file.TryLock()
	if err = errors.Join(err, file.Close()); err != nil {
		return false, explain(ctx, h.folder, "see whether the journal was closed", fmt.Errorf("take the journal's lock: %w", err))
	}
	return alone, nil
}
