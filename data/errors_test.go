package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	lib "modernc.org/sqlite/lib"

	"groundwork/journal"
)

func TestErrorsOfSQLite(t *testing.T) {
	folder := t.TempDir()
	for code, want := range map[int]error{
		lib.SQLITE_FULL: journal.ErrNoSpace, lib.SQLITE_CORRUPT: journal.ErrDamaged, lib.SQLITE_CORRUPT_INDEX: journal.ErrDamaged,
		lib.SQLITE_CORRUPT_VTAB: journal.ErrDamaged, lib.SQLITE_NOTADB: journal.ErrDamaged, lib.SQLITE_BUSY: journal.ErrLocked,
		lib.SQLITE_BUSY_SNAPSHOT: journal.ErrLocked, lib.SQLITE_LOCKED: journal.ErrLocked, lib.SQLITE_READONLY: journal.ErrNoAccess,
		lib.SQLITE_READONLY_DIRECTORY: journal.ErrNoAccess, lib.SQLITE_CANTOPEN: journal.ErrNoAccess, lib.SQLITE_PERM: journal.ErrNoAccess,
		lib.SQLITE_CONSTRAINT_UNIQUE: journal.ErrConflict, lib.SQLITE_CONSTRAINT_NOTNULL: nil, lib.SQLITE_IOERR_WRITE: journal.ErrDiskFails, lib.SQLITE_IOERR_FSYNC: journal.ErrDiskFails,
		lib.SQLITE_IOERR_SHORT_READ: journal.ErrDamaged, lib.SQLITE_IOERR_DATA: journal.ErrDamaged, lib.SQLITE_READONLY_DBMOVED: journal.ErrFolderGone, lib.SQLITE_ERROR: nil,
	} {
		if got := sqliteSentinel(folder, code); got != want {
			t.Errorf("code %d: %v, want %v", code, got, want)
		}
	}
}

func TestErrorsOfTheSystem(t *testing.T) {
	for err, want := range map[error]error{
		sql.ErrNoRows: journal.ErrNotFound, os.ErrPermission: journal.ErrNoAccess, syscall.EACCES: journal.ErrNoAccess,
		syscall.EROFS: journal.ErrReadOnly, syscall.ENOSPC: journal.ErrNoSpace, syscall.EDQUOT: journal.ErrNoSpace,
		syscall.EIO: journal.ErrDiskFails, syscall.ENODEV: journal.ErrDiskFails, syscall.ESTALE: journal.ErrDiskFails, errors.New("else"): nil,
	} {
		got := explain(t.Context(), t.TempDir(), "try", fmt.Errorf("deep: %w", err))
		if want != nil && !errors.Is(got, want) || !errors.Is(got, err) || !strings.HasPrefix(got.Error(), "try: ") {
			t.Errorf("%v became %v", err, got)
		}
	}
	if explain(t.Context(), "", "try", nil) != nil {
		t.Error("no error became one")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if got := explain(ctx, "", "try", errors.New("interrupted")); !errors.Is(got, context.Canceled) {
		t.Errorf("cancelled: %v", got)
	}
}

// TestAFolderThatIsGoneIsTheCause: SQLite says the same of a stick that was
// pulled out and of a disk that fails.
func TestAFolderThatIsGoneIsTheCause(t *testing.T) {
	gone := filepath.Join(t.TempDir(), "pulled out")
	for _, code := range []int{lib.SQLITE_IOERR_WRITE, lib.SQLITE_IOERR_READ, 4874, lib.SQLITE_CANTOPEN, lib.SQLITE_READONLY} {
		if got := sqliteSentinel(gone, code); got != journal.ErrFolderGone {
			t.Errorf("code %d: %v", code, got)
		}
	}
	if got := explain(t.Context(), gone, "try", syscall.EIO); !errors.Is(got, journal.ErrFolderGone) {
		t.Errorf("EIO became %v", got)
	}
}

// TestErrorsHoldNoTextOfTheUser: errors are logged.
func TestErrorsHoldNoTextOfTheUser(t *testing.T) {
	s := newStore(t)
	e := fullEntry(1)
	e.Title, e.Body, e.Tags = "secretword", "secretword", []string{"secretword", "secretword"}
	apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
	again := s.Apply(t.Context(), journal.Changes{Entries: []journal.Entry{e}})
	e.Extra = journal.Extra{"secretword": []byte("not JSON")}
	e.ID = testID(2)
	invalid := s.Apply(t.Context(), journal.Changes{Entries: []journal.Entry{e}})
	if !errors.Is(invalid, journal.ErrInvalid) {
		t.Errorf("Extra that is no JSON: %v", invalid)
	}
	if _, err := s.writer.Exec(`UPDATE entries SET day = 'secretword', created = 'secretword', extra = 'secretword'`); err != nil {
		t.Fatal(err)
	}
	_, damaged := s.Entry(t.Context(), testID(1))
	if !errors.Is(damaged, journal.ErrDamaged) {
		t.Errorf("a day that is none: %v", damaged)
	}
	for _, err := range []error{again, invalid, damaged} {
		if err == nil || strings.Contains(err.Error(), "secretword") {
			t.Errorf("an error tells: %v", err)
		}
	}
}

// smallDisk mounts a disk of 4 MB, or skips the test.
func smallDisk(t *testing.T) string {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root can mount a small disk to fill")
	}
	disk := filepath.Join(t.TempDir(), "disk")
	if err := os.Mkdir(disk, 0o700); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk).CombinedOutput(); err != nil {
		t.Skipf("a small disk cannot be mounted here: %s", out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", disk).CombinedOutput(); err != nil {
			t.Errorf("umount: %s", out)
		}
	})
	return disk
}

