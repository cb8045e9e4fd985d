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
	for want, failure := range map[string]error{
		"The disk is full: " + path + " was not written.": syscall.ENOSPC,
		"odd": errors.New("odd"),
	} {
		err := writeFile(path, func(w io.Writer) error {
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
	err = writeFile(path, func(w io.Writer) error {
		_, err := io.WriteString(w, "after")
		return err
	})
	if text, readErr := os.ReadFile(path); err != nil || readErr != nil || string(text) != "after" {
		t.Errorf("the file holds %q, %v, %v", text, err, readErr)
	}
}
