package ui

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/storage"

	"groundwork/journal"
)

// titled adds an entry with a title.
func (s *stage) titled(title string, private bool) journal.Entry {
	s.t.Helper()
	e := s.journal.NewEntry(journal.Reflection, journal.DayOf(evening))
	e.Title, e.Private = title, private
	return s.add(e)
}

// titles are those of the journal's entries.
func (s *stage) titles() string {
	s.t.Helper()
	var all []string
	for _, e := range s.entries() {
		all = append(all, e.Title)
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}

func TestGivenACopy_WhenEntriesDiffer_ThenTheyAreCountedAndOneCanBeBroughtBack(t *testing.T) {
	s, _ := backedStage(t)
	s.openBackups()
	kept, lost := s.titled("changed", false), s.titled("lost", false)
	s.titled("secret", true)
	s.backUp()
	kept.Title = "changed since"
	s.add(kept)
	s.titled("new", false)
	if err := s.journal.RemoveEntry(t.Context(), lost.ID); err != nil {
		t.Fatal(err)
	}
	p := s.openCopy(0)
	if got := p.difference.Text(); got != "1 entry is not in it. 1 entry was changed since. 1 entry is in it alone." {
		t.Errorf("the panel says %q", got)
	}
	d := newDifferencePanel(p)
	d.show()
	d.choose(0)
	s.settle()
	if got := words(s); !strings.Contains(got, "Bring it back") {
		t.Errorf("the entry is shown as %q", got)
	}
	d.bringBack(lost.ID)
	s.settle()
	if got := s.titles(); got != "changed since, lost, new, secret" {
		t.Errorf("the journal holds %s", got)
	}
	if got := p.difference.Text(); got != "1 entry is not in it. 1 entry was changed since." {
		t.Errorf("then the panel says %q", got)
	}
	s.takeBack()
	if got := s.titles(); got != "changed since, new, secret" {
		t.Errorf("after undo the journal holds %s", got)
	}
	d.bringBack(kept.ID)
	s.settle()
	if got := s.titles(); got != "changed, new, secret" {
		t.Errorf("the journal holds %s", got)
	}
}

func TestGivenPrivateEntriesAreHidden_WhenACopyIsCompared_ThenTheyDoNotShow(t *testing.T) {
	s, _ := backedStage(t)
	s.openBackups()
	secret := s.titled("secret", true)
	s.backUp()
	if err := s.journal.RemoveEntry(t.Context(), secret.ID); err != nil {
		t.Fatal(err)
	}
	s.today.hidePrivate = true
	if p := s.openCopy(0); p.difference.Text() != "Its entries are what they are now." {
		t.Errorf("the panel says %q", p.difference.Text())
	}
}

func TestGivenWhatDiffersIsListed_WhenThePrivateIsHidden_ThenItGoesOutOfSightAtOnce(t *testing.T) {
	s, _ := backedStage(t)
	s.openBackups()
	secret := s.titled("secret", true)
	s.backUp()
	if err := s.journal.RemoveEntry(t.Context(), secret.ID); err != nil {
		t.Fatal(err)
	}
	p := s.openCopy(0)
	p.showDifference()
	if got := words(s); !strings.Contains(got, "secret") {
		t.Fatalf("before, the window shows %q", got)
	}
	s.today.togglePrivate()
	s.settle()
	if got := words(s); strings.Contains(got, "secret") || p.difference.Text() != "Its entries are what they are now." {
		t.Errorf("the panel says %q, the window %q", p.difference.Text(), got)
	}
}

func TestGivenACopy_WhenItIsRestored_ThenTheJournalIsWhatItWasAndCanComeBack(t *testing.T) {
	s, _ := backedStage(t)
	b := s.openBackups()
	s.titled("then", false)
	s.backUp()
	s.titled("since", false)
	s.pass(time.Minute)
	b.restore(b.kept.copies[0].File)
	s.settle()
	if got := s.titles(); got != "then" {
		t.Errorf("the journal holds %s", got)
	}
	if s.door.notice == nil || !strings.Contains(s.door.notice.Sentence(), "The journal is restored: 1 entry.") {
		t.Error("nothing tells that it is restored")
	}
	b = s.openBackups()
	if got := b.listed(); len(got) != 2 || !strings.Contains(got[0], "Before a restore, 2 entries") {
		t.Fatalf("the copies are %q", got)
	}
	s.pass(time.Minute)
	b.restore(b.kept.copies[0].File)
	s.settle()
	if got := s.titles(); got != "since, then" {
		t.Errorf("brought back, the journal holds %s", got)
	}
}

func TestGivenAJournalSavedAsOneFile_WhenAnotherComputerOpensIt_ThenAllIsThere(t *testing.T) {
	s, _ := backedStage(t)
	b, stick := s.openBackups(), t.TempDir()
	s.titled("carried over", false)
	b.placeChosen(folderAt(t, stick), nil)
	s.settle()
	all, err := os.ReadDir(stick)
	if err != nil || len(all) != 1 || s.door.notice == nil {
		t.Fatalf("the stick holds %v, %v", all, err)
	}
	other, _ := backedStage(t)
	laptop := other.openBackups()
	file, err := storage.Reader(storage.NewFileURI(filepath.Join(stick, all[0].Name())))
	if err != nil {
		t.Fatal(err)
	}
	laptop.backupChosen(file, nil)
	other.settle()
	if got := words(other); !strings.Contains(got, "The copy holds 1 entry; the journal now holds 0 entries.") {
		t.Errorf("it is asked %q", got)
	}
	laptop.restore(filepath.Join(stick, all[0].Name()))
	other.settle()
	if got := other.titles(); got != "carried over" {
		t.Errorf("the other computer holds %q", got)
	}
}

func TestGivenAFileThatIsNoBackup_WhenItIsOpened_ThenASentenceSaysSo(t *testing.T) {
	s, _ := backedStage(t)
	b := s.openBackups()
	path := filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(path, []byte("Dear diary"), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := storage.Reader(storage.NewFileURI(path))
	if err != nil {
		t.Fatal(err)
	}
	b.backupChosen(file, nil)
	s.settle()
	if s.door.notice == nil || !strings.Contains(s.door.notice.Sentence(), "not a backup") {
		t.Error("nothing says that it is no backup")
	}
	b.backupChosen(nil, errors.New("the dialog broke"))
	if s.door.notice == nil {
		t.Error("a dialog that failed says nothing")
	}
}
