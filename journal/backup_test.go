package journal_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/data"
	"groundwork/journal"
)

// watched is a journal that notes the backups it asks for.
func watched(t *testing.T, fail error) (j *journal.Journal, asked *[]journal.BackupReason) {
	t.Helper()
	asked = &[]journal.BackupReason{}
	return journal.New(openDisk(t), journal.Options{BackUp: func(_ context.Context, why journal.BackupReason) error {
		*asked = append(*asked, why)
		return fail
	}}), asked
}

func incoming(bodies ...string) journal.Incoming {
	in := journal.Incoming{Format: "groundwork"}
	for i, body := range bodies {
		in.Contents.Entries = append(in.Contents.Entries, journal.Entry{
			ID: journal.ID(fmt.Sprintf("e%d", i)), Day: journal.Day{Year: 2026, Month: 11, Date: 1}, Body: body, Tags: []string{"old"},
		})
	}
	return in
}

func TestABackupComesBeforeAnImportAndBeforeItIsTakenBack(t *testing.T) {
	j, asked := watched(t, nil)
	if _, err := j.Import(t.Context(), incoming("a"), true); err != nil {
		t.Fatal(err)
	}
	if len(*asked) > 0 {
		t.Errorf("a dry run asked for %v", *asked)
	}
	r, err := j.Import(t.Context(), incoming("a"), false)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := j.UndoImport(t.Context(), r.Batch); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]journal.BackupReason{journal.BeforeImport, journal.BeforeImport}, *asked); diff != "" {
		t.Error(diff)
	}
}

func TestABackupComesBeforeAMassChange(t *testing.T) {
	for name, c := range map[string]struct {
		entries int
		want    []journal.BackupReason
	}{
		"one less than many": {journal.MassChange - 1, []journal.BackupReason{journal.BeforeImport}},
		"many":               {journal.MassChange, []journal.BackupReason{journal.BeforeImport, journal.BeforeChange}},
	} {
		t.Run(name, func(t *testing.T) {
			j, asked := watched(t, nil)
			if _, err := j.Import(t.Context(), incoming(strings.Split(strings.Repeat("x", c.entries), "")...), false); err != nil {
				t.Fatal(err)
			}
			if change, err := j.RenameTag(t.Context(), "old", "new"); err != nil || change.Entries != c.entries {
				t.Fatalf("%+v, %v", change, err)
			}
			if diff := cmp.Diff(c.want, *asked); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWithoutTheBackupNothingRiskyIsDone(t *testing.T) {
	j, _ := watched(t, journal.ErrNoSpace)
	if _, err := j.Import(t.Context(), incoming("a"), false); !errors.Is(err, journal.ErrNoSpace) {
		t.Errorf("import: %v", err)
	}
	if n, err := j.Read().Count(t.Context(), journal.Filter{}); err != nil || n != 0 {
		t.Errorf("%d entries, %v", n, err)
	}
}

func TestSingleEntriesAreTakenBackOutOfABackup(t *testing.T) {
	ctx := t.Context()
	home := data.NewHome(filepath.Join(t.TempDir(), "groundwork"), data.Options{})
	store, err := home.Open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	j := journal.New(store, journal.Options{})
	sum, _, err := store.KeepFile(ctx, strings.NewReader("content"))
	if err != nil {
		t.Fatal(err)
	}
	e := j.NewEntry(journal.Reflection, journal.Day{Year: 2026, Month: 11, Date: 1})
	e.Body, e.People = "as it was", []journal.Involved{{Person: "Ada", Role: "saw"}}
	e.Attachments = []journal.Attachment{{Name: "a.txt", SHA256: sum}}
	was, err := j.SaveEntry(ctx, e)
	if err != nil {
		t.Fatal(err)
	}
	other, err := j.SaveEntry(ctx, j.NewEntry(journal.Reflection, e.Day))
	if err != nil {
		t.Fatal(err)
	}
	made, err := home.BackUp(ctx, journal.BackupByHand)
	if err != nil {
		t.Fatal(err)
	}
	changed := was
	changed.Body = "spoilt"
	if _, err := j.SaveEntry(ctx, changed); err != nil {
		t.Fatal(err)
	}
	if err := store.Apply(ctx, journal.Changes{RemoveEntries: []journal.ID{other.ID}}); err != nil {
		t.Fatal(err)
	}
	backup, err := home.OpenBackup(ctx, made.File)
	if err != nil {
		t.Fatal(err)
	}
	defer backup.Close()
	if _, err := j.TakeBack(ctx, backup, "nowhere"); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("an entry that is not in it: %v", err)
	}
	r, err := j.TakeBack(ctx, backup, was.ID, other.ID)
	if err != nil || r.New != 1 || r.Changed != 1 || len(r.Quarantined) > 0 {
		t.Fatalf("taken back: %+v, %v", r, err)
	}
	got, err := store.Entry(ctx, was.ID)
	if err != nil || got.Body != "as it was" || got.People[0].Person != was.People[0].Person {
		t.Errorf("the entry is %+v, %v", got, err)
	}
	f, err := store.OpenFile(ctx, sum)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(f)
	if err := errors.Join(err, f.Close()); err != nil || string(content) != "content" {
		t.Errorf("its file holds %q, %v", content, err)
	}
	if _, err := j.UndoImport(ctx, r.Batch); err != nil {
		t.Fatal(err)
	}
	if got, err := store.Entry(ctx, was.ID); err != nil || got.Body != "spoilt" {
		t.Errorf("after undo it is %q, %v", got.Body, err)
	}
}
