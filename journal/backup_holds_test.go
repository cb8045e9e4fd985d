package journal_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"groundwork/data"
	"groundwork/journal"
)

// whyOf lists why backups were made.
func whyOf(all []journal.Backup) (why []string) {
	for _, b := range all {
		why = append(why, string(b.Why))
	}
	return why
}

func TestEveryBackupThatStillHoldsAThingIsNamed(t *testing.T) {
	ctx := t.Context()
	folder := filepath.Join(t.TempDir(), "groundwork")
	clock := &hand{now: time.Now()} // files bear the time of the system
	home := data.NewHome(folder, data.Options{Now: clock.read})
	store, err := home.Open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	j := journal.New(store, journal.Options{Now: clock.read})
	backUp := func(why journal.BackupReason) {
		t.Helper()
		clock.pass(time.Hour)
		if _, err := home.BackUp(ctx, why); err != nil {
			t.Fatal(err)
		}
	}
	backUp(journal.BeforeSchema) // holds nothing
	d := attachedTo(t, j)
	backUp(journal.BeforeImport) // the entry with both files and the link
	keepOnly(t, d, "b.txt")
	question, err := j.AddOwnPrompt(ctx, journal.OwnPrompt{Text: "What now?"})
	if err != nil {
		t.Fatal(err)
	}
	backUp(journal.BeforeRestore) // the question, and in its trash what was taken off
	if _, err := j.RemoveOwnPrompt(ctx, question.ID); err != nil {
		t.Fatal(err)
	}
	lying, err := j.InTrash(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lying {
		if err := j.DeleteForGood(ctx, l.ID); err != nil {
			t.Fatal(err)
		}
	}
	backUp(journal.BeforeChange) // nothing of them
	if err := j.RemoveEntry(ctx, d.Entry().ID); err != nil {
		t.Fatal(err)
	}
	entry, err := j.InTrash(ctx)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{
		"prompt: What now?": {"before-restore"},
		"attachment: link":  {"before-restore", "before-import"},
		"attachment: a.txt": {"before-restore", "before-import"},
		"entry: text":       {"before-change", "before-restore", "before-import"},
	}
	for _, l := range slices.Concat(lying, entry) {
		steps := 0
		h, err := journal.HoldersOf(ctx, home, []string{""}, []journal.InTrash{l}, func(done, of int) { steps += of - done })
		if err != nil || len(h.Unread)+len(h.Unreached) > 0 || steps != 4+3+2+1 {
			t.Errorf("%s: unread %v, unreached %v, told %d, %v", l.Name, h.Unread, h.Unreached, steps, err)
		}
		if diff := cmp.Diff(want[l.What+": "+l.Name], whyOf(h.Backups)); diff != "" {
			t.Errorf("%s: %s is held by (-want +got):\n%s", l.What, l.Name, diff)
		}
	}
}

func TestABackupThatCannotBeReadMayHoldAnything(t *testing.T) {
	ctx := t.Context()
	folder := filepath.Join(t.TempDir(), "groundwork")
	home := data.NewHome(folder, data.Options{})
	backups := filepath.Join(folder, "backups")
	gone := filepath.Join(t.TempDir(), "gone")
	if err := os.MkdirAll(backups, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(backups, "x.tar"), []byte(strings.Repeat("x", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	h, err := journal.HoldersOf(ctx, home, []string{"", gone}, []journal.InTrash{{ID: "1", What: journal.TrashedEntry}}, func(int, int) {})
	if err != nil || len(h.Backups) != 0 || len(h.Unread) != 1 || !slices.Equal(h.Unreached, []string{gone}) || h.None() {
		t.Errorf("held by %+v, %v", h, err)
	}
}
