package faults

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/sample"
)

// marker is a word that stands in everything that the tests of protected
// journals write, and nowhere else.
const marker = "zwitterquokka"

// The passphrases of protected journals: the one they are made with, and the
// one that they are given.
const (
	passphrase = "one newt, two owls"
	another    = "three newts, one owl"
)

// private is where a program may leave something, in a folder of its own: the
// journal lies beside it.
var private = map[string]string{
	"HOME": "home", "TMPDIR": "tmp", "XDG_RUNTIME_DIR": "run", "XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data",
}

// privately has a program keep all it keeps beside a journal, and gives it the
// passphrase.
func privately(t testing.TB, c *exec.Cmd, folder string) *exec.Cmd {
	t.Helper()
	for variable, name := range private {
		place := filepath.Join(filepath.Dir(folder), name)
		must(t, os.MkdirAll(place, 0o700))
		c.Env = append(c.Env, variable+"="+place)
	}
	c.Env = append(c.Env, passphraseFile+"="+written(t, passphrase))
	return c
}

// passphraseFile is the variable that names the file of the passphrase.
const passphraseFile = "GROUNDWORK_PASSPHRASE_FILE"

// written gives a file with a text, which no test looks through.
func written(t testing.TB, text string) (file string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "file.txt")
	must(t, os.WriteFile(file, []byte(text), 0o600))
	return file
}

// unlocked gives a home of a journal, unlocked if it is protected.
func unlocked(t testing.TB, folder string) *data.Home {
	t.Helper()
	h := homeOf(folder)
	must(t, unlock(t.Context(), h))
	return h
}

// unlock opens a home with either passphrase.
func unlock(ctx context.Context, h *data.Home) error {
	err := h.Unlock(ctx, passphrase)
	if errors.Is(err, journal.ErrWrongPassphrase) {
		err = h.Unlock(ctx, another)
	}
	if errors.Is(err, journal.ErrNotFound) { // it is a plain one
		return nil
	}
	return err
}

// unlockAsTold is unlock in a program that was given a passphrase.
func unlockAsTold(ctx context.Context, h *data.Home) error {
	if os.Getenv(passphraseFile) == "" {
		return nil
	}
	return unlock(ctx, h)
}

// protect protects a journal, or makes a protected one.
func protect(t testing.TB, folder string) {
	t.Helper()
	key, err := journal.NewRecoveryKey()
	must(t, err)
	done, err := homeOf(folder).Protect(t.Context(), journal.Protection{Passphrase: passphrase, RecoveryKey: key})
	must(t, err)
	if len(done.OutOfReach) > 0 {
		t.Fatalf("out of reach: %v", done.OutOfReach)
	}
}

// marked makes a closed plain journal with the marker word wherever it can
// stand, with a backup here and in a second folder.
func marked(t testing.TB, second string) (folder string) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "journal")
	inside(t, homeOf(folder), func(s journal.Store) {
		must(t, sample.Fill(t.Context(), s, 20, 1, today))
		must(t, s.Apply(t.Context(), journal.Changes{At: noon(), Settings: map[string]string{
			journal.SettingBackupFolder: second, journal.SettingSearches: `["` + marker + `"]`,
		}}))
		markThings(t, s)
		markEntries(t, s)
	})
	_, err := homeOf(folder).BackUp(t.Context(), journal.BackupByHand)
	must(t, err)
	return folder
}

// markThings marks what is no entry.
func markThings(t testing.TB, s journal.Store) {
	t.Helper()
	id := func(n byte) journal.ID {
		return journal.ID("01900000-0000-7000-8000-0000000000" + string([]byte{'a', n}))
	}
	must(t, s.Apply(t.Context(), journal.Changes{
		At:           noon(),
		People:       []journal.Person{{ID: id('1'), Name: marker, Matters: marker, Notes: marker}},
		Expectations: []journal.Expectation{{ID: id('2'), Name: marker, Text: marker}},
		OwnPrompts:   []journal.OwnPrompt{{ID: id('3'), Text: marker}},
		Packs: []journal.Pack{{
			ID: id('4'), Title: marker, Made: noon(),
			Sections: []journal.Section{{Key: "top", Title: marker, Bullets: []journal.Bullet{{Text: marker}}}},
		}},
		Plan: &journal.Plan{Purpose: []journal.Purpose{{StandFor: marker}}, Goals: []journal.Goal{{ID: id('5'), Text: marker, Notes: marker}}},
	}))
}

