package data

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"groundwork/journal"
)

func TestPragmasHoldOnEveryConnection(t *testing.T) {
	s := newStore(t)
	for name, test := range map[string]struct {
		pool *sql.DB
		n    int
		want map[string]string
	}{
		"writer": {s.writer, 1, map[string]string{
			"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1", "busy_timeout": "5000", "temp_store": "2",
			"query_only": "0",
		}},
		"readers": {s.readers, readerCount, map[string]string{
			"journal_mode": "wal", "busy_timeout": "5000", "temp_store": "2", "query_only": "1",
		}},
	} {
		if got := test.pool.Stats().MaxOpenConnections; got != test.n {
			t.Errorf("%s: %d connections, want %d", name, got, test.n)
		}
		for range test.n { // each of them, held at the same time
			conn, err := test.pool.Conn(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close()
			for pragma, want := range test.want {
				var got string
				if err := conn.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&got); err != nil || got != want {
					t.Errorf("%s: %s is %s, want %s (%v)", name, pragma, got, want, err)
				}
			}
			for what, text := range map[string]string{
				"texts in double quotes": `SELECT "no such column"`,
				"writes to the index":    `UPDATE entries_fts_data SET block = ''`,
			} {
				if _, err := conn.ExecContext(t.Context(), text); err == nil {
					t.Errorf("%s: %s are possible", name, what)
				}
			}
		}
	}
}

func TestReadersCannotWrite(t *testing.T) {
	s := newStore(t)
	for _, text := range []string{`DELETE FROM settings`, `PRAGMA user_version = 5`, `CREATE TABLE x (y)`} {
		if _, err := s.readers.ExecContext(t.Context(), text); err == nil {
			t.Errorf("a reader ran %s", text)
		}
	}
	// Not even where somebody forgets query_only: the file is opened to be read.
	if !strings.HasPrefix(readerDSN("/x"), "file:") || !strings.Contains(readerDSN("/x"), "mode=ro") {
		t.Error(readerDSN("/x"))
	}
	bare, err := sql.Open("sqlite", strings.Replace(readerDSN(filepath.Join(s.folder, "journal.db")), "_query_only=1", "_query_only=0", 1))
	if err != nil {
		t.Fatal(err)
	}
	defer bare.Close()
	if _, err := bare.Exec(`DELETE FROM settings`); names(sentinel(s.folder, err)) != "ErrNoAccess" {
		t.Errorf("mode=ro: %v", err)
	}
}

// TestDeletedWordsAreGoneFromTheFile searches the bytes of the file: in the
// table and in the index.
func TestDeletedWordsAreGoneFromTheFile(t *testing.T) {
	h := newHome(t)
	s := openHome(t, h)
	changed := written(1, "xylophone title", "The zwieback secret. "+strings.Repeat("filling words here ", 400))
	removed := written(2, "quagmire", "A kumquat. "+strings.Repeat("other words there ", 400))
	removed.Tags = []string{"rhubarb"}
	removed.Evidence = []journal.Evidence{{Expectation: "X", Strength: journal.OwnWord, Note: "pamplemousse"}}
	apply(t, s, sample(300)) // so that the index has more than one page
	changed.ID, removed.ID = testID(5001), testID(5002)
	apply(t, s, journal.Changes{Entries: []journal.Entry{changed, removed}})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	words := []string{"xylophone", "zwieback", "quagmire", "kumquat", "rhubarb", "pamplemousse"}
	for _, word := range words {
		if !holds(t, h.file(), word) {
			t.Fatalf("the test is wrong: %q was never in the file", word)
		}
	}
	s = openHome(t, h)
	changed.Revision, changed.Title, changed.Body = 1, "", "nothing"
	apply(t, s, journal.Changes{Entries: []journal.Entry{changed}, RemoveEntries: []journal.ID{removed.ID}})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, word := range words {
		// The index stores the beginning that two words share once only: look
		// for the ends, which no other word has.
		if holds(t, h.file(), word[2:]) {
			t.Errorf("%q can still be read in the file", word)
		}
	}
	if _, err := os.Stat(h.file() + "-wal"); err == nil {
		t.Error("the WAL is still there after the last one closed the journal")
	}
}

func holds(t testing.TB, path, word string) bool {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Contains(string(b), word)
}
