package data

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"groundwork/journal"
)

// filledHome makes a closed journal with two entries, one of which has a file.
func filledHome(t testing.TB) *Home {
	t.Helper()
	h := newHome(t)
	s := openHome(t, h)
	e := written(2, "with a file", "second")
	e.Attachments = []journal.Attachment{{Name: "note.txt", Type: "text/plain", SHA256: keepText(t, s, "content")}}
	apply(t, s, journal.Changes{Entries: []journal.Entry{written(1, "title", "body"), e}})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return h
}

func backUp(t testing.TB, h *Home, why journal.BackupReason) journal.BackedUp {
	t.Helper()
	made, err := h.BackUp(t.Context(), why)
	if err != nil {
		t.Fatalf("back up: %v", err)
	}
	return made
}

// bodies reads the body of every entry, by the number of its ID.
func bodies(t testing.TB, h *Home) string {
	t.Helper()
	s := openHome(t, h)
	var all []string
	for e, err := range s.Entries(t.Context(), journal.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e.Body)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(all)
	return strings.Join(all, "|")
}

func backupsOf(t testing.TB, h *Home) []journal.Backup {
	t.Helper()
	all, err := h.Backups(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestABackupHoldsTheJournalAndItsFiles(t *testing.T) {
	h := filledHome(t)
	made := backUp(t, h, journal.BackupByHand)
	if made.Entries != 2 || made.Attachments != 1 || !made.Verified || made.Missing != 0 || made.Elsewhere != nil {
		t.Errorf("it says %+v", made)
	}
	all := backupsOf(t, h)
	if len(all) != 1 || all[0].File != made.File || all[0].Entries != 2 || !all[0].Verified || !all[0].Made.Equal(made.Made) || all[0].Bytes != made.Bytes {
		t.Errorf("the list says %+v", all)
	}
	trial, err := h.TryBackup(t.Context(), made.File)
	if err != nil || !trial.OK || trial.Entries != 2 || trial.Attachments != 1 {
		t.Errorf("tried out: %+v, %v", trial, err)
	}
	elsewhere := newHome(t)
	if _, err := elsewhere.Restore(t.Context(), made.File, false); err != nil {
		t.Fatal(err)
	}
	if got := bodies(t, elsewhere); got != "body|second" {
		t.Errorf("restored: %s", got)
	}
	if r, err := elsewhere.Check(t.Context()); err != nil || !r.OK {
		t.Errorf("the restored journal: %+v, %v", r, err)
	}
}

func TestABackupOfAJournalThatIsBeingWritten(t *testing.T) {
	h := newHome(t)
	s := openHome(t, h)
	apply(t, s, sample(300))
	ctx, cancel := context.WithCancel(t.Context())
	var saved int
	var writing sync.WaitGroup
	writing.Go(func() {
		for n := 5000; ctx.Err() == nil; n++ {
			if err := s.Apply(t.Context(), journal.Changes{Entries: []journal.Entry{written(n, "more", "more")}}); err != nil {
				t.Error(err)
				return
			}
			saved++
		}
	})
	var last journal.BackedUp
	for range 5 {
		last = backUp(t, h, journal.BackupByHand)
	}
	cancel()
	writing.Wait()
	if saved == 0 {
		t.Error("nothing could be saved meanwhile")
	}
	if last.Entries < 300 || last.Entries > 300+saved {
		t.Errorf("%d entries in the backup, of 300 and %d more", last.Entries, saved)
	}
	trial, err := h.TryBackup(t.Context(), last.File)
	if err != nil || !trial.OK {
		t.Errorf("tried out: %+v, %v", trial.Problems, err)
	}
}

func TestNothingIsBackedUpWhereNothingIs(t *testing.T) {
	h := newHome(t)
	if _, err := h.BackUp(t.Context(), journal.BackupByHand); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("back up: %v", err)
	}
	if _, err := h.BackUpIfDue(t.Context()); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("if due: %v", err)
	}
	if all := backupsOf(t, h); len(all) != 0 {
		t.Errorf("backups: %v", all)
	}
	if there(h.folder) {
		t.Error("a folder was made")
	}
	bad := closedJournal(t)
	write(t, bad.file(), "not a journal")
	if _, err := bad.BackUp(t.Context(), journal.BackupByHand); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("a damaged journal: %v", err)
	}
}

