package data

import (
	"errors"
	"maps"
	"os"
	"strings"
	"testing"

	"groundwork/journal"
)

func TestCheckOfASoundJournal(t *testing.T) {
	h := newHome(t)
	if _, err := h.Check(t.Context()); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("no journal: %v", err)
	}
	s := openHome(t, h)
	apply(t, s, sample(40))
	for range 2 { // beside an open store, and twice
		r, err := h.Check(t.Context())
		if err != nil || !r.OK || r.Problems == nil || len(r.Problems) > 0 {
			t.Errorf("%+v, %v", r, err)
		}
	}
	apply(t, s, journal.Changes{Settings: map[string]string{"after": "the check"}})
}

func TestCheckFindsDamage(t *testing.T) {
	for name, test := range map[string]struct {
		harm  string
		what  string
		entry journal.ID
	}{
		"a changed letter":             {`UPDATE entries SET body = replace(body, 'b', 'c') WHERE id = '` + string(testID(1)) + `'`, "not what was saved", testID(1)},
		"a lost tag":                   {`DELETE FROM entry_tags`, "not what was saved", testID(1)},
		"a day that is none":           {`UPDATE entries SET day = '2026-02-30' WHERE id = '` + string(testID(1)) + `'`, "cannot be read", testID(1)},
		"an index that lacks an entry": {`INSERT INTO entries_fts (entries_fts) VALUES ('delete-all')`, "search index", ""},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHome(t)
			s := openHome(t, h)
			e := written(1, "title", "body")
			e.Tags = []string{"tag"}
			apply(t, s, journal.Changes{Entries: []journal.Entry{e, written(2, "sound", "text")}})
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			alter(t, h, test.harm)
			r, err := h.Check(t.Context())
			if err != nil || r.OK || len(r.Problems) != 1 || r.Problems[0].Entry != test.entry || !strings.Contains(r.Problems[0].What, test.what) {
				t.Errorf("%+v, %v", r, err)
			}
		})
	}
}

func TestCheckOfAFileThatIsBroken(t *testing.T) {
	h := newHome(t)
	s := openHome(t, h)
	apply(t, s, sample(300))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(h.file())
	if err != nil {
		t.Fatal(err)
	}
	for i := len(content) / 2; i < len(content)/2+20_000; i++ {
		content[i] = 'x'
	}
	write(t, h.file(), string(content))
	r, err := h.Check(t.Context())
	if err != nil || r.OK || len(r.Problems) == 0 {
		t.Errorf("%+v, %v", r, err)
	}
	write(t, h.file(), "not a database at all")
	r, err = h.Check(t.Context())
	if err != nil || r.OK || len(r.Problems) != 1 {
		t.Errorf("%+v, %v", r, err)
	}
}

// TestCheckOfAnOlderSchema looks at the file only and migrates nothing.
func TestCheckOfAnOlderSchema(t *testing.T) {
	h := closedJournal(t)
	h.migrations = twoSteps(t, addMood)
	before := dump(t, h)
	if r, err := h.Check(t.Context()); err != nil || !r.OK {
		t.Errorf("%+v, %v", r, err)
	}
	if !maps.Equal(before, dump(t, h)) {
		t.Error("the check changed the journal")
	}
}
