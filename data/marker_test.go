package data

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"groundwork/journal"
)

// marker is a word that stands in everything that a test writes and nowhere
// else.
const marker = "zwitterquokka"

// noMarker sees to it that no file in some folders holds the marker word, in
// UTF-8 or in UTF-16, in its content or its name.
func noMarker(t testing.TB, folders ...string) {
	t.Helper()
	var little, big []byte
	for _, unit := range utf16.Encode([]rune(marker)) {
		little = append(little, byte(unit), byte(unit>>8))
		big = append(big, byte(unit>>8), byte(unit))
	}
	looked := 0
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if strings.Contains(d.Name(), marker) || strings.Contains(d.Name(), sumOf(marker)) {
				t.Errorf("the name %s gives it away", path)
			}
			if !d.Type().IsRegular() {
				return nil
			}
			content, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			looked++
			content = bytes.ToLower(content)
			for _, form := range [][]byte{[]byte(marker), little, big} {
				if bytes.Contains(content, form) {
					t.Errorf("%s holds it", path)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if looked == 0 {
		t.Error("there is no file to look into")
	}
}

// markedEntry holds the marker word in every text it can hold.
func markedEntry(n int) journal.Entry {
	e := fullEntry(n)
	e.Title, e.Body, e.Tags = marker, strings.Repeat(marker+" ", 500), []string{marker, "x/" + marker}
	e.People = []journal.Involved{{Person: string(testID(900))}, {Person: marker}}
	e.Prompt = &journal.Asked{Key: marker, Text: marker}
	e.Attachments = []journal.Attachment{{Name: marker + ".txt", SHA256: sumOf(marker)}, {Name: marker, URL: "https://" + marker + ".example"}}
	e.Feedback.Quote, e.Feedback.Giver = marker, marker
	return e
}

// fillMarked fills a journal with the marker word and leaves some of it in the
// history, in the trash, and changed.
func fillMarked(t testing.TB, s *Store) {
	t.Helper()
	keepText(t, s, marker)
	e := markedEntry(1)
	apply(t, s, journal.Changes{
		Entries:      []journal.Entry{e, markedEntry(2)},
		People:       []journal.Person{{ID: testID(900), Name: marker, Notes: marker}},
		Expectations: []journal.Expectation{{ID: testID(901), Name: marker}},
		OwnPrompts:   []journal.OwnPrompt{{ID: testID(902), Text: marker}},
		Settings:     map[string]string{"searches": marker},
	})
	content, err := jsonText(e)
	if err != nil {
		t.Fatal(err)
	}
	e.Revision, e.Body = 1, marker+" again"
	apply(t, s, journal.Changes{At: e.Created, Entries: []journal.Entry{e}, KeepVersions: []journal.ID{e.ID}})
	apply(t, s, journal.Changes{
		RemoveEntries: []journal.ID{testID(2)},
		Trash:         []journal.Trashed{{ID: testID(2), What: journal.TrashedEntry, Deleted: e.Created, Content: []byte(content)}},
	})
}

// privateFolders gives this test folders of its own for all that a program may
// write elsewhere.
func privateFolders(t *testing.T) (all string) {
	t.Helper()
	all = shortFolder(t)
	for name, variable := range map[string]string{"tmp": "TMPDIR", "run": "XDG_RUNTIME_DIR", "cache": "XDG_CACHE_HOME"} {
		if err := os.Mkdir(filepath.Join(all, name), 0o700); err != nil {
			t.Fatal(err)
		}
		t.Setenv(variable, filepath.Join(all, name))
	}
	return all
}

func TestNoFileOfAProtectedJournalHoldsAWordOfIt(t *testing.T) {
	all := privateFolders(t)
	h := NewHome(filepath.Join(all, "journal"), Options{})
	makeProtected(t, h)
	s := openHome(t, h)
	fillMarked(t, s)
	noMarker(t, all)
	if err := s.image(t.Context(), s.imageBySteps); err != nil {
		t.Fatal(err)
	}
	fillMarkedAgain(t, s)
	noMarker(t, all)
	if hits, err := s.Search(t.Context(), journal.Query{Terms: []journal.Term{{Text: marker}}}, 10); err != nil || len(hits) == 0 {
		t.Errorf("it cannot be found: %v, %v", hits, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	noMarker(t, all)
}

// fillMarkedAgain changes an entry once more.
func fillMarkedAgain(t testing.TB, s *Store) {
	t.Helper()
	e, err := s.Entry(t.Context(), testID(1))
	if err != nil {
		t.Fatal(err)
	}
	e.Body += " and " + marker
	apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
}
