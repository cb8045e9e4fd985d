package faults

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"groundwork/journal"
)

// smallDisk is a place that can be full.
type smallDisk struct {
	folder string
	fill   func(t testing.TB) // leaves room for a few saves
	free   func(t testing.TB)
}

// smallDisks are the ways in which there is one, by name. Each is of a process
// of its own, in which the test runs once more.
var smallDisks = map[string]struct {
	enter []string // the command that starts the process; DISK is where it will be
	make  func(folder string) smallDisk
}{
	"a disk of its own":             {unshared(), tmpfs},
	"a limit on the size of a file": {nil, limited},
}

const diskKind, diskFolder = "GROUNDWORK_FAULT_DISK", "GROUNDWORK_FAULT_DISK_FOLDER"

// unshared mounts a disk in memory that nobody else sees, which needs no right
// but that to make namespaces.
func unshared() []string {
	mount := `mount -t tmpfs -o size=6m,mode=0700 none "$0" && exec "$@"`
	if os.Getuid() == 0 {
		return []string{"unshare", "--mount", "sh", "-c", mount, "DISK"}
	}
	return []string{"unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount, "DISK"}
}

func tmpfs(folder string) smallDisk {
	ballast := filepath.Join(folder, "ballast")
	return smallDisk{
		folder: folder,
		fill: func(t testing.TB) {
			var disk syscall.Statfs_t
			must(t, syscall.Statfs(folder, &disk))
			must(t, os.WriteFile(ballast, make([]byte, int64(disk.Bavail)*disk.Bsize-600<<10), 0o600))
		},
		free: func(t testing.TB) { must(t, os.Remove(ballast)) },
	}
}

func limited(folder string) smallDisk {
	limit := func(t testing.TB, bytes uint64) {
		must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: bytes, Max: ^uint64(0)}))
	}
	return smallDisk{
		folder: folder,
		fill:   func(t testing.TB) { limit(t, 600<<10) },
		free:   func(t testing.TB) { limit(t, ^uint64(0)) },
	}
}

func TestAFullDiskLosesNothingAndIsNamed(t *testing.T) {
	if kind := os.Getenv(diskKind); kind != "" {
		losesNothing(t, smallDisks[kind].make(os.Getenv(diskFolder)))
		return
	}
	for kind, disk := range smallDisks {
		t.Run(kind, func(t *testing.T) {
			folder := t.TempDir()
			enter := append([]string{}, disk.enter...)
			for i := range enter {
				enter[i] = strings.ReplaceAll(enter[i], "DISK", folder)
			}
			if len(enter) > 0 {
				try := append(append([]string{}, enter...), "true")
				if out, err := exec.CommandContext(t.Context(), try[0], try[1:]...).CombinedOutput(); err != nil {
					t.Skipf("NOT RUN: no disk can be mounted here (%s), so that only the limit on files stands for a full one", out)
				}
			}
			again := append(enter, itself(t), "-test.run=^TestAFullDiskLosesNothingAndIsNamed$", "-test.v")
			c := exec.CommandContext(t.Context(), again[0], again[1:]...)
			c.Env = append(os.Environ(), diskKind+"="+kind, diskFolder+"="+folder)
			out, err := c.CombinedOutput()
			if err != nil {
				t.Errorf("on %s: %v\n%s", kind, err, out)
			}
			t.Logf("run on %s", kind)
		})
	}
}

// losesNothing fills a disk up while one types: what was saved stays, the rest
// stays in memory and is saved by itself when there is room again, and whatever
// else is tried fails with a sentence and without a trace.
func losesNothing(t *testing.T, disk smallDisk) {
	folder := filepath.Join(disk.folder, "journal")
	s, err := homeOf(folder).Open(t.Context())
	must(t, err)
	j := journal.New(s, journal.Options{})
	must(t, saveWords(t.Context(), j, 1))
	disk.fill(t)
	full := writeUntilFull(t, j)
	d := full.draft
	if _, err := homeOf(folder).BackUp(t.Context(), journal.BackupByHand); !isFull(err) {
		t.Errorf("a backup on a full disk: %v", err)
	}
	_, wrong, code := command(t, folder, "add", strings.Repeat("Added on a full disk. ", 1000))
	if code != 1 || !strings.Contains(wrong, "The disk ") {
		t.Errorf("add on a full disk ended with %d and said %q", code, wrong)
	}
	made := filepath.Join(disk.folder, "made.md")
	_, wrong, code = command(t, folder, "export", "--to", made)
	if done := code == 0 && there(made); !done && (code != 1 || !strings.Contains(wrong, "The disk ") || there(made)) {
		t.Errorf("export to a full disk ended with %d and said %q", code, wrong)
	}
	mustHold(t, s, full.saved)
	disk.free(t)
	must(t, saved(t.Context(), d))
	mustHold(t, s, full.saved+1)
	must(t, s.Close())
	startsClean(t, homeOf(folder))
	inside(t, homeOf(folder), func(s journal.Store) { mustHold(t, s, full.saved+1) })
}

func there(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// isFull tells whether an error names the disk. A limit on the size of files
// looks to SQLite like a disk that does not work.
func isFull(err error) bool {
	return errors.Is(err, journal.ErrNoSpace) || errors.Is(err, journal.ErrDiskFails) || errors.Is(err, syscall.EFBIG)
}

// fullDisk is a disk that a journal filled.
type fullDisk struct {
	saved int            // entries
	draft *journal.Draft // the entry that did not fit
}

// longText is the text of the n-th entry, a good deal of the room.
func longText(n int) string {
	return fmt.Sprintf("Entry %d. ", n) + strings.Repeat("words upon words ", 2000)
}

// writeUntilFull writes entries until one does not fit.
func writeUntilFull(t *testing.T, j *journal.Journal) fullDisk {
	t.Helper()
	const enough = 200
	for n := 2; n < enough; n++ {
		d := j.Draft(j.NewEntry(journal.Reflection, today), func(journal.DraftState) {})
		d.Edit(func(e *journal.Entry) { e.Body = longText(n) })
		err := d.Flush(t.Context())
		if err != nil {
			if !isFull(err) {
				t.Errorf("a save on a full disk: %v", err)
			}
			if d.Entry().Body != longText(n) {
				t.Error("the text that was not saved is not in memory any more")
			}
			return fullDisk{saved: n - 1, draft: d}
		}
	}
	t.Fatal("the disk did not fill up")
	return fullDisk{}
}

func saveWords(ctx context.Context, j *journal.Journal, n int) error {
	e := j.NewEntry(journal.Reflection, today)
	e.Body = longText(n)
	_, err := j.SaveEntry(ctx, e)
	return err
}

// saved waits until a draft is saved, which it is by itself.
func saved(ctx context.Context, d *journal.Draft) error {
	limit, end := context.WithTimeout(ctx, 10*time.Second)
	defer end()
	for {
		switch state := d.State(); {
		case state.State == journal.Clean:
			return nil
		case limit.Err() != nil:
			return fmt.Errorf("the draft was not saved again: %w", state.Err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// mustHold sees to it that the journal holds so many entries, all of them whole.
func mustHold(t *testing.T, s journal.Store, many int) {
	t.Helper()
	held := map[string]bool{}
	for e, err := range s.Entries(t.Context(), journal.Filter{}) {
		must(t, err)
		held[e.Body] = true
	}
	for n := 1; n <= many; n++ {
		if !held[longText(n)] {
			t.Errorf("entry %d of %d is not there as it was written", n, many)
		}
	}
	if len(held) != many {
		t.Errorf("%d entries, want %d", len(held), many)
	}
}
