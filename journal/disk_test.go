package journal_test

import (
	"context"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/data"
	"groundwork/journal"
)

// These tests go the whole way down, to a journal in a folder.

// openDisk opens a new journal in a folder of its own.
func openDisk(t *testing.T) journal.Store {
	t.Helper()
	store, err := data.NewHome(filepath.Join(t.TempDir(), "groundwork"), data.Options{}).Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

// storedBodies reads the texts of every entry, in order.
func storedBodies(t *testing.T, store journal.Store) []string {
	t.Helper()
	var texts []string
	for e, err := range store.Entries(t.Context(), journal.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, e.Body)
	}
	slices.Sort(texts)
	return texts
}

func writeBody(d *journal.Draft, body string) { d.Edit(func(e *journal.Entry) { e.Body = body }) }

func mustFlush(t *testing.T, d *journal.Draft) {
	t.Helper()
	if err := d.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestDraftIsOnTheDiskAndGrows(t *testing.T) {
	store := openDisk(t)
	j := journal.New(store, journal.Options{})
	d := j.Draft(j.NewEntry(journal.Reflection, mustDay(t, "2026-11-20")), func(journal.DraftState) {})
	mustFlush(t, d)
	if got := storedBodies(t, store); len(got) != 0 {
		t.Fatalf("the blank draft is stored as %q", got)
	}
	for i, body := range []string{"A", "A word", "A word or two\r\n"} {
		writeBody(d, body)
		mustFlush(t, d)
		e, err := store.Entry(t.Context(), d.Entry().ID)
		if err != nil || e.Body != body || e.Revision != int64(i+1) {
			t.Errorf("stored is %q at revision %d, %v", e.Body, e.Revision, err)
		}
	}
}

func TestDraftIsSavedByItself(t *testing.T) {
	store := openDisk(t)
	j := journal.New(store, journal.Options{})
	saved := make(chan journal.DraftState, 8)
	d := j.Draft(j.NewEntry(journal.Reflection, mustDay(t, "2026-11-20")), func(s journal.DraftState) { saved <- s })
	writeBody(d, "Nobody pressed a key to save this")
	for deadline := time.After(10 * time.Second); ; {
		select {
		case s := <-saved:
			if s.State != journal.Clean {
				continue
			}
		case <-deadline:
			t.Fatal("nothing was saved")
		}
		break
	}
	if got := storedBodies(t, store); !slices.Equal(got, []string{"Nobody pressed a key to save this"}) {
		t.Errorf("stored are %q", got)
	}
}

func TestBothTextsAreOnTheDiskAfterAConflict(t *testing.T) {
	store := openDisk(t)
	j, other := journal.New(store, journal.Options{}), journal.New(store, journal.Options{})
	d := j.Draft(j.NewEntry(journal.Reflection, mustDay(t, "2026-11-20")), func(journal.DraftState) {})
	writeBody(d, "Mine")
	mustFlush(t, d)
	theirs, err := other.Read().Entry(t.Context(), d.Entry().ID)
	if err != nil {
		t.Fatal(err)
	}
	theirs.Body = "Theirs"
	mustSave(t, other, theirs)

	writeBody(d, "Mine, longer")
	mustFlush(t, d)

	if got, want := storedBodies(t, store), []string{"Mine, longer", "Theirs"}; !slices.Equal(got, want) {
		t.Errorf("stored are %q, want %q", got, want)
	}
	if !d.State().Split {
		t.Error("the draft does not say that it is an entry of its own now")
	}
}

func TestDraftOfAnEntryThatWasRemovedIsOnTheDisk(t *testing.T) {
	store := openDisk(t)
	j := journal.New(store, journal.Options{})
	d := j.Draft(j.NewEntry(journal.Reflection, mustDay(t, "2026-11-20")), func(journal.DraftState) {})
	writeBody(d, "Mine")
	mustFlush(t, d)
	if err := store.Apply(t.Context(), journal.Changes{At: time.Now(), RemoveEntries: []journal.ID{d.Entry().ID}}); err != nil {
		t.Fatal(err)
	}
	writeBody(d, "Mine, still")
	mustFlush(t, d)
	if got := storedBodies(t, store); !slices.Equal(got, []string{"Mine, still"}) {
		t.Errorf("stored are %q", got)
	}
}

func TestEditsFromManyGoroutinesAreAllOnTheDisk(t *testing.T) {
	store := openDisk(t)
	j := journal.New(store, journal.Options{})
	d := j.Draft(j.NewEntry(journal.MomentKind, mustDay(t, "2026-11-20")), func(journal.DraftState) {})
	var writers sync.WaitGroup
	for range 4 {
		writers.Go(func() {
			for range 25 {
				d.Edit(func(e *journal.Entry) {
					if e.Moment == nil {
						e.Moment = &journal.Moment{}
					}
					e.Body += "x"
					e.Moment.Result += "y"
				})
			}
			if err := d.Flush(context.Background()); err != nil {
				t.Error(err)
			}
		})
	}
	writers.Wait()
	e, err := store.Entry(t.Context(), d.Entry().ID)
	if err != nil || len(e.Body) != 100 || len(e.Moment.Result) != 100 {
		t.Errorf("stored are %d and %d letters, %v; want 100 of each", len(e.Body), len(e.Moment.Result), err)
	}
}

func TestAnyEntryIsReadBackFromTheDiskAsItWasSaved(t *testing.T) {
	store := openDisk(t)
	j := journal.New(store, journal.Options{})
	rapid.Check(t, func(r *rapid.T) {
		e := anyEntry().Draw(r, "entry")
		e.ID = ""
		saved, err := j.SaveEntry(t.Context(), e)
		if err != nil {
			r.Fatal(err)
		}
		stored, err := store.Entry(t.Context(), saved.ID)
		if err != nil {
			r.Fatal(err)
		}
		if diff := cmp.Diff(saved, stored, sameEntry); diff != "" {
			r.Fatal(diff)
		}
	})
}
