package data

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"groundwork/journal"
)

// zeroPage writes zeros over a page of a closed journal, counted from 0.
func zeroPage(t testing.TB, h *Home, n int64) {
	t.Helper()
	f, err := os.OpenFile(h.file(), os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteAt(make([]byte, 4096), n*4096); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func repaired(t testing.TB, h *Home) journal.Repaired {
	t.Helper()
	r, err := h.Repair(t.Context())
	if err != nil {
		t.Fatalf("repair: %v", err)
	}
	if again, err := h.Check(t.Context()); err != nil || !again.OK {
		t.Errorf("after the repair: %+v, %v", again, err)
	}
	return r
}

func problemsOf(r journal.Repaired) (lines []string) {
	for _, p := range r.Problems {
		lines = append(lines, fmt.Sprint(p.What, " ", p.Entry, " ", p.Repaired))
	}
	return lines
}

func TestASoundJournalIsLeftAsItIs(t *testing.T) {
	h := filledHome(t)
	before := databaseBytes(t, h)
	r := repaired(t, h)
	if !r.OK || len(r.Problems) > 0 || r.Backup+r.SetAside+r.Quarantine != "" || databaseBytes(t, h) != before {
		t.Errorf("%+v", r)
	}
}

func databaseBytes(t testing.TB, h *Home) string {
	t.Helper()
	content, err := os.ReadFile(h.file())
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestAChangedLetterIsPutBackFromABackupOfTheSameSave(t *testing.T) {
	h := filledHome(t)
	backUp(t, h, journal.BackupByHand)
	alter(t, h, `UPDATE entries SET body = 'bodi' WHERE body = 'body'`)
	r := repaired(t, h)
	if !r.OK || r.FromBackup != 1 || r.Recovered != 1 || r.Backup == "" || r.SetAside != "" {
		t.Errorf("%+v", r)
	}
	if got := bodies(t, h); got != "body|second" {
		t.Errorf("it holds %s", got)
	}
}

func TestAChangedLetterThatNoBackupHoldsStaysAndIsSaid(t *testing.T) {
	h := filledHome(t)
	backUp(t, h, journal.BackupByHand)
	s := openHome(t, h)
	e, err := s.Entry(t.Context(), testID(1))
	if err != nil {
		t.Fatal(err)
	}
	e.Body = "written after the backup"
	apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	alter(t, h, `UPDATE entries SET body = 'writen after the backup' WHERE body LIKE 'written%'`)
	r := repaired(t, h)
	if r.OK || r.FromBackup != 0 || len(r.Problems) != 1 || r.Problems[0].Entry != testID(1) || r.Problems[0].Repaired {
		t.Errorf("%+v", r)
	}
	if got := bodies(t, h); got != "second|writen after the backup" {
		t.Errorf("it holds %s", got)
	}
}

func TestWhatIsMadeOfTheRestIsMadeAnew(t *testing.T) {
	for name, harm := range map[string]string{
		"the search index":   `INSERT INTO entries_fts (entries_fts) VALUES ('delete-all')`,
		"the summary":        `UPDATE summary SET count = count + 1`,
		"a yes or no":        `UPDATE people SET leading_up = 7`,
		"a member of people": `UPDATE people SET extra = '{'`,
	} {
		t.Run(name, func(t *testing.T) {
			h := filledHome(t)
			s := openHome(t, h)
			apply(t, s, journal.Changes{People: []journal.Person{{ID: testID(9), Name: "Lena"}}})
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			alter(t, h, harm)
			if r, err := h.Check(t.Context()); err != nil || r.OK {
				t.Errorf("nothing is found: %+v, %v", r, err)
			}
			if r := repaired(t, h); !r.OK || r.Recovered != 2 {
				t.Errorf("%+v", r)
			}
			if got := bodies(t, h); got != "body|second" {
				t.Errorf("it holds %s", got)
			}
		})
	}
}

// TestALostPageIsFilledFromTheBackup loses all entries; what was deleted for
// good since the backup, and what lies in the trash, stay away.
func TestALostPageIsFilledFromTheBackup(t *testing.T) {
	h := filledHome(t)
	s := openHome(t, h)
	apply(t, s, journal.Changes{Entries: []journal.Entry{written(3, "", "deleted for good"), written(4, "", "in the trash")}})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	backUp(t, h, journal.BackupByHand)
	s = openHome(t, h)
	for n := 3; n <= 4; n++ {
		e, err := s.Entry(t.Context(), testID(n))
		if err != nil {
			t.Fatal(err)
		}
		putAway(t, s, e, clockAt(0))
	}
	apply(t, s, journal.Changes{Forget: []journal.ID{testID(3)}})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	zeroPage(t, h, rootPage(t, h, "entries"))
	damaged := databaseBytes(t, h)

	r := repaired(t, h)
	if !r.OK || r.FromBackup != 2 || r.Recovered != 0 || r.Lost != 0 || r.SetAside == "" || r.Backup != "" {
		t.Errorf("%+v", r)
	}
	if got := bodies(t, h); got != "body|second" {
		t.Errorf("it holds %s", got)
	}
	kept, err := os.ReadFile(filepath.Join(r.SetAside, databaseName))
	if err != nil || string(kept) != damaged {
		t.Errorf("the damaged file is not kept as it was: %v", err)
	}
	again := openHome(t, h)
	if trash, err := again.Trash(t.Context()); err != nil || len(trash) != 1 || trash[0].ID != testID(4) {
		t.Errorf("the trash holds %v, %v", trash, err)
	}
}

// TestWhereNothingTellsWhatThereWasAllComesBack loses the entries and the index
// of their IDs.
func TestWhereNothingTellsWhatThereWasAllComesBack(t *testing.T) {
	h := filledHome(t)
	backUp(t, h, journal.BackupByHand)
	for _, tree := range []string{"entries", indexOfIDs("entries")} {
		zeroPage(t, h, rootPage(t, h, tree))
	}
	if r := repaired(t, h); !r.OK || r.FromBackup != 2 {
		t.Errorf("%+v", r)
	}
}

func TestTagsOfALostPageAreReadFromTheirEntries(t *testing.T) {
	h := newHome(t)
	s := openHome(t, h)
	e := written(1, "title", "body")
	e.Tags = []string{"Growth", "team"}
	apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	zeroPage(t, h, rootPage(t, h, "entry_tags"))
	if r := repaired(t, h); !r.OK || r.Recovered != 1 {
		t.Errorf("%+v", r)
	}
	again, err := openHome(t, h).Entry(t.Context(), e.ID)
	if err != nil || !slices.Equal(again.Tags, e.Tags) {
		t.Errorf("tags %q, %v", again.Tags, err)
	}
}

func TestAnEntryThatMayBePrivateIsPrivate(t *testing.T) {
	h := newHome(t)
	s := openHome(t, h)
	e := written(1, "title", "body")
	e.Private = true
	apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	content := databaseBytes(t, h)
	root := rootPage(t, h, "entries") * 4096
	// In the head of its only row, 1 is told as 9 and 0 as 8, and a text of
	// three letters as 19: private, starred, precision.
	at := int64(strings.Index(content[root:root+4096], "\x09\x08\x13"))
	if at < 0 {
		t.Fatal("the row is not found")
	}
	write(t, h.file(), content[:root+at]+"\x08"+content[root+at+1:])
	if r, err := h.Check(t.Context()); err != nil || r.OK {
		t.Fatalf("check: %+v, %v", r, err)
	}
	repaired(t, h)
	if again, err := openHome(t, h).Entry(t.Context(), e.ID); err != nil || !again.Private {
		t.Errorf("private: %v, %v", again.Private, err)
	}
}

func TestWhatNobodyHoldsIsSaidToBeLost(t *testing.T) {
	h := filledHome(t)
	zeroPage(t, h, rootPage(t, h, "entries"))
	r := repaired(t, h)
	if r.OK || r.Lost != 2 || r.FromBackup != 0 {
		t.Errorf("%+v", r)
	}
	for _, want := range []journal.ID{testID(1), testID(2)} {
		if !slices.ContainsFunc(r.Problems, func(p journal.Problem) bool { return p.Entry == want && !p.Repaired }) {
			t.Errorf("nobody says that %s is lost: %q", want, problemsOf(r))
		}
	}
}

func TestOtherThingsComeBackFromTheBackup(t *testing.T) {
	h := filledHome(t)
	s := openHome(t, h)
	apply(t, s, journal.Changes{
		People: []journal.Person{{ID: testID(9), Name: "Lena"}, {ID: testID(10), Name: "Omar"}}, Plan: &journal.Plan{Goals: []journal.Goal{{ID: testID(11), Text: "a goal", State: "open"}}},
		Settings: map[string]string{"font": "large"},
	})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	backUp(t, h, journal.BackupByHand)
	s = openHome(t, h)
	apply(t, s, journal.Changes{RemovePeople: []journal.ID{testID(10)}})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, table := range []string{"people", "goals", "settings"} {
		zeroPage(t, h, rootPage(t, h, table))
	}
	if r := repaired(t, h); !r.OK || r.Recovered != 2 {
		t.Errorf("%+v", r)
	}
	s = openHome(t, h)
	people, err := s.People(t.Context())
	if err != nil || len(people) != 1 || people[0].Name != "Lena" {
		t.Errorf("people: %v, %v", people, err)
	}
	if plan, err := s.Plan(t.Context()); err != nil || len(plan.Goals) != 1 {
		t.Errorf("plan: %v, %v", plan, err)
	}
	if settings, err := s.Settings(t.Context()); err != nil || settings["font"] != "large" {
		t.Errorf("settings: %v, %v", settings, err)
	}
}

func TestABrokenVersionIsTakenOutAndWritten(t *testing.T) {
	h := newHome(t)
	s := openHome(t, h)
	e := begun(t, s, "first words")
	for n := range 3 {
		save(t, s, e, fmt.Sprint("words of save ", n), clockAt(10*(n+1)))
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	alter(t, h, `UPDATE versions SET content = 'not JSON, but mine' WHERE n = (SELECT min(n) FROM versions)`)
	r, err := h.Check(t.Context())
	if err != nil || len(r.Problems) != 1 || !strings.Contains(r.Problems[0].What, "history") {
		t.Errorf("check: %+v, %v", r, err)
	}
	mended := repaired(t, h)
	text, err := os.ReadFile(filepath.Join(mended.Quarantine, "versions.txt"))
	if err != nil || !strings.Contains(string(text), "not JSON, but mine") {
		t.Errorf("what was rescued: %q, %v", text, err)
	}
	again := openHome(t, h)
	if all, err := again.Versions(t.Context(), e.ID); err != nil || len(all) != 2 {
		t.Errorf("versions: %v, %v", all, err)
	}
}

func TestAttachedFilesAreMendedWithoutTouchingTheRest(t *testing.T) {
	for name, harm := range map[string]func(path string) error{
		"one that is missing": os.Remove,
		"one that is altered": func(path string) error { return os.WriteFile(path, []byte("altered"), 0o600) },
	} {
		t.Run(name, func(t *testing.T) {
			h := filledHome(t)
			path := filepath.Join(attachmentsIn(h.folder), sumOf("content"))
			made := backUp(t, h, journal.BackupByHand)
			before := databaseBytes(t, h)
			if err := harm(path); err != nil {
				t.Fatal(err)
			}
			r := repaired(t, h)
			if content, err := os.ReadFile(path); err != nil || string(content) != "content" || !r.OK || databaseBytes(t, h) != before {
				t.Errorf("%q, %v, %+v", content, err, r)
			}
			if err := errors.Join(harm(path), os.Remove(made.File)); err != nil {
				t.Fatal(err)
			}
			left, err := h.Repair(t.Context())
			if err != nil || left.OK || len(left.Problems) != 1 || !strings.Contains(left.Problems[0].What, "no backup holds it") {
				t.Errorf("without a backup: %+v, %v", left, err)
			}
		})
	}
}
