package handout

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestWhatAKilledExportLeftIsRemovedByTheNextOne(t *testing.T) {
	dir := t.TempDir()
	made := func(name string, old bool) string {
		folder := filepath.Join(dir, name)
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, "document"), []byte("private"), 0o600); err != nil {
			t.Fatal(err)
		}
		if old {
			then := time.Now().Add(-2 * forgotten)
			for _, path := range []string{filepath.Join(folder, "document"), folder} {
				if err := os.Chtimes(path, then, then); err != nil {
					t.Fatal(err)
				}
			}
		}
		return folder
	}
	killed, running, other := made(draftPrefix+"1", true), made(draftPrefix+"2", false), made("mine", true)
	sweep(dir, time.Now())
	if _, err := os.Stat(killed); !os.IsNotExist(err) {
		t.Error("the draft of a killed export is still there")
	}
	for _, folder := range []string{running, other} {
		if _, err := os.Stat(folder); err != nil {
			t.Errorf("%s is gone", folder)
		}
	}
}
