package salvage

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	_ "modernc.org/sqlite" // the driver
)

// made makes a database, fills it, and gives the bytes of its file and log.
func made(t testing.TB, keepLog bool, statements ...string) (file, log []byte) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.db")
	db, err := sql.Open("sqlite", "file:"+path+"?_journal_mode=WAL&_pragma=secure_delete(1)")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	if keepLog {
		log = read(t, path+"-wal")
		file = read(t, path)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if !keepLog {
		file = read(t, path)
	}
	return file, log
}

func read(t testing.TB, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func open(t testing.TB, file, log []byte) *File {
	t.Helper()
	f, err := Open(bytes.NewReader(file), int64(len(file)), bytes.NewReader(log), int64(len(log)), notesAndTags)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

var (
	notes = Table{Name: "notes", Rowid: true, Columns: []Column{
		{Name: "n", Type: "INTEGER", IsRowid: true},
		{Name: "id", Type: "TEXT"},
		{Name: "body", Type: "TEXT"},
		{Name: "weight", Type: "REAL", Null: true},
		{Name: "data", Type: "BLOB", Null: true},
	}}
	tags = Table{Name: "tags", Columns: []Column{{Name: "note", Type: "INTEGER"}, {Name: "tag", Type: "TEXT"}}}
)

// rowsOf lists the rows that are of a table as text.
func rowsOf(t testing.TB, f *File, table Table) (rows []string) {
	t.Helper()
	err := f.Rows(func(r Row) error {
		if table.Takes(r) {
			rows = append(rows, fmt.Sprint(r.Rowid, r.Values))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(rows)
	return rows
}

const (
	makeNotes = `CREATE TABLE notes (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL, weight REAL, data BLOB) STRICT`
	makeTags  = `CREATE TABLE tags (note INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (note, tag)) STRICT, WITHOUT ROWID`
	fill      = `WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 500)
		INSERT INTO notes SELECT i, 'id ' || i, printf('%.*c', (i * 7919) % 20000, 'x'), i / 4.0, CAST(i AS BLOB) FROM c`
	tag = `INSERT INTO tags SELECT n, 'tag ' || n FROM notes`
)

func TestASoundFileIsReadWhole(t *testing.T) {
	for name, keepLog := range map[string]bool{"from the file": false, "from file and log": true} {
		t.Run(name, func(t *testing.T) {
			file, log := made(t, keepLog, makeNotes, makeTags, fill, tag,
				`DELETE FROM notes WHERE n % 7 = 0`, `UPDATE notes SET body = body || 'more' WHERE n % 5 = 0`,
				`INSERT INTO notes VALUES (-9000000000, 'low', 'ä€', 3, NULL)`)
			f := open(t, file, log)
			found := rowsOf(t, f, notes)
			if len(found) != 500-71+1 {
				t.Errorf("%d notes", len(found))
			}
			if want := "-9000000000 [<nil> low ä€ 3 <nil>]"; !slices.Contains(found, want) {
				t.Errorf("there is no %s", want)
			}
			if want := fmt.Sprint(10, []any{nil, "id 10", strings.Repeat("x", 79190%20000) + "more", 2.5, []byte("10")}); !slices.Contains(found, want) {
				t.Errorf("note 10 is not what was saved")
			}
			if found := rowsOf(t, f, tags); len(found) != 500 {
				t.Errorf("%d tags", len(found))
			}
			for _, tree := range []string{"notes", "tags", "sqlite_autoindex_notes_1"} {
				if !f.Whole(tree) {
					t.Errorf("%s is not whole", tree)
				}
			}
		})
	}
}

func TestWhatLiesBehindABrokenPageIsFound(t *testing.T) {
	file, _ := made(t, false, makeNotes, makeTags, fill, tag)
	whole := open(t, file, nil)
	for name, n := range map[string]int{"a root": rootOf(whole, "notes"), "the head": 1} {
		t.Run(name, func(t *testing.T) {
			broken := slices.Clone(file)
			clear(broken[(n-1)*whole.pageSize : n*whole.pageSize])
			f := open(t, broken, nil)
			if found := rowsOf(t, f, notes); len(found) != 500 {
				t.Errorf("%d notes", len(found))
			}
			if f.Whole("notes") && name == "a root" {
				t.Error("it calls the table whole")
			}
		})
	}
}

func rootOf(f *File, tree string) (root int) {
	_ = f.eachRow(func(r Row) error {
		if name, n, ok := r.schema(); ok && name == tree {
			root = n
		}
		return nil
	})
	return root
}

func TestWhatWasDeletedDoesNotComeBack(t *testing.T) {
	file, _ := made(t, false, makeNotes, fill, `DELETE FROM notes WHERE n > 3`)
	f := open(t, file, nil)
	if found := rowsOf(t, f, notes); len(found) != 3 {
		t.Errorf("%d notes", len(found))
	}
}

// FuzzOpen reads anything as a file: it ends, and never panics.
func FuzzOpen(f *testing.F) {
	file, log := made(f, true, makeNotes, makeTags, `INSERT INTO notes VALUES (1, 'a', 'b', 2, NULL)`, `INSERT INTO tags VALUES (1, 'c')`)
	f.Add(file, log)
	f.Add(log, file)
	f.Add(file[:4096], []byte{})
	f.Fuzz(func(t *testing.T, file, log []byte) {
		if err := open(t, file, log).Rows(func(r Row) error {
			if len(r.Values) == 0 {
				t.Error("a row of nothing")
			}
			return nil
		}); err != nil {
			t.Error(err)
		}
	})
}
