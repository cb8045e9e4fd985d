//go:build e2e

package e2e_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"groundwork/e2e"
)

// TestAWholeSessionOpensNoSocketButLocalOnes is the promise that nothing leaves
// the computer, seen from the system: strace notes every socket that the program
// and all it starts ask for. io_uring could open one past that, so it is noted,
// too.
func TestAWholeSessionOpensNoSocketButLocalOnes(t *testing.T) {
	log := traced(t)
	s, _ := sitOnBus(t)
	s.Under = log.tracer()

	s.add("--private", "--day", "2026-03-05", "It stung.") // so that the window asks about it before an export
	s.usesAllOfIt()
	s.usesItProtected()
	local, others := log.sockets()
	for _, line := range others {
		t.Errorf("a socket that is not local: %s", line)
	}
	if local < 10 {
		t.Errorf("only %d sockets were noted, so strace did not look at all of it", local)
	}
}

// usesAllOfIt writes, goes through the pages, searches, exports, backs up, and
// quits, with commands and a second start beside the window.
func (s *seat) usesAllOfIt() {
	s.t.Helper()
	w := s.open()
	w.types(sentence)
	s.wants(sentence, "It stung.") // by a command beside the window
	for _, page := range []string{"ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+6", "ctrl+7", "ctrl+8", "ctrl+u", "ctrl+shift+b"} {
		w.turns(page)
	}
	w.turns("ctrl+f")
	check(s.t, w.Changes(func() error { return w.Type("stung") }))
	w.exports()
	w.savesAs("Out")
	appears(s.t, filepath.Join(s.Home, "Out.md"))
	second, err := s.Start(s.folder)
	check(s.t, err)
	s.keep(second).ends()
	w.backsUp()
	s.backedUp("by-hand")
	w.keys("ctrl+q")
	w.ends()
}

// usesItProtected protects the journal, unlocks, locks and unlocks it again,
// with a command that runs in its window.
func (s *seat) usesItProtected() {
	s.t.Helper()
	s.protects()
	w := s.show()
	w.unlocks(s)
	s.command(0, "search", "stung")
	w.locks()
	w.unlocks(s)
	w.keys("ctrl+q")
	w.ends()
}

// trace is where strace writes, a file for each process.
type trace struct {
	t      *testing.T
	folder string
}

// traced sees to it that strace can be used.
func traced(t *testing.T) *trace {
	t.Helper()
	if out, err := exec.Command("strace", "-f", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		t.Skipf("NOT RUN: strace cannot trace here: %v %s", err, out)
	}
	return &trace{t, t.TempDir()}
}

// tracer is what a program is run under. With -D strace is no parent of it, so
// that the program has the number of the process that was started; the files of
// -ff are named by the process, so that several can be traced at once.
func (l *trace) tracer() []string {
	return []string{
		"strace", "-D", "-ff", "-q", "-e", "signal=none",
		"-e", "trace=socket,socketpair,io_uring_setup", "-o", filepath.Join(l.folder, "log"),
	}
}

// opening is a line of strace about a socket, or whatever could make one.
var opening = regexp.MustCompile(`^(socket|socketpair|io_uring_setup)\((\w*)`)

// sockets reads what strace noted: how many local ones there were, and each line
// about another.
func (l *trace) sockets() (local int, others []string) {
	l.t.Helper()
	files, err := filepath.Glob(filepath.Join(l.folder, "log.*"))
	check(l.t, err)
	for _, file := range files {
		noted, err := os.ReadFile(file)
		check(l.t, err)
		for line := range strings.Lines(string(noted)) {
			switch m := opening.FindStringSubmatch(line); {
			case m == nil:
			case m[2] == "AF_UNIX":
				local++
			default:
				others = append(others, strings.TrimSpace(line))
			}
		}
	}
	return local, others
}

// TestASocketOfTheNetworkWouldBeNoted is about the test above: what it looks for
// can be seen.
func TestASocketOfTheNetworkWouldBeNoted(t *testing.T) {
	log := traced(t)
	line := append(log.tracer(), "bash", "-c", ": </dev/tcp/127.0.0.1/9")
	_ = exec.Command(line[0], line[1:]...).Run() // nobody listens there
	check(t, e2e.Eventually(saveLimit, "a socket", func() bool {
		_, others := log.sockets()
		return len(others) == 1 && strings.Contains(others[0], "AF_INET")
	}))
}
