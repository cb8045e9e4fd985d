package handout_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"groundwork/journal"
	"groundwork/journal/handout"
)

func TestWordsAreWrittenWholeAndReplaceNothingUnasked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "unsaved.md")
	const text = "Zeile\r\n  mit Leerraum \n"
	if err := handout.Words(path, text, handout.Markdown, handout.Delivery{}); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != text {
		t.Errorf("written: %q, %v", got, err)
	}
	if err := handout.Words(path, "other", handout.Markdown, handout.Delivery{}); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over what is there: %v", err)
	}
	if err := handout.Words(path, "other", handout.Markdown, handout.Delivery{Replace: true}); err != nil {
		t.Error(err)
	}
	own := t.TempDir()
	if err := handout.Words(filepath.Join(own, "x.md"), text, handout.Markdown, handout.Delivery{Refuse: []string{own}}); !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("into the journal's own folder: %v", err)
	}
}
