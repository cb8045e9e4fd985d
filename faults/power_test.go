package faults

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"groundwork/journal"
)

// cuts is how often the power goes in each thing that is done, at different
// moments.
const cuts = 400

func mustFind(t testing.TB, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	must(t, err)
	return path
}

// acknowledged finds what a program said by a moment of its record.
var acknowledged = regexp.MustCompile(`(?m)^saved (\S+) (\d+)$`)

// spoken are the pipes that a program speaks into.
func spoken(d deed) bool { return d.name == "write" && strings.HasPrefix(d.path, "pipe:") }

// powered is something that is done while the power may go.
type powered struct {
	name   string
	role   string
	args   []string // after the journal's folder; ROOT is the folder it lies in
	before string   // the journal it finds, as ROOT/journal; empty: none
	home   func(folder string) journal.Home
	saving bool // it makes a backup first, which is there when the new journal is
	// right sees to it that what is on the disk is right after what was said.
	// Without it the journal must be the old one or the new one, and the new
	// one once the program has ended.
	right func(t testing.TB, root, said string)
}

func (p powered) command(root string) []string {
	all := []string{filepath.Join(root, "journal")}
	if p.role == "groundwork" {
		all = []string{"--data", all[0]}
	}
	for _, a := range p.args {
		all = append(all, strings.ReplaceAll(a, "ROOT", root))
	}
	return all
}

// cut does it once, recording it, and then takes the power away at many
// moments: with nothing there but what was synced, and with some of the rest.
func (p powered) cut(t *testing.T, random *rand.Rand) {
	root := t.TempDir()
	old := ""
	if p.before != "" {
		must(t, os.CopyFS(filepath.Join(root, "journal"), os.DirFS(p.before)))
		old = contents(t, homeOf(copied(t, p.before)))
	}
	m := newModel(t, root)
	all := record(t, p.role, p.command(root)...)
	done := contents(t, p.home(filepath.Join(root, "journal")))
	moments := chosen(random, len(all), share(cuts))
	var said strings.Builder
	at := ""
	defer func() {
		if t.Failed() {
			t.Log(at)
		}
	}()
	m.replay(all, func(i int) {
		if spoken(all[i]) {
			said.Write(all[i].data)
		}
		last := i == len(all)-1
		if !last && !moments[i] {
			return
		}
		for _, luck := range []*rand.Rand{nil, random} {
			at = fmt.Sprintf("the power went after call %d of %d: %s %s (luck: %v)", i, len(all), all[i].name, all[i].path, luck != nil)
			after := m.cutPower(luck)
			if p.right != nil {
				p.right(t, after, said.String())
			} else if now := p.found(t, after, done); now != done && (last || now != old) {
				t.Error("it is neither the old journal nor the new one")
			}
			if t.Failed() {
				t.FailNow()
			}
			must(t, os.RemoveAll(after))
		}
	})
	t.Logf("%s: %d calls, the power went %d times", p.name, len(all), 2*len(moments))
}

// found is what a journal holds when the power is there again.
func (p powered) found(t testing.TB, root, done string) string {
	t.Helper()
	h := p.home(filepath.Join(root, "journal"))
	made, err := h.Backups(t.Context(), "")
	must(t, err)
	startsClean(t, h)
	now := contents(t, h)
	if p.saving && now == done && len(made) == 0 {
		t.Error("the backup that was made first is not there")
	}
	return now
}

// chosen chooses moments.
func chosen(random *rand.Rand, of, many int) map[int]bool {
	moments := map[int]bool{}
	for range many {
		moments[random.IntN(of)] = true
	}
	return moments
}

func TestWhenThePowerGoesWhatWasAcknowledgedIsOnTheDisk(t *testing.T) {
	needsStrace(t)
	random := chances(t)
	before := filled(t, 12)
	home := func(folder string) journal.Home { return homeOf(folder) }
	for _, p := range []powered{
		{name: "typing", role: "type", args: []string{"a page", "30"}, home: home, right: whatWasTyped},
		{name: "backing up", role: "groundwork", args: []string{"backup", "--to", "ROOT/made.tar"}, before: before, home: home, right: theBackup},
		{name: "restoring", role: "groundwork", args: []string{"restore", "--force", backedUp(t, filled(t, 5))}, before: before, home: home, saving: true},
		{name: "importing", role: "groundwork", args: []string{"import", exported(t, filled(t, 20))}, before: before, home: home, saving: true},
		{name: "emptying the trash", role: "empty the trash", before: withTrash(t, 12, 4), home: home},
		{name: "migrating", role: "migrate", before: before, home: func(folder string) journal.Home { return nextHome(folder) }},
	} {
		mine := rand.New(rand.NewPCG(random.Uint64(), 0))
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			p.cut(t, mine)
		})
	}
}

// whatWasTyped sees to it that every entry is there that was acknowledged.
func whatWasTyped(t testing.TB, root, said string) {
	t.Helper()
	y := typists{t: t, folder: filepath.Join(root, "journal"), saved: map[journal.ID]int{}}
	for _, m := range acknowledged.FindAllStringSubmatch(said, -1) {
		y.saved[journal.ID(m[1])] = int(number(t, m[2]))
	}
	y.mustBeThere()
	startsClean(t, homeOf(y.folder))
}

// theBackup sees to it that the backup is there whole or not at all, and is
// there once that was said.
func theBackup(t testing.TB, root, said string) {
	t.Helper()
	path := filepath.Join(root, "made.tar")
	startsClean(t, homeOf(filepath.Join(root, "journal")))
	if !there(path) {
		if strings.Contains(said, "Backed up") {
			t.Error("the backup is not there")
		}
		return
	}
	if tried, err := homeOf(root).TryBackup(t.Context(), path); err != nil || !tried.OK {
		t.Errorf("half a backup is there: %v", err)
	}
}

func TestAWordIsAcknowledgedOnlyWhenTheLogIsSyncedAndTheFileChangesOnlyAfterIt(t *testing.T) {
	needsStrace(t)
	root := t.TempDir()
	m := newModel(t, root)
	all := record(t, "type", filepath.Join(root, "journal"), "a page", "40")
	log, file := filepath.Join(root, "journal", "journal.db-wal"), filepath.Join(root, "journal", "journal.db")
	words, checkpoints := 0, 0
	m.replay(all, func(i int) {
		d := all[i]
		synced := m.names[log] == nil || len(m.names[log].pending) == 0
		switch {
		case spoken(d) && acknowledged.Match(d.data):
			words++
			if !synced || m.kept[file] != m.names[file] || m.kept[log] != m.names[log] {
				t.Errorf("call %d: a word is acknowledged that is not on the disk", i)
			}
		case d.path == file && d.name == "pwrite64":
			checkpoints++
			if !synced {
				t.Errorf("call %d: the file changes before the log is on the disk", i)
			}
		case d.path == log && d.offset == 0 && m.names[file] != nil && len(m.names[file].pending) > 0:
			t.Errorf("call %d: the log begins anew before the file is on the disk", i)
		case strings.HasPrefix(d.name, "rename") && m.names[d.to] != nil && len(m.names[d.to].pending) > 0:
			t.Errorf("call %d: %s gets its name before its content is on the disk", i, d.to)
		}
	})
	if words < 200 || checkpoints < 20 {
		t.Errorf("%d words were acknowledged and %d pages brought into the file: too few to tell", words, checkpoints)
	}
}
