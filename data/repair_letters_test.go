package data

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lettersOfTheSchema gives the places in a file at which SQLite's own
// description of the tables lies.
func lettersOfTheSchema(t testing.TB, h *Home) (places []int) {
	t.Helper()
	db, err := openPool(t.Context(), frozenDSN(h.file()), 1)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close() // it only read
	pages, err := rowsOf(t.Context(), db, scanNumber, `SELECT pageno FROM dbstat WHERE name = 'sqlite_schema' AND pagetype = 'leaf'`)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range pages {
		for at := int((n - 1) * 4096); at < int(n*4096); at++ {
			if at >= 100 { // behind the head of the file
				places = append(places, at)
			}
		}
	}
	return places
}

// rowsIn counts the rows of every table.
func rowsIn(t testing.TB, h *Home) counts {
	t.Helper()
	db, err := openPool(t.Context(), frozenDSN(h.file()), 1)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close() // it only read
	all, err := countRows(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestWhateverLetterOfTheSchemaChangesNothingIsLost changes one letter of what
// SQLite says of the tables, in a journal that has no backup.
func TestWhateverLetterOfTheSchemaChangesNothingIsLost(t *testing.T) {
	whole := richHome(t, 20)
	if err := os.RemoveAll(backupsIn(whole.folder)); err != nil {
		t.Fatal(err)
	}
	content, wasThere, rows := databaseBytes(t, whole), entriesOf(t, whole.file()), rowsIn(t, whole)
	places := lettersOfTheSchema(t, whole)
	rounds := 40
	switch {
	case torture():
		rounds = 600
	case raced:
		rounds = 8 // there is little at once in a repair
	}
	for round := range rounds {
		t.Run(fmt.Sprint(round), func(t *testing.T) {
			t.Parallel() // most of it is waiting for the disk
			r := rand.New(rand.NewPCG(11, uint64(round)))
			h := newHome(t)
			if err := os.CopyFS(h.folder, os.DirFS(whole.folder)); err != nil {
				t.Fatal(err)
			}
			broken, at := []byte(content), places[r.IntN(len(places))]
			for broken[at] == 0 { // room that nothing uses yet
				at = places[r.IntN(len(places))]
			}
			broken[at] ^= byte(1 + r.IntN(255))
			write(t, h.file(), string(broken))
			t.Logf("byte %d was changed, behind %q", at, content[max(0, at-40):at])
			found, err := h.Check(t.Context())
			if err != nil {
				t.Errorf("check: %v", err)
			}
			mended := repaired(t, h)
			if found.OK != (len(mended.Problems) == 0) || mended.Lost > 0 {
				t.Errorf("the check found %+v, the repair %+v", found.Problems, mended)
			}
			if got := entriesOf(t, h.file()); !cmp.Equal(wasThere, got, equal...) {
				t.Errorf("of the entries %s", cmp.Diff(wasThere, got, equal...))
			}
			if got := rowsIn(t, h); !cmp.Equal(rows, got) {
				t.Errorf("of the rows %s", cmp.Diff(rows, got))
			}
		})
	}
}
