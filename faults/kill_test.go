package faults

import (
	"bufio"
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"groundwork/journal"
)

// kills is how often programs are killed in all.
const kills = 5000

// work is something that is killed at random moments: it finds the journal
// `before`, and has to leave it, or what the work makes of it, never
// anything between.
type work struct {
	name   string
	times  int // of the kills
	start  func(t testing.TB, folder string) *exec.Cmd
	home   func(folder string) journal.Home
	before string                            // a folder
	repair bool                              // the journal is damaged until it is repaired
	was    func(folder string) journal.Home  // the home of the program before; none: home
	after  func(t testing.TB, folder string) // looks at the journal once it was opened again, if given
	// look, if given, looks at the journal before it is opened again, and names
	// what it found.
	look func(t testing.TB, folder, old string) string
}

// works are what a person may be doing when the program is killed, typing
// aside.
func works(t *testing.T) []work {
	plain, trash := filled(t, 60), withTrash(t, 60, 20)
	file := exported(t, filled(t, 90))
	made := backedUp(t, filled(t, 30))
	home := func(folder string) journal.Home { return homeOf(folder) }
	cli := func(args ...string) func(t testing.TB, folder string) *exec.Cmd {
		return func(t testing.TB, folder string) *exec.Cmd {
			return child(t, "groundwork", append([]string{"--data", folder}, args...)...)
		}
	}
	role := func(name string) func(t testing.TB, folder string) *exec.Cmd {
		return func(t testing.TB, folder string) *exec.Cmd { return child(t, name, folder) }
	}
	return []work{
		{name: "importing", times: kills / 10, start: cli("import", file), home: home, before: plain},
		{name: "backing up", times: kills / 10, start: cli("backup"), home: home, before: plain},
		{name: "restoring", times: kills / 10, start: cli("restore", "--force", made), home: home, before: plain},
		{name: "emptying the trash", times: kills / 10, start: role("empty the trash"), home: home, before: trash},
		{
			name: "migrating", times: kills / 10, start: role("migrate"), before: plain,
			home: func(folder string) journal.Home { return nextHome(folder) }, was: home,
			look: isOfOneSchema,
		},
		{name: "repairing", times: kills / 10, start: cli("check", "--repair"), home: home, before: damaged(t, plain), repair: true},
	}
}

// damaged gives a copy of a journal with a backup, in which a page of entries
// is overwritten.
func damaged(t testing.TB, of string) (folder string) {
	t.Helper()
	const page = 4096
	folder = copied(t, of)
	_, err := homeOf(folder).BackUp(t.Context(), journal.BackupByHand)
	must(t, err)
	path := filepath.Join(folder, "journal.db")
	content, err := os.ReadFile(path)
	must(t, err)
	at := bytes.Index(content, []byte("With a file: ")) / page * page
	if at <= 0 {
		t.Fatal("the entry is not in the file")
	}
	copy(content[at:], bytes.Repeat([]byte{0xff}, 100))
	must(t, os.WriteFile(path, content, 0o600))
	return folder
}

// isOfOneSchema sees to it that a journal that was to be migrated is one of the
// old schema, which the old program opens, or one of the new.
func isOfOneSchema(t testing.TB, folder, old string) string {
	t.Helper()
	condition, err := homeOf(folder).Inspect(t.Context())
	must(t, err)
	switch condition {
	case journal.Newer:
		return "of the new schema"
	case journal.Fine:
		if contents(t, homeOf(folder)) != old {
			t.Error("the journal of the old schema is not what it was")
		}
		return "of the old schema"
	}
	t.Errorf("it is neither of the old schema nor of the new one: %v", condition)
	return ""
}

// exported gives a file with all that a journal holds.
func exported(t testing.TB, folder string) (file string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "journal.json")
	if _, wrong, code := command(t, folder, "export", "--include-private", "--to", file); code != 0 {
		t.Fatalf("export: %s", wrong)
	}
	return file
}

// backedUp gives a backup of a journal.
func backedUp(t testing.TB, folder string) (file string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "journal.tar")
	made, err := homeOf(folder).BackUpTo(t.Context(), file)
	must(t, err)
	return made.File
}

func TestWhateverIsKilledAtAnyMomentLeavesTheOldJournalOrTheNewOne(t *testing.T) {
	random := chances(t)
	for _, w := range works(t) {
		mine := rand.New(rand.NewPCG(random.Uint64(), 0))
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			w.isKilled(t, mine)
		})
	}
}

func (w work) isKilled(t *testing.T, random *rand.Rand) {
	whole := copied(t, w.before)
	takes := w.finish(t, whole)
	old, done := "", contents(t, w.home(whole))
	if !w.repair {
		old = contents(t, w.homeBefore(copied(t, w.before)))
	}
	ends := map[string]int{}
	for n := range share(w.times) {
		folder := copied(t, w.before)
		moment := time.Duration(random.Int64N(int64(takes)))
		said, finished := killAfter(t, w.start(t, folder), moment)
		if w.look != nil {
			ends[w.look(t, folder, old)]++
		}
		if w.repair && !finished {
			if _, wrong, code := command(t, folder, "check", "--repair"); code > 1 {
				t.Errorf("it cannot be repaired any more: %s", wrong)
			}
		}
		startsClean(t, w.home(folder))
		if w.after != nil {
			w.after(t, folder)
		}
		switch now := contents(t, w.home(folder)); {
		case now == done:
			ends["new"]++
		case finished:
			t.Errorf("kill %d, after %v: it was done (%s), and is not there", n, moment, said)
		case now == old:
			ends["old"]++
		default:
			t.Errorf("kill %d, after %v: neither the old journal nor the new one", n, moment)
		}
		if t.Failed() {
			t.Fatalf("kill %d, after %v; it said %s", n, moment, said)
		}
		must(t, os.RemoveAll(filepath.Dir(folder)))
	}
	t.Logf("%s was killed %d times within %v: %v", w.name, share(w.times), takes, ends)
}

func (w work) homeBefore(folder string) journal.Home {
	if w.was != nil {
		return w.was(folder)
	}
	return w.home(folder)
}

// finish lets the work be done, and tells how long that takes, the start of the
// program included: so the kills come a little later than its end, too.
func (w work) finish(t *testing.T, folder string) time.Duration {
	t.Helper()
	start := time.Now()
	c, out := begun(t, w.start(t, folder))
	rest(out)
	must(t, c.Wait())
	return time.Since(start)
}

// killAfter starts a program and kills it so long after it began its work. It
// tells what the program said since, and whether it was done before.
func killAfter(t testing.TB, c *exec.Cmd, moment time.Duration) (said []string, finished bool) {
	t.Helper()
	c, out := begun(t, c)
	kill := time.AfterFunc(moment, func() { _ = c.Process.Kill() }) // it may be done
	defer kill.Stop()
	said = rest(out)
	_ = c.Wait() // the exit code tells
	if code := c.ProcessState.ExitCode(); code > 0 {
		t.Fatalf("it ended with %d: %q", code, said)
	}
	return said, c.ProcessState.ExitCode() == 0
}

// begun starts a program and waits until it says that its work begins.
func begun(t testing.TB, c *exec.Cmd) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	pipe, err := c.StdoutPipe()
	must(t, err)
	c.Stderr = c.Stdout
	must(t, c.Start())
	out := bufio.NewScanner(pipe)
	if !out.Scan() || out.Text() != "begin" {
		t.Fatalf("it did not begin: %q %q", out.Text(), fmt.Sprint(rest(out)))
	}
	return c, out
}

func rest(out *bufio.Scanner) (said []string) {
	for out.Scan() {
		said = append(said, out.Text())
	}
	return said
}
