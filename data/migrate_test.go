package data

import (
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"groundwork/journal"
)

// twoSteps gives our first migration and a second one.
func twoSteps(t testing.TB, second string) fs.FS {
	t.Helper()
	first, err := fs.ReadFile(embedded, "migrations/0001_initial.sql")
	if err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{
		"migrations/0001_initial.sql": {Data: first},
		"migrations/0002_later.sql":   {Data: []byte(second)},
	}
}

const addMood = `ALTER TABLE entries ADD COLUMN mood TEXT NOT NULL DEFAULT '';
	CREATE TABLE moods (n INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
	INSERT INTO moods (name) VALUES ('calm');`

func TestAMigrationCopiesFirst(t *testing.T) {
	h := closedJournal(t)
	h.migrations = twoSteps(t, addMood)
	s := openHome(t, h)
	if _, err := s.Entry(t.Context(), testID(1)); err != nil {
		t.Error(err)
	}
	var version, moods int
	if err := errors.Join(s.readers.QueryRow(`PRAGMA user_version`).Scan(&version), s.readers.QueryRow(`SELECT count(*) FROM moods`).Scan(&moods)); err != nil {
		t.Fatal(err)
	}
	if version != 2 || moods != 1 {
		t.Errorf("schema %d with %d moods", version, moods)
	}
	copies, err := filepath.Glob(filepath.Join(h.folder, "backups", "*"))
	if err != nil || len(copies) != 1 {
		t.Fatalf("copies: %v, %v", copies, err)
	}
	// The copy is a backup of the journal of the old schema, whole.
	old := newHome(t)
	if _, err := old.Restore(t.Context(), copies[0], false); err != nil {
		t.Fatal(err)
	}
	restored := openHome(t, old)
	if e, err := restored.Entry(t.Context(), testID(1)); err != nil || e.Body != "body" {
		t.Errorf("the copy holds %q, %v", e.Body, err)
	}
	if hits, err := restored.Search(t.Context(), journal.ReadQuery("body", journal.Dates{}), 0); err != nil || len(hits) != 1 {
		t.Errorf("the copy finds %v, %v", hits, err)
	}
}

func TestAFailedMigrationChangesNothing(t *testing.T) {
	for name, second := range map[string]string{
		"broken SQL":      addMood + `INSERT INTO nowhere VALUES (1);`,
		"lost references": addMood + `INSERT INTO entry_tags (entry, position, tag, folded) VALUES (999, 0, 'x', 'x');`,
		"not even SQL":    `migrate please`,
	} {
		t.Run(name, func(t *testing.T) {
			h := closedJournal(t)
			before := dump(t, h)
			h.migrations = twoSteps(t, second)
			if s, err := h.Open(t.Context()); err == nil {
				s.Close()
				t.Fatal("it opened")
			}
			if !maps.Equal(before, dump(t, h)) {
				t.Error("the journal was changed")
			}
			openHome(t, NewHome(h.folder, Options{})) // and the old program still opens it
		})
	}
}

func TestNoMigrationWithoutACopy(t *testing.T) {
	h := closedJournal(t)
	before := dump(t, h)
	write(t, filepath.Join(h.folder, "backups"), "a file in the place of the folder")
	h.migrations = twoSteps(t, addMood)
	if s, err := h.Open(t.Context()); err == nil {
		s.Close()
		t.Fatal("it migrated without a copy")
	}
	if !maps.Equal(before, dump(t, h)) {
		t.Error("the journal was changed")
	}
}

// TestACopyThatIsWrongIsNoCopy: verifyCopy must see what is amiss.
func TestACopyThatIsWrongIsNoCopy(t *testing.T) {
	h := closedJournal(t)
	db, err := sql.Open("sqlite", writerDSN(h.file()))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	copied := func() (path string, before, after counts) {
		t.Helper()
		path = filepath.Join(t.TempDir(), "copy.db")
		if before, after, err = copyInto(t.Context(), db, path); err != nil {
			t.Fatal(err)
		}
		return path, before, after
	}
	good, before, after := copied()
	if err := verifyCopy(t.Context(), good, before, after); err != nil {
		t.Errorf("a good copy: %v", err)
	}
	short, before, after := copied()
	if err := os.Truncate(short, 20<<10); err != nil {
		t.Fatal(err)
	}
	if err := verifyCopy(t.Context(), short, before, after); err == nil {
		t.Error("a truncated copy passed")
	}
	fewer, before, after := copied()
	other, err := sql.Open("sqlite", "file:"+fewer)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Exec(`DELETE FROM entries`); err != nil {
		t.Fatal(err)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	if err := verifyCopy(t.Context(), fewer, before, after); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("a copy that lacks an entry: %v", err)
	}
}

