//go:build e2e

package e2e_test

import (
	"errors"
	"image"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"groundwork/e2e"
)

// onSmallDisk puts the journal to be on a disk of its own of a few megabytes.
func onSmallDisk(t *testing.T) *seat {
	t.Helper()
	s := sit(t)
	check(t, os.Mkdir(s.folder, 0o700))
	err := syscall.Mount("tmpfs", s.folder, "tmpfs", 0, "size=3m,mode=0700")
	if errors.Is(err, syscall.EPERM) {
		t.Skip("only root may mount a small disk to fill")
	}
	check(t, err)
	t.Cleanup(func() { check(t, syscall.Unmount(s.folder, syscall.MNT_DETACH)) })
	return s
}

// fill takes all the room on the journal's disk and gives the file to remove.
func (s *seat) fill() string {
	s.t.Helper()
	name := filepath.Join(s.folder, "filler")
	f, err := os.Create(name)
	check(s.t, err)
	defer f.Close()
	if _, err := io.Copy(f, zeros{}); !errors.Is(err, syscall.ENOSPC) {
		s.t.Fatalf("the disk did not fill up: %v", err)
	}
	return name
}

// zeros can be read for ever.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) { clear(b); return len(b), nil }

// intoFullDisk is a window in which was typed before and after the disk filled
// up, long enough ago for the program to have noticed.
func intoFullDisk(t *testing.T) (s *seat, w *window, filler string) {
	t.Helper()
	s = onSmallDisk(t)
	w = s.open()
	w.types("Before.")
	s.wants("Before.")
	filler = s.fill()
	w.types(" After.")
	check(t, e2e.Eventually(saveLimit, "a word about it in the log", func() bool {
		return strings.Contains(w.Log(), "save an entry")
	}))
	return s, w, filler
}

func TestAFullDiskLeavesTheWindowUpAndTheJournalIntact(t *testing.T) {
	s, w, _ := intoFullDisk(t)
	check(t, w.Steady())
	w.saves("trouble-WhenTheDiskIsFull")
	if w.Ended() {
		t.Error("the window has gone")
	}
	s.wants("Before.")
}

func TestTextIsSavedWithinFiveSecondsOfTheDiskHavingRoomAgain(t *testing.T) {
	s, _, filler := intoFullDisk(t)
	check(t, os.Remove(filler))
	s.eventually(5*time.Second, "the whole text", func(entries []e2e.Entry) bool {
		return len(entries) == 1 && entries[0].Body == "Before. After."
	})
}

// warns tells whether the line at the foot of the window offers a way out of
// some trouble: at its right, where nothing stands while all is well. The window
// has the size of a first start.
func (w *window) warns() bool { w.t.Helper(); return !w.part(image.Rect(900, 770, 1280, 800)).Blank() }

// A folder goes with the stick it is on, and comes back with it.
func TestTextStaysWhileTheFolderIsGoneAndIsSavedWhenItIsBack(t *testing.T) {
	s := sit(t)
	w := s.open()
	w.types("Before.")
	s.wants("Before.")
	gone := s.folder + "-gone"
	check(t, os.Rename(s.folder, gone))
	w.types(" After.")
	check(t, e2e.Eventually(saveLimit, "a word about it at the foot", w.warns))
	check(t, w.Steady())
	w.saves("trouble-WhenTheFolderIsGone")
	if got := w.copied(); got != "Before. After." {
		t.Errorf("the window shows %q", got)
	}
	if _, err := os.Stat(s.folder); err == nil {
		t.Error("a folder was made where the old one was")
	}
	check(t, os.Rename(gone, s.folder))
	s.wants("Before. After.")
	check(t, e2e.Eventually(saveLimit, "nothing more about it at the foot", func() bool { return !w.warns() }))
}
