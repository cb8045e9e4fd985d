package journal_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/data"
	"groundwork/journal"
)

func TestABackupIsComparedWithTheJournal(t *testing.T) {
	ctx := t.Context()
	home := data.NewHome(filepath.Join(t.TempDir(), "groundwork"), data.Options{})
	store, err := home.Open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	j := journal.New(store, journal.Options{})
	save := func(title string, private bool, body string) journal.Entry {
		t.Helper()
		e := j.NewEntry(journal.Reflection, journal.Day{Year: 2026, Month: 11, Date: 1})
		e.Title, e.Private, e.Body = title, private, body
		e, err := j.SaveEntry(ctx, e)
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	save("the same", false, "")
	gone, hidden := save("gone", false, ""), save("gone, private", true, "")
	changed, starred := save("changed", false, "before"), save("starred", false, "")
	made, err := home.BackUp(ctx, journal.BackupByHand)
	if err != nil {
		t.Fatal(err)
	}
	if err := j.RemoveEntry(ctx, gone.ID, hidden.ID); err != nil {
		t.Fatal(err)
	}
	changed.Body, starred.Starred = "after", true
	for _, e := range []journal.Entry{changed, starred} {
		if _, err := j.SaveEntry(ctx, e); err != nil {
			t.Fatal(err)
		}
	}
	save("new", false, "")
	save("new, private", true, "")
	backup, err := home.OpenBackup(ctx, made.File)
	if err != nil {
		t.Fatal(err)
	}
	defer backup.Close()
	for noPrivate, want := range map[bool][]string{
		false: {"then gone, private", "then gone", "now new, private", "now new", "changed changed"},
		true:  {"then gone", "now new", "changed changed"},
	} {
		d, err := j.Differs(ctx, backup, noPrivate)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, titlesOf(d)); diff != "" {
			t.Errorf("without private ones %t: %s", noPrivate, diff)
		}
		if d.Same() {
			t.Error("they are said to be the same")
		}
	}
}

func TestABackupOfWhatIsThereIsTheSame(t *testing.T) {
	ctx := t.Context()
	store := openDisk(t)
	j := journal.New(store, journal.Options{})
	if _, err := j.SaveEntry(ctx, j.NewEntry(journal.Reflection, journal.Day{Year: 2026, Month: 11, Date: 1})); err != nil {
		t.Fatal(err)
	}
	if d, err := j.Differs(ctx, store, false); err != nil || !d.Same() {
		t.Errorf("they differ in %v, %v", titlesOf(d), err)
	}
}

func titlesOf(d journal.Difference) []string {
	var all []string
	for _, each := range []struct {
		where string
		lines []journal.Line
	}{{"then", d.OnlyThen}, {"now", d.OnlyNow}, {"changed", d.Changed}} {
		for _, l := range each.lines {
			all = append(all, fmt.Sprintf("%s %s", each.where, l.Title))
		}
	}
	return all
}
