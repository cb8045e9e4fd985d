package journal_test

import (
	"context"
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

func TestImportReplacesWhatChangedAndKeepsItsInstants(t *testing.T) {
	j, store := onDisk(t)
	doImport(t, j, contents(t, `{"entries":[{"id":"e","title":"T","day":"2026-11-01","body":"old","created":"2026-11-01T08:00:00+09:00"}]}`))
	r := doImport(t, j, contents(t, `{"entries":[{"id":"e","title":"T","day":"2026-11-01","body":"new","updated":"2025-01-01T08:00:00+02:00"}]}`))
	if r.Changed != 1 || r.New != 0 {
		t.Errorf("report %+v, want 1 changed", r)
	}
	e := find(t, store, "T")
	if e.Body != "new" || e.Revision != 2 {
		t.Errorf("the entry is %q at revision %d", e.Body, e.Revision)
	}
	if got := e.Created.Format(time.RFC3339) + " " + e.Updated.Format(time.RFC3339); got != "2026-11-01T08:00:00+09:00 2025-01-01T08:00:00+02:00" {
		t.Errorf("its instants are %s", got)
	}
}

func TestImportOfANamedPersonKeepsWhatIsKnown(t *testing.T) {
	ctx := context.Background()
	j, store := onDisk(t)
	doImport(t, j, contents(t, `{"people":[{"id":"p","name":"Mei","notes":"a note","support":"neutral"}],
		"expectations":[{"id":"x","name":"X","text":"what it means","order":3}]}`))
	doImport(t, j, contents(t, `{"people":[{"name":" mei ","support":"advocate"}],"expectations":[{"name":"x","area":"People"}]}`))
	people, err := store.People(ctx)
	if err != nil {
		t.Fatal(err)
	}
	expectations, err := store.Expectations(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if len(people) != 1 || people[0].Name != "Mei" || people[0].Notes != "a note" || people[0].Support != "advocate" {
		t.Errorf("people are %+v", people)
	}
	if len(expectations) != 1 || expectations[0].Text != "what it means" || expectations[0].Area != "People" || expectations[0].Order != 3 {
		t.Errorf("expectations are %+v", expectations)
	}
}

func TestImportMergesThePlan(t *testing.T) {
	ctx := context.Background()
	j, store := onDisk(t)
	doImport(t, j, contents(t, `{"plan":{"purpose":[{"standFor":"old","since":"2025-01-01"}],"reviewFrom":"2026-01-01","targetRole":{"title":"Lead"},
		"goals":[{"id":"g1","text":"one"},{"id":"g2","text":"two"}],"metrics":[{"name":"m","values":[{"day":"2026-02-01","value":2}]}],"dismissedPrompts":["a"],"x":1}}`))
	doImport(t, j, contents(t, `{"plan":{"purpose":[{"standFor":"older","since":"2024-01-01"}],"reviewUntil":"2026-12-31",
		"goals":[{"id":"g2","text":"two!"},{"id":"g3","text":"three"}],"metrics":[{"name":"m","unit":"h","values":[{"day":"2026-01-01","value":1},{"day":"2026-02-01","value":3}]}],"dismissedPrompts":["b","a"],"y":2}}`))
	plan, err := store.Plan(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for i := range plan.Goals {
		plan.Goals[i].ID = ""
	}
	text, err := json.Marshal(plan)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"purpose":[{"standFor":"older","since":"2024-01-01"},{"standFor":"old","since":"2025-01-01"}],"targetRole":{"title":"Lead"},` +
		`"reviewFrom":"2026-01-01","reviewUntil":"2026-12-31","goals":[{"id":"","text":"one"},{"id":"","text":"two!"},{"id":"","text":"three"}],` +
		`"metrics":[{"name":"m","unit":"h","values":[{"day":"2026-01-01","value":1},{"day":"2026-02-01","value":3}]}],"dismissedPrompts":["a","b"],"x":1,"y":2}`
	if diff := cmp.Diff(want, string(text)); diff != "" {
		t.Error(diff)
	}
}

func TestImportDryWritesNothing(t *testing.T) {
	j, _ := onDisk(t)
	before := state(t, j)
	r, err := j.Import(context.Background(), contents(t, foreign), true)
	if err != nil {
		t.Fatal(err)
	}
	if r.New != 2 || r.Batch != "" {
		t.Errorf("report %+v, want 2 new and no batch", r)
	}
	if diff := cmp.Diff(before, state(t, j)); diff != "" {
		t.Errorf("the dry run changed the journal:\n%s", diff)
	}
}

func TestImportReportAsJSON(t *testing.T) {
	r := journal.ImportReport{
		Format: "dayone", Found: 12, New: 9, Same: 2, Attachments: 3,
		Quarantined: []journal.Quarantined{{Name: "n", Reason: "r", Raw: "secret", Entry: true}},
	}
	got, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"format":"dayone","found":12,"new":9,"same":2,"changed":0,"quarantined":[{"name":"n","reason":"r"}],"attachments":3}`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
}

// saved is a Store into which somebody else saves an entry during the first
// Apply.
type saved struct {
	journal.Store
	meanwhile func()
}

func (s *saved) Apply(ctx context.Context, c journal.Changes) error {
	if do := s.meanwhile; do != nil {
		s.meanwhile = nil
		do()
	}
	return s.Store.Apply(ctx, c)
}

func TestImportLooksAgainWhenAnEntryIsSavedMeanwhile(t *testing.T) {
	ctx := context.Background()
	j, store := onDisk(t)
	doImport(t, j, contents(t, `{"entries":[{"id":"e","title":"T","day":"2026-11-01","body":"old"}]}`))
	race := &saved{Store: store, meanwhile: func() {
		e := find(t, store, "T")
		e.Body = "typed in the window"
		if _, err := j.SaveEntry(ctx, e); err != nil {
			t.Error(err)
		}
	}}
	k := journal.New(race, journal.Options{Now: func() time.Time { return importedAt }})
	r, err := k.Import(ctx, contents(t, `{"entries":[{"id":"e","title":"T","day":"2026-11-01","body":"new"}]}`), false)
	if err != nil || r.Changed != 1 {
		t.Fatalf("import: %+v, %v", r, err)
	}
	if e := find(t, store, "T"); e.Body != "new" || e.Revision != 3 {
		t.Errorf("the entry is %q at revision %d, want the imported one", e.Body, e.Revision)
	}
	// What the window saved is what an undo puts back.
	if _, err := j.UndoImport(ctx, r.Batch); err != nil {
		t.Fatal(err)
	}
	if e := find(t, store, "T"); e.Body != "typed in the window" {
		t.Errorf("after the undo it is %q", e.Body)
	}
}

func TestAddEntryRefusesAnIDThatIsThere(t *testing.T) {
	ctx := context.Background()
	j, _ := onDisk(t)
	e, err := j.AddEntry(ctx, journal.Entry{ID: "note-1", Body: "x"})
	if err != nil {
		t.Fatal(err)
	}
	if e.Day != journal.DayOf(importedAt) || e.Kind != journal.Reflection || len(e.ID) != 36 {
		t.Errorf("defaults are not filled in: %+v", e)
	}
	if _, err := j.AddEntry(ctx, journal.Entry{ID: "note-1", Body: "y"}); !errors.Is(err, journal.ErrConflict) {
		t.Errorf("error %v, want ErrConflict", err)
	}
	if _, err := j.AddEntry(ctx, journal.Entry{Kind: "poem"}); !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("error %v, want ErrInvalid", err)
	}
}
