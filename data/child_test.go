package data

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"groundwork/journal"
)

// A test that needs another process starts this very binary again, with a role
// in its environment.
const (
	childRole   = "GROUNDWORK_TEST_CHILD"
	childFolder = "GROUNDWORK_TEST_FOLDER"
	childFile   = "GROUNDWORK_TEST_FILE"
	childStep   = "GROUNDWORK_TEST_STEP"

	childProtected = "GROUNDWORK_TEST_PROTECTED"
)

// torture says that the long runs are wanted.
func torture() bool { return os.Getenv("GROUNDWORK_TORTURE") == "1" }

func TestMain(m *testing.M) {
	if role := os.Getenv(childRole); role != "" {
		if err := roles[role](os.Getenv(childFolder)); err != nil {
			fmt.Println("error:", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	flag.Parse()
	given := map[string]bool{}
	flag.Visit(func(f *flag.Flag) { given[f.Name] = true })
	for name, value := range map[string]string{"rapid.checks": "20", "rapid.steps": "12"} {
		if !given[name] && !torture() {
			if err := flag.Set(name, value); err != nil {
				panic(err)
			}
		}
	}
	os.Exit(m.Run())
}

var roles = map[string]func(folder string) error{
	// Saves without end, and says what is saved.
	"save": func(folder string) error { return saveForEver(NewHome(folder, Options{})) },
	// The same on a protected journal, which is brought into its file often.
	"save protected": func(folder string) error {
		h := NewHome(folder, Options{})
		h.limits = restLimits{pause: 2 * time.Millisecond, saves: 7, bytes: 1 << 30}
		if err := h.Unlock(context.Background(), passphrase); err != nil {
			return err
		}
		return saveForEver(h)
	},
	"use protected": useProtected,
	// Adds one to a number in an entry 25 times, reading anew at each conflict.
	"count": func(folder string) error {
		s, err := NewHome(folder, Options{}).Open(context.Background())
		if err != nil {
			return err
		}
		return errors.Join(countUp(context.Background(), s, 25), s.Close())
	},
	// Holds the journal alone until its input ends.
	"hold": func(folder string) error {
		l, err := NewHome(folder, Options{}).takeLock(context.Background(), exclusive)
		if err != nil {
			return err
		}
		fmt.Println("held")
		_, err = io.Copy(io.Discard, os.Stdin)
		return errors.Join(err, l.release())
	},
	// Claims the window and says what came of it.
	"claim": func(folder string) error {
		w, err := ClaimWindow(folder)
		if errors.Is(err, ErrShown) {
			fmt.Println("shown")
			return nil
		}
		if err != nil {
			return err
		}
		fmt.Println("claimed")
		_, err = io.Copy(io.Discard, os.Stdin)
		return errors.Join(err, w.Close())
	},
	// Keeps a file that comes from its input, and says when it has a part of it.
	"keep": func(folder string) error {
		s, err := NewHome(folder, Options{}).Open(context.Background())
		if err != nil {
			fmt.Println(names(err))
			return nil
		}
		_, _, err = s.KeepFile(context.Background(), &tellingReader{from: os.Stdin})
		fmt.Println(names(err))
		return s.Close()
	},
	// Lends the file with the content "lent", says where it lies, and waits.
	"lend": func(folder string) error {
		s, err := NewHome(folder, Options{}).Open(context.Background())
		if err != nil {
			return err
		}
		path, err := s.LendFile(context.Background(), sumOf("lent"), "note.txt")
		if err != nil {
			return err
		}
		fmt.Println(path)
		_, err = io.Copy(io.Discard, os.Stdin)
		return errors.Join(err, s.Close())
	},
	// Tries to write without waiting.
	"write at once": func(folder string) error {
		h := NewHome(folder, Options{})
		db, err := sql.Open("sqlite", strings.Replace(writerDSN(h.file()), "_busy_timeout=5000", "_busy_timeout=0", 1))
		if err != nil {
			return err
		}
		_, err = db.Exec(`INSERT INTO settings (key, value) VALUES ('intruder', '1')`)
		fmt.Println(names(sentinel(folder, err)))
		return db.Close()
	},
	// Restores a file and is killed at a step.
	"restore and be killed": func(folder string) error {
		_, err := mortalHome(folder).Restore(context.Background(), os.Getenv(childFile), true)
		return err
	},
	// Repairs the journal and is killed at a step.
	"repair and be killed": func(folder string) error {
		_, err := mortalHome(folder).Repair(context.Background())
		return err
	},
	// Changes the form of the journal and is killed at a step.
	"protect and be killed": func(folder string) error {
		sheet, err := journal.NewRecoveryKey()
		if err != nil {
			return err
		}
		h := mortalHome(folder)
		h.work = 2
		_, err = h.Protect(context.Background(), journal.Protection{Passphrase: passphrase, RecoveryKey: sheet})
		return err
	},
	"unprotect and be killed": func(folder string) error {
		h := mortalHome(folder)
		return errors.Join(h.Unlock(context.Background(), passphrase), h.Unprotect(context.Background()))
	},
	// Makes a backup and is killed at a step.
	"back up and be killed": func(folder string) error {
		_, err := mortalHome(folder).BackUp(context.Background(), journal.BackupByHand)
		return err
	},
	// Says what Inspect, Open and Check answer.
	"try": func(folder string) error {
		h := NewHome(folder, Options{})
		condition, inspected := h.Inspect(context.Background())
		s, opened := h.Open(context.Background())
		if s != nil {
			if err := s.Close(); err != nil {
				return err
			}
		}
		_, checked := h.Check(context.Background())
		fmt.Println(condition, names(inspected), names(opened), names(checked))
		return nil
	},
}

func saveForEver(h *Home) error {
	ctx := context.Background()
	s, err := h.Open(ctx)
	if err != nil {
		return err
	}
	e := written(1, "", "")
	for n := 1; ; n++ {
		e.Revision, e.Body = int64(n-1), fmt.Sprintf("save %d", n)
		extra := written(n, marker, e.Body)
		extra.ID = testID(1000 + n)
		if err := s.Apply(ctx, journal.Changes{Entries: []journal.Entry{e, extra}}); err != nil {
			return err
		}
		fmt.Println(n)
	}
}

// tellingReader says when it is asked for more than its first part, which has
// been written then.
type tellingReader struct {
	from  io.Reader
	times int
}

func (r *tellingReader) Read(p []byte) (int, error) {
	if r.times++; r.times == 2 {
		fmt.Println("a part is written")
	}
	return r.from.Read(p)
}

// names names the journal's error in err.
func names(err error) string {
	for name, known := range map[string]error{
		"ErrNotFound": journal.ErrNotFound, "ErrConflict": journal.ErrConflict, "ErrLocked": journal.ErrLocked,
		"ErrNewerSchema": journal.ErrNewerSchema, "ErrDamaged": journal.ErrDamaged, "ErrNoSpace": journal.ErrNoSpace,
		"ErrNoAccess": journal.ErrNoAccess,
	} {
		if errors.Is(err, known) {
			return name
		}
	}
	if err != nil {
		return "other: " + err.Error()
	}
	return "ok"
}

// countUp adds one to the number in entry 1, n times.
func countUp(ctx context.Context, s journal.Store, n int) error {
	for range n {
		for {
			e, err := s.Entry(ctx, testID(1))
			if err != nil {
				return err
			}
			number, err := strconv.Atoi(e.Body)
			if err != nil {
				return err
			}
			e.Body = strconv.Itoa(number + 1)
			err = s.Apply(ctx, journal.Changes{Entries: []journal.Entry{e}})
			if err == nil {
				break
			}
			if !errors.Is(err, journal.ErrConflict) {
				return err
			}
		}
	}
	return nil
}

// child starts this binary in a role.
func child(t testing.TB, role, folder string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), exe)
	cmd.Env = append(os.Environ(), childRole+"="+role, childFolder+"="+folder)
	cmd.Stderr = os.Stderr
	return cmd
}

// nobodyChild starts this binary in a role as a user without any right, for
// root may read and write everything. The folder must be that user's.
func nobodyChild(t testing.TB, role, folder string) *exec.Cmd {
	t.Helper()
	cmd := child(t, role, folder)
	if os.Getuid() != 0 {
		return cmd
	}
	// The binary lies in a folder that only root may enter.
	place := publicFolder(t)
	exe := filepath.Join(place, "child")
	if err := os.Link(cmd.Path, exe); err != nil {
		binary, err := os.ReadFile(cmd.Path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(exe, binary, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	cmd.Path, cmd.Args, cmd.Dir = exe, []string{exe}, place
	cmd.Env = append(cmd.Env, "XDG_RUNTIME_DIR=", "HOME=/nonexistent")
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	return cmd
}

const nobody = 65534

// publicFolder makes a folder that every user may enter.
func publicFolder(t testing.TB) string {
	t.Helper()
	place, err := os.MkdirTemp("", "groundwork-test-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(place) })
	if err := os.Chmod(place, 0o755); err != nil {
		t.Fatal(err)
	}
	return place
}

// mortalHome is a home whose process is killed at a step, by its number.
func mortalHome(folder string) *Home {
	h := NewHome(folder, Options{})
	n := 0
	h.reached = func(step) {
		if strconv.Itoa(n) == os.Getenv(childStep) {
			self, err := os.FindProcess(os.Getpid())
			if err == nil {
				err = self.Kill()
			}
			if err != nil {
				panic(err)
			}
			select {} // it takes a moment
		}
		n++
	}
	return h
}

// killAtStep runs a role that is killed at a step, and sees that it was.
func killAtStep(t testing.TB, role, folder, file string, n int) {
	t.Helper()
	cmd := child(t, role, folder)
	cmd.Env = append(cmd.Env, childFile+"="+file, childStep+"="+strconv.Itoa(n))
	out, err := cmd.Output()
	if cmd.ProcessState == nil || cmd.ProcessState.Exited() {
		t.Fatalf("it was not killed: %s, %v", out, err)
	}
}

// start runs a command and reads its output line by line.
func start(t testing.TB, cmd *exec.Cmd) (lines *bufio.Scanner, stop func()) {
	t.Helper()
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return bufio.NewScanner(out), func() {
		in.Close()
		if err := cmd.Wait(); err != nil {
			t.Errorf("the other process: %v", err)
		}
	}
}
