//go:build e2e

package packaging_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"groundwork/e2e"
)

// machine is a root folder with nothing in it but what dpkg needs.
type machine struct {
	t    *testing.T
	root string
}

func newMachine(t *testing.T) *machine {
	t.Helper()
	m := &machine{t, t.TempDir()}
	for _, folder := range []string{"info", "updates"} {
		if err := os.MkdirAll(m.path("var/lib/dpkg", folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(m.path("var/lib/dpkg/status"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	return m
}

func (m *machine) path(parts ...string) string {
	return filepath.Join(append([]string{m.root}, parts...)...)
}

// dpkg runs dpkg on the machine. Who is not root plays root to it, which is
// enough where all that is done is to unpack.
func (m *machine) dpkg(args ...string) {
	m.t.Helper()
	// The libraries are those of the real machine.
	args = append([]string{"dpkg", "--root=" + m.root, "--force-depends", "--force-bad-path", "--log=/dev/null"}, args...)
	if os.Geteuid() != 0 {
		m.t.Log("not run by root: dpkg runs under fakeroot")
		args = append([]string{"fakeroot", "--"}, args...)
	}
	run(m.t, args[0], args[1:]...)
}

// command is the program that the desktop starts, by the Exec of its file as
// the Desktop Entry Specification has it. Ours takes no arguments.
func (m *machine) command() string {
	m.t.Helper()
	exec := match(m.t, m.path("usr/share/applications", desktop), `(?m)^Exec=(.*)$`)
	if strings.ContainsAny(exec, " %\"") {
		m.t.Fatalf("the desktop starts %q: this test knows a plain name only", exec)
	}
	return m.path("usr/bin", exec)
}

func TestADebIsInstalledUsedAndRemovedAndTheJournalStays(t *testing.T) {
	m := newMachine(t)
	m.dpkg("--install", packages(t).deb)
	u := m.userBeforeADisplay()
	const text = "It is here to stay."
	write(t, u, text)

	m.dpkg("--purge", "groundwork")
	if left := files(t, m.path("usr")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	kept, err := filepath.Abs(program)
	if err != nil {
		t.Fatal(err)
	}
	u.Binary = kept
	entries, err := u.Entries("")
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 1 || entries[0].Body != text {
		t.Errorf("the journal holds %+v after the program was removed", entries)
	}
}

func TestWhatIsInstalledIsWhereTheSystemLooksForIt(t *testing.T) {
	m := newMachine(t)
	m.dpkg("--install", packages(t).deb)
	icon := match(t, m.path("usr/share/applications", desktop), `(?m)^Icon=(.*)$`)
	for _, path := range []string{
		"usr/share/icons/hicolor/16x16/apps/" + icon + ".png", "usr/share/icons/hicolor/512x512/apps/" + icon + ".png",
		"usr/share/icons/hicolor/scalable/apps/" + icon + ".svg",
		"usr/share/metainfo/" + metainfo,
		"usr/share/man/man1/groundwork.1.gz",
		"usr/share/bash-completion/completions/groundwork", "usr/share/zsh/vendor-completions/_groundwork",
		"usr/share/fish/vendor_completions.d/groundwork.fish",
		"usr/share/doc/groundwork/copyright", "usr/share/doc/groundwork/licenses.md",
	} {
		if info, err := os.Stat(m.path(path)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", path, err)
		}
	}
	run(t, "bash", "-n", m.path("usr/share/bash-completion/completions/groundwork"))
}

// userBeforeADisplay is somebody who starts the program as the desktop does.
func (m *machine) userBeforeADisplay() *e2e.User {
	m.t.Helper()
	display, err := e2e.NewDisplay(1400, 900)
	if err != nil {
		m.t.Fatal(err)
	}
	m.t.Cleanup(display.Close)
	u, err := display.NewUser(m.command())
	if err != nil {
		m.t.Fatal(err)
	}
	m.t.Cleanup(u.Close)
	return u
}

// write opens the window on the user's own journal, writes, and quits.
func write(t *testing.T, u *e2e.User, text string) {
	t.Helper()
	w, err := u.Open("")
	if err != nil {
		t.Fatal(err)
	}
	defer w.Kill()
	if err := w.Type(text); err != nil {
		t.Fatal(err)
	}
	if err := w.Keys("ctrl+q"); err != nil {
		t.Fatal(err)
	}
	if code, err := w.Wait(15 * time.Second); err != nil || code != 0 {
		t.Fatalf("the window ended with %d, %v: %s", code, err, w.Log())
	}
}
