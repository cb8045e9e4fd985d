package data

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"groundwork/journal"
)

func TestOnlyAJournalOfOursIsRepaired(t *testing.T) {
	for name, test := range map[string]struct {
		make func(h *Home)
		want error
	}{
		"nothing":          {func(h *Home) { _ = os.RemoveAll(h.folder) }, journal.ErrNotFound},
		"a newer schema":   {func(h *Home) { alter(t, h, `PRAGMA user_version = 99; CREATE TABLE later (x)`) }, journal.ErrNewerSchema},
		"another database": {func(h *Home) { foreign(t, h) }, journal.ErrForeign},
		"no database":      {func(h *Home) { write(t, h.file(), strings.Repeat("text ", 5000)) }, journal.ErrBeyondRepair},
	} {
		t.Run(name, func(t *testing.T) {
			h := closedJournal(t)
			test.make(h)
			before, _ := os.ReadFile(h.file())
			if _, err := h.Repair(t.Context()); !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
			if after, err := os.ReadFile(h.file()); string(after) != string(before) || err != nil && !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("the file was touched: %v", err)
			}
			if left, err := filepath.Glob(filepath.Join(backupsIn(h.folder), lookPrefix+"*")); err != nil || len(left) > 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
		})
	}
}

// foreign puts a database of another program in the place of a journal.
func foreign(t testing.TB, h *Home) {
	t.Helper()
	if err := os.Remove(h.file()); err != nil {
		t.Fatal(err)
	}
	write(t, h.file(), "")
	alter(t, h, `CREATE TABLE notes (id, text); INSERT INTO notes VALUES (1, 'not ours')`)
}

// TestAHeadThatLiesIsPutRight harms what tells whose file it is: it is a damaged
// journal then, and none of another program or of a newer one.
func TestAHeadThatLiesIsPutRight(t *testing.T) {
	for name, test := range map[string]struct {
		at   int64 // in the head of the file
		is   string
		want journal.Condition
	}{
		"the schema's number, a little":        {60 + 3, "\x03", journal.Newer}, // which it may be
		"the schema's number":                  {60 + 1, "\x03", journal.Damaged},
		"the schema's number, to none":         {60 + 3, "\x00", journal.Damaged},
		"the schema's number, to less":         {60, "\x80", journal.Damaged},
		"the program's mark":                   {68, "\x07", journal.Damaged},
		"the number of SQLite's format":        {44 + 3, "\x07", journal.Damaged},
		"what version of SQLite may write it":  {18, "\x07", journal.Fine}, // and can only be read
		"what version of SQLite may read it":   {19, "\x07", journal.Damaged},
		"how texts are written":                {56 + 3, "\x02", journal.Damaged},
		"the size of a page":                   {16, "\x20", journal.Damaged},
		"the bytes at the end of each page":    {20, "\x07", journal.Fine}, // as far as it is looked at
		"the first letter of the file":         {0, "s", journal.Damaged},
		"how much of a page an index may take": {21, "\x41", journal.Damaged},
	} {
		t.Run(name, func(t *testing.T) {
			h := filledHome(t)
			content := databaseBytes(t, h)
			write(t, h.file(), content[:test.at]+test.is+content[test.at+int64(len(test.is)):])
			if is, err := h.Inspect(t.Context()); err != nil || is != test.want {
				t.Errorf("it is %v, %v", is, err)
			}
			if r := repaired(t, h); !r.OK || r.Recovered != 2 {
				t.Errorf("%+v", r)
			}
			if got := bodies(t, h); got != "body|second" {
				t.Errorf("it holds %s", got)
			}
		})
	}
}

func TestAJournalInUseIsNotRepaired(t *testing.T) {
	h := filledHome(t)
	openHome(t, h)
	h.wait = 0
	if _, err := h.Repair(t.Context()); !errors.Is(err, journal.ErrLocked) {
		t.Errorf("got %v", err)
	}
}

// TestKilledAnywhereARepairLeavesTheOldOrTheNew kills a process at each step.
func TestKilledAnywhereARepairLeavesTheOldOrTheNew(t *testing.T) {
	damagedHome := func() *Home {
		h := filledHome(t)
		backUp(t, h, journal.BackupByHand)
		zeroPage(t, h, rootPage(t, h, "entries"))
		return h
	}
	probe := damagedHome()
	steps := stepsOf(probe, func() { repaired(t, probe) })
	if len(steps) < 8 {
		t.Fatalf("there are %d steps: %v", len(steps), steps)
	}
	decided := false
	for n, at := range steps {
		decided = decided || at == "decided"
		t.Run(fmt.Sprintf("%02d %s", n, at), func(t *testing.T) {
			h := damagedHome()
			damaged := databaseBytes(t, h)
			killAtStep(t, "repair and be killed", h.folder, "", n)
			if !decided && databaseBytes(t, h) != damaged {
				t.Error("the damaged file was touched before it was decided")
			}
			if decided {
				if got := bodies(t, h); got != "body|second" {
					t.Errorf("it holds %s", got)
				}
			}
			repaired(t, h)
			if got := bodies(t, h); got != "body|second" {
				t.Errorf("after another repair it holds %s", got)
			}
			for _, left := range []string{h.comingFile(), h.draft(), h.replacedFolder()} {
				if there(left) {
					t.Errorf("%s is left behind", filepath.Base(left))
				}
			}
			if kept, err := filepath.Glob(filepath.Join(h.folder, "damaged-*", databaseName)); err != nil || len(kept) != 1 {
				t.Errorf("the damaged file is kept as %v, %v", kept, err)
			}
		})
	}
}
