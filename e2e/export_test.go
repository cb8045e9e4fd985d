//go:build e2e

package e2e_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"groundwork/e2e"
)

// exports leads to the panel that asks where entries go as Markdown.
func (w *window) exports() {
	w.t.Helper()
	w.turns("ctrl+shift+e")
	w.keys(slices.Repeat([]string{"Tab"}, 13)...) // past which entries, what is private, and the names
	w.turns("Down", "Down", "Down", "Return")     // opens the list of forms: PDF, DOCX, Markdown
	w.turns("Tab", "Tab", "Return")               // past the printer
}

func TestAnExportAsksBeforeItReplacesAFileAndHoldsNothingPrivate(t *testing.T) {
	s := sit(t)
	s.add("--tag", "release", "The pair decides now.")
	s.add("--private", "It stung.")
	file := filepath.Join(s.Home, "For Lena.md")
	check(t, os.WriteFile(file, []byte("mine"), 0o600))
	w := s.open()
	w.exports()
	w.savesAs("For Lena")
	if got := content(t, file); got != "mine" {
		t.Fatalf("without being asked it wrote:\n%s", got)
	}
	w.keys("Return")
	check(t, e2e.Eventually(saveLimit, "the export in the place of the file", func() bool { return content(t, file) != "mine" }))
	saysOnly(t, content(t, file), []string{"The pair decides now.", "release"}, []string{"stung"})
}

func content(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	check(t, err)
	return string(b)
}