func TestTheDailyBackupIsMadeOnceADayAndOnlyAfterAChange(t *testing.T) {
	h := closedJournal(t)
	now := time.Date(2026, 11, 20, 9, 0, 0, 0, time.Local)
	h.now = func() time.Time { return now }
	due := func(when string, want bool) {
		t.Helper()
		made, err := h.BackUpIfDue(t.Context())
		if err != nil || (made.File != "") != want {
			t.Errorf("%s: made %q, %v", when, made.File, err)
		}
	}
	edit := func(c journal.Changes) {
		t.Helper()
		s := openHome(t, h)
		apply(t, s, c)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	due("the first time", true)
	due("at once again", false)
	edit(journal.Changes{Entries: []journal.Entry{written(7, "", "more")}})
	due("on the same day", false)
	now = now.AddDate(0, 0, 1)
	due("the next day, after a change", true)
	now = now.AddDate(0, 0, 1)
	due("the day after, without a change", false)
	edit(journal.Changes{Shown: map[string]journal.Day{"a/b/c#1": day(t, "2026-11-22")}})
	due("when a question was only shown", false)
	edit(journal.Changes{People: []journal.Person{{ID: testID(900), Name: "Ada"}}})
	due("when a person was added", true)
}

func TestASecondFolderGetsACopyOfEachBackup(t *testing.T) {
	h := closedJournal(t)
	second := t.TempDir()
	setting := func(folder string) {
		s := openHome(t, h)
		apply(t, s, journal.Changes{Settings: map[string]string{journal.SettingBackupFolder: folder}})
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	setting(second)
	made := backUp(t, h, journal.BackupByHand)
	there, err := h.Backups(t.Context(), second)
	if err != nil || len(there) != 1 || !there[0].Verified || there[0].Bytes != made.Bytes {
		t.Errorf("in the second folder: %+v, %v", there, err)
	}
	setting(filepath.Join(second, "not", "plugged", "in"))
	made = backUp(t, h, journal.BackupByHand)
	if !made.Verified || !errors.Is(made.Elsewhere, journal.ErrBackupFolder) {
		t.Errorf("without the second folder: %+v", made)
	}
	if all := backupsOf(t, h); len(all) != 2 {
		t.Errorf("backups: %v", all)
	}
}

// TestASecondFolderIsThinnedOfItsOwnJournalOnly: two journals may share a stick.
func TestASecondFolderIsThinnedOfItsOwnJournalOnly(t *testing.T) {
	second := t.TempDir()
	now := time.Date(2026, 11, 20, 9, 0, 0, 0, time.Local)
	for range 2 {
		h := closedJournal(t)
		h.now = func() time.Time { now = now.Add(time.Minute); return now }
		s := openHome(t, h)
		apply(t, s, journal.Changes{Settings: map[string]string{journal.SettingBackupFolder: second}})
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		for range 3 {
			backUp(t, h, journal.BackupDaily)
		}
		if all := backupsOf(t, h); len(all) != 1 {
			t.Errorf("%d backups of one day are kept", len(all))
		}
	}
	all, err := os.ReadDir(second)
	if err != nil || len(all) != 2 {
		t.Errorf("in the second folder: %v, %v", all, err)
	}
}

func TestWhatIsMissingIsSaid(t *testing.T) {
	h := filledHome(t)
	if err := os.Remove(filepath.Join(attachmentsIn(h.folder), sumOf("content"))); err != nil {
		t.Fatal(err)
	}
	made := backUp(t, h, journal.BackupByHand)
	if made.Missing != 1 || made.Attachments != 0 {
		t.Errorf("it says %+v", made)
	}
	trial, err := h.TryBackup(t.Context(), made.File)
	want := []journal.Problem{{What: `The attached file "note.txt" is missing.`, Entry: testID(2)}}
	if err != nil || trial.OK {
		t.Errorf("tried out: %+v, %v", trial, err)
	}
	expect(t, "problems", want, trial.Problems)
}

// TestAnAlteredFileIsBackedUpAsItIs: it may be what the user wants.
func TestAnAlteredFileIsBackedUpAsItIs(t *testing.T) {
	h := filledHome(t)
	path := filepath.Join(attachmentsIn(h.folder), sumOf("content"))
	write(t, path, "edited in place")
	made := backUp(t, h, journal.BackupByHand)
	elsewhere := newHome(t)
	r, err := elsewhere.Restore(t.Context(), made.File, false)
	if err != nil || len(r.Problems) != 1 {
		t.Errorf("restored: %+v, %v", r, err)
	}
	if got, err := os.ReadFile(filepath.Join(attachmentsIn(elsewhere.folder), sumOf("content"))); err != nil || string(got) != "edited in place" {
		t.Errorf("the file is %q, %v", got, err)
	}
}

func TestABackupIsOpenedBesideTheJournal(t *testing.T) {
	h := filledHome(t)
	made := backUp(t, h, journal.BackupByHand)
	before := snapshot(t, h.folder)
	b, err := h.OpenBackup(t.Context(), made.File)
	if err != nil {
		t.Fatal(err)
	}
	if e, err := b.Entry(t.Context(), testID(1)); err != nil || e.Body != "body" {
		t.Errorf("the entry: %q, %v", e.Body, err)
	}
	if n, err := b.FileSize(t.Context(), sumOf("content")); err != nil || n != 7 {
		t.Errorf("the size of the file: %d, %v", n, err)
	}
	f, err := b.OpenFile(t.Context(), sumOf("content"))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := b.OpenFile(t.Context(), sumOf("another")); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("a file that is not in it: %v", err)
	}
	if err := b.Apply(t.Context(), journal.Changes{RemoveEntries: []journal.ID{testID(1)}}); !errors.Is(err, journal.ErrNoAccess) {
		t.Errorf("a write: %v", err)
	}
	if _, _, err := b.KeepFile(t.Context(), strings.NewReader("x")); !errors.Is(err, journal.ErrNoAccess) {
		t.Errorf("a file kept: %v", err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	expect(t, "the folder", before, snapshot(t, h.folder))
}
