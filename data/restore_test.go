package data

import (
	"archive/tar"
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// member is one of a tar that a test makes by hand.
type member struct {
	header  tar.Header
	content string
}

func file(name, content string) member {
	return member{tar.Header{Typeflag: tar.TypeReg, Name: name, Mode: 0o600, Size: int64(len(content))}, content}
}

// tarOf writes a tar by hand.
func tarOf(t testing.TB, members ...member) string {
	t.Helper()
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for _, m := range members {
		if err := w.WriteHeader(&m.header); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, m.content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "made.tar")
	write(t, path, out.String()+strings.Repeat("\x00", 1024))
	return path
}

// databaseOf reads the database of a closed journal, after it was altered.
func databaseOf(t testing.TB, change string) string {
	t.Helper()
	h := closedJournal(t)
	if change != "" {
		alter(t, h, change)
	}
	content, err := os.ReadFile(h.file())
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestATarMadeByHandIsRestored(t *testing.T) {
	sum := sumOf("content")
	path := tarOf(t,
		member{tar.Header{Typeflag: tar.TypeDir, Name: "./", Mode: 0o700}, ""},
		file("./journal.db", databaseOf(t, "")),
		member{tar.Header{Typeflag: tar.TypeDir, Name: "./attachments/", Mode: 0o700}, ""},
		file("./attachments/"+sum, "content"))
	h := newHome(t)
	r, err := h.Restore(t.Context(), path, false)
	if err != nil || r.Entries != 1 || r.Verified {
		t.Fatalf("restored: %+v, %v", r, err)
	}
	if got := bodies(t, h); got != "body" {
		t.Errorf("it holds %s", got)
	}
	if got := contents(t, h.folder); len(got) != 1 || got[0] != sum {
		t.Errorf("attached files: %v", got)
	}
}

func TestWhatIsNoBackupIsRefusedAndNothingTouched(t *testing.T) {
	good := databaseOf(t, "")
	whole, err := os.ReadFile(backUp(t, filledHome(t), journal.BackupByHand).File)
	if err != nil {
		t.Fatal(err)
	}
	plain := func(content string) func(t *testing.T) string {
		return func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), "plain")
			write(t, path, content)
			return path
		}
	}
	made := func(members ...member) func(t *testing.T) string {
		return func(t *testing.T) string { return tarOf(t, members...) }
	}
	link := func(kind byte, name, to string) member {
		return member{tar.Header{Typeflag: kind, Name: name, Linkname: to, Mode: 0o600}, ""}
	}
	for name, c := range map[string]struct {
		make func(t *testing.T) string
		want error
	}{
		"a letter":                      {plain(strings.Repeat("Dear Sir or Madam,\n", 100)), journal.ErrInvalid},
		"nothing":                       {plain(""), journal.ErrInvalid},
		"zeros":                         {plain(strings.Repeat("\x00", 4096)), journal.ErrInvalid},
		"a bare database":               {plain(good), journal.ErrInvalid},
		"cut off in the database":       {plain(string(whole[:50_000])), journal.ErrInvalid},
		"cut off before its last file":  {plain(string(whole[:len(whole)-4*512])), journal.ErrInvalid},
		"a header that is damaged":      {plain(string(whole[:512]) + "x" + string(whole[513:])), journal.ErrInvalid},
		"a folder":                      {func(t *testing.T) string { return t.TempDir() }, journal.ErrInvalid},
		"no journal in it":              {made(file("attachments/"+sumOf("x"), "x")), journal.ErrInvalid},
		"a name that leads out":         {made(file("journal.db", good), file("../evil", "x")), journal.ErrInvalid},
		"a name that leads out later":   {made(file("journal.db", good), file("attachments/../../evil", "x")), journal.ErrInvalid},
		"an absolute name":              {made(file("journal.db", good), file("/tmp/evil", "x")), journal.ErrInvalid},
		"another name":                  {made(file("journal.db", good), file("lock", "x")), journal.ErrInvalid},
		"an attachment of another name": {made(file("journal.db", good), file("attachments/note.txt", "x")), journal.ErrInvalid},
		"a symbolic link":               {made(file("journal.db", good), link(tar.TypeSymlink, "attachments/"+sumOf("x"), "/etc/passwd")), journal.ErrInvalid},
		"a journal that is a link":      {made(link(tar.TypeSymlink, "journal.db", "/etc/passwd")), journal.ErrInvalid},
		"a hard link":                   {made(file("journal.db", good), link(tar.TypeLink, "attachments/"+sumOf("x"), "journal.db")), journal.ErrInvalid},
		"a device":                      {made(file("journal.db", good), link(tar.TypeChar, "attachments/"+sumOf("x"), "")), journal.ErrInvalid},
		"a file twice":                  {made(file("journal.db", good), file("journal.db", good)), journal.ErrInvalid},
		"a size beyond its end":         {plain(hugeTar(t, good)), journal.ErrInvalid},
		"a newer form":                  {made(file("backup.json", `{"format":"groundwork-backup/2"}`), file("journal.db", good)), journal.ErrNewerSchema},
		"facts that are none":           {made(file("backup.json", `{"format":`), file("journal.db", good)), journal.ErrInvalid},
		"a newer schema":                {made(file("journal.db", databaseOf(t, "PRAGMA user_version = 99"))), journal.ErrNewerSchema},
		"another program's database":    {made(file("journal.db", databaseOf(t, "PRAGMA application_id = 7"))), journal.ErrInvalid},
		"not even a database":           {made(file("journal.db", strings.Repeat("x", 8192))), journal.ErrInvalid},
		"an empty database":             {made(file("journal.db", "")), journal.ErrInvalid},
		"a database cut off":            {made(file("journal.db", good[:len(good)/2])), journal.ErrInvalid},
		"a trigger of somebody else's":  {made(file("journal.db", databaseOf(t, `CREATE TRIGGER evil AFTER INSERT ON entries BEGIN DELETE FROM people; END`))), journal.ErrInvalid},
		"rows that lost their entry": {made(file("journal.db", databaseOf(t, `PRAGMA foreign_keys = 0;
			INSERT INTO entry_tags (entry, position, tag, folded) VALUES (999, 0, 'x', 'x')`))), journal.ErrInvalid},
		"fewer entries than it says": {made(
			file("backup.json", `{"format":"groundwork-backup/1","made":"2026-11-20T21:04:00Z","why":"daily","entries":5}`), file("journal.db", good)), journal.ErrInvalid},
	} {
		t.Run(name, func(t *testing.T) {
			path := c.make(t)
			h := closedJournal(t)
			before := snapshot(t, h.folder)
			if _, err := h.Restore(t.Context(), path, true); !errors.Is(err, c.want) {
				t.Errorf("restore: %v; want %v", err, c.want)
			}
			if trial, err := h.TryBackup(t.Context(), path); err == nil && trial.OK {
				t.Error("tried out, it is sound")
			}
			if s, err := h.OpenBackup(t.Context(), path); err == nil {
				_ = s.Close()
				t.Error("it opened")
			}
			after := snapshot(t, h.folder)
			delete(after, backupsIn(h.folder)) // an empty folder
			if !maps.Equal(before, after) {
				t.Error("the folder was touched")
			}
			fresh := newHome(t)
			if _, err := fresh.Restore(t.Context(), path, false); !errors.Is(err, c.want) {
				t.Errorf("restore to a new place: %v; want %v", err, c.want)
			}
			if there(fresh.folder) {
				t.Error("a folder was made")
			}
		})
	}
}

