package handout

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestFilesGoBackWhenTheDocumentCannotTakeItsPlace puts something in the way
// after it was looked at.
func TestFilesGoBackWhenTheDocumentCannotTakeItsPlace(t *testing.T) {
	place := t.TempDir()
	path, before := filepath.Join(place, "x.json"), filepath.Join(place, "x.files", "before")
	d := &draft{path: path, beside: filepath.Dir(before), replace: true}
	err := d.deliver(func() error {
		f, err := d.createAttached("after")
		g, failed := createNew(d.document())
		return errors.Join(err, f.Close(), failed, g.Close(), os.MkdirAll(filepath.Join(path, "in the way"), 0o700),
			os.Mkdir(filepath.Dir(before), 0o700), os.WriteFile(before, nil, 0o600))
	})
	if err == nil {
		t.Error("a document took the place of a folder")
	}
	if _, err := os.Stat(before); err != nil {
		t.Errorf("the files of before are gone: %v", err)
	}
	left, err := os.ReadDir(place)
	if err != nil || len(left) != 2 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
