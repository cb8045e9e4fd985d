package data

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"groundwork/journal"
)

// putAway puts an entry into the trash as package journal does.
func putAway(t testing.TB, s journal.Store, e journal.Entry, at time.Time) {
	t.Helper()
	text, err := jsonText(map[string]any{"entry": e})
	if err != nil {
		t.Fatal(err)
	}
	apply(t, s, journal.Changes{
		At: at, RemoveAt: map[journal.ID]int64{e.ID: e.Revision},
		Trash: []journal.Trashed{{ID: e.ID, What: journal.TrashedEntry, Deleted: at, Content: []byte(text)}},
	})
}

// filesWith names the files of a folder that hold a text.
func filesWith(t testing.TB, folder, text string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if bytes.Contains(bytes.ToLower(content), []byte(strings.ToLower(text))) {
			names = append(names, filepath.Base(path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestNoByteIsLeftOfWhatWasDeletedForGood writes a word that nothing else holds
// into every field and into versions, among so many others that pages split,
// and then looks for it in the bytes of all files.
func TestNoByteIsLeftOfWhatWasDeletedForGood(t *testing.T) {
	h := newHome(t)
	s := openHome(t, h)
	apply(t, s, sample(400))
	const secret = "zyxwvutsecret"
	sum := keepText(t, s, "the file of "+secret)
	e := fullEntry(5001)
	e.Title, e.Tags = secret, append(e.Tags, "tag"+secret)
	e.Attachments = []journal.Attachment{{Name: secret + ".txt", SHA256: sum}}
	e.Evidence[0].Note = "note " + secret
	e.Created, e.Updated = clockAt(0), clockAt(0)
	apply(t, s, journal.Changes{At: clockAt(0), Entries: []journal.Entry{e}})
	e.Revision++
	for i := range 30 {
		save(t, s, &e, fmt.Sprintf("%s more of %s, %d", e.Body, secret, i), clockAt(10*(i+1)))
	}
	apply(t, s, journal.Changes{Batch: &journal.Batch{ID: testID(77), Made: clockAt(0), Before: journal.Contents{Entries: []journal.Entry{e}}}})
	deleted := time.Now().Add(time.Second)
	putAway(t, s, e, deleted)
	if hits := must(s.Search(t.Context(), journal.ReadQuery(secret, journal.Dates{}), 0)); len(hits) != 0 {
		t.Errorf("a search finds what is in the trash: %v", hits)
	}
	apply(t, s, journal.Changes{At: clockAt(400), Forget: []journal.ID{e.ID}})
	expect(t, "while it is open, in", nil, filesWith(t, h.folder, secret))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	expect(t, "after closing, in", nil, filesWith(t, h.folder, secret))
	if r, err := h.Check(t.Context()); err != nil || !r.OK {
		t.Errorf("the check finds %v, %v", r.Problems, err)
	}
}

func TestASharedFileGoesWithTheLastThatNamesIt(t *testing.T) {
	naming := func(n int, sum string) journal.Entry {
		e := written(n, "entry", "text")
		e.Attachments = []journal.Attachment{{Name: "a.txt", SHA256: strings.ToUpper(sum)}}
		return e
	}
	for name, other := range map[string]func(t *testing.T, s *Store, sum string){
		"an entry": func(t *testing.T, s *Store, sum string) {
			apply(t, s, journal.Changes{Entries: []journal.Entry{naming(2, sum)}})
		},
		"a version": func(t *testing.T, s *Store, sum string) {
			e := naming(2, sum)
			apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
			e.Revision, e.Attachments = 1, nil
			apply(t, s, journal.Changes{At: e.Updated.Add(time.Hour), Entries: []journal.Entry{e}})
		},
		"the trash": func(t *testing.T, s *Store, sum string) {
			e := naming(2, sum)
			apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
			e.Revision = 1
			putAway(t, s, e, time.Now())
		},
		"an import": func(t *testing.T, s *Store, sum string) {
			b := journal.Batch{ID: testID(77), Made: clockAt(0), Before: journal.Contents{Entries: []journal.Entry{naming(2, sum)}}}
			apply(t, s, journal.Changes{Batch: &b})
		},
		"nothing": nil,
	} {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			sum := keepText(t, s, "content")
			e := naming(1, sum)
			apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
			e.Revision = 1
			if other != nil {
				other(t, s, sum)
			}
			putAway(t, s, e, time.Now().Add(time.Second))
			apply(t, s, journal.Changes{At: clockAt(1), Forget: []journal.ID{e.ID}})
			_, err := s.FileSize(t.Context(), sum)
			if gone := errors.Is(err, journal.ErrNotFound); gone != (other == nil) {
				t.Errorf("the file is gone: %v, %v", gone, err)
			}
		})
	}
}

func TestAFileThatWasAttachedAgainStaysThoughNothingNamesItYet(t *testing.T) {
	s := newStore(t)
	sum := keepText(t, s, "content")
	e := written(1, "entry", "text")
	e.Attachments = []journal.Attachment{{SHA256: sum}}
	apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
	e.Revision = 1
	putAway(t, s, e, time.Now().Add(-time.Hour))
	keepText(t, s, "content")
	apply(t, s, journal.Changes{At: clockAt(1), Forget: []journal.ID{e.ID}})
	if _, err := s.FileSize(t.Context(), sum); err != nil {
		t.Errorf("the file is gone: %v", err)
	}
}

func TestAFileThatAKilledProcessDidNotRemoveIsRemovedByTheNext(t *testing.T) {
	h := newHome(t)
	s := openHome(t, h)
	sum := keepText(t, s, "content")
	// As after a kill between the commit and the removal of the file.
	if err := s.write(t.Context(), []statement{{
		sql:  `INSERT INTO unwanted_files (sha256, deleted) VALUES (?, ?)`,
		args: []any{sum, instant(time.Now().Add(time.Hour))},
	}}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openHome(t, h)
	if _, err := s.FileSize(t.Context(), sum); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("the file is still there: %v", err)
	}
	var left int
	if err := s.readers.QueryRow(`SELECT count(*) FROM unwanted_files`).Scan(&left); err != nil || left != 0 {
		t.Errorf("%d are still unwanted, %v", left, err)
	}
}

func TestTracesThatAKilledProcessLeftGoWithTheNextTidying(t *testing.T) {
	h := newHome(t)
	s := openHome(t, h)
	const secret = "zyxwvutsecret"
	e := written(0, secret, strings.Repeat(secret+" ", 2000))
	e.ID = testID(1)
	apply(t, s, journal.Changes{At: clockAt(0), Entries: []journal.Entry{e}})
	e.Revision++
	putAway(t, s, e, clockAt(1))
	// As after a kill between the commit and the wipe.
	k, err := s.known(t.Context(), journal.Changes{At: clockAt(2), Forget: []journal.ID{e.ID}})
	if err != nil {
		t.Fatal(err)
	}
	list, err := statementsFor(journal.Changes{At: clockAt(2), Forget: []journal.ID{e.ID}}, k)
	if err = errors.Join(err, s.write(t.Context(), list)); err != nil {
		t.Fatal(err)
	}
	if !onProtected() && len(filesWith(t, h.folder, secret)) == 0 {
		t.Fatal("there are no traces to begin with")
	}
	for range 2 { // the second time there is nothing to do
		apply(t, s, journal.Changes{Wipe: true})
		expect(t, "after tidying, in", nil, filesWith(t, h.folder, secret))
	}
	if all, err := s.Settings(t.Context()); err != nil || all[settingUnwiped] != "" {
		t.Errorf("the settings hold %v, %v", all, err)
	}
	var left int
	if err := s.readers.QueryRow(`SELECT count(*) FROM settings WHERE key = ?`, settingUnwiped).Scan(&left); err != nil || left != 0 {
		t.Errorf("the mark still stands: %d, %v", left, err)
	}
}

func TestAnEntryThatWasSavedMeanwhileIsNotRemoved(t *testing.T) {
	s := newStore(t)
	e := begun(t, s, "old")
	before := *e
	save(t, s, e, "newer", clockAt(1))
	err := s.Apply(t.Context(), journal.Changes{At: clockAt(2), RemoveAt: map[journal.ID]int64{e.ID: before.Revision}})
	if !errors.Is(err, journal.ErrConflict) {
		t.Errorf("removed: %v", err)
	}
	got, err := s.Entry(t.Context(), e.ID)
	if err != nil || got.Body != "newer" {
		t.Errorf("the entry is %q, %v", got.Body, err)
	}
}

func TestHistoryOfAnEntryThatIsThereAgainIsNotForgotten(t *testing.T) {
	s := newStore(t)
	e := begun(t, s, "old")
	save(t, s, e, "new", clockAt(10))
	putAway(t, s, *e, clockAt(11))
	again := *e
	again.Revision = 0
	apply(t, s, journal.Changes{At: clockAt(12), Entries: []journal.Entry{again}})
	apply(t, s, journal.Changes{At: clockAt(13), Forget: []journal.ID{e.ID}})
	expect(t, "versions", []string{"old"}, versionTexts(t, s, e.ID))
	err := s.Apply(t.Context(), journal.Changes{At: clockAt(14), Forget: []journal.ID{e.ID}})
	if !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("forgotten twice: %v", err)
	}
}
