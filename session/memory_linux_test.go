package session

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

var roles = map[string]func() error{
	"private": func() error {
		if err := dumpCores(); err != nil {
			return err
		}
		if err := KeepMemoryPrivate(); err != nil {
			return err
		}
		return waitAround()
	},
}

// dumpCores lets the program leave the largest core dump that it may.
func dumpCores() error {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_CORE, &limit); err != nil {
		return err
	}
	limit.Cur = limit.Max
	return syscall.Setrlimit(syscall.RLIMIT_CORE, &limit)
}

// waitAround says whether the process is dumpable and ends when its input does.
func waitAround() error {
	dumpable, _, errno := syscall.Syscall(syscall.SYS_PRCTL, syscall.PR_GET_DUMPABLE, 0, 0)
	if errno != 0 {
		return errno
	}
	fmt.Println("dumpable", dumpable)
	_, err := io.Copy(io.Discard, os.Stdin)
	return err
}

// start starts a child in a folder of its own and gives the first line it says.
func start(t *testing.T, role string) (child *exec.Cmd, line string) {
	t.Helper()
	child = exec.Command(os.Args[0])
	child.Dir = t.TempDir()
	child.Env = append(os.Environ(), childRole+"="+role, "GOTRACEBACK=crash")
	input, err := child.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	output, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = input.Close()
		_ = child.Wait() // waited for already, where the test did
	})
	line, err = bufio.NewReader(output).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return child, strings.TrimSpace(line)
}

func TestAProgramWithAPrivateMemoryMayWriteNoCoreDump(t *testing.T) {
	child, _ := start(t, "private")
	limits, err := os.ReadFile(fmt.Sprintf("/proc/%d/limits", child.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(limits)) {
		if rest, found := strings.CutPrefix(line, "Max core file size"); found {
			if fields := strings.Fields(rest); fields[0] != "0" || fields[1] != "0" {
				t.Errorf("a core dump may have %s bytes", rest)
			}
			return
		}
	}
	t.Errorf("no limit of core dumps in\n%s", limits)
}

func TestAProgramWithAPrivateMemoryIsNotDumpable(t *testing.T) {
	if _, line := start(t, "private"); line != "dumpable 0" {
		t.Errorf("the program is %q", line)
	}
}

func TestAProgramWithAPrivateMemoryLeavesNoCoreDumpWhenItCrashes(t *testing.T) {
	child, _ := start(t, "private")
	if err := child.Process.Signal(syscall.SIGABRT); err != nil {
		t.Fatal(err)
	}
	_ = child.Wait() // it was killed: looked at below
	status := child.ProcessState.Sys().(syscall.WaitStatus)
	if !status.Signaled() || status.CoreDump() {
		t.Errorf("it ended with %v, a core dump written: %v", status, status.CoreDump())
	}
	if left, err := filepath.Glob(filepath.Join(child.Dir, "*")); err != nil || len(left) > 0 {
		t.Errorf("it left %v, %v", left, err)
	}
}
