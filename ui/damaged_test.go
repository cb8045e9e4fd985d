package ui

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"groundwork/data"
	"groundwork/journal"
)

// sickHome is a home whose journal cannot be opened, until it is cured.
type sickHome struct {
	journal.Home
	err error
}

func (h *sickHome) Open(ctx context.Context) (journal.Store, error) {
	if h.err != nil {
		return nil, fmt.Errorf("open the journal: %w", h.err)
	}
	return h.Home.Open(ctx)
}

// brokenJournal makes a journal with an entry and a backup of it, and then does
// something to its file.
func brokenJournal(t *testing.T, spoil func(file string) error) string {
	t.Helper()
	folder := journalIn(t, filepath.Join(t.TempDir(), "journal"), "In the backup")
	if _, err := data.NewHome(folder, data.Options{}).BackUp(t.Context(), journal.BackupByHand); err != nil {
		t.Fatal(err)
	}
	if err := spoil(filepath.Join(folder, "journal.db")); err != nil {
		t.Fatal(err)
	}
	return folder
}

// The bytes of an SQLite file at which its version and its kind stand; see
// https://www.sqlite.org/fileformat.html, 1.3.
const (
	userVersionAt   = 60
	applicationIDAt = 68
)

// patch writes four bytes into a file.
func patch(at int64, b byte) func(string) error {
	return func(file string) error {
		f, err := os.OpenFile(file, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		defer f.Close()
		_, err = f.WriteAt([]byte{0, 0, 0, b}, at)
		return err
	}
}

func overwrite(text string) func(string) error {
	return func(file string) error { return os.WriteFile(file, []byte(text), 0o600) }
}

// anotherDatabase puts an empty SQLite database in the place of the file: the
// head of the file and that of its only page
// (https://www.sqlite.org/fileformat2.html).
func anotherDatabase(file string) error {
	page := make([]byte, 4096)
	copy(page, "SQLite format 3\x00\x10\x00\x01\x01\x00\x40\x20\x20")
	copy(page[100:], "\x0d\x00\x00\x00\x00\x10\x00")
	return os.WriteFile(file, page, 0o600)
}

// leaveOnlyTheLog removes the file and leaves what was written last.
func leaveOnlyTheLog(file string) error {
	if err := os.WriteFile(file+"-wal", []byte("written last"), 0o600); err != nil {
		return err
	}
	return os.Remove(file)
}

func TestAFileThatCannotBeOpenedGetsAPageWithTheWaysOutThatApply(t *testing.T) {
	const lookAt, restore, repair = "Look at it", "Restore it", "Repair"
	always := []string{"Try again", "Show the folder", "Choose a folder…", "Quit"}
	cases := []struct {
		name  string
		spoil func(string) error
		want  string
		ways  []string
		none  []string
	}{
		{"damaged", overwrite(strings.Repeat("no database ", 1000)), "The journal's file is damaged.", []string{lookAt, restore, repair}, nil},
		{"with another mark", patch(applicationIDAt, 7), "The journal's file is damaged.", []string{lookAt, restore, repair}, nil},
		{"of another program", anotherDatabase, "belongs to another program", []string{lookAt, restore}, []string{repair}},
		{"empty", overwrite(""), "is empty", []string{lookAt, restore}, []string{repair}},
		{"gone from beside its log", leaveOnlyTheLog, "is gone from its folder", []string{lookAt, restore}, []string{repair}},
		{"newer", patch(userVersionAt, 99), "newer version of Groundwork", nil, []string{lookAt, restore, repair}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			folder := brokenJournal(t, c.spoil)
			before := filesOf(t, folder)
			s := openWindowOn(t, folder)
			if got := words(s); !strings.Contains(got, c.want) || !strings.Contains(got, folder) {
				t.Errorf("the page says %q, want %q and the folder", got, c.want)
			}
			there := labels(s)
			for _, way := range append(c.ways, always...) {
				if !slices.Contains(there, way) {
					t.Errorf("%q is missing among %q", way, there)
				}
			}
			for _, way := range c.none {
				if slices.Contains(there, way) {
					t.Errorf("%q is offered", way)
				}
			}
			if s.win.Canvas().Focused() == nil {
				t.Error("nothing on the page has the keyboard")
			}
			for name, content := range before {
				if !bytes.Equal(content, filesOf(t, folder)[name]) {
					t.Errorf("%s was touched", name)
				}
			}
		})
	}
}

