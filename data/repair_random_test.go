package data

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

// richHome is a closed journal with some of everything, and a backup of it.
func richHome(t testing.TB, entries int) *Home {
	t.Helper()
	h := newHome(t)
	s := openHome(t, h)
	c := sampleDepth(entries)
	c.People = c.People[:40]
	for i := range c.Entries {
		if i%8 == 0 {
			c.Entries[i].Attachments = []journal.Attachment{{Name: "note.txt", Type: "text/plain", SHA256: keepText(t, s, fmt.Sprint("file ", i%16))}}
		}
	}
	c.Expectations = []journal.Expectation{{ID: testID(2_000_000), Name: "leads", Order: 1}, {ID: testID(2_000_001), Name: "decides", Order: 2}}
	c.OwnPrompts = []journal.OwnPrompt{{ID: testID(2_000_002), Text: "What now?"}}
	c.Plan = &journal.Plan{Goals: []journal.Goal{{ID: testID(2_000_003), Text: "a goal", State: "open"}}, DismissedPrompts: []string{"a/b/c#1"}}
	c.Shown = map[string]journal.Day{"a/b/c#2": day(t, "2026-11-20")}
	apply(t, s, c)
	at := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	for i := range 4 {
		e, err := s.Entry(t.Context(), c.Entries[1].ID)
		if err != nil {
			t.Fatal(err)
		}
		e.Body += fmt.Sprint(" and more ", i)
		e.Updated = at.Add(time.Duration(i) * time.Hour)
		apply(t, s, journal.Changes{Entries: []journal.Entry{e}, At: e.Updated.Add(time.Minute)})
	}
	gone := c.Entries[2]
	gone.Revision = 1
	putAway(t, s, gone, at)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return h
}

// entriesOf reads the entries that can be read and are what was saved, by ID.
func entriesOf(t testing.TB, file string) map[journal.ID]journal.Entry {
	t.Helper()
	ctx, all := context.Background(), map[journal.ID]journal.Entry{}
	db, err := openPool(ctx, readerDSN(file), 1)
	if err != nil {
		return all
	}
	defer db.Close()
	rows, err := readEntries(ctx, db, selectEntry+"WHERE e.n < 1000")
	for n := 0; err != nil && n < 100; n++ {
		if one, wrong := readEntries(ctx, db, selectEntry+"WHERE e.n = ?", n); wrong == nil {
			rows = append(rows, one...)
		}
	}
	for _, row := range rows {
		if same, err := row.asSaved(); err == nil && same {
			all[row.entry.ID] = row.entry
		}
	}
	return all
}

// harm damages a file at random, and says how.
func harm(r *rand.Rand, content []byte) ([]byte, string) {
	const page = 4096
	pages := len(content) / page
	switch r.IntN(6) {
	case 0, 1, 2:
		n := 1 << r.IntN(5)
		for range n {
			content[r.IntN(len(content))] ^= 1 << r.IntN(8)
		}
		return content, fmt.Sprint(n, " bits flipped")
	case 3:
		n := 1 + r.IntN(3)
		for range n {
			at := r.IntN(pages) * page
			clear(content[at : at+page])
		}
		return content, fmt.Sprint(n, " pages zero")
	case 4:
		at := r.IntN(len(content))
		for i := at; i < min(at+500, len(content)); i++ {
			content[i] = byte(r.Uint32())
		}
		return content, fmt.Sprint("500 bytes of noise at ", at)
	}
	at := r.IntN(len(content))
	return content[:at], fmt.Sprint("cut off at ", at)
}

// TestWhateverIsDamagedNothingReadableIsLost damages a journal at random: what
// could be read before a repair is there after it, and a repaired journal is
// sound. A thousand rounds under GROUNDWORK_TORTURE=1, a hundred else, and fewer
// under the race detector.
func TestWhateverIsDamagedNothingReadableIsLost(t *testing.T) {
	whole := richHome(t, 60)
	content, err := os.ReadFile(whole.file())
	if err != nil {
		t.Fatal(err)
	}
	wasThere := entriesOf(t, whole.file())
	kept := backUp(t, whole, journal.BackupByHand).File
	rounds := 100
	switch {
	case torture():
		rounds = 1000
	case raced:
		rounds = 20 // there is little at once in a repair
	}
	for round := range rounds {
		t.Run(fmt.Sprint(round), func(t *testing.T) {
			t.Parallel() // most of it is waiting for the disk
			r := rand.New(rand.NewPCG(7, uint64(round)))
			h := newHome(t)
			if err := os.CopyFS(h.folder, os.DirFS(whole.folder)); err != nil {
				t.Fatal(err)
			}
			backed := round%2 == 0
			if !backed {
				if err := os.Remove(filepath.Join(backupsIn(h.folder), filepath.Base(kept))); err != nil {
					t.Fatal(err)
				}
			}
			broken, how := harm(r, append([]byte{}, content...))
			write(t, h.file(), string(broken))
			readable := entriesOf(t, h.file())
			for id, e := range readable {
				if !cmp.Equal(e, wasThere[id], equal...) {
					delete(readable, id) // the file was harmed so that it seems sound
				}
			}
			if torture() {
				if _, err := h.Check(t.Context()); err != nil && !errors.Is(err, journal.ErrNewerSchema) {
					t.Errorf("%s: check: %v", how, err)
				}
			}
			repaired, err := h.Repair(t.Context())
			if err != nil {
				if len(readable) == 0 && !backed && errors.Is(err, journal.ErrDamaged) {
					return
				}
				t.Fatalf("%s: %v", how, err)
			}
			told := map[journal.ID]bool{}
			for _, p := range repaired.Problems {
				told[p.Entry] = true
			}
			again, err := h.Check(t.Context())
			again.Problems = slices.DeleteFunc(again.Problems, func(p journal.Problem) bool { return p.Entry != "" && told[p.Entry] }) // it may name a file that is none
			if err != nil || len(again.Problems) > 0 {
				t.Errorf("%s: after the repair: %+v, %v", how, again, err)
			}
			isThere := entriesOf(t, h.file())
			for id, want := range wasThere {
				got, there := isThere[id]
				_, could := readable[id]
				want.Revision, got.Revision = 0, 0
				want.Updated = got.Updated // no hash is of the instant of a save
				same := there && cmp.Equal(want, got, equal...)
				switch {
				case same:
				case could:
					t.Errorf("%s: entry %s was readable and is lost:\n%v\n%s", how, id, repaired.Problems, cmp.Diff(want, got, equal...))
				case len(repaired.Problems) == 0:
					t.Errorf("%s: entry %s is another and nobody said so:\n%s", how, id, cmp.Diff(want, got, equal...))
				case backed:
					t.Errorf("%s: entry %s lies in the backup and is lost:\n%v\n%s", how, id, repaired.Problems, cmp.Diff(want, got, equal...))
				case !told[id] && !told[""]:
					t.Errorf("%s: nobody says that entry %s is lost", how, id)
				}
			}
		})
	}
}
