//go:build e2e

package e2e_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"groundwork/e2e"
)

// holding lists the files in the journal's folder that hold a word.
func (s *seat) holding(word string) (files []string) {
	s.t.Helper()
	check(s.t, filepath.WalkDir(s.folder, func(path string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // it went meanwhile
		}
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		raw, err := os.ReadFile(path)
		if bytes.Contains(raw, []byte(word)) {
			files = append(files, path)
		}
		return err
	}))
	return files
}

// becomes waits until the journal's folder holds one of two files and not the
// other.
func (s *seat) becomes(holds, not string) {
	s.t.Helper()
	there := func(name string) bool {
		_, err := os.Stat(filepath.Join(s.folder, name))
		return err == nil
	}
	check(s.t, e2e.Eventually(saveLimit, holds+" in place of "+not, func() bool { return there(holds) && !there(not) }))
}

// groupsOn reads the groups of letters from a recovery sheet, without the last
// one, which is shorter and not asked for.
func (s *seat) groupsOn(sheet string) []string {
	s.t.Helper()
	raw, err := os.ReadFile(sheet)
	check(s.t, err)
	_, key, _ := strings.Cut(string(raw), "AGE-SECRET-KEY-1")
	groups := regexp.MustCompile(`\b[A-Z0-9]{4}\b`).FindAllString(strings.SplitN(key, "Keep", 2)[0], -1)
	if len(groups) != 14 {
		s.t.Fatalf("the sheet has %d groups: %q", len(groups), groups)
	}
	return groups
}

// held gives the text of the field that has the keyboard, or "" where no field
// has it.
func (w *window) held() string {
	w.t.Helper()
	got, err := w.copies(4 * time.Second)
	if err != nil {
		return ""
	}
	return got
}

// typesBack types the groups of the sheet that are asked for. Which they are is
// only to be seen, so each is tried until the keyboard goes on to the next
// field.
func (w *window) typesBack(groups []string) {
	w.t.Helper()
	const fields = 3
	w.types("1\n2\n3")
	w.keys("Return") // all of them are wrong, and the keyboard is in the first one
	for field := range fields {
		for len(groups) > 0 {
			group := groups[0]
			groups = groups[1:] // they are asked for in their order
			w.keys("ctrl+a")
			w.types(strings.ToLower(group))
			for range fields - field {
				w.keys("Return")
			}
			if w.held() != strings.ToLower(group) {
				break
			}
		}
	}
}

// protects goes through the steps from a plain journal to a protected one, as
// far as the last key.
func (w *window) protects(s *seat, passphrase string) {
	w.t.Helper()
	w.turns("ctrl+l")
	w.turns("Return")
	w.types(passphrase + "\n" + passphrase)
	w.turns("Return")
	w.keys("Tab") // from saving the sheet as PDF to saving it as text
	w.turns("Return")
	w.turns("Return")
	w.keys("Tab", "Tab", "Tab") // from opening the sheet to going on
	w.turns("Return")
	w.typesBack(s.groupsOn(filepath.Join(s.Home, "Recovery sheet.txt")))
}

func TestAJournalIsProtectedReopenedAndMadePlainAgainByKeyboard(t *testing.T) {
	const word, passphrase = "zwitterquokka", "five words by keyboard only"
	s := sit(t)
	s.add("Before: " + word)
	w := s.open()
	w.keys("ctrl+End")
	w.types(" and more.")
	text := "Before: " + word + " and more."
	s.wants(text)
	w.protects(s, passphrase)
	w.turns("Return")
	s.becomes("journal.age", "journal.db")
	check(t, e2e.Eventually(saveLimit, "no file that holds the word", func() bool { return len(s.holding(word)) == 0 }))
	check(t, w.Steady())
	w.keys("ctrl+q")
	_, err := w.Wait(saveLimit)
	check(t, err)
	w = s.open() // at the lock screen
	w.types(passphrase)
	w.turns("Return")
	check(t, e2e.Eventually(saveLimit, "the entry", func() bool { return w.held() == text }))
	w.opensSection("lock and protection")
	w.keys("Tab", "Tab", "Tab", "Tab") // from locking it to taking the protection away
	w.turns("Return")
	w.types(passphrase)
	w.turns("Return")
	s.becomes("journal.db", "journal.age")
	check(t, w.Steady())
	s.wants(text)
}
