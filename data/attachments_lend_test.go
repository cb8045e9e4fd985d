package data

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// lentOn opens a journal that has the content "lent", with a runtime folder of
// its own.
func lentOn(t *testing.T) (h *Home, s *Store, runtime string) {
	t.Helper()
	runtime = shortFolder(t)
	t.Setenv("XDG_RUNTIME_DIR", runtime)
	h = newHome(t)
	s = openHome(t, h)
	keepText(t, s, "lent")
	return h, s, filepath.Join(runtime, "groundwork", "lent")
}

func lendNote(t *testing.T, s *Store) string {
	t.Helper()
	path, err := s.LendFile(t.Context(), sumOf("lent"), "../../my note.txt")
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func gone(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist)
}

func TestALentFileIsACopyForReadingInAPrivateFolder(t *testing.T) {
	_, s, lent := lentOn(t)
	path := lendNote(t, s)
	if filepath.Base(path) != "my note.txt" || !strings.HasPrefix(path, lent+"/") {
		t.Errorf("it lies in %s", path)
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != "lent" {
		t.Errorf("it holds %q, %v", text, err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o400 {
		t.Errorf("its rights are %v, %v", info.Mode(), err)
	}
	for folder := filepath.Dir(path); folder != filepath.Dir(filepath.Dir(lent)); folder = filepath.Dir(folder) {
		if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("the rights of %s are %v, %v", folder, info.Mode(), err)
		}
	}
}

func TestACopyIsLentAgainUnlessItWasAltered(t *testing.T) {
	_, s, _ := lentOn(t)
	first := lendNote(t, s)
	if again := lendNote(t, s); again != first {
		t.Errorf("the same file was copied twice: %s, %s", first, again)
	}
	if err := errors.Join(os.Chmod(first, 0o600), os.WriteFile(first, []byte("scribbled over"), 0o600)); err != nil {
		t.Fatal(err)
	}
	fresh := lendNote(t, s)
	if text, err := os.ReadFile(fresh); err != nil || string(text) != "lent" || fresh == first {
		t.Errorf("after a change, %s holds %q, %v", fresh, text, err)
	}
}

func TestLentFilesAreGoneWhenTheStoreIsClosed(t *testing.T) {
	_, s, lent := lentOn(t)
	path := lendNote(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if !gone(path) {
		t.Errorf("%s is still there", path)
	}
	if left, err := os.ReadDir(lent); err != nil || len(left) != 1 || left[0].Name() != "lock" {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if path, err := s.LendFile(t.Context(), sumOf("lent"), "x"); err == nil {
		t.Errorf("a closed store lent %s", path)
	}
}

func TestWhatIsWrittenAtALentPlaceIsPrivateAndGoneWhenTheStoreIsClosed(t *testing.T) {
	_, s, lent := lentOn(t)
	path, err := s.LendPlace(t.Context(), "../my pages.pdf")
	if err != nil || filepath.Base(path) != "my pages.pdf" || !strings.HasPrefix(path, lent+"/") || !gone(path) {
		t.Fatalf("the place is %s, %v", path, err)
	}
	if err := errors.Join(os.WriteFile(path, []byte("pages"), 0o600), s.Close()); err != nil {
		t.Fatal(err)
	}
	if !gone(path) {
		t.Errorf("%s is still there", path)
	}
	if path, err := s.LendPlace(t.Context(), "x.pdf"); err == nil {
		t.Errorf("a closed store lent %s", path)
	}
}

func TestWhatADeadSessionLentIsClearedAndALivingOnesStays(t *testing.T) {
	h, s, _ := lentOn(t)
	mine := lendNote(t, s)
	cmd := child(t, "lend", h.folder)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line := make([]byte, 4096)
	n, err := out.Read(line)
	if err != nil {
		t.Fatal(err)
	}
	theirs := strings.TrimSpace(string(line[:n]))
	openHome(t, h)
	if gone(theirs) || gone(mine) {
		t.Error("what a living session lent was cleared")
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // killed
	if gone(theirs) {
		t.Fatal("the test is wrong: the killed process left nothing")
	}
	openHome(t, h)
	if !gone(filepath.Dir(filepath.Dir(theirs))) || gone(mine) {
		t.Errorf("after the next open: theirs is gone %v, mine is gone %v", gone(theirs), gone(mine))
	}
}

func TestOpeningMakesNoRuntimeFolder(t *testing.T) {
	runtime := shortFolder(t)
	t.Setenv("XDG_RUNTIME_DIR", runtime)
	newStore(t)
	if left, err := os.ReadDir(runtime); err != nil || len(left) > 0 {
		t.Errorf("made: %v, %v", left, err)
	}
}

func TestNamesOfLentFilesAreSafe(t *testing.T) {
	for name, want := range map[string]string{
		"report.pdf":                    "report.pdf",
		"../../etc/passwd":              "passwd",
		`C:\Users\me\notes.docx`:        "notes.docx",
		"..":                            "file",
		"":                              "file",
		".bashrc":                       "bashrc",
		"--help":                        "help",
		"- . -x.txt":                    "x.txt",
		"con":                           "_con",
		"Aux.txt":                       "_Aux.txt",
		"com1.tar.gz":                   "_com1.tar.gz",
		"LPT².x":                        "_LPT².x",
		"common.txt":                    "common.txt",
		"what? a \"quote\".md":          "what_ a _quote_.md",
		"dots...":                       "dots",
		"new\nline\x00.txt":             "newline.txt",
		"photo\u202Egpj.exe":            "photogpj.exe",
		"Überblick 概要.pdf":              "Überblick 概要.pdf",
		"broken\xff.txt":                "broken_.txt",
		strings.Repeat("é", 90) + ".md": strings.Repeat("é", 58) + ".md",
		"v1." + strings.Repeat("x", 30): "v1." + strings.Repeat("x", 30),
	} {
		if got := safeName(name); got != want {
			t.Errorf("%q became %q, want %q", name, got, want)
		}
	}
}

func TestSafeNamesHoldForEveryName(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.OneOf(rapid.String(), rapid.StringMatching(`[.\-/\\ a-zA-Z0-9:é]{0,200}`)).Draw(t, "name")
		got := safeName(name)
		switch {
		case got == "", len(got) > longestName+1, !utf8.ValidString(got), filepath.Base(got) != got,
			strings.ContainsAny(got, `/\:`), strings.HasPrefix(got, "."), strings.HasPrefix(got, "-"),
			strings.HasSuffix(got, "."), strings.HasSuffix(got, " "), strings.ContainsFunc(got, unicode.IsControl),
			safeName(got) != got && len(got) <= longestName:
			t.Fatalf("%q became %q", name, got)
		}
	})
}
