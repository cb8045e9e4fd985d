package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/ui/parts"
)

// journalIn makes a journal in a folder, with an entry of a title.
func journalIn(t *testing.T, folder, title string) string {
	t.Helper()
	store, err := data.NewHome(folder, data.Options{}).Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	j := journal.New(store, journal.Options{})
	if _, err = j.SaveEntry(t.Context(), journal.Entry{Kind: journal.Reflection, Title: title}); err == nil {
		err = j.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

// choose chooses a folder, as the dialog does.
func (s *stage) choose(folder string) {
	s.t.Helper()
	at, err := storage.ListerForURI(storage.NewFileURI(folder))
	if err != nil {
		s.t.Fatal(err)
	}
	s.folderChosen(at, nil)
	s.settle()
}

// click presses what is in sight under a name.
func (s *stage) click(label string) {
	s.t.Helper()
	for _, b := range buttons(s) {
		if b.Text() == label && !b.Disabled() {
			b.Tapped(&fyne.PointEvent{})
			s.settle()
			return
		}
	}
	s.t.Fatalf("nothing to press is called %q in %q", label, words(s))
}

func TestAnotherJournalIsOpenedFromItsFolder(t *testing.T) {
	s := openWindow(t)
	first := s.folder
	other := journalIn(t, filepath.Join(t.TempDir(), "other"), "In the other one")
	s.choose(other)
	if got := s.only().Title; got != "In the other one" {
		t.Errorf("the window shows %q", got)
	}
	if got := s.recentJournals(); !slices.Equal(got, []string{first}) {
		t.Errorf("recent: %q, want the first one alone", got)
	}
	s.openFolder(first)
	s.settle()
	if got := s.recentJournals(); len(s.entries()) != 0 || !slices.Equal(got, []string{other}) {
		t.Errorf("back in the first one, recent: %q", got)
	}
}

func TestAFolderWithoutAJournalIsAskedAbout(t *testing.T) {
	s := openWindow(t)
	first, empty := s.folder, t.TempDir()
	s.choose(empty)
	if got := words(s); !strings.Contains(got, "Start a new journal here?") || !strings.Contains(got, empty) {
		t.Fatalf("the window asks %q", got)
	}
	s.click("Cancel")
	if left, err := os.ReadDir(empty); err != nil || len(left) != 0 || s.home.Folder() != first {
		t.Errorf("after no, the folder holds %v, the window shows %s", left, s.home.Folder())
	}
	s.choose(empty)
	s.click("Start a new journal")
	if s.home.Folder() != empty || s.journal == nil {
		t.Errorf("after yes, the window shows %s", s.home.Folder())
	}
}

func TestAJournalThatHasAWindowIsNotOpenedTwice(t *testing.T) {
	s := openWindow(t)
	other := journalIn(t, t.TempDir(), "Open elsewhere")
	s.move = func(string) (journal.Home, error) {
		return nil, &journal.Invalid{Field: "folder", Problem: "This journal is open in another window."}
	}
	s.typeText("here")
	s.choose(other)
	if got := words(s); !strings.Contains(got, "open in another window") || s.only().Body != "here" {
		t.Errorf("the window says %q", got)
	}
	if got := s.recentJournals(); len(got) != 0 {
		t.Errorf("recent: %q", got)
	}
}

func TestAtMostEightJournalsAreRemembered(t *testing.T) {
	s := openWindow(t)
	for i := range 12 {
		s.rememberJournals(fmt.Sprintf("/journals/%d", i))
	}
	got := s.recentJournals()
	if len(got) != mostJournals || got[0] != "/journals/11" {
		t.Errorf("remembered: %q", got)
	}
	s.forgetJournal("/journals/11")
	if got := s.recentJournals(); slices.Contains(got, "/journals/11") {
		t.Errorf("it is not forgotten: %q", got)
	}
}

func TestPreferencesTellWhereTheJournalsLie(t *testing.T) {
	s := openWindow(t)
	there, gone := journalIn(t, filepath.Join(t.TempDir(), "there"), "x"), filepath.Join(t.TempDir(), "gone")
	s.rememberJournals(there, gone)
	s.frame.preferences.open(prefJournals)
	s.settle()
	got := words(s)
	for _, want := range []string{s.folder, there, gone + ": not there now"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page does not say %q: %q", want, got)
		}
	}
	open := slices.DeleteFunc(buttons(s), func(b *parts.Button) bool { return b.Text() != "Open" || b.Disabled() })
	if len(open) != 1 {
		t.Fatalf("%d journals can be opened, want the one that is there", len(open))
	}
	s.click("Open")
	if got := s.only().Title; got != "x" {
		t.Errorf("opened: %q", got)
	}
}

func TestOnlyAnotherThanTheUsualJournalIsNamed(t *testing.T) {
	s := openWindow(t)
	s.usual = s.folder
	other := journalIn(t, filepath.Join(t.TempDir(), "at work"), "secret")
	s.choose(other)
	if got := words(s); !strings.Contains(got, "at work") {
		t.Errorf("the navigation does not name the journal: %q", got)
	}
	if got := s.win.Title(); got != "Groundwork" {
		t.Errorf("the title of the window is %q", got)
	}
	s.openFolder(s.usual)
	s.settle()
	if got := s.journalName(); got != "" {
		t.Errorf("the usual journal is called %q", got)
	}
}

// buttons are what can be pressed in the window and in what lies over it.
func buttons(s *stage) []*parts.Button {
	var all []*parts.Button
	for _, tree := range append([]fyne.CanvasObject{s.win.Content()}, s.win.Canvas().Overlays().List()...) {
		for _, o := range test.LaidOutObjects(tree) {
			if b, ok := o.(*parts.Button); ok && b.Visible() {
				all = append(all, b)
			}
		}
	}
	return all
}
