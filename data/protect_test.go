package data

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"groundwork/journal"
)

func newSheet(t testing.TB) journal.RecoveryKey {
	t.Helper()
	key, err := journal.NewRecoveryKey()
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// plainHome is a home with a closed plain journal that holds the marker word in
// all its parts, and a backup of it.
func plainHome(t testing.TB, folder string) *Home {
	t.Helper()
	h := NewHome(folder, Options{Work: 2})
	s := openHome(t, h)
	fillMarked(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := h.BackUp(t.Context(), journal.BackupByHand); err != nil {
		t.Fatal(err)
	}
	return h
}

func protect(t testing.TB, h *Home) journal.SealedCopies {
	t.Helper()
	done, err := h.Protect(t.Context(), journal.Protection{Passphrase: passphrase, RecoveryKey: newSheet(t)})
	if err != nil {
		t.Fatal(err)
	}
	return done
}

// holdsMarked tells whether a journal holds what fillMarked put into it.
func holdsMarked(t testing.TB, s *Store) {
	t.Helper()
	e, err := s.Entry(t.Context(), testID(1))
	if err != nil || e.Body != marker+" again" {
		t.Errorf("entry 1: %q, %v", e.Body, err)
	}
	if trash, err := s.Trash(t.Context()); err != nil || len(trash) != 1 {
		t.Errorf("trash: %v, %v", trash, err)
	}
	if versions, err := s.Versions(t.Context(), testID(1)); err != nil || len(versions) != 1 {
		t.Errorf("versions: %v, %v", versions, err)
	}
	if err := s.verify(t.Context(), sumOf(marker)); err != nil {
		t.Errorf("the attached file: %v", err)
	}
	if problems, err := s.check(t.Context(), append(s.insights(), s.checkAttachments)...); err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
}

func TestProtectingSealsTheJournalAndItsBackups(t *testing.T) {
	all := privateFolders(t)
	h := plainHome(t, filepath.Join(all, "journal"))
	if done := protect(t, h); done.Sealed != 1 || len(done.OutOfReach) > 0 {
		t.Errorf("%+v", done)
	}
	noMarker(t, all)
	s := openHome(t, h)
	holdsMarked(t, s)
	if there(h.file()) || there(filepath.Join(h.folder, plainLeft)) || h.switching() {
		t.Error("something is left of before")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Protect(t.Context(), journal.Protection{Passphrase: passphrase, RecoveryKey: newSheet(t)}); !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("twice: %v", err)
	}
	backups, err := h.Backups(t.Context(), "")
	if err != nil || len(backups) != 1 || !backups[0].Protected || !backups[0].Verified || backups[0].Entries != 1 {
		t.Fatalf("%+v, %v", backups, err)
	}
	if trial, err := h.TryBackup(t.Context(), backups[0].File); err != nil || !trial.OK {
		t.Errorf("%+v, %v", trial, err)
	}
	noMarker(t, all)
}

func TestProtectingWhereThereIsNoJournalMakesOne(t *testing.T) {
	h := NewHome(filepath.Join(t.TempDir(), "journal"), Options{Work: 2})
	protect(t, h)
	if condition, err := h.Inspect(t.Context()); condition != journal.Protected || err != nil {
		t.Errorf("%v, %v", condition, err)
	}
	addEntry(t, openHome(t, h), 1, "body")
}

func TestUnprotectingGivesThePlainJournalBack(t *testing.T) {
	h := plainHome(t, filepath.Join(t.TempDir(), "journal"))
	before := dump(t, h)
	files := snapshot(t, attachmentsIn(h.folder))
	protect(t, h)
	if err := h.Unprotect(t.Context()); err != nil {
		t.Fatal(err)
	}
	after := dump(t, h)
	for _, table := range []string{"entries", "versions", "trash", "people", "attachments", "schema"} {
		if before[table] != after[table] {
			t.Errorf("%s is not what it was", table)
		}
	}
	expect(t, "attached files", files, snapshot(t, attachmentsIn(h.folder)))
	holdsMarked(t, openHome(t, NewHome(h.folder, Options{})))
	if err := h.Unprotect(t.Context()); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("twice: %v", err)
	}
}

func TestAnotherPassphraseOpensTheSameJournal(t *testing.T) {
	h := plainHome(t, filepath.Join(t.TempDir(), "journal"))
	protect(t, h)
	if err := h.ChangePassphrase(t.Context(), "e\u0301lan vital"); err != nil {
		t.Fatal(err)
	}
	again := NewHome(h.folder, Options{})
	if err := again.Unlock(t.Context(), passphrase); !errors.Is(err, journal.ErrWrongPassphrase) {
		t.Errorf("the old one: %v", err)
	}
	if err := again.Unlock(t.Context(), "\u00e9lan vital"); err != nil {
		t.Fatal(err)
	}
	holdsMarked(t, openHome(t, again))
	if err := NewHome(h.folder, Options{}).ChangePassphrase(t.Context(), "x"); !errors.Is(err, journal.ErrNeedsPassphrase) {
		t.Errorf("of a locked one: %v", err)
	}
}

func TestAJournalInUseChangesNoForm(t *testing.T) {
	h := plainHome(t, filepath.Join(t.TempDir(), "journal"))
	s := openHome(t, NewHome(h.folder, Options{}))
	h.wait = 0
	if _, err := h.Protect(t.Context(), journal.Protection{Passphrase: "x", RecoveryKey: newSheet(t)}); !errors.Is(err, journal.ErrLocked) {
		t.Errorf("protect: %v", err)
	}
	holdsMarked(t, s)
}

func TestACopyThatCannotBeReachedIsNamed(t *testing.T) {
	h := NewHome(filepath.Join(t.TempDir(), "journal"), Options{Work: 2})
	gone := filepath.Join(t.TempDir(), "stick")
	s := openHome(t, h)
	apply(t, s, journal.Changes{Settings: map[string]string{journal.SettingBackupFolder: gone}})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if done := protect(t, h); len(done.OutOfReach) != 1 || done.OutOfReach[0] != gone {
		t.Errorf("%+v", done)
	}
}

// TestAChangeOfFormThatIsKilledLeavesTheOldFormOrTheNew, at whichever of its
// steps, and the next who opens it has all of it.
func TestAChangeOfFormThatIsKilledLeavesTheOldFormOrTheNew(t *testing.T) {
	plain := plainHome(t, filepath.Join(t.TempDir(), "plain"))
	setAside(t, plain.folder)
	sealed := NewHome(filepath.Join(t.TempDir(), "sealed"), Options{Work: 2})
	if err := os.CopyFS(sealed.folder, os.DirFS(plain.folder)); err != nil {
		t.Fatal(err)
	}
	protect(t, sealed)
	for role, from := range map[string]*Home{"protect and be killed": plain, "unprotect and be killed": sealed} {
		t.Run(role, func(t *testing.T) {
			every := 5
			if torture() {
				every = 1
			}
			for n := 0; ; n += every {
				folder := filepath.Join(shortFolder(t), "journal")
				if err := os.CopyFS(folder, os.DirFS(from.folder)); err != nil {
					t.Fatal(err)
				}
				cmd := child(t, role, folder)
				cmd.Env = append(cmd.Env, childStep+"="+fmt.Sprint(n))
				out, _ := cmd.Output()
				if cmd.ProcessState.Exited() {
					if n < 10 || !cmd.ProcessState.Success() {
						t.Fatalf("step %d was not reached: %s", n, out)
					}
					return
				}
				afterAKill(t, folder, n)
			}
		})
	}
}

func afterAKill(t *testing.T, folder string, n int) {
	t.Helper()
	h := NewHome(folder, Options{})
	condition, err := h.Inspect(t.Context())
	if err != nil || condition != journal.Fine && condition != journal.Protected {
		t.Fatalf("after step %d: %v, %v", n, condition, err)
	}
	if condition == journal.Protected {
		if err := h.Unlock(t.Context(), passphrase); err != nil {
			t.Fatalf("after step %d: %v", n, err)
		}
	}
	s := openHome(t, h)
	holdsMarked(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if h.switching() {
		t.Errorf("after step %d something is left", n)
	}
	if condition == journal.Protected {
		noMarker(t, folder)
	}
	if t.Failed() {
		t.Fatalf("after step %d", n)
	}
}

func TestAProtectedBackupRestores(t *testing.T) {
	all := privateFolders(t)
	h := plainHome(t, filepath.Join(all, "journal"))
	protect(t, h)
	made, err := h.BackUp(t.Context(), journal.BackupByHand)
	if err != nil || !made.Protected || !made.Verified || made.Missing != 0 {
		t.Fatalf("%+v, %v", made, err)
	}
	noMarker(t, all)
	for name, prepare := range map[string]func(to *Home){
		"where there is none":   func(*Home) {},
		"over a plain journal":  func(to *Home) { addAndClose(t, to) },
		"over its own":          func(to *Home) { _ = os.CopyFS(to.folder, os.DirFS(h.folder)) },
		"over another of these": func(to *Home) { to.work = 2; protect(t, to) },
	} {
		t.Run(name, func(t *testing.T) {
			to := NewHome(filepath.Join(t.TempDir(), "journal"), Options{})
			prepare(to)
			if err := to.Unlock(t.Context(), passphrase); err != nil && !errors.Is(err, journal.ErrNotFound) {
				t.Fatal(err)
			}
			r, err := to.Restore(t.Context(), made.File, true)
			if err != nil || r.Entries != 1 || len(r.Problems) > 0 {
				t.Fatalf("%+v, %v", r, err)
			}
			holdsMarked(t, openHome(t, to))
			noMarker(t, to.folder)
			if there(to.file()) {
				t.Error("a plain journal is left")
			}
		})
	}
	locked := NewHome(filepath.Join(t.TempDir(), "journal"), Options{})
	if _, err := locked.Restore(t.Context(), made.File, false); !errors.Is(err, journal.ErrNeedsPassphrase) {
		t.Errorf("without a passphrase: %v", err)
	}
	_ = locked.Unlock(t.Context(), "another")
	if _, err := locked.Restore(t.Context(), made.File, false); !errors.Is(err, journal.ErrWrongPassphrase) {
		t.Errorf("with another passphrase: %v", err)
	}
}

func addAndClose(t testing.TB, h *Home) {
	t.Helper()
	s := openHome(t, h)
	addEntry(t, s, 5, "was here")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestAPlainBackupInAProtectedJournalStaysProtected(t *testing.T) {
	plain := plainHome(t, filepath.Join(t.TempDir(), "plain"))
	all := privateFolders(t)
	backups, err := plain.Backups(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	h := NewHome(filepath.Join(all, "journal"), Options{Work: 2})
	protect(t, h)
	addAndClose(t, h)
	if _, err := h.Restore(t.Context(), backups[0].File, false); !errors.Is(err, journal.ErrNotEmpty) {
		t.Errorf("over entries: %v", err)
	}
	r, err := h.Restore(t.Context(), backups[0].File, true)
	if err != nil || r.Before == "" {
		t.Fatalf("%+v, %v", r, err)
	}
	noMarker(t, all)
	again := NewHome(h.folder, Options{})
	if err := again.Unlock(t.Context(), passphrase); err != nil {
		t.Fatal(err)
	}
	holdsMarked(t, openHome(t, again))
}

func TestAProtectedBackupIsReadBesideTheJournal(t *testing.T) {
	h := plainHome(t, filepath.Join(t.TempDir(), "journal"))
	protect(t, h)
	openHome(t, h)
	made, err := h.BackUp(t.Context(), journal.BackupByHand)
	if err != nil {
		t.Fatal(err)
	}
	b, err := h.OpenBackup(t.Context(), made.File)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if got := body(t, b, 1); !strings.HasPrefix(got, marker) {
		t.Errorf("it holds %q", got)
	}
	if size, err := b.FileSize(t.Context(), sumOf(marker)); err != nil || size != int64(len(marker)) {
		t.Errorf("%d, %v", size, err)
	}
	f, err := b.OpenFile(t.Context(), sumOf(marker))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	if again, err := h.BackUpIfDue(t.Context()); err != nil || again.File != "" && time.Since(again.Made) > time.Hour {
		t.Errorf("%+v, %v", again, err)
	}
}

func TestAMigrationOfAProtectedJournalCopiesFirst(t *testing.T) {
	all := privateFolders(t)
	h := plainHome(t, filepath.Join(all, "journal"))
	protect(t, h)
	s := openHome(t, h)
	addEntry(t, s, 7, "waits to be brought into the file")
	c := copyOf(t, h)
	c.migrations = twoSteps(t, addMood)
	migrated := openHome(t, c)
	holdsMoods(t, migrated)
	if got := body(t, migrated, 7); got != "waits to be brought into the file" || waiting(t, c) != 0 {
		t.Errorf("%q, %d saves wait", got, waiting(t, c))
	}
	backups, err := c.Backups(t.Context(), "")
	if err != nil || len(backups) != 2 || backups[0].Why != journal.BeforeSchema || backups[0].Schema != 1 {
		t.Errorf("%+v, %v", backups, err)
	}
	noMarker(t, all, c.folder)
	if err := migrated.Close(); err != nil {
		t.Fatal(err)
	}
	holdsMoods(t, openHome(t, c))
}

func holdsMoods(t *testing.T, s *Store) {
	t.Helper()
	var moods int
	if err := s.readers.QueryRow(`SELECT count(*) FROM moods`).Scan(&moods); err != nil || moods != 1 {
		t.Errorf("%d moods, %v", moods, err)
	}
}

func TestAFailedMigrationOfAProtectedJournalChangesNothing(t *testing.T) {
	h := plainHome(t, filepath.Join(t.TempDir(), "journal"))
	protect(t, h)
	c := copyOf(t, h)
	before := snapshot(t, c.folder)[sealedIn(c.folder)]
	c.migrations = twoSteps(t, "CREATE TABLE moods (n INTEGER PRIMARY KEY) STRICT; SELECT nothing;")
	if s, err := c.Open(t.Context()); err == nil {
		s.Close()
		t.Fatal("it opened")
	}
	if snapshot(t, c.folder)[sealedIn(c.folder)] != before {
		t.Error("the journal was changed")
	}
	c.migrations = embedded
	holdsMarked(t, openHome(t, c))
}

// TestWhoUnlocksAJournalIsTold: main keeps the memory of the program to
// itself from then on.
func TestWhoUnlocksAJournalIsTold(t *testing.T) {
	told := 0
	in := func(folder string) *Home {
		return NewHome(folder, Options{Work: 2, Unlocked: func() { told++ }})
	}
	count := func(what string, want bool, do func() error) {
		t.Helper()
		told = 0
		if err := do(); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if told > 0 != want {
			t.Errorf("%s: told %d times", what, told)
		}
	}
	folder := t.TempDir()
	h := in(folder)
	count("open a plain journal", false, func() error { return openHome(t, h).Close() })
	count("protect it", true, func() error {
		_, err := h.Protect(t.Context(), journal.Protection{Passphrase: passphrase, RecoveryKey: newSheet(t)})
		return err
	})
	count("unlock it", true, func() error { return in(folder).Unlock(t.Context(), passphrase) })
	backedUp, err := h.BackUp(t.Context(), journal.BackupByHand)
	if err != nil {
		t.Fatal(err)
	}
	other := in(t.TempDir())
	count("unlock its backup", true, func() error {
		_ = other.Unlock(t.Context(), passphrase) // not protected itself: the passphrase is for the backup
		_, err := other.TryBackup(t.Context(), backedUp.File)
		return err
	})
}
