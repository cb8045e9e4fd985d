package handout_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"groundwork/journal"
	"groundwork/journal/handout"
)

// aSheet is a recovery key with what stands on its sheet.
func aSheet(t testing.TB) (journal.RecoveryKey, string) {
	t.Helper()
	key, err := journal.NewRecoveryKey()
	if err != nil {
		t.Fatal(err)
	}
	return key, journal.RecoverySheet(key, "/home/mara/A *private*  _place_", time.Date(2026, 11, 20, 21, 4, 0, 0, time.UTC))
}

func TestGivenARecoverySheet_WhenWrittenAsPDF_ThenItIsOnePageOfWhichTheKeyIsReadBack(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("there is no pdftotext, which make test installs")
	}
	for range 5 { // other letters are wider
		key, text := aSheet(t)
		path := filepath.Join(t.TempDir(), "sheet.pdf")
		if err := handout.RecoverySheet(t.Context(), path, text, handout.PDF, press, handout.Delivery{}); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("pdftotext", "-layout", path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		words := string(out)
		if pages := strings.Count(words, "\f"); pages != 1 {
			t.Errorf("it has %d pages", pages)
		}
		from, to := strings.Index(words, "AGE-SECRET-KEY-1"), strings.Index(words, "Keep this sheet")
		if from < 0 || to < from {
			t.Fatalf("the key is not on it: %q", words)
		}
		if got, err := journal.ReadRecoveryKey(words[from:to]); err != nil || got != key {
			t.Errorf("%q reads as %q, %v", words[from:to], got, err)
		}
		for _, want := range []string{"Recovery sheet of a", "20 November 2026", "*private*", "age -d -i key.txt journal.age > journal.db"} {
			if !strings.Contains(words, want) {
				t.Errorf("it does not say %q", want)
			}
		}
	}
}

func TestGivenARecoverySheet_WhenWritten_ThenOnlyItsOwnerReadsIt(t *testing.T) {
	_, text := aSheet(t)
	for _, form := range []handout.Form{handout.PDF, handout.Text} {
		path := filepath.Join(t.TempDir(), "sheet"+form.Ending())
		if err := handout.RecoverySheet(t.Context(), path, text, form, press, handout.Delivery{}); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", form, info.Mode(), err)
		}
		if raw, err := os.ReadFile(path); form == handout.Text && (err != nil || string(raw) != text) {
			t.Errorf("the text is %q, %v", raw, err)
		}
	}
}

func TestGivenAFolderOfTheJournal_WhenTheSheetIsToLieThere_ThenItIsRefusedAndSaysWhy(t *testing.T) {
	_, text := aSheet(t)
	own, second := t.TempDir(), t.TempDir()
	for _, path := range []string{filepath.Join(own, "sheet.pdf"), filepath.Join(second, "sheet.txt")} {
		form := handout.Form(strings.TrimPrefix(filepath.Ext(path), "."))
		err := handout.RecoverySheet(t.Context(), path, text, form, press, handout.Delivery{Refuse: []string{own, second}})
		what, _ := journal.Explain(err)
		if !errors.Is(err, journal.ErrInvalid) || !strings.Contains(what, "would have the key with it") {
			t.Errorf("%s: %v", path, err)
		}
		if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) > 0 {
			t.Errorf("it leaves %v, %v", left, err)
		}
	}
}