// hugeTar is one whose second file says that it is larger than the tar.
func hugeTar(t testing.TB, database string) string {
	t.Helper()
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	first, second := file("journal.db", database), file("attachments/"+sumOf("x"), "")
	second.header.Size = 1 << 40
	if err := errors.Join(w.WriteHeader(&first.header), func() error { _, err := io.WriteString(w, database); return err }(), w.WriteHeader(&second.header)); err != nil {
		t.Fatal(err)
	}
	return out.String() + strings.Repeat("x", 4096)
}

// TestWhateverHappenedToABackupItIsRefusedOrWhole flips and cuts.
func TestWhateverHappenedToABackupItIsRefusedOrWhole(t *testing.T) {
	whole, err := os.ReadFile(backUp(t, filledHome(t), journal.BackupByHand).File)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		broken := bytes.Clone(whole)
		for range rapid.IntRange(1, 4).Draw(rt, "flips") {
			broken[rapid.IntRange(0, len(broken)-1).Draw(rt, "at")] ^= byte(rapid.IntRange(1, 255).Draw(rt, "bits"))
		}
		if rapid.Bool().Draw(rt, "cut") {
			broken = broken[:rapid.IntRange(0, len(broken)).Draw(rt, "to")]
		}
		path := filepath.Join(folder, "broken.tar")
		write(t, path, string(broken))
		trial, err := NewHome(filepath.Join(folder, "nowhere"), Options{}).TryBackup(context.Background(), path)
		if err == nil && trial.OK && trial.Entries != 2 {
			rt.Fatalf("a broken backup is found sound with %d entries", trial.Entries)
		}
		if err != nil && !errors.Is(err, journal.ErrInvalid) && !errors.Is(err, journal.ErrNewerSchema) {
			rt.Fatalf("no sentence for it: %v", err)
		}
	})
}

