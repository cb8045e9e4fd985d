package data

import (
	"errors"
	"path/filepath"
	"testing"

	"groundwork/journal"
)

func TestFreeSpaceIsThatOfTheFolderOrSaysWhyNot(t *testing.T) {
	if free, known, err := FreeSpace(t.TempDir()); err != nil || known && free == 0 {
		t.Errorf("%d bytes, %v, %v", free, known, err)
	}
	if _, _, err := FreeSpace(filepath.Join(t.TempDir(), "gone")); !errors.Is(err, journal.ErrFolderGone) {
		t.Errorf("a folder that is gone: %v", err)
	}
}
