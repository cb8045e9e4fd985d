package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestAFileIsWrittenWholeOrNotAtAll(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "x.json")
	if err := os.WriteFile(path, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	write := func(document func(io.Writer) error) error {
		return writeExport(path, document, func(creating) (int, error) { return 0, nil })
	}
	for want, failure := range map[string]error{
		"The disk is full: " + path + " was not written.": syscall.ENOSPC,
		"odd": errors.New("odd"),
	} {
		err := write(func(w io.Writer) error {
			_, err := io.WriteString(w, "half")
			return errors.Join(err, failure)
		})
		if err == nil || err.Error() != want {
			t.Errorf("error %v, want %q", err, want)
		}
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != "before" {
		t.Errorf("the file holds %q, %v", text, err)
	}
	left, err := os.ReadDir(folder)
	if err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	err = write(func(w io.Writer) error {
		_, err := io.WriteString(w, "after")
		return err
	})
	if text, readErr := os.ReadFile(path); err != nil || readErr != nil || string(text) != "after" {
		t.Errorf("the file holds %q, %v, %v", text, err, readErr)
	}
}

func TestFilesGoBackWhenTheDocumentCannotTakeItsPlace(t *testing.T) {
	place := t.TempDir()
	path := filepath.Join(place, "x.json")
	before := filepath.Join(place, "x.files", "before")
	if err := errors.Join(os.MkdirAll(filepath.Join(path, "in the way"), 0o700), os.Mkdir(filepath.Dir(before), 0o700),
		os.WriteFile(before, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	err := writeExport(path, func(io.Writer) error { return nil }, func(create creating) (int, error) {
		f, err := create("after")
		return 1, errors.Join(err, f.Close())
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
