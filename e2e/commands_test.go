//go:build e2e

package e2e_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"groundwork/e2e"
)

// secret opens the protected journals of these tests.
const secret = "short one"

// protects makes the journal a protected one with an entry.
func (s *seat) protects() {
	s.t.Helper()
	s.add("Behind the lock.")
	check(s.t, os.WriteFile(s.secretFile(), []byte(secret+"\n"), 0o600))
	s.command(0, "protect", "--recovery-sheet", filepath.Join(s.Home, "sheet.txt"), "--passphrase-file", s.secretFile())
}

// secretFile holds the passphrase of the protected journal.
func (s *seat) secretFile() string { return filepath.Join(s.Home, "secret.txt") }

// waitsFor waits until commands without the passphrase end with a code.
func (s *seat) waitsFor(what string, code int) {
	s.t.Helper()
	check(s.t, e2e.Eventually(saveLimit, what, func() bool {
		_, _, got := s.Groundwork("list", "--data", s.folder)
		return got == code
	}))
}

// command runs a command on the journal, which must end with a code, and gives
// what it says.
func (s *seat) command(code int, args ...string) (out, wrong string) {
	s.t.Helper()
	out, wrong, got := s.Groundwork(append(args, "--data", s.folder)...)
	if got != code {
		s.t.Fatalf("%q ended with %d, want %d: %s", args, got, code, wrong)
	}
	return out, wrong
}

// unlocked is a window on a protected journal, in which one can write.
func (s *seat) unlocked() *window {
	s.t.Helper()
	s.protects()
	w := s.show()
	w.types(secret)
	w.keys("Return")
	s.waitsFor("a journal that is unlocked", 0)
	check(s.t, w.Ready())
	return w
}

func TestCommandsBesideAnUnlockedWindowRunInItWithoutThePassphrase(t *testing.T) {
	s := sit(t)
	w := s.unlocked()
	before := w.rail()
	s.command(0, "add", "Lena asked for a talk.")
	check(t, e2e.Eventually(saveLimit, "a new row in the rail", func() bool { return w.rail().Differs(before) }))
	if out, _ := s.command(0, "search", "Lena"); !strings.Contains(out, "asked for a talk") {
		t.Errorf("search finds %q", out)
	}
	w.types("Still in the window.")
	check(t, e2e.Eventually(saveLimit, "what was typed in the list", func() bool {
		out, _ := s.command(0, "list")
		return strings.Count(out, "\n") == 2 && strings.Contains(out, "Still in the window.")
	}))
	s.command(0, "backup")
	s.command(0, "export", "--to", "out.md") // in the folder of the command
	if text, err := os.ReadFile(filepath.Join(s.Home, "out.md")); err != nil || !strings.Contains(string(text), "Behind the lock.") {
		t.Errorf("exported: %q, %v", text, err)
	}
	if _, wrong := s.command(3, "restore", filepath.Join(s.folder, "backups")); !strings.Contains(wrong, "open in its window") {
		t.Errorf("restore says %q", wrong)
	}
}

func TestCommandsBesideALockedWindowNeedThePassphrase(t *testing.T) {
	s := sit(t)
	w := s.unlocked()
	w.keys("ctrl+l")
	s.waitsFor("a journal that is locked", 3)
	if out, wrong := s.command(3, "list"); out != "" || !strings.Contains(wrong, "Unlock it with its passphrase.") {
		t.Errorf("list says %q and %q", out, wrong)
	}
	if out, _ := s.command(0, "list", "--passphrase-file", s.secretFile()); !strings.Contains(out, "Behind the lock.") {
		t.Errorf("with the passphrase it says %q", out)
	}
}

// TestATerminalThatHangsUpEndsItsCommandOnly: the pipe of a result may be closed
// before its end.
func TestATerminalThatHangsUpEndsItsCommandOnly(t *testing.T) {
	s := sit(t)
	s.unlocked()
	c := exec.Command("/bin/sh", "-c", `"$1" list --data "$2" --format json | head -c 1`, "sh", s.Binary, s.folder)
	c.Env = append(os.Environ(), "XDG_RUNTIME_DIR="+filepath.Join(s.Home, "run"))
	if out, err := c.Output(); err != nil || string(out) != "[" {
		t.Errorf("%q, %v", out, err)
	}
	s.command(0, "list")
}