// filesOf reads the files of the journal in a folder.
func filesOf(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	for _, name := range []string{"journal.db", "journal.db-wal"} {
		if content, err := os.ReadFile(filepath.Join(folder, name)); err == nil {
			all[name] = content
		}
	}
	return all
}

// labels are the words of what can be pressed.
func labels(s *stage) []string {
	var all []string
	for _, b := range buttons(s) {
		all = append(all, b.Text())
	}
	return all
}

func TestAPlaceThatCannotBeOpenedIsTriedAgain(t *testing.T) {
	for err, want := range map[error]string{
		journal.ErrNoAccess:   "may not read or write",
		journal.ErrReadOnly:   "may only be read",
		journal.ErrFolderGone: "is not there any more",
		journal.ErrNoSpace:    "The disk is full.",
		journal.ErrLocked:     "tries again by itself",
		journal.ErrNotUpdated: "could not be brought up to date",
	} {
		home := &sickHome{Home: data.NewHome(filepath.Join(t.TempDir(), "journal"), data.Options{}), err: err}
		s := openWindowAt(t, home.Folder(), home)
		if got := words(s); !strings.Contains(got, want) || slices.Contains(labels(s), "Repair") {
			t.Errorf("%v: the page says %q", err, got)
		}
		s.click("Try again")
		if s.journal != nil {
			t.Fatalf("%v: a journal is open", err)
		}
		home.err = nil
		s.open() // as the button does, and the clock
		s.settle()
		if s.journal == nil || s.today.desk == nil || s.trouble != nil {
			t.Errorf("%v: the journal that is well now is not open", err)
		}
	}
}

func TestTheSameTroubleAgainLeavesTheKeyboardWhereItIs(t *testing.T) {
	home := &sickHome{Home: data.NewHome(t.TempDir(), data.Options{}), err: journal.ErrLocked}
	s := openWindowAt(t, home.Folder(), home)
	quit := buttons(s)[len(buttons(s))-1]
	s.win.Canvas().Focus(quit)
	s.open()
	s.settle()
	if s.win.Canvas().Focused() != quit {
		t.Error("the keyboard went elsewhere")
	}
}

func TestTheNewestBackupIsReadBesideTheDamagedFileAndNothingIsWritten(t *testing.T) {
	folder := brokenJournal(t, overwrite("not a journal any more"))
	s := openWindowOn(t, folder)
	s.click("Look at it")
	if got := s.only().Title; got != "In the backup" {
		t.Fatalf("the window shows %q", got)
	}
	if got := words(s); !strings.Contains(got, "Nothing is written.") {
		t.Errorf("no bar says that it is a copy: %q", got)
	}
	s.today.newEntry("")
	s.settle()
	s.typeText("typed into a copy")
	s.save()
	if got := words(s); !strings.Contains(got, "This is a copy, which is only read.") {
		t.Errorf("the window says %q", got)
	}
	if got := len(s.entries()); got != 1 {
		t.Errorf("the copy holds %d entries", got)
	}
	s.click("Leave")
	if got := words(s); s.journal != nil || !strings.Contains(got, "The journal's file is damaged.") {
		t.Errorf("after leaving it, the window says %q", got)
	}
	if got := string(filesOf(t, folder)["journal.db"]); got != "not a journal any more" {
		t.Errorf("the damaged file holds %q", got)
	}
}

func TestRestoringKeepsTheDamagedFileBeside(t *testing.T) {
	folder := brokenJournal(t, overwrite("not a journal any more"))
	s := openWindowOn(t, folder)
	s.click("Look at it")
	s.click("Restore it")
	s.click("Restore")
	if got := s.only().Title; got != "In the backup" || s.copyOpen() != nil {
		t.Fatalf("the journal holds %q", got)
	}
	s.typeText("written again")
	s.save()
	if got := len(s.entries()); got != 2 {
		t.Errorf("the journal holds %d entries", got)
	}
	kept, err := filepath.Glob(filepath.Join(folder, "damaged-*", "journal.db"))
	if err != nil || len(kept) != 1 {
		t.Fatalf("kept: %q, %v", kept, err)
	}
	if content, err := os.ReadFile(kept[0]); err != nil || string(content) != "not a journal any more" {
		t.Errorf("kept: %q, %v", content, err)
	}
}

