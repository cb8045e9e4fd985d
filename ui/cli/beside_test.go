package cli_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/ui/cli"
)

// version is the program's and the window's of the scripts.
const version = "0.0.0-test"

// beside is main.go's: it hands a command over to the window.
func beside(ctx context.Context, folder string, args []string) (code int, handed bool, err error) {
	here, err := os.Getwd()
	if err != nil {
		return 0, false, err
	}
	return data.RunBeside(ctx, folder, version, data.Command{
		Args: args, Folder: here, Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
	})
}

// windowProgram is a window without a picture: it holds the journal, unlocks it
// with the passphrase in a file, and runs commands until its standard input
// ends. A line of it locks the journal.
func windowProgram() {
	if err := beWindow(os.Getenv("GROUNDWORK_DATA"), os.Args[1]); err != nil {
		_, _ = fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func beWindow(folder, secretFile string) error {
	claim, err := data.ClaimWindow(folder)
	if err != nil {
		return err
	}
	defer claim.Close()
	home := data.NewHome(folder, data.Options{Now: now, Work: 2})
	secret, err := os.ReadFile(secretFile)
	if err != nil {
		return err
	}
	if err := home.Unlock(context.Background(), journal.ReadPassphrase(secret)); err != nil {
		return err
	}
	store, err := home.Open(context.Background())
	if err != nil {
		return err
	}
	inside := &cli.Inside{Journal: journal.New(store, journal.Options{Now: now}), Home: home}
	claim.OnCommand(version, func(ctx context.Context, c data.Command) (int, error) { return runInside(ctx, c, inside), nil })
	fmt.Println("unlocked")
	orders := bufio.NewScanner(os.Stdin)
	for orders.Scan() {
		claim.OnCommand(version, nil)
		if err := inside.Journal.Close(); err != nil {
			return err
		}
		fmt.Println("locked")
	}
	return orders.Err()
}

func runInside(ctx context.Context, c data.Command, inside *cli.Inside) int {
	return cli.Run(ctx, c.Args, cli.Env{
		Stdin: c.Stdin, Stdout: c.Stdout, Stderr: c.Stderr, StdinTerminal: c.Terminal,
		Getenv: func(string) string { return "" }, Now: now, Version: version, Press: press,
		Inside: inside, Folder: c.Folder,
	})
}

// window opens a window on the journal, which is protected: window
// PASSPHRASEFILE. From then on there is a command lock, which locks it.
func window(ts *testscript.TestScript, _ bool, args []string) {
	runtime, err := os.MkdirTemp("/tmp", "gw") // a socket's path is short
	ts.Check(err)
	ts.Defer(func() { _ = os.RemoveAll(runtime) })
	ts.Setenv("XDG_RUNTIME_DIR", runtime)
	c := exec.Command("groundwork-window", ts.MkAbs(args[0]))
	c.Dir, c.Stderr = "/", os.Stderr // nothing lies where the window was started
	for _, name := range []string{"GROUNDWORK_DATA", "GROUNDWORK_TEST_NOW", "XDG_RUNTIME_DIR"} {
		c.Env = append(c.Env, name+"="+ts.Getenv(name))
	}
	orders, err := c.StdinPipe()
	ts.Check(err)
	said, err := c.StdoutPipe()
	ts.Check(err)
	ts.Check(c.Start())
	ts.Defer(func() {
		_ = orders.Close()
		_ = c.Wait() // it was killed, or ended with its orders
	})
	answers := bufio.NewScanner(said)
	await := func(what string) {
		if !answers.Scan() || answers.Text() != what {
			ts.Fatalf("the window says %q, want %q", answers.Text(), what)
		}
	}
	await("unlocked")
	ts.SetCmd("lock", func(ts *testscript.TestScript, _ bool, _ []string) {
		_, err := io.WriteString(orders, "lock\n")
		ts.Check(err)
		await("locked")
	})
}

// insider is a terminal whose commands run in the process of a window that has
// the journal open.
func insider(t *testing.T) *terminal {
	t.Helper()
	term := newTerminal(t)
	home := data.NewHome(term.folder, data.Options{})
	store, err := home.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	term.env.Inside = &cli.Inside{Journal: journal.New(store, journal.Options{Now: term.env.Now}), Home: home}
	term.env.Home = nil // nobody asks for another one
	return term
}

func TestACommandInTheWindowLeavesTheJournalOpenAndTellsThePages(t *testing.T) {
	term := insider(t)
	var heard []journal.ChangeKind
	term.env.Inside.Journal.Listen(func(c journal.Change) { heard = append(heard, c.Kind) })
	if r := term.run("", "sample", "--entries", "2"); r.code != cli.ExitDone {
		t.Fatal(r.err)
	}
	term.add("a third")
	if len(heard) == 0 || heard[0] != journal.Reloaded || heard[len(heard)-1] != journal.EntryAdded {
		t.Errorf("the pages heard %v", heard)
	}
	if n, err := term.env.Inside.Journal.Read().Count(t.Context(), journal.Filter{}); n != 3 || err != nil {
		t.Errorf("%d entries, %v", n, err)
	}
}

func TestACommandIsCalledOffWithASentenceWhenTheWindowGoes(t *testing.T) {
	term := insider(t)
	ctx, end := context.WithCancelCause(t.Context())
	end(fmt.Errorf("%w: %w", journal.ErrLocked, &journal.Invalid{Problem: "The window went."}))
	var out, bad bytes.Buffer
	env := term.env
	env.Stdin, env.Stdout, env.Stderr = strings.NewReader(""), &out, &bad
	if code := cli.Run(ctx, []string{"list"}, env); code != cli.ExitLocked || out.Len() > 0 || bad.String() != "groundwork: The window went.\n" {
		t.Errorf("exit code %d, output %q, error %q", code, out.String(), bad.String())
	}
}

func TestNobodyOpensAWindowOrMeasuresFromInsideTheWindow(t *testing.T) {
	term := insider(t)
	if r := term.run(""); r.code != cli.ExitLocked {
		t.Errorf("the bare command: %+v", r)
	}
	profiles := filepath.Join(t.TempDir(), "profiles")
	if r := term.run("", "--profile", profiles, "list"); r.code != cli.ExitDone {
		t.Errorf("with --profile: %+v", r)
	}
	if _, err := os.Stat(profiles); err == nil {
		t.Error("the window was measured")
	}
}
