package faults

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"groundwork/journal"
)

// doing is something whose every write, sync and rename is made to fail once.
type doing struct {
	name   string
	role   string
	args   []string // after the journal's folder; of the command line, before it
	before string   // the journal it finds
	home   func(folder string) journal.Home
	out    string // what it writes in a folder beside the journal's; may be empty
}

// faultsOf are the ways in which a call fails. A disk may be full or broken,
// and a kill at just that call is a fault like another.
var faultsOf = map[string][]string{
	"write":     {"error=ENOSPC", "error=EIO", "signal=KILL"},
	"pwrite64":  {"error=ENOSPC", "error=EIO", "signal=KILL"},
	"ftruncate": {"error=ENOSPC", "error=EIO"},
	"fsync":     {"error=ENOSPC", "error=EIO", "signal=KILL"},
	"fdatasync": {"error=ENOSPC", "error=EIO", "signal=KILL"},
	"renameat":  {"error=ENOSPC", "error=EIO", "signal=KILL"},
}

// saveOnce is the role that saves an entry, with a file, and changes another.
func saveOnce(ctx context.Context, args []string) error {
	return opened(ctx, homeOf(args[0]), func(s journal.Store) error {
		j := journal.New(s, journal.Options{Now: noon})
		a, err := j.Attach(ctx, "note.txt", strings.NewReader("the file of what is saved"))
		if err != nil {
			return err
		}
		e := journal.Entry{ID: "01900000-0000-7000-8000-000000000001", Kind: journal.Reflection, Day: today, Precision: journal.ExactDay, Created: noon()}
		e.Body, e.Attachments = "What is saved.", []journal.Attachment{a}
		_, err = j.SaveEntry(ctx, e)
		return err
	})
}

func (d doing) command(folder, out string) []string {
	var args []string
	if d.role == "groundwork" {
		args = []string{"--data"}
	}
	args = append(args, folder)
	for _, a := range d.args {
		args = append(args, strings.ReplaceAll(a, "OUT", out))
	}
	return args
}

func TestWhicheverWriteSyncOrRenameFailsTheOldStateOrTheNewOneIsThere(t *testing.T) {
	needsStrace(t)
	random := chances(t)
	t.Log("strace makes the calls fail")
	journalOf := func(folder string) journal.Home { return homeOf(folder) }
	plain := filled(t, 12)
	for _, d := range []doing{
		{name: "save", role: "save", before: plain, home: journalOf},
		{name: "backup", role: "groundwork", args: []string{"backup"}, before: plain, home: journalOf},
		{name: "backup to a stick", role: "groundwork", args: []string{"backup", "--to", "OUT/made.tar"}, before: plain, home: journalOf, out: "made.tar"},
		{name: "migration", role: "migrate", before: plain, home: func(folder string) journal.Home { return nextHome(folder) }},
		{name: "restore", role: "groundwork", args: []string{"restore", "--force", backedUp(t, filled(t, 5))}, before: plain, home: journalOf},
		{name: "import", role: "groundwork", args: []string{"import", exported(t, filled(t, 15))}, before: plain, home: journalOf},
		{name: "emptying the trash", role: "empty the trash", before: withTrash(t, 12, 4), home: journalOf},
		{name: "export to a file", role: "groundwork", args: []string{"export", "--include-private", "--to", "OUT/made.json"}, before: plain, home: journalOf, out: "made.json"},
		{name: "export to a folder", role: "groundwork", args: []string{"export", "--include-private", "--as", "markdown", "--to", "OUT/made"}, before: plain, home: journalOf, out: "made"},
	} {
		mine := rand.New(rand.NewPCG(random.Uint64(), 0))
		t.Run(d.name, func(t *testing.T) {
			t.Parallel()
			d.fails(t, mine)
		})
	}
}

func (d doing) fails(t *testing.T, random *rand.Rand) {
	whole, faults := d.count(t)
	step := 10
	if torture() {
		step = 1
	}
	ends := map[string]int{}
	for n := random.IntN(step); n < len(faults); n += step {
		ends[d.failsAt(t, faults[n], whole)]++
		if t.Failed() {
			t.Fatalf("with fault %d of %d, %s", n, len(faults), faults[n])
		}
	}
	t.Logf("of %d faults each %dth: %v", len(faults), step, ends)
}

// outcome is what is there: the journal and what was written beside it.
type outcome struct{ old, done, out string }

// count does the thing once under strace and lists the faults that may befall
// it.
func (d doing) count(t *testing.T) (whole outcome, faults []fault) {
	t.Helper()
	folder, out, log := copied(t, d.before), t.TempDir(), filepath.Join(t.TempDir(), "log")
	if said, wrong, code := run(t, straced(t, log, nil, d.role, d.command(folder, out)...)); code != 0 {
		t.Fatalf("it ended with %d: %s %s", code, said, wrong)
	}
	counted := map[[2]string]int{}
	known := map[fault]bool{}
	for _, c := range calls(t, log) {
		key := [2]string{c.thread, c.name}
		counted[key]++
		if !below(c.path, folder) && !below(c.path, out) {
			continue
		}
		for _, how := range faultsOf[c.name] {
			if f := (fault{call: c.name, n: counted[key], how: how}); !known[f] {
				known[f], faults = true, append(faults, f)
			}
		}
	}
	if len(faults) == 0 {
		t.Fatal("no call writes")
	}
	whole.old = contents(t, homeOf(copied(t, d.before)))
	startsClean(t, d.home(folder))
	whole.done, whole.out = contents(t, d.home(folder)), d.written(t, out)
	return whole, faults
}

