//go:build e2e

package e2e_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"groundwork/e2e"
)

// reports are the crash reports beside the journal.
func (s *seat) reports() []string {
	files, err := filepath.Glob(filepath.Join(s.folder, "reports", "*.txt"))
	check(s.t, err)
	return files
}

// crashed is a journal whose window crashed a save's time after the last key
// of a text. The program is one that panics in another goroutine when asked.
func crashed(t *testing.T, text string) *seat {
	t.Helper()
	s := sitWith(t, binary()+"-crash")
	w := s.open()
	w.types(text)
	time.Sleep(saveTime) // the requirement itself
	check(t, w.Signal(syscall.SIGUSR1))
	code, err := w.Wait(saveLimit)
	check(t, err)
	if code == 0 {
		t.Fatal("the program did not crash")
	}
	return s
}

func TestACrashKeepsTheText(t *testing.T) {
	s := crashed(t, sentence)
	if got := bodies(s.entries()); len(got) != 1 || got[0] != sentence {
		t.Errorf("the journal holds %q, want %q", got, sentence)
	}
}

func TestACrashLeavesAReportWithoutTheText(t *testing.T) {
	s := crashed(t, sentence)
	reports := s.reports()
	if len(reports) != 1 {
		t.Fatalf("there are %d reports, want 1", len(reports))
	}
	info, err := os.Stat(reports[0])
	check(t, err)
	if info.Mode().Perm() != 0o600 {
		t.Errorf("its mode is %v, want 0600", info.Mode().Perm())
	}
	report, err := os.ReadFile(reports[0])
	check(t, err)
	if !strings.Contains(string(report), "asked to crash") {
		t.Errorf("it does not say what happened:\n%.300s", report)
	}
	for _, word := range []string{"Priya", "review", "questions"} {
		if strings.Contains(string(report), word) {
			t.Errorf("it holds the word %q of the text", word)
		}
	}
}

func TestTheProgramStartsAfterACrash(t *testing.T) {
	s := crashed(t, sentence)
	w := s.open()
	w.types(" Again.")
	s.wants(sentence + " Again.")
	check(t, e2e.Eventually(saveLimit, "a report that was told", func() bool {
		told, err := filepath.Glob(filepath.Join(s.folder, "reports", "told-*.txt"))
		return err == nil && len(told) == 1
	}))
}
