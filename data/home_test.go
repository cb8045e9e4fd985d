package data

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"groundwork/journal"
)

// snapshot reads a folder: names, rights and bytes. Nothing may have it open.
func snapshot(t testing.TB, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		content := info.Mode().String()
		if info.Mode().IsRegular() {
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			content += string(b)
		}
		all[path] = content
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// closedJournal makes a journal with an entry and closes it.
func closedJournal(t testing.TB) *Home {
	t.Helper()
	h := newHome(t)
	s := openHome(t, h)
	apply(t, s, journal.Changes{Entries: []journal.Entry{written(1, "title", "body")}})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return h
}

// alter runs SQL on a closed journal.
func alter(t testing.TB, h *Home, text string) {
	t.Helper()
	db, err := sql.Open("sqlite", writerDSN(h.file()))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(text); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func write(t testing.TB, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestWhatLiesInTheFolder(t *testing.T) {
	tests := map[string]struct {
		make      func(t *testing.T) *Home
		condition journal.Condition
		open      error
	}{
		"absent folder": {newHomeOf, journal.Absent, nil},
		"empty folder": {func(t *testing.T) *Home {
			h := newHome(t)
			if err := os.MkdirAll(h.folder, 0o700); err != nil {
				t.Fatal(err)
			}
			return h
		}, journal.Absent, nil},
		"a journal": {func(t *testing.T) *Home { return closedJournal(t) }, journal.Fine, nil},
		"not a database": {func(t *testing.T) *Home {
			h := closedJournal(t)
			write(t, h.file(), strings.Repeat("This is a shopping list.\n", 400))
			return h
		}, journal.Damaged, journal.ErrDamaged},
		"a few letters": {func(t *testing.T) *Home {
			h := closedJournal(t)
			write(t, h.file(), "x")
			return h
		}, journal.Damaged, journal.ErrDamaged},
		"zero length": {func(t *testing.T) *Home {
			h := closedJournal(t)
			write(t, h.file(), "")
			return h
		}, journal.Damaged, journal.ErrDamaged},
		"a folder in its place": {func(t *testing.T) *Home {
			h := newHome(t)
			if err := os.MkdirAll(h.file(), 0o700); err != nil {
				t.Fatal(err)
			}
			return h
		}, journal.Damaged, journal.ErrDamaged},
		"the wal without its database": {func(t *testing.T) *Home {
			h := closedJournal(t)
			if err := os.Rename(h.file(), h.file()+"-wal"); err != nil {
				t.Fatal(err)
			}
			return h
		}, journal.Damaged, journal.ErrDamaged},
		"another program's database": {func(t *testing.T) *Home {
			h := closedJournal(t)
			foreign(t, h)
			return h
		}, journal.Damaged, journal.ErrForeign},
		"newer schema": {func(t *testing.T) *Home {
			h := closedJournal(t)
			alter(t, h, `PRAGMA user_version = 99`)
			return h
		}, journal.Newer, journal.ErrNewerSchema},
		"a name with odd letters": {func(t *testing.T) *Home {
			return NewHome(filepath.Join(t.TempDir(), "Büro #1 50% ? & = +x"), Options{})
		}, journal.Absent, nil},
	}
	for _, keep := range []int{1, 50, 99, 100, 512, 4096, 5000, 8192, 60000} {
		tests[fmt.Sprintf("truncated to %d bytes", keep)] = struct {
			make      func(t *testing.T) *Home
			condition journal.Condition
			open      error
		}{func(t *testing.T) *Home {
			h := closedJournal(t)
			if err := os.Truncate(h.file(), int64(keep)); err != nil {
				t.Fatal(err)
			}
			return h
		}, journal.Damaged, journal.ErrDamaged}
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			h := test.make(t)
			before := snapshot(t, filepath.Dir(h.folder))
			condition, err := h.Inspect(t.Context())
			if err != nil || condition != test.condition {
				t.Errorf("Inspect: %v, %v; want %v", condition, err, test.condition)
			}
			if !maps.Equal(before, snapshot(t, filepath.Dir(h.folder))) {
				t.Error("Inspect changed something")
			}
			s, err := h.Open(t.Context())
			if s != nil {
				defer s.Close()
			}
			if !errors.Is(err, test.open) {
				t.Errorf("Open: %v; want %v", err, test.open)
			}
			if test.open != nil && !maps.Equal(before, snapshot(t, filepath.Dir(h.folder))) {
				t.Error("a refused Open changed something")
			}
		})
	}
}

func newHomeOf(t *testing.T) *Home { return newHome(t) }

// TestRightsOfTheFolder runs as a user who has no more rights than these, also
// when the tests run as root.
func TestRightsOfTheFolder(t *testing.T) {
	for name, test := range map[string]struct {
		journal bool
		folder  os.FileMode
		file    os.FileMode
		want    string // condition, Inspect, Open, Check
	}{
		"unreadable folder":            {true, 0o000, 0o600, "0 ErrNoAccess ErrNoAccess ErrNoAccess"},
		"unreadable file":              {true, 0o700, 0o000, "0 ErrNoAccess ErrNoAccess ErrNoAccess"},
		"read-only folder":             {true, 0o500, 0o600, "1 ok ErrNoAccess ErrNoAccess"},
		"read-only folder, no journal": {false, 0o500, 0, "0 ok ErrNoAccess ErrNotFound"},
		"read-only file":               {true, 0o700, 0o400, "1 ok ErrNoAccess ErrNoAccess"},
		"open to all":                  {true, 0o777, 0o666, "1 ok ok ok"},
	} {
		t.Run(name, func(t *testing.T) {
			folder := filepath.Join(publicFolder(t), "journal")
			h := NewHome(folder, Options{})
			if test.journal {
				s, err := h.Open(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				if err := errors.Join(s.Close(), os.Remove(filepath.Join(folder, "lock")), os.Chmod(h.file(), test.file)); err != nil {
					t.Fatal(err)
				}
			} else if err := os.Mkdir(folder, 0o700); err != nil {
				t.Fatal(err)
			}
			if os.Getuid() == 0 {
				if err := os.Chown(folder, nobody, nobody); err != nil {
					t.Fatal(err)
				}
				if test.journal {
					if err := os.Chown(h.file(), nobody, nobody); err != nil {
						t.Fatal(err)
					}
				}
			}
			if err := os.Chmod(folder, test.folder); err != nil {
				t.Fatal(err)
			}
			defer os.Chmod(folder, 0o700)
			out, err := nobodyChild(t, "try", folder).Output()
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			if got := strings.TrimSpace(string(out)); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// TestFilesAreTheUsersAlone holds whatever the umask is.
func TestFilesAreTheUsersAlone(t *testing.T) {
	old := syscall.Umask(0)
	defer syscall.Umask(old)
	h := newHome(t)
	h.migrations = twoSteps(t, "CREATE TABLE later (n INTEGER PRIMARY KEY) STRICT;")
	first := NewHome(h.folder, Options{})
	if err := openHome(t, first).Close(); err != nil {
		t.Fatal(err)
	}
	s := openHome(t, h) // migrates, which makes a copy
	apply(t, s, journal.Changes{Entries: []journal.Entry{written(1, "a", "b")}})
	w, err := ClaimWindow(h.folder)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	var seen []string
	err = filepath.WalkDir(h.folder, func(path string, d fs.DirEntry, err error) error {
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
			t.Errorf("%s is %v", d.Name(), info.Mode())
		}
		seen = append(seen, d.Name())
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"journal.db", "journal.db-wal", "journal.db-shm", "lock", "window.lock", "backups"} {
		if !slices.Contains(seen, name) {
			t.Errorf("%s was not looked at: %v", name, seen)
		}
	}
	copies, _ := filepath.Glob(filepath.Join(h.folder, "backups", "*.tar"))
	if len(copies) != 1 {
		t.Errorf("copies: %v", copies)
	}
	socket, err := socketPath(h.folder)
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]os.FileMode{socket: 0o600, filepath.Dir(socket): 0o700} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v; want %v", path, info.Mode(), err, want)
		}
	}
}

func TestWhatWasOpenToOthersIsClosed(t *testing.T) {
	h := closedJournal(t)
	if err := errors.Join(os.Chmod(h.folder, 0o755), os.Chmod(h.file(), 0o644)); err != nil {
		t.Fatal(err)
	}
	openHome(t, h)
	for path, want := range map[string]os.FileMode{h.folder: 0o700, h.file(): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s is %v (%v)", path, info.Mode(), err)
		}
	}
}

func TestAFolderWithOtherThingsKeepsItsRights(t *testing.T) {
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(folder, "letter.txt"), "x")
	openHome(t, NewHome(folder, Options{}))
	if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o755 {
		t.Errorf("the folder is %v (%v)", info.Mode(), err)
	}
}

// TestLookingDropsNoLock: SQLite's locks are the process's; a careless look at
// the file would drop them.
func TestLookingDropsNoLock(t *testing.T) {
	h := newHome(t)
	s := openHome(t, h)
	apply(t, s, journal.Changes{Entries: []journal.Entry{written(1, "a", "b")}})
	tx, err := s.writer.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	if _, err := tx.Exec(`INSERT INTO settings (key, value) VALUES ('half', 'done')`); err != nil {
		t.Fatal(err)
	}
	intrude := func(when string) {
		t.Helper()
		out, err := child(t, "write at once", h.folder).Output()
		if err != nil || strings.TrimSpace(string(out)) != "ErrLocked" {
			t.Errorf("%s, a write in the middle of a transaction: %s, %v", when, out, err)
		}
	}
	intrude("before looking")
	for range 3 {
		if condition, err := h.Inspect(t.Context()); condition != journal.Fine || err != nil {
			t.Fatalf("Inspect: %v, %v", condition, err)
		}
	}
	intrude("after looking")
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	// The same with nothing in the WAL, where the file is read as frozen.
	if _, err := s.writer.Exec(`PRAGMA wal_checkpoint(TRUNCATE)`); err != nil {
		t.Fatal(err)
	}
	tx2, err := s.writer.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx2.Rollback()
	if condition, err := h.Inspect(t.Context()); condition != journal.Fine || err != nil {
		t.Fatalf("Inspect: %v, %v", condition, err)
	}
	intrude("after looking at an empty WAL")
}

// TestANewerSchemaIsSeenInTheWAL: the number may not have reached the file yet.
func TestANewerSchemaIsSeenInTheWAL(t *testing.T) {
	h := newHome(t)
	s := openHome(t, h)
	if _, err := s.writer.Exec(`PRAGMA user_version = 99`); err != nil {
		t.Fatal(err)
	}
	if condition, err := h.Inspect(t.Context()); condition != journal.Newer || err != nil {
		t.Errorf("Inspect: %v, %v", condition, err)
	}
	if _, err := h.Open(t.Context()); !errors.Is(err, journal.ErrNewerSchema) {
		t.Errorf("Open: %v", err)
	}
}

// TestWhatStandsInTheLogAloneIsSeen: after the power went, or in a copy of the
// folder, the file of shared memory is missing beside a full log.
func TestWhatStandsInTheLogAloneIsSeen(t *testing.T) {
	s := newStore(t)
	apply(t, s, journal.Changes{Entries: []journal.Entry{written(1, "", "in the log")}})
	h := newHome(t)
	if err := os.MkdirAll(h.folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"journal.db", "journal.db-wal"} {
		content, err := os.ReadFile(filepath.Join(s.folder, name))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(h.folder, name), string(content))
	}
	backup, err := NewHome(s.folder, Options{}).BackUp(t.Context(), journal.BackupByHand)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.Restore(t.Context(), backup.File, false); !errors.Is(err, journal.ErrNotEmpty) {
		t.Errorf("a journal that holds an entry was replaced: %v", err)
	}
	if e, err := openHome(t, h).Entry(t.Context(), testID(1)); err != nil || e.Body != "in the log" {
		t.Errorf("the entry: %q, %v", e.Body, err)
	}
}