func TestRestoreReplacesOnlyWhatItMay(t *testing.T) {
	made := backUp(t, filledHome(t), journal.BackupByHand)
	t.Run("a journal with entries", func(t *testing.T) {
		h := closedJournal(t)
		before := snapshot(t, h.folder)
		if _, err := h.Restore(t.Context(), made.File, false); !errors.Is(err, journal.ErrNotEmpty) {
			t.Errorf("restore: %v", err)
		}
		if !maps.Equal(before, snapshot(t, h.folder)) {
			t.Error("it was touched")
		}
		r, err := h.Restore(t.Context(), made.File, true)
		if err != nil {
			t.Fatal(err)
		}
		if got := bodies(t, h); got != "body|second" {
			t.Errorf("it holds %s", got)
		}
		back := newHome(t)
		if _, err := back.Restore(t.Context(), r.Before, false); err != nil || bodies(t, back) != "body" {
			t.Errorf("the backup of what was there: %v", err)
		}
		if there(h.replacedFolder()) || there(h.comingFile()) {
			t.Error("something is left behind")
		}
	})
	t.Run("a journal that is open", func(t *testing.T) {
		h := newHome(t)
		openHome(t, h)
		h.wait = 50 * time.Millisecond
		if _, err := h.Restore(t.Context(), made.File, true); !errors.Is(err, journal.ErrLocked) {
			t.Errorf("restore: %v", err)
		}
	})
	t.Run("a newer journal", func(t *testing.T) {
		h := closedJournal(t)
		alter(t, h, `PRAGMA user_version = 99`)
		if _, err := h.Restore(t.Context(), made.File, true); !errors.Is(err, journal.ErrNewerSchema) {
			t.Errorf("restore: %v", err)
		}
	})
	for name, damage := range map[string]func(t *testing.T, h *Home){
		"a journal that is no database": func(t *testing.T, h *Home) { write(t, h.file(), strings.Repeat("no database\n", 900)) },
		"a journal with a broken page": func(t *testing.T, h *Home) {
			f, err := os.OpenFile(h.file(), os.O_WRONLY, 0)
			if err != nil {
				t.Fatal(err)
			}
			_, err = f.WriteAt(bytes.Repeat([]byte{0xff}, 4096), rootPage(t, h, "entries")*4096)
			if err := errors.Join(err, f.Close()); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := closedJournal(t)
			damage(t, h)
			old, err := os.ReadFile(h.file())
			if err != nil {
				t.Fatal(err)
			}
			if _, err := h.Restore(t.Context(), made.File, false); err == nil {
				t.Error("it was replaced without being asked for")
			}
			r, err := h.Restore(t.Context(), made.File, true)
			if err != nil {
				t.Fatal(err)
			}
			if got := bodies(t, h); got != "body|second" {
				t.Errorf("it holds %s", got)
			}
			if kept, err := os.ReadFile(filepath.Join(r.Aside, databaseName)); err != nil || !bytes.Equal(kept, old) {
				t.Errorf("the damaged journal was not kept as it was: %v", err)
			}
		})
	}
}

