package data

import (
	"archive/tar"
	"io"
	"os"
	"path/filepath"
	"testing"

	"groundwork/data/vault"
	"groundwork/journal"
)

// setAside puts the marker word into everything that damage leaves beside a
// journal.
func setAside(t testing.TB, folder string) (left []string) {
	t.Helper()
	for _, name := range []string{
		"damaged-20261101-080000/journal.db", "damaged-20261101-080000/attachments/" + sumOf("x"),
		"rescued-20261101-080000/entries.txt", "restored-20261101-080000.db",
	} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		write(t, path, marker+" in "+name)
		left = append(left, name)
	}
	return left
}

func TestWhatDamageLeftIsSealedWithTheJournalAndOpensWithItsPassphrase(t *testing.T) {
	all := privateFolders(t)
	h := plainHome(t, filepath.Join(all, "journal"))
	left := setAside(t, h.folder)
	if done := protect(t, h); done.Sealed != 4 || len(done.OutOfReach) > 0 {
		t.Errorf("%+v", done)
	}
	noMarker(t, all)
	got := map[string]string{}
	for _, place := range must(filepath.Glob(filepath.Join(h.folder, "*", "sealed"))) {
		identity, err := os.ReadFile(filepath.Join(place, identityName))
		if err != nil {
			t.Fatal(err)
		}
		keys, err := vault.Unlock(identity, passphrase)
		if err != nil {
			t.Fatal(err)
		}
		readTar(t, filepath.Join(place, asideFiles), keys, got)
	}
	for _, name := range left {
		if got[name] != marker+" in "+name {
			t.Errorf("%s holds %q", name, got[name])
		}
	}
}

func readTar(t testing.TB, path string, keys *vault.Keys, into map[string]string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	opened, err := keys.Open(f)
	if err != nil {
		t.Fatal(err)
	}
	for in := tar.NewReader(opened); ; {
		header, err := in.Next()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		into[header.Name] = string(content)
	}
}

// TestPartsOfCopiesThatWereKilledGoWithThePlainForm, in the second folder of
// backups, too.
func TestPartsOfCopiesThatWereKilledGoWithThePlainForm(t *testing.T) {
	all := privateFolders(t)
	second := filepath.Join(all, "stick")
	if err := os.Mkdir(second, 0o700); err != nil {
		t.Fatal(err)
	}
	h := plainHome(t, filepath.Join(all, "journal"))
	s := openHome(t, h)
	apply(t, s, journal.Changes{Settings: map[string]string{journal.SettingBackupFolder: second}})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := h.BackUp(t.Context(), journal.BackupByHand); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(second, partPrefix+"1"), marker)
	write(t, filepath.Join(backupsIn(h.folder), partPrefix+"copy.db"), marker)
	write(t, h.draft(), marker)
	if done := protect(t, h); done.Sealed != 3 || len(done.OutOfReach) > 0 {
		t.Errorf("%+v", done)
	}
	noMarker(t, all)
}

// TestAPlainBackupThatIsLookedIntoFromAProtectedJournalLeavesNothingPlain in
// its folder, nor while it is open.
func TestAPlainBackupThatIsLookedIntoFromAProtectedJournalLeavesNothingPlain(t *testing.T) {
	h := plainHome(t, filepath.Join(t.TempDir(), "plain"))
	made, err := h.BackUpTo(t.Context(), filepath.Join(t.TempDir(), "plain.tar"))
	if err != nil {
		t.Fatal(err)
	}
	all := privateFolders(t)
	to := NewHome(filepath.Join(all, "journal"), Options{Work: 2})
	protect(t, to)
	b, err := to.OpenBackup(t.Context(), made.File)
	if err != nil {
		t.Fatal(err)
	}
	if got := body(t, b, 1); got != marker+" again" {
		t.Errorf("it holds %q", got)
	}
	if size, err := b.FileSize(t.Context(), sumOf(marker)); err != nil || size != int64(len(marker)) {
		t.Errorf("%d, %v", size, err)
	}
	f, err := b.OpenFile(t.Context(), sumOf(marker))
	if err != nil {
		t.Fatal(err)
	}
	noMarker(t, all)
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
	if trial, err := to.TryBackup(t.Context(), made.File); err != nil || !trial.OK || trial.Entries != 1 {
		t.Errorf("%+v, %v", trial, err)
	}
	noMarker(t, all)
}
