package faults

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"syscall"
	"testing"
	"time"

	"groundwork/journal"
	"groundwork/ui/cli"
)

// A program that is to be killed or to fail is this very binary, started again
// with a role in its environment: so nothing has to be built first.
const childRole = "GROUNDWORK_FAULT_ROLE"

func TestMain(m *testing.M) {
	role := os.Getenv(childRole)
	if role == "" {
		workInMemory()
		os.Exit(m.Run())
	}
	// All of its writes come from one thread, so that strace, which counts for
	// each thread, always counts the same.
	runtime.LockOSThread()
	os.Exit(roles[role](os.Args[1:]))
}

// workInMemory puts the journals of the tests into memory where the system has
// room for them there: what survives a kill or a failed write does not depend
// on how long the disk takes.
func workInMemory() {
	const folder, room = "/dev/shm", 1 << 30
	var disk syscall.Statfs_t
	if os.Getenv("TMPDIR") == "" && syscall.Statfs(folder, &disk) == nil && disk.Bavail*uint64(disk.Bsize) > room {
		os.Setenv("TMPDIR", folder)
	}
}

// roles are what a child does with its arguments; they give its exit code.
var roles = map[string]func(args []string) int{
	"groundwork":      groundwork,
	"type":            saying(typeOn),
	"save":            saying(saveOnce),
	"migrate":         saying(migrate),
	"empty the trash": saying(emptyTrash),
}

// saying makes a role of what a folder is given: an error is said as the
// command line does.
func saying(do func(ctx context.Context, args []string) error) func(args []string) int {
	return func(args []string) int {
		if err := do(context.Background(), args); err != nil {
			what, todo := journal.Explain(err)
			fmt.Fprintln(os.Stderr, what, todo)
			fmt.Fprintln(os.Stderr, "detail:", err)
			return cli.ExitFailed
		}
		return cli.ExitDone
	}
}

// groundwork is the command line.
func groundwork(args []string) int {
	fmt.Println("begin")
	return cli.Run(context.Background(), args, cli.Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Now: noon, Version: "0.0.0-fault",
		Home:   func(folder string) journal.Home { return homeOf(folder) },
		Window: func(cli.WindowOptions) int { return cli.ExitUsage },
	})
}

// noon is when everything happens that writes the time: what is done twice
// leaves the same.
func noon() time.Time { return time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC) }

// child starts this binary in a role. It ends with the test.
func child(t testing.TB, role string, args ...string) *exec.Cmd {
	t.Helper()
	return inRole(exec.CommandContext(t.Context(), itself(t), args...), role)
}

func itself(t testing.TB) string {
	t.Helper()
	exe, err := os.Executable()
	must(t, err)
	return exe
}

func inRole(c *exec.Cmd, role string) *exec.Cmd {
	c.Env = append(os.Environ(), childRole+"="+role)
	return c
}

// command runs the command line on a journal until it ends.
func command(t testing.TB, folder string, args ...string) (out, wrong string, code int) {
	t.Helper()
	return run(t, child(t, "groundwork", append([]string{"--data", folder}, args...)...))
}

// run runs a program until it ends by itself.
func run(t testing.TB, c *exec.Cmd) (out, wrong string, code int) {
	t.Helper()
	o, e := &lines{}, &lines{}
	c.Stdout, c.Stderr = o, e
	err := c.Run()
	if c.ProcessState == nil {
		t.Fatalf("start a program: %v", err)
	}
	return string(*o), string(*e), c.ProcessState.ExitCode()
}

// lines gathers what a program says.
type lines []byte

// Write implements io.Writer.
func (l *lines) Write(p []byte) (int, error) {
	*l = append(*l, p...)
	return len(p), nil
}

var _ io.Writer = (*lines)(nil)

// torture says that all of the runs are wanted, and not a tenth.
func torture() bool { return os.Getenv("GROUNDWORK_TORTURE") == "1" }

// share is how many of all runs are made: a tenth, unless torture is wanted.
func share(all int) int {
	if torture() {
		return all
	}
	return all / 10
}

// chances gives the random numbers of a test, and logs where they come from.
func chances(t testing.TB) *rand.Rand {
	t.Helper()
	seed := rand.Uint64()
	if given := os.Getenv("GROUNDWORK_SEED"); given != "" {
		var err error
		seed, err = strconv.ParseUint(given, 10, 64)
		must(t, err)
	}
	t.Logf("GROUNDWORK_SEED=%d", seed)
	return rand.New(rand.NewPCG(seed, 0))
}

// must ends the test where a step of its own could not be done.
func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