// fillDisk leaves so many bytes on a disk, and names the file to remove to
// have the room back.
func fillDisk(t *testing.T, disk string, leave int64) string {
	t.Helper()
	free, _ := freeSpace(disk)
	path := filepath.Join(disk, fmt.Sprintf("ballast-%d", leave))
	write(t, path, strings.Repeat("x", max(0, int(int64(free)-leave))))
	return path
}

// TestAFullDisk writes until nothing fits any more: a clear answer, nothing
// lost, and it works again when there is room.
func TestAFullDisk(t *testing.T) {
	disk := smallDisk(t)
	fill := func(leave int64) string { return fillDisk(t, disk, leave) }
	h := NewHome(filepath.Join(disk, "journal"), Options{})

	ballast := fill(16 << 10)
	if _, err := h.Open(t.Context()); !errors.Is(err, journal.ErrNoSpace) {
		t.Errorf("Open on a full disk: %v", err)
	}
	if condition, err := h.Inspect(t.Context()); condition != journal.Absent || err != nil {
		t.Errorf("half a journal was left: %v, %v", condition, err)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	opened, err := h.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	s := opened.(*Store)
	ballast = fill(600 << 10)
	saved := 0
	for ; ; saved++ {
		err = s.Apply(t.Context(), journal.Changes{Entries: []journal.Entry{written(saved, "title", strings.Repeat("words ", 3000))}})
		if err != nil || saved > 1000 {
			break
		}
	}
	if !errors.Is(err, journal.ErrNoSpace) {
		t.Errorf("a save on a full disk, after %d: %v", saved, err)
	}
	intact := func(want int) {
		t.Helper()
		n := 0
		for e, err := range s.Entries(t.Context(), journal.Filter{}) {
			if err != nil {
				t.Fatal(err)
			}
			if len(e.Body) != 18000 {
				t.Errorf("entry %s has %d bytes", e.ID, len(e.Body))
			}
			n++
		}
		if n != want {
			t.Errorf("%d entries, want %d", n, want)
		}
	}
	intact(saved)
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	apply(t, s, journal.Changes{Entries: []journal.Entry{written(saved, "title", strings.Repeat("words ", 3000))}})
	intact(saved + 1)
}