func TestMigrationsAreNumberedWithoutAGap(t *testing.T) {
	for name, files := range map[string]fstest.MapFS{
		"a gap":     {"migrations/0001_a.sql": {}, "migrations/0003_c.sql": {}},
		"twice":     {"migrations/0001_a.sql": {}, "migrations/0001_b.sql": {}},
		"no number": {"migrations/first.sql": {}},
	} {
		if _, err := readMigrations(files); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestEveryEarlierSchemaOpens opens testdata/schema-N.db, which
// TestKeepTheSchema made when N was the newest schema.
func TestEveryEarlierSchemaOpens(t *testing.T) {
	stored, err := filepath.Glob("testdata/schema-*.db")
	if err != nil || len(stored) == 0 {
		t.Fatalf("there is no stored database: %v", err)
	}
	for _, path := range stored {
		t.Run(filepath.Base(path), func(t *testing.T) {
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			h := newHome(t)
			if err := os.MkdirAll(h.folder, 0o700); err != nil {
				t.Fatal(err)
			}
			write(t, h.file(), string(content))
			s := openHome(t, h)
			want := fullEntry(1)
			want.Revision = 1
			got, err := s.Entry(t.Context(), want.ID)
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "the stored entry", want, got)
			if hits, err := s.Search(t.Context(), journal.ReadQuery("lovelace", journal.Dates{}), 0); err != nil || len(hits) != 1 {
				t.Errorf("search: %v, %v", hits, err)
			}
			// The database came alone, without the file that the entry names.
			lost := []journal.Problem{{What: `The attached file "a.pdf" is missing.`, Entry: want.ID}}
			r, err := h.Check(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "what the check finds", lost, r.Problems)
		})
	}
}

// keepSchema has a small journal of the newest schema stored, once for each:
//
//	go test ./data -run TheStoredSchemaIsTheNewest -keep-schema
var keepSchema = flag.Bool("keep-schema", false, "store a journal of the newest schema in testdata")

// storeSchema puts a small journal of the newest schema into testdata.
func storeSchema(t *testing.T) {
	t.Helper()
	s := openHome(t, newHome(t))
	apply(t, s, journal.Changes{
		People:  []journal.Person{{ID: testID(900), Name: "Ada Lovelace"}, {ID: testID(901), Name: "Grace Hopper"}},
		Entries: []journal.Entry{fullEntry(1), written(2, "plain", "text")},
	})
	path := newestStored(t)
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	if _, err := s.writer.Exec(`VACUUM INTO ?`, path); err != nil {
		t.Fatal(err)
	}
}

func newestStored(t testing.TB) string {
	t.Helper()
	steps, err := readMigrations(embedded)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("testdata/schema-%d.db", len(steps))
}

// TestTheStoredSchemaIsTheNewest: a migration that people have run must not be
// edited, and one that is new has to be kept (see keepSchema).
func TestTheStoredSchemaIsTheNewest(t *testing.T) {
	if *keepSchema {
		storeSchema(t)
	}
	h := closedJournal(t)
	stored := newHome(t)
	content, err := os.ReadFile(newestStored(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(stored.folder, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, stored.file(), string(content))
	if dump(t, h)["schema"] != dump(t, stored)["schema"] {
		t.Error("the stored database has another schema than the migrations make")
	}
}

// dump reads every row of a closed journal, and its schema.
func dump(t testing.TB, h *Home) map[string]string {
	t.Helper()
	db, err := sql.Open("sqlite", frozenDSN(h.file()))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	counts, err := countRows(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for name := range counts {
		if strings.HasPrefix(name, "PRAGMA") || strings.HasPrefix(name, "entries_fts") {
			continue
		}
		rows, err := db.Query(`SELECT * FROM "` + name + `"`)
		if err != nil {
			t.Fatal(err)
		}
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			cells := make([]sql.RawBytes, len(columns))
			to := make([]any, len(columns))
			for i := range cells {
				to[i] = &cells[i]
			}
			if err := rows.Scan(to...); err != nil {
				t.Fatal(err)
			}
			for i, c := range cells {
				all[name] += columns[i] + "=" + string(c) + "\x00"
			}
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			t.Fatal(err)
		}
	}
	var schema string
	if err := db.QueryRow(`SELECT group_concat(text, char(10)) FROM (SELECT coalesce(sql, name) AS text FROM sqlite_schema ORDER BY type, name)`).Scan(&schema); err != nil {
		t.Fatal(err)
	}
	all["schema"] = schema
	return all
}
