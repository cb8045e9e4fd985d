package journal_test

import (
	"context"
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

func TestUndoImportPutsEverythingBack(t *testing.T) {
	ctx := context.Background()
	j, _ := onDisk(t)
	first := contents(t, foreign)
	first.Contents.Extra = journal.Extra{"zebra": json.RawMessage(`1`)}
	doImport(t, j, first)
	before := state(t, j)

	second := contents(t, `{
		"entries":[{"id":"e1","day":"2026-12-01","title":"One, changed"},{"id":"e9","day":"2026-12-02","body":"new","people":[{"person":"Newcomer"}],"evidence":[{"expectation":"New one"}]}],
		"people":[{"id":"p1","name":"Kwame M."}],"expectations":[{"id":"x1","name":"Grows people"}],
		"plan":{"reviewFrom":"2026-01-01","goals":[{"id":"g9","text":"new","person":"Newcomer"}]},
		"prompts":[{"id":"q1","text":"Why not?"},{"id":"q2","text":"How?"}],
		"packs":[{"id":"k1","title":"changed"},{"id":"k2","title":"new"}]}`)
	second.Contents.Extra = journal.Extra{"zebra": json.RawMessage(`2`), "yak": json.RawMessage(`3`)}
	r := doImport(t, j, second)
	if state(t, j) == before {
		t.Fatal("the second import changed nothing")
	}
	u, err := j.UndoImport(ctx, r.Batch)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(journal.UndoReport{Batch: r.Batch, Removed: 1, Restored: 1, Kept: []journal.Kept{}}, u); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(before, state(t, j)); diff != "" {
		t.Errorf("the undo left something behind:\n%s", diff)
	}
	if _, err := j.UndoImport(ctx, r.Batch); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("a second undo: %v, want ErrNotFound", err)
	}
}

func TestUndoOfTheFirstImportLeavesAnEmptyJournal(t *testing.T) {
	ctx := context.Background()
	j, _ := onDisk(t)
	before := state(t, j)
	in := contents(t, foreign)
	in.Contents.Extra = journal.Extra{"zebra": json.RawMessage(`1`)}
	r := doImport(t, j, in)
	if _, err := j.UndoImport(ctx, r.Batch); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, state(t, j)); diff != "" {
		t.Errorf("the undo left something behind:\n%s", diff)
	}
}

func TestUndoImportKeepsWhatTheUserChangedSince(t *testing.T) {
	ctx := context.Background()
	j, store := onDisk(t)
	doImport(t, j, contents(t, `{"entries":[{"id":"old","title":"Old","day":"2026-11-01","body":"as it was"}]}`))
	r := doImport(t, j, contents(t, `{"entries":[
		{"id":"old","title":"Old","day":"2026-11-01","body":"imported"},
		{"id":"new","title":"New","day":"2026-11-01","body":"imported","people":[{"person":"Mei"}]},
		{"id":"gone","title":"Gone","day":"2026-11-01","body":"imported","people":[{"person":"Kwame"}]}],
		"plan":{"reviewFrom":"2026-01-01"},"people":[{"id":"p","name":"Unused"}]}`))
	for _, title := range []string{"Old", "New"} {
		e := find(t, store, title)
		e.Body += " and edited"
		if _, err := j.SaveEntry(ctx, e); err != nil {
			t.Fatal(err)
		}
	}
	if err := store.Apply(ctx, journal.Changes{At: importedAt, Plan: &journal.Plan{ReviewFrom: journal.Day{Year: 2025, Month: 1, Date: 1}}}); err != nil {
		t.Fatal(err)
	}
	u, err := j.UndoImport(ctx, r.Batch)
	if err != nil {
		t.Fatal(err)
	}
	if u.Removed != 1 || u.Restored != 0 {
		t.Errorf("report %+v, want 1 removed and none restored", u)
	}
	kept := map[string]string{}
	for _, k := range u.Kept {
		kept[k.Name] = k.Reason
	}
	want := map[string]string{
		"Old": "It was changed after the import.", "New": "It was changed after the import.",
		"The growth plan": "It was changed after the import.", "Mei": "Entries that stay refer to it.",
	}
	if diff := cmp.Diff(want, kept); diff != "" {
		t.Error(diff)
	}
	for _, title := range []string{"Old", "New"} {
		if e := find(t, store, title); e.Body != "imported and edited" {
			t.Errorf("%s is %q", title, e.Body)
		}
	}
	people, err := store.People(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if len(people) != 1 || people[0].Name != "Mei" {
		t.Errorf("people are %+v, want Mei alone", people)
	}
}

func TestUndoImportOfSomethingUnknown(t *testing.T) {
	j, _ := onDisk(t)
	_, err := j.UndoImport(context.Background(), "no such batch")
	if !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("error %v, want ErrNotFound", err)
	}
	if what, _ := journal.Explain(err); what != `There is no import "no such batch" that could be undone.` {
		t.Errorf("the user reads %q", what)
	}
}
