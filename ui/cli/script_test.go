package cli_test

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/ui/cli"
)

// TestMain lets the scripts call the program as "groundwork", and itself
// again as the program.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"groundwork": program, "groundwork-window": windowProgram})
}

// program is main.go without a window: the bare command says with what it
// would be opened.
func program() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := cli.Run(ctx, os.Args[1:], realWorld())
	stop()
	os.Exit(code)
}

// realWorld is the world of the scripts: real files, and a clock that stands
// still where GROUNDWORK_TEST_NOW says so.
func realWorld() cli.Env {
	return cli.Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv,
		Now:     now,
		Version: version, Versions: "SQLite 3.x",
		DefaultFolder: os.Getenv("GROUNDWORK_TEST_DEFAULT"),
		Home:          func(folder string) journal.Home { return data.NewHome(folder, data.Options{Now: now, Work: 2}) },
		Window: func(o cli.WindowOptions) int {
			_, _ = io.WriteString(os.Stdout, "window of "+o.Folder+" with "+o.PassphraseFile+"\n")
			return 7
		},
		Press:  press,
		Beside: beside,
	}
}

// now is the clock of the scripts.
func now() time.Time {
	if text := os.Getenv("GROUNDWORK_TEST_NOW"); text != "" {
		now, err := time.Parse(time.RFC3339, text)
		if err != nil {
			panic(err)
		}
		return now
	}
	return time.Now()
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("GROUNDWORK_DATA", env.WorkDir+"/j")
			env.Setenv("GROUNDWORK_TEST_NOW", "2026-11-20T21:04:00+01:00")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "keep": keep, "perm": perm, "makefile": makefile, "jsonof": jsonOf, "window": window,
		},
	})
}

var update = flag.Bool("update", false, "write the scripts' expected output anew")

// exits runs a program and compares its exit code: exits CODE PROGRAM ARGS...
func exits(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("run %s: %v", args[1], err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// keep puts the last standard output into a variable: keep NAME.
func keep(ts *testscript.TestScript, _ bool, args []string) {
	ts.Setenv(args[0], strings.TrimSpace(ts.ReadFile("stdout")))
}

// perm compares the permissions of a file: perm MODE FILE.
func perm(ts *testscript.TestScript, _ bool, args []string) {
	info, err := os.Stat(ts.MkAbs(args[1]))
	ts.Check(err)
	if got := strconv.FormatUint(uint64(info.Mode().Perm()), 8); got != args[0] {
		ts.Fatalf("%s has the permissions %s, want %s", args[1], got, args[0])
	}
}

// makefile writes a file that a script cannot hold, with Go's escapes, over
// and over: makefile FILE TEXT [TIMES].
func makefile(ts *testscript.TestScript, _ bool, args []string) {
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	times := 1
	if len(args) > 2 {
		times, err = strconv.Atoi(args[2])
		ts.Check(err)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(text, times)), 0o600))
}

// jsonOf writes one member of the JSON on standard output, as it is, into a
// file: jsonof MEMBER FILE.
func jsonOf(ts *testscript.TestScript, _ bool, args []string) {
	var object map[string]any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &object))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), fmt.Append(nil, object[args[0]]), 0o600))
}