func TestACopyThatIsReadGivesWayToWhatIsRestoredUnderBackups(t *testing.T) {
	s := openWindowOn(t, brokenJournal(t, overwrite("not a journal any more")))
	s.click("Look at it")
	b := s.openBackups()
	b.restore(b.kept.copies[0].File)
	s.settle()
	if got := s.only().Title; got != "In the backup" || s.copyOpen() != nil {
		t.Fatalf("the window shows %q, and a copy is open: %v", got, s.copyOpen() != nil)
	}
	if s.door.notice == nil || !strings.Contains(s.door.notice.Sentence(), "damaged-") {
		t.Error("nothing tells where the damaged file lies")
	}
}

func TestWhereThereIsNoBackupThePageSaysSo(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "journal.db"), []byte("no database at all"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := openWindowOn(t, folder)
	if got := words(s); !strings.Contains(got, "There is none in the journal’s folder.") || slices.Contains(labels(s), "Look at it") {
		t.Errorf("the page says %q", got)
	}
	if !slices.Contains(labels(s), "Choose a backup…") {
		t.Error("no other backup can be chosen")
	}
}

// mendingHome is a home whose journal can be repaired.
type mendingHome struct {
	*sickHome
	report journal.Repaired
}

func (h mendingHome) Repair(context.Context) (journal.Repaired, error) {
	h.err = nil
	return h.report, nil
}

func TestARepairTellsWhatCameOfIt(t *testing.T) {
	home := mendingHome{&sickHome{Home: data.NewHome(t.TempDir(), data.Options{}), err: journal.ErrDamaged}, journal.Repaired{
		Report:    journal.Report{Problems: []journal.Problem{{What: "The text is not what was saved.", Entry: "0190-a", Repaired: true}}},
		Recovered: 12, FromBackup: 3, Lost: 1, Quarantine: "/rescued",
	}}
	s := openWindowAt(t, home.Folder(), home)
	s.click("Repair")
	got := words(s)
	for _, want := range []string{
		"Kept from the file: 12 entries.", "Taken from a backup: 3 entries.", "Could not be found anywhere: 1 entry.",
		"/rescued", "Mended: 0190-a: The text is not what was saved.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the window does not say %q: %q", want, got)
		}
	}
	if s.journal == nil {
		t.Error("the journal is not open")
	}
}

// watchedOver is a home that says how a check goes.
type watchedOver struct {
	journal.Home
	left   bool
	report journal.Report
	quick  *int
}

func (h watchedOver) LeftOpen(context.Context) (bool, error) { return h.left, nil }

func (h watchedOver) CheckQuickly(context.Context) (journal.Report, error) {
	*h.quick++
	return h.report, nil
}

func (h watchedOver) Check(context.Context) (journal.Report, error) { return h.report, nil }

func TestAJournalThatWasNotClosedIsLookedOver(t *testing.T) {
	bad := journal.Report{Problems: []journal.Problem{{What: "A page is broken."}}}
	for _, c := range []struct {
		name   string
		left   bool
		report journal.Report
		asked  int
		told   bool
	}{
		{"closed as it should be", false, bad, 0, false},
		{"left open and sound", true, journal.Report{OK: true}, 1, false},
		{"left open and damaged", true, bad, 1, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			asked := 0
			s := openWindowAt(t, t.TempDir(), watchedOver{data.NewHome(t.TempDir(), data.Options{}), c.left, c.report, &asked})
			if got := strings.Contains(words(s), "not closed as it should be"); asked != c.asked || got != c.told {
				t.Errorf("looked over %d times, told: %v", asked, got)
			}
			if c.told {
				s.click("Check and repair…")
				if got := words(s); !strings.Contains(got, "A page is broken.") || !slices.Contains(labels(s), "Repair") {
					t.Errorf("the check says %q", got)
				}
			}
		})
	}
}

func TestACheckOfASoundJournalSaysSo(t *testing.T) {
	s := openWindow(t)
	s.typeText("sound")
	s.save()
	s.checkJournal()
	s.settle()
	if got := words(s); !strings.Contains(got, "The journal is sound") {
		t.Errorf("the window says %q", got)
	}
}
