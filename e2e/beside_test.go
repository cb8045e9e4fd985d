//go:build e2e

package e2e_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"groundwork/e2e"
)

func TestASecondStartLeavesTheFirstWindowAlone(t *testing.T) {
	s := sit(t)
	first := s.open()
	second, err := s.Start(s.folder)
	check(t, err)
	s.keep(second).ends()
	if first.Ended() || len(first.Titles()) != 1 {
		t.Errorf("the first window has gone: ended %v, titles %q", first.Ended(), first.Titles())
	}
}

func TestAnEntryAddedBesideTheWindowShowsWithinTwoSeconds(t *testing.T) {
	s := sit(t)
	w := s.open()
	before := w.rail()
	s.add("Lena asked for a talk.")
	check(t, e2e.Eventually(2*time.Second, "a new row in the rail", func() bool { return w.rail().Differs(before) }))
}

func TestAnEntryAddedBesideTheWindowLeavesTheCursorAlone(t *testing.T) {
	s := sit(t)
	w := s.open()
	w.types("Before, ")
	before := w.rail()
	s.add("Lena asked for a talk.")
	check(t, e2e.Eventually(saveLimit, "a new row in the rail", func() bool { return w.rail().Differs(before) }))
	w.types("and after.")
	s.eventually(saveLimit, "the whole sentence in one entry", func(entries []e2e.Entry) bool {
		for _, e := range entries {
			if e.Body == "Before, and after." {
				return len(entries) == 2
			}
		}
		return false
	})
}

func TestTheFolderAndItsFilesArePrivate(t *testing.T) {
	s := sit(t)
	w := s.open()
	w.types(sentence)
	s.wants(sentence)
	seen := map[string]bool{}
	err := filepath.WalkDir(s.folder, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		want := os.FileMode(0o600)
		if d.IsDir() {
			want = 0o700
		}
		if info.Mode().Perm() != want {
			t.Errorf("%s has the mode %v, want %v", path, info.Mode().Perm(), want)
		}
		seen[d.Name()] = true
		return nil
	})
	check(t, err)
	for _, name := range []string{"journal.db", "journal.db-wal", "journal.db-shm"} {
		if !seen[name] {
			t.Errorf("there is no %s to look at", name)
		}
	}
}

func TestTheWindowOpens(t *testing.T) {
	for name, prepare := range map[string]func(*seat) error{
		"WithDamagedPreferences": func(s *seat) error { return s.WritePreferences("\x00{\"appearance\": not json") },
		"WithEmptyPreferences":   func(s *seat) error { return s.WritePreferences("") },
		"InTheLocaleC":           func(s *seat) error { s.Env = []string{"LANG=C", "LC_ALL=C"}; return nil },
	} {
		t.Run(name, func(t *testing.T) {
			s := sit(t)
			check(t, prepare(s))
			w := s.open()
			w.types(sentence)
			s.wants(sentence)
		})
	}
}