// failsAt does the thing anew, with a fault, and tells how it ended.
func (d doing) failsAt(t *testing.T, f fault, whole outcome) (end string) {
	t.Helper()
	folder, out, log := copied(t, d.before), t.TempDir(), filepath.Join(t.TempDir(), "log")
	said, wrong, code := run(t, straced(t, log, f.options(), d.role, d.command(folder, out)...))
	if !hit(t, log, f, folder, out) {
		return "missed"
	}
	d.mustSay(t, f, wrong, code)
	if d.role == "migrate" {
		isOfOneSchema(t, folder, whole.old)
	}
	startsClean(t, d.home(folder))
	now, made := contents(t, d.home(folder)), d.written(t, out)
	if now != whole.old && now != whole.done {
		t.Errorf("neither the old journal nor the new one")
	}
	if f.kills() && made == onlyFiles {
		made = "" // a file and a folder cannot change their names at once
	}
	if made != "" && made != whole.out {
		t.Errorf("half of what was to be written is there")
	}
	if code == 0 && (now != whole.done || made != whole.out) {
		t.Errorf("it said that it was done (%s), and it was not", said)
	}
	d.mustSweep(t, copied(t, d.before), out)
	must(t, os.RemoveAll(folder))
	if code == 0 {
		return "done all the same"
	}
	return "failed or killed"
}

// mustSweep sees to it that what was left in a folder beside the journal's goes
// with the next thing that is written there, a day later.
func (d doing) mustSweep(t testing.TB, folder, out string) {
	t.Helper()
	hidden := filepath.Join(out, ".*")
	left, err := filepath.Glob(hidden)
	must(t, err)
	if len(left) == 0 {
		return
	}
	then := time.Now().Add(-48 * time.Hour)
	must(t, filepath.WalkDir(out, func(path string, _ os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chtimes(path, then, then)
	}))
	made, err := filepath.Glob(filepath.Join(out, "made*"))
	must(t, err)
	for _, path := range made {
		must(t, os.RemoveAll(path))
	}
	if _, wrong, code := run(t, child(t, d.role, d.command(folder, out)...)); code != 0 {
		t.Errorf("it cannot be done again: %s", wrong)
	}
	if left, err = filepath.Glob(hidden); err != nil || len(left) > 0 {
		t.Errorf("%s is left for ever (%v)", left, err)
	}
}

// hit tells whether a fault befell a call that writes where we look. Others,
// such as those by which Go wakes its own threads, may come between.
func hit(t testing.TB, log string, f fault, folder, out string) bool {
	t.Helper()
	for _, c := range calls(t, log) {
		if f.kills() && strings.HasSuffix(c.line, "= ?") {
			return below(c.path, folder) || below(c.path, out)
		}
		if strings.Contains(c.line, "(INJECTED)") {
			return below(c.path, folder) || below(c.path, out)
		}
	}
	return false
}

// mustSay sees to it that a failure is said in a sentence.
func (d doing) mustSay(t testing.TB, f fault, wrong string, code int) {
	t.Helper()
	for _, ugly := range []string{"panic", "goroutine", "fatal error", "Something went wrong"} {
		if strings.Contains(wrong, ugly) {
			t.Errorf("it said %s", wrong)
		}
	}
	if !f.kills() && code != 0 && (code != 1 || !strings.Contains(wrong, ".\n") && !strings.Contains(wrong, ". ")) {
		t.Errorf("it ended with %d and said %q", code, wrong)
	}
}

// onlyFiles is where the attached files of an export are there, and the file
// that names them is not.
const onlyFiles = "only the attached files"

// filesBeside is the folder that goes with an exported file.
func filesBeside(path string) string { return strings.TrimSuffix(path, filepath.Ext(path)) + ".files" }

// written tells all that was written beside the journal. What is hidden is a
// part on its way, which nobody takes for the whole.
func (d doing) written(t testing.TB, out string) string {
	t.Helper()
	if d.out == "" {
		return ""
	}
	path := filepath.Join(out, d.out)
	info, err := os.Stat(path)
	switch {
	case os.IsNotExist(err) && there(filesBeside(path)):
		return onlyFiles
	case os.IsNotExist(err):
		return ""
	case filepath.Ext(d.out) == ".tar":
		tried, err := homeOf(out).TryBackup(t.Context(), path)
		if err != nil || !tried.OK {
			return "not whole"
		}
		return "whole"
	case !info.IsDir():
		text, err := os.ReadFile(path)
		must(t, err)
		return fmt.Sprintf("%s with files: %v", text, there(filesBeside(path)))
	}
	var all strings.Builder
	must(t, filepath.WalkDir(path, func(file string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile(file)
		all.WriteString(strings.TrimPrefix(file, path) + "\n" + string(text))
		return err
	}))
	return all.String()
}
