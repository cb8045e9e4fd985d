package faults

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/sample"
)

// today is the day of the made-up journals.
var today = journal.DayOf(time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC))

// filled makes a closed journal with n made-up entries and an attached file.
func filled(t testing.TB, n int) (folder string) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "journal")
	inside(t, homeOf(folder), func(s journal.Store) {
		must(t, sample.Fill(t.Context(), s, n, 1, today))
		attach(t, s, "the file of the journal")
	})
	return folder
}

// attach adds an entry with an attached file.
func attach(t testing.TB, s journal.Store, content string) journal.Entry {
	t.Helper()
	j := journal.New(s, journal.Options{})
	a, err := j.Attach(t.Context(), "note.txt", strings.NewReader(content))
	must(t, err)
	e := j.NewEntry(journal.Reflection, today)
	e.Body, e.Attachments = "With a file: "+content, []journal.Attachment{a}
	e, err = j.SaveEntry(t.Context(), e)
	must(t, err)
	return e
}

// withTrash makes a closed journal with n made-up entries, of which so many
// lie in the trash, one of them with a file of its own.
func withTrash(t testing.TB, n, deleted int) (folder string) {
	t.Helper()
	folder = filled(t, n)
	inside(t, homeOf(folder), func(s journal.Store) {
		own := attach(t, s, "the file of what was deleted")
		ids := []journal.ID{own.ID}
		for e, err := range s.Entries(t.Context(), journal.Filter{}) {
			must(t, err)
			if len(ids) < deleted && e.ID != own.ID && len(e.Attachments) == 0 {
				ids = append(ids, e.ID)
			}
		}
		must(t, journal.New(s, journal.Options{}).RemoveEntry(t.Context(), ids...))
	})
	return folder
}

// emptyTrash is the role that deletes for good all that lies in the trash.
func emptyTrash(ctx context.Context, args []string) error {
	h := homeOf(args[0])
	if err := unlockAsTold(ctx, h); err != nil {
		return err
	}
	return opened(ctx, h, func(s journal.Store) error {
		fmt.Println("begin")
		_, err := journal.New(s, journal.Options{}).EmptyTrash(ctx)
		return err
	})
}

// homeOf is a journal whose passphrase, if it gets one, costs little to try.
func homeOf(folder string) *data.Home { return data.NewHome(folder, data.Options{Work: 2}) }

// opened does something in a journal that is open meanwhile.
func opened(ctx context.Context, h journal.Home, do func(journal.Store) error) error {
	s, err := h.Open(ctx)
	if err != nil {
		return err
	}
	return errors.Join(do(s), s.Close())
}

func inside(t testing.TB, h journal.Home, do func(journal.Store)) {
	t.Helper()
	err := opened(t.Context(), h, func(s journal.Store) error {
		do(s)
		return nil
	})
	must(t, err)
}

// copied copies a closed journal to a place of its own.
func copied(t testing.TB, from string) (folder string) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "journal")
	must(t, os.CopyFS(folder, os.DirFS(from)))
	return folder
}

// contents tells all that a journal holds, in one text: its entries, its trash
// and its attached files, each of which is read.
func contents(t testing.TB, h journal.Home) string {
	t.Helper()
	var all bytes.Buffer
	inside(t, h, func(s journal.Store) {
		for e, err := range s.Entries(t.Context(), journal.Filter{}) {
			must(t, err)
			text, err := json.Marshal(e)
			must(t, err)
			fmt.Fprintf(&all, "%d %s\n", e.Revision, text)
			for _, a := range e.Attachments {
				f, err := s.OpenFile(t.Context(), a.SHA256)
				must(t, err)
				must(t, f.Close())
			}
		}
		trash, err := s.Trash(t.Context())
		must(t, err)
		for _, each := range trash {
			fmt.Fprintf(&all, "in the trash: %s\n", each.ID)
		}
	})
	return all.String()
}

// startsClean starts the program on a journal that a fault befell, a day
// later: it opens, nothing in it is damaged, its backups are whole, and no
// temporary file is left.
func startsClean(t testing.TB, h journal.Home) {
	t.Helper()
	age(t, h.Folder())
	inside(t, h, func(journal.Store) {})
	found, err := h.Check(t.Context())
	must(t, err)
	if !found.OK {
		t.Errorf("the check finds %+v", found.Problems)
	}
	backups, err := h.Backups(t.Context(), "")
	must(t, err)
	for _, b := range backups {
		if tried, err := h.TryBackup(t.Context(), b.File); err != nil || !tried.OK {
			t.Errorf("the backup %s: %+v, %v", filepath.Base(b.File), tried.Problems, err)
		}
	}
	for _, left := range leftovers(t, h.Folder()) {
		t.Errorf("%s is left", left)
	}
}

// lasting are the names of the files that belong into a journal's folder, those
// among them that a repair keeps.
var lasting = regexp.MustCompile(`^(journal\.(db|age)|(identity|recovery)\.age|lock|backups\.lock|attachments/[0-9a-f]{64}(\.age)?|backups/groundwork-[0-9.-]+[a-z-]+[0-9-]*\.tar|(damaged|rescued)-[0-9-]+/.*)$`)

// leftovers lists the files in the folder of a closed journal that do not
// belong there.
func leftovers(t testing.TB, folder string) (left []string) {
	t.Helper()
	must(t, fs.WalkDir(os.DirFS(folder), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !lasting.MatchString(path) {
			left = append(left, path)
		}
		return err
	}))
	return left
}

// age makes what does not belong there two days old, for what is young may be
// in use by another program.
func age(t testing.TB, folder string) {
	t.Helper()
	then := time.Now().Add(-48 * time.Hour)
	for _, left := range leftovers(t, folder) {
		path := filepath.Join(folder, left)
		must(t, os.Chtimes(path, then, then))
		if in := filepath.Dir(path); strings.HasPrefix(filepath.Base(in), ".") {
			must(t, os.Chtimes(in, then, then))
		}
	}
}

// nextHome is a journal for the program of the next schema.
func nextHome(folder string) *data.Home {
	return data.NewHome(folder, data.Options{Migrations: nextSchema(), Work: 2})
}

// nextSchema is the schema of today with one step more, which changes every
// entry and makes new tables.
func nextSchema() fs.FS {
	all := fstest.MapFS{}
	names, err := filepath.Glob("../data/migrations/*.sql")
	if err != nil {
		panic(err) // the pattern is a good one
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			panic(err) // the tests run in the house
		}
		all["migrations/"+filepath.Base(name)] = &fstest.MapFile{Data: text}
	}
	all[fmt.Sprintf("migrations/%04d_next.sql", len(names)+1)] = &fstest.MapFile{Data: []byte(`
		ALTER TABLE entries ADD COLUMN weather TEXT NOT NULL DEFAULT '';
		UPDATE entries SET weather = 'rain' || n;
		CREATE INDEX by_weather ON entries (weather);
		CREATE TABLE weathers (n INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
		INSERT INTO weathers (name) SELECT weather FROM entries;`)}
	return all
}

// migrate is the role of the program of the next schema.
func migrate(ctx context.Context, args []string) error {
	h := nextHome(args[0])
	if err := unlockAsTold(ctx, h); err != nil {
		return err
	}
	fmt.Println("begin")
	return opened(ctx, h, func(journal.Store) error { return nil })
}