// rootPage is the number, from 0, of the page at which a table begins.
func rootPage(t testing.TB, h *Home, table string) (n int64) {
	t.Helper()
	db, err := sql.Open("sqlite", frozenDSN(h.file()))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.QueryRow(`SELECT rootpage - 1 FROM sqlite_schema WHERE name = ?`, table).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// stepsOf runs do and counts the steps it reaches.
func stepsOf(h *Home, do func()) (steps []step) {
	h.reached = func(s step) { steps = append(steps, s) }
	do()
	h.reached = nil
	return steps
}

// TestWhatIsNoJournalDoesNotTakeItsPlace: a synced folder or a bad disk may leave
// a file of the name that a decided restore has.
func TestWhatIsNoJournalDoesNotTakeItsPlace(t *testing.T) {
	for name, content := range map[string]string{"nothing": "", "words": strings.Repeat("no journal ", 500)} {
		t.Run(name, func(t *testing.T) {
			h := closedJournal(t)
			if err := os.WriteFile(h.comingFile(), []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			if got := bodies(t, h); got != "body" {
				t.Errorf("it holds %s", got)
			}
			kept := must(filepath.Glob(filepath.Join(h.folder, "restored-*.db")))
			if len(kept) != 1 || h.unfinished() {
				t.Errorf("kept %v", kept)
			}
		})
	}
}

// TestKilledAnywhereARestoreLeavesTheOldOrTheNew kills a process at each step.
func TestKilledAnywhereARestoreLeavesTheOldOrTheNew(t *testing.T) {
	made := backUp(t, filledHome(t), journal.BackupByHand)
	probe := closedJournal(t)
	steps := stepsOf(probe, func() {
		if _, err := probe.Restore(t.Context(), made.File, true); err != nil {
			t.Fatal(err)
		}
	})
	if len(steps) < 10 {
		t.Fatalf("there are %d steps: %v", len(steps), steps)
	}
	decided := false
	for n, at := range steps {
		decided = decided || at == "decided"
		t.Run(fmt.Sprintf("%02d %s", n, at), func(t *testing.T) {
			h := closedJournal(t)
			killAtStep(t, "restore and be killed", h.folder, made.File, n)
			want := "body"
			if decided {
				want = "body|second"
			}
			if condition, err := h.Inspect(t.Context()); err != nil || condition != journal.Fine {
				t.Errorf("Inspect: %v, %v", condition, err)
			}
			if got := bodies(t, h); got != want {
				t.Errorf("it holds %s; want %s", got, want)
			}
			if r, err := h.Check(t.Context()); err != nil || !r.OK {
				t.Errorf("check: %+v, %v", r, err)
			}
			// And once more, to its end.
			if _, err := h.Restore(t.Context(), made.File, true); err != nil {
				t.Error(err)
			}
			if got := bodies(t, h); got != "body|second" {
				t.Errorf("after another restore it holds %s", got)
			}
			for _, left := range []string{h.comingFile(), h.comingFile() + ".part", h.replacedFolder()} {
				if there(left) {
					t.Errorf("%s is left behind", filepath.Base(left))
				}
			}
		})
	}
}

// TestKilledAnywhereABackupIsWholeOrNotThere does the same while one is made.
func TestKilledAnywhereABackupIsWholeOrNotThere(t *testing.T) {
	probe := filledHome(t)
	steps := stepsOf(probe, func() { backUp(t, probe, journal.BackupByHand) })
	for n, at := range steps {
		t.Run(string(at), func(t *testing.T) {
			h := filledHome(t)
			killAtStep(t, "back up and be killed", h.folder, "", n)
			for _, b := range backupsOf(t, h) {
				if trial, err := h.TryBackup(t.Context(), b.File); err != nil || !trial.OK || !b.Verified {
					t.Errorf("%+v: %v", trial, err)
				}
			}
			backUp(t, h, journal.BackupByHand)
			left, err := filepath.Glob(filepath.Join(backupsIn(h.folder), partPrefix+"*"))
			if err != nil || len(left) > 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
			if got := bodies(t, h); got != "body|second" {
				t.Errorf("it holds %s", got)
			}
		})
	}
}
