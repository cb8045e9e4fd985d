package faults

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// writing are the calls to the system that change what is on a disk.
const writing = "write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2"

// straced gives a child of ours under strace, which logs its writing calls
// into a file. more are options of strace.
func straced(t testing.TB, log string, more []string, role string, args ...string) *exec.Cmd {
	t.Helper()
	options := []string{"-f", "-y", "-e", "signal=none", "-e", "trace=" + writing, "-o", log}
	options = append(append(options, more...), itself(t))
	return inRole(exec.CommandContext(t.Context(), "strace", append(options, args...)...), role)
}

// needsStrace skips a test, and says so, where the system does not let one
// program trace another.
func needsStrace(t testing.TB) {
	t.Helper()
	if out, err := exec.CommandContext(t.Context(), "strace", "-f", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		t.Skipf("NOT RUN: strace cannot trace here, so no call to the system can be made to fail: %v %s", err, out)
	}
}

// call is a line of strace's log.
type call struct {
	thread string
	name   string
	path   string // of the file or folder it is about; of a rename, the old name
	line   string // whole
}

var (
	callLine  = regexp.MustCompile(`^(\d+) +(\w+)\((.*)$`)
	resumed   = regexp.MustCompile(`^(\d+) +<\.\.\. (\w+) resumed>(.*)$`)
	unended   = " <unfinished ...>"
	fdPath    = regexp.MustCompile(`^\d+<(/[^>]*)>`)
	namedPath = regexp.MustCompile(`^(?:AT_FDCWD[^,]*, )?"([^"]*)"`)
)

// calls reads a log: the calls in the order in which they began, each whole,
// also those during which another thread called.
func calls(t testing.TB, log string) (all []call) {
	t.Helper()
	text, err := os.ReadFile(log)
	must(t, err)
	begun := map[string]int{} // by thread, what has not ended
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		if m := resumed.FindStringSubmatch(line); m != nil {
			if n, ok := begun[m[1]]; ok {
				all[n].line += m[3]
			}
			continue
		}
		m := callLine.FindStringSubmatch(line)
		if m == nil {
			continue // a signal, or an end
		}
		whole, cut := strings.CutSuffix(line, unended)
		if cut {
			begun[m[1]] = len(all)
		}
		c := call{thread: m[1], name: m[2], line: whole}
		if p := fdPath.FindStringSubmatch(m[3]); p != nil {
			c.path = p[1]
		} else if p := namedPath.FindStringSubmatch(m[3]); p != nil {
			c.path = p[1]
		}
		all = append(all, c)
	}
	return all
}

// fault is one call that is made to fail, or to be the last.
type fault struct {
	call string // its name
	n    int    // how many of that name came before it in its thread, and it
	how  string // error=ENOSPC, signal=KILL
}

func (f fault) String() string { return fmt.Sprintf("%s %d: %s", f.call, f.n, f.how) }

// kills tells whether the fault is that the program is killed there.
func (f fault) kills() bool { return strings.HasPrefix(f.how, "signal") }

// options are those of strace for the fault.
func (f fault) options() []string {
	inject := []string{"-e", fmt.Sprintf("inject=%s:%s:when=%d", f.call, f.how, f.n)}
	if f.kills() {
		return inject
	}
	return append(inject, "--seccomp-bpf") // quicker, but then strace sends no signals
}

// below tells whether a path lies in a folder, or is it.
func below(path, folder string) bool {
	return path == folder || strings.HasPrefix(path, folder+string(filepath.Separator))
}
