package faults

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"groundwork/journal"
)

// guardedKills is how often programs are killed that type into a protected
// journal, and a quarter of how often those are that do other work with one.
const guardedKills = 200

func TestNoSavedWordOfAProtectedJournalIsLostOrInAFileWhenTheProgramIsKilled(t *testing.T) {
	random := chances(t)
	typists := typists{t: t, how: "a page", longest: 60 * time.Millisecond, random: random, guarded: true}
	typists.work(share(guardedKills))
}

// guarding prepares what is killed while it works with a protected journal.
type guarding struct {
	t      *testing.T
	second string // the second folder of backups
	plain  string // a journal that is not protected
	copies string // what the second folder holds of it
	sealed string // the same, protected
}

// opens is the home of a journal, unlocked if it is protected.
func (g guarding) opens(folder string) journal.Home { return unlocked(g.t, folder) }

// cli gives what starts the command line.
func (g guarding) cli(args ...string) func(t testing.TB, folder string) *exec.Cmd {
	return func(t testing.TB, folder string) *exec.Cmd {
		return privately(t, child(t, "groundwork", append([]string{"--data", folder}, args...)...), folder)
	}
}

// role gives what starts a role.
func (g guarding) role(name string) func(t testing.TB, folder string) *exec.Cmd {
	return func(t testing.TB, folder string) *exec.Cmd { return privately(t, child(t, name, folder), folder) }
}

// protects starts what protects a journal of which there is a plain backup in
// the second folder. The sheet goes elsewhere.
func (g guarding) protects(t testing.TB, folder string) *exec.Cmd {
	must(t, os.RemoveAll(g.second))
	must(t, os.CopyFS(g.second, os.DirFS(g.copies)))
	return g.cli("protect", "--recovery-sheet", filepath.Join(t.TempDir(), "sheet.txt"))(t, folder)
}

// exports starts what writes what the user asks for: elsewhere.
func (g guarding) exports(t testing.TB, folder string) *exec.Cmd {
	return g.cli("export", "--include-private", "--to", filepath.Join(t.TempDir(), "journal.json"))(t, folder)
}

// secret wants no file of a journal to hold a word of it, unless it is a plain
// one.
func (g guarding) secret(t testing.TB, folder string) {
	condition, err := homeOf(folder).Inspect(t.Context())
	must(t, err)
	if condition != journal.Fine {
		noMarks(t, filepath.Dir(folder), g.second)
	}
}

// look is secret before the journal is opened again.
func (g guarding) look(t testing.TB, folder, _ string) string {
	noMarks(t, filepath.Dir(folder), g.second)
	return "without a word in a file"
}

func (g guarding) works() []work {
	taken := exported(g.t, marked(g.t, g.t.TempDir()))
	made := sealedBackup(g.t, g.sealed)
	imported := copied(g.t, g.sealed)
	batch := batchOf(g.t, imported, taken)
	next := func(folder string) journal.Home {
		h := nextHome(folder)
		must(g.t, unlock(g.t.Context(), h))
		return h
	}
	all := []work{
		{name: "importing", start: g.cli("import", taken), before: g.sealed},
		{name: "undoing an import", start: g.cli("import", "--undo", batch), before: imported},
		{name: "exporting", start: g.exports, before: g.sealed},
		{name: "backing up", start: g.cli("backup"), before: g.sealed},
		{name: "restoring", start: g.cli("restore", "--force", made), before: g.sealed},
		{name: "emptying the trash", start: g.role("empty the trash"), before: g.sealed},
		{name: "migrating", start: g.role("migrate"), before: g.sealed, home: next, was: g.opens},
		{name: "checking and repairing", start: g.cli("check", "--repair"), before: g.sealed},
		{name: "changing the passphrase", start: g.cli("change-passphrase", "--new-passphrase-file", written(g.t, another)), before: g.sealed},
		// These two leave the plain form until the next start where they were
		// not done: it is what there was, or what was asked for.
		{name: "taking the protection away", start: g.cli("unprotect"), before: g.sealed},
		{name: "protecting", start: g.protects, before: g.plain},
	}
	for i := range all {
		w := &all[i]
		w.times, w.after = guardedKills/4, g.secret
		if w.home == nil {
			w.home = g.opens
		}
		if w.name != "protecting" && w.name != "taking the protection away" {
			w.look = g.look
		}
	}
	return all
}

// sealedBackup gives a backup of a protected journal.
func sealedBackup(t testing.TB, folder string) (file string) {
	t.Helper()
	made, err := unlocked(t, folder).BackUpTo(t.Context(), filepath.Join(t.TempDir(), "journal.tar"))
	must(t, err)
	return made.File
}

func TestWhateverIsKilledInAProtectedJournalLeavesNoWordOfItInAFile(t *testing.T) {
	random := chances(t)
	g := guarding{t: t, second: t.TempDir()}
	g.plain = marked(t, g.second)
	g.copies = t.TempDir()
	must(t, os.CopyFS(g.copies, os.DirFS(g.second)))
	g.sealed = copied(t, g.plain)
	protect(t, g.sealed)
	for _, w := range g.works() {
		mine := rand.New(rand.NewPCG(random.Uint64(), 0))
		t.Run(w.name, func(t *testing.T) { w.isKilled(t, mine) })
	}
}
