package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"groundwork/journal"
)

func TestWordsThatAreNotOnTheDiskTurnTheFootRedUntilTheyAre(t *testing.T) {
	s, full := openOnFullDisk(t)
	full.Store(true)
	s.typeText("no room for this")
	s.save()
	if got := words(s); !strings.Contains(got, "What you typed last is not on the disk yet.") || s.foot.sick == nil {
		t.Errorf("the foot says %q", got)
	}
	full.Store(false)
	s.save()
	if s.foot.sick != nil || s.only().Body != "no room for this" {
		t.Errorf("after there is room again, the foot says %q", words(s))
	}
}

func TestTheFootIsWellAsSoonAsTheFolderIsBackAndTheWordsAreSaved(t *testing.T) {
	s, full := openOnFullDisk(t)
	var found error
	s.space = func(string) (uint64, bool, error) { return 0, false, found }
	full.Store(true)
	found = journal.ErrFolderGone
	s.typeText("on a stick that was pulled out")
	s.save()
	s.settle()
	if s.disk.sick == nil {
		t.Fatal("nobody looked at the folder")
	}
	full.Store(false)
	found = nil
	s.save()
	s.settle()
	if s.foot.sick != nil {
		t.Errorf("the foot says %q", words(s))
	}
}

func TestWordsThatAreNotOnTheDiskAreSavedInAnotherPlace(t *testing.T) {
	s, full := openOnFullDisk(t)
	full.Store(true)
	s.typeText("no room for this")
	s.save()
	elsewhere := t.TempDir()
	s.app.Preferences().SetString(prefHandoutFolder, elsewhere)
	s.click("Save it in another place…")
	s.click("Save")
	written, err := os.ReadFile(filepath.Join(elsewhere, "Unsaved 2026-03-12.md"))
	if err != nil || string(written) != "no room for this\n" {
		t.Errorf("written: %q, %v", written, err)
	}
	if got := s.today.desk.body.Text; got != "no room for this" || s.foot.sick == nil {
		t.Errorf("the window shows %q", got)
	}
	full.Store(false)
	s.save()
	if got := s.only().Body; got != "no room for this" {
		t.Errorf("stored: %q", got)
	}
}

func TestTheFootMentionsLittleRoomAndWarnsOfTooLittleForABackup(t *testing.T) {
	s := openWindow(t)
	s.typeText("something to back up")
	s.save()
	if _, err := s.home.BackUp(t.Context(), journal.BackupByHand); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name         string
		free         uint64
		known        bool
		err          error
		want, unwant string
	}{
		{"plenty", 50_000_000_000, true, nil, "", "left on the disk"},
		{"little", 150_000_000, true, nil, "150.0 MB left on the disk", "The next backup needs"},
		{"too little", 1000, true, nil, "1 KB are left on the disk. The next backup needs", ""},
		{"the folder is gone", 0, false, journal.ErrFolderGone, "is not there any more", "left on the disk"},
		{"the system does not tell", 0, false, nil, "", "left on the disk"},
	} {
		s.space = func(folder string) (uint64, bool, error) {
			if folder != s.folder {
				return 0, false, errors.New("another folder")
			}
			return c.free, c.known, c.err
		}
		s.disk.look()
		s.settle()
		got := words(s)
		if !strings.Contains(got, c.want) || c.unwant != "" && strings.Contains(got, c.unwant) {
			t.Errorf("%s: the foot says %q", c.name, got)
		}
	}
	if s.foot.sick != nil {
		t.Error("the warning stays when it is over")
	}
}

func TestWhatBreaksARuleIsNoTroubleOfTheDisk(t *testing.T) {
	for err, want := range map[error]bool{
		journal.ErrNoSpace: true, journal.ErrReadOnly: true, journal.ErrFolderGone: true, journal.ErrDiskFails: true, journal.ErrNoAccess: true,
		journal.ErrInvalid: false, journal.ErrCopy: false, journal.ErrLocked: false,
	} {
		if got := diskFails(err); got != want {
			t.Errorf("%v: %v", err, got)
		}
	}
}