// markEntries writes entries with the marker word in all their texts: one with
// a history, one in the trash.
func markEntries(t testing.TB, s journal.Store) {
	t.Helper()
	j := journal.New(s, journal.Options{})
	var kept journal.Entry
	for range 2 {
		e := attach(t, s, marker+" is in the file")
		e.Title, e.Tags = marker, []string{marker, "x/" + marker}
		e.People = []journal.Involved{{Person: marker}}
		e.Prompt = &journal.Asked{Key: "own", Text: marker}
		e.Feedback = &journal.Feedback{Giver: marker, Quote: marker}
		e.Attachments[0].Name = marker + ".txt"
		var err error
		e, err = j.SaveEntry(t.Context(), e)
		must(t, err)
		kept = e
	}
	kept.Body = "More of " + marker
	must(t, s.Apply(t.Context(), journal.Changes{At: noon(), Entries: []journal.Entry{kept}, KeepVersions: []journal.ID{kept.ID}}))
	must(t, j.RemoveEntry(t.Context(), kept.ID))
}

// noMarks sees to it that no file below some folders holds the marker word, in
// UTF-8 or UTF-16, in its content or in its name; what lies plain outside may
// not be named by its sum either.
func noMarks(t testing.TB, folders ...string) {
	t.Helper()
	forms := [][]byte{[]byte(marker), nil, nil}
	for _, unit := range utf16.Encode([]rune(marker)) {
		forms[1] = append(forms[1], byte(unit), byte(unit>>8))
		forms[2] = append(forms[2], byte(unit>>8), byte(unit))
	}
	sum := sha256.Sum256([]byte(marker + " is in the file"))
	looked := 0
	for _, folder := range folders {
		must(t, filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if strings.Contains(d.Name(), marker) || strings.Contains(d.Name(), hex.EncodeToString(sum[:])) {
				t.Errorf("the name %s gives it away", path)
			}
			if !d.Type().IsRegular() {
				return nil
			}
			content, err := os.ReadFile(path)
			looked++
			for _, form := range forms {
				if bytes.Contains(content, form) {
					t.Errorf("%s holds a word of the journal", path)
				}
			}
			return err
		}))
	}
	if looked == 0 {
		t.Error("there is no file to look into")
	}
}

// batchOf imports a file into a journal and gives the id of the import.
func batchOf(t testing.TB, folder, file string) string {
	t.Helper()
	out, wrong, code := run(t, privately(t, child(t, "groundwork", "--data", folder, "import", file, "--format", "json"), folder))
	if code != 0 {
		t.Fatalf("import: %s", wrong)
	}
	var report struct{ Batch string }
	_, text, _ := strings.Cut(out, "\n") // after "begin"
	must(t, json.Unmarshal([]byte(text), &report))
	return report.Batch
}

// TestNoCommandLeavesAWordOfAProtectedJournalInAFile but where it is told to
// write one.
func TestNoCommandLeavesAWordOfAProtectedJournalInAFile(t *testing.T) {
	second := t.TempDir()
	folder := marked(t, second)
	protect(t, folder)
	taken := exported(t, filled(t, 3))
	out := t.TempDir()
	id := ""
	inside(t, unlocked(t, folder), func(s journal.Store) {
		for e, err := range s.Entries(t.Context(), journal.Filter{}) {
			must(t, err)
			if e.Title == marker {
				id = string(e.ID)
			}
		}
	})
	for _, args := range [][]string{
		{"add", marker + " again", "--tag", marker},
		{"list"},
		{"search", marker},
		{"show", id},
		{"evidence"},
		{"prompt"},
		{"prompts"},
		{"check"},
		{"check", "--repair"},
		{"backup"},
		{"backups"},
		{"import", taken},
		{"export", "--include-private", "--to", filepath.Join(out, "journal.json")},
		{"export", "--to", filepath.Join(out, "journal.html")},
		{"pack", "--to", filepath.Join(out, "pack.docx")},
		{"backup", "--to", filepath.Join(out, "copy.tar")},
		{"restore", "--dry-run", filepath.Join(out, "copy.tar")},
		{"change-passphrase", "--new-passphrase-file", written(t, passphrase)},
	} {
		said, wrong, code := run(t, privately(t, child(t, "groundwork", append([]string{"--data", folder}, args...)...), folder))
		if code != 0 {
			t.Errorf("%v ended with %d: %s", args, code, wrong)
		}
		if slices.Contains([]string{"list", "search", "show"}, args[0]) && !strings.Contains(said, marker) {
			t.Errorf("%v does not find it: %s", args, said)
		}
		if strings.Contains(wrong, marker) {
			t.Errorf("%v says on standard error: %s", args, wrong)
		}
		noMarks(t, filepath.Dir(folder), second)
	}
	startsClean(t, unlocked(t, folder))
	noMarks(t, filepath.Dir(folder), second)
	noMarks(t, filepath.Join(out, "copy.tar"))
}
