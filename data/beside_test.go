package data

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"groundwork/journal"
)

// claimed is the window of a protected journal, in a runtime folder of its own.
func claimed(t *testing.T) (w *Window, folder string) {
	t.Helper()
	t.Setenv("XDG_RUNTIME_DIR", shortFolder(t))
	folder = protectedHome(t).Folder()
	w, err := ClaimWindow(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.Close() })
	return w, folder
}

// outcome is what a command put out.
type outcome struct {
	code     int
	ran      bool
	err      error
	out, bad string
}

// beside runs a command of version "v" beside the window of a journal.
func beside(t *testing.T, folder, stdin string, args ...string) outcome {
	t.Helper()
	var out, bad bytes.Buffer
	c := Command{Args: args, Folder: "/somewhere", Stdin: iotest.HalfReader(strings.NewReader(stdin)), Stdout: &out, Stderr: &bad}
	code, ran, err := RunBeside(t.Context(), folder, "v", c)
	return outcome{code, ran, err, out.String(), bad.String()}
}

func TestACommandRunsInTheProcessOfTheWindowAsIfItRanAtTheTerminal(t *testing.T) {
	w, folder := claimed(t)
	w.OnCommand("v", func(_ context.Context, c Command) (int, error) {
		in, err := io.ReadAll(c.Stdin)
		if err != nil {
			t.Error(err)
		}
		_, _ = fmt.Fprintf(c.Stdout, "%q in %s: %d", c.Args, c.Folder, len(in))
		_, _ = io.WriteString(c.Stderr, "said")
		return 7, nil
	})
	text := strings.Repeat("é", portionOf)
	got := beside(t, folder, text, "add", "caf\xe9", "")
	want := outcome{7, true, nil, fmt.Sprintf(`["add" "caf\xe9" ""] in /somewhere: %d`, len(text)), "said"}
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestALongResultArrivesWhole(t *testing.T) {
	w, folder := claimed(t)
	result := strings.Repeat("0123456789", portionOf)
	w.OnCommand("v", func(_ context.Context, c Command) (int, error) {
		n, err := io.WriteString(c.Stdout, result)
		if n != len(result) || err != nil {
			t.Errorf("wrote %d, %v", n, err)
		}
		return 0, nil
	})
	if got := beside(t, folder, ""); got.out != result {
		t.Errorf("%d bytes arrived of %d", len(got.out), len(result))
	}
}

func TestStandardInputIsReadOnlyWhereTheCommandAsksForIt(t *testing.T) {
	w, folder := claimed(t)
	w.OnCommand("v", func(context.Context, Command) (int, error) { return 0, nil })
	untouched := iotest.ErrReader(errors.New("it was read"))
	if code, ran, err := RunBeside(t.Context(), folder, "v", Command{Stdin: untouched}); code != 0 || !ran || err != nil {
		t.Errorf("%d, %v, %v", code, ran, err)
	}
}

func TestWhatIsWrongWithTheTerminalsStreamsReachesTheCommand(t *testing.T) {
	w, folder := claimed(t)
	w.OnCommand("v", func(_ context.Context, c Command) (int, error) {
		_, wrong := c.Stdin.Read(make([]byte, 1))
		_, unwritten := io.WriteString(c.Stdout, "x")
		if fmt.Sprint(wrong, " ", unwritten) != "torn full" {
			t.Errorf("reading: %v, writing: %v", wrong, unwritten)
		}
		return 1, nil
	})
	c := Command{Stdin: iotest.ErrReader(errors.New("torn")), Stdout: fullDisk{}}
	if code, ran, err := RunBeside(t.Context(), folder, "v", c); code != 1 || !ran || err != nil {
		t.Errorf("%d, %v, %v", code, ran, err)
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("full") }

// TestNothingIsRunWhereNoUnlockedJournalIsInTheWindow: then the command runs at
// the terminal.
func TestNothingIsRunWhereNoUnlockedJournalIsInTheWindow(t *testing.T) {
	w, folder := claimed(t)
	nothing := outcome{}
	if got := beside(t, folder, "", "list"); got != nothing {
		t.Errorf("beside a window that runs no commands: %+v", got)
	}
	w.OnCommand("v", func(context.Context, Command) (int, error) { return 0, journal.ErrLocked })
	if got := beside(t, folder, "", "list"); got != nothing {
		t.Errorf("beside a locked window: %+v", got)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if got := beside(t, folder, "", "list"); got != nothing {
		t.Errorf("without a window: %+v", got)
	}
}

func TestAPlainJournalIsOpenedBesideItsWindow(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", shortFolder(t))
	folder := filepath.Join(t.TempDir(), "journal")
	w, err := ClaimWindow(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	w.OnCommand("v", func(context.Context, Command) (int, error) { t.Error("it ran"); return 0, nil })
	if got := beside(t, folder, "", "list"); got != (outcome{}) {
		t.Errorf("%+v", got)
	}
}

func TestAWindowOfAnotherVersionSaysSo(t *testing.T) {
	w, folder := claimed(t)
	w.OnCommand("w", func(context.Context, Command) (int, error) { t.Error("it ran"); return 0, nil })
	got := beside(t, folder, "", "list")
	if what, _ := journal.Explain(got.err); !errors.Is(got.err, journal.ErrLocked) || !strings.Contains(what, "another version of Groundwork (w)") {
		t.Errorf("%+v", got)
	}
}

// TestAWindowOfBeforeThisCouldBeAskedIsToldApart: it hangs up on what it does
// not know.
func TestAWindowOfBeforeThisCouldBeAskedIsToldApart(t *testing.T) {
	w, folder := claimed(t)
	_ = w.listener.Close()
	socket, err := socketPath(folder)
	if err != nil {
		t.Fatal(err)
	}
	old, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	go func() {
		if conn, err := old.Accept(); err == nil {
			_, _ = bufio.NewReaderSize(conn, 16).ReadSlice('\n')
			_ = conn.Close()
		}
	}()
	got := beside(t, folder, "", "list")
	if what, _ := journal.Explain(got.err); !errors.Is(got.err, journal.ErrLocked) || !strings.Contains(what, "another version") {
		t.Errorf("%+v", got)
	}
}

func TestACommandIsStoppedWhenItsTerminalSaysSo(t *testing.T) {
	w, folder := claimed(t)
	ctx, stop := context.WithCancel(t.Context())
	w.OnCommand("v", func(running context.Context, c Command) (int, error) {
		stop()
		<-running.Done()
		_, _ = io.WriteString(c.Stderr, "Stopped.")
		return 1, nil
	})
	var bad bytes.Buffer
	code, ran, err := RunBeside(ctx, folder, "v", Command{Stderr: &bad})
	if code != 1 || !ran || err != nil || bad.String() != "Stopped." {
		t.Errorf("%d, %v, %v, %q", code, ran, err, bad.String())
	}
}

func TestACommandIsStoppedWhenItsTerminalHasGone(t *testing.T) {
	w, folder := claimed(t)
	stopped := make(chan error, 1)
	w.OnCommand("v", func(running context.Context, c Command) (int, error) {
		_, err := c.Stdin.Read(make([]byte, 1)) // the terminal goes instead of an answer
		<-running.Done()
		stopped <- err
		return 1, nil
	})
	conn, from := greeted(t, folder)
	if err := writeFrame(conn, sayCommand, []byte(`{}`)); err != nil {
		t.Fatal(err)
	}
	if kind, _, err := readFrame(from, portionOf); kind != sayRead || err != nil {
		t.Fatalf("the window says %q, %v", kind, err)
	}
	_ = conn.Close()
	if err := <-stopped; err == nil {
		t.Error("it read on")
	}
}

// greeted greets a window as a terminal does, and waits until it may speak.
func greeted(t *testing.T, folder string) (net.Conn, *bufio.Reader) {
	t.Helper()
	conn := reachWindow(folder)
	if conn == nil {
		t.Fatal("there is no window")
	}
	t.Cleanup(func() { _ = conn.Close() })
	from := bufio.NewReader(conn)
	if ready, err := askWindow(conn, from, "v"); !ready || err != nil {
		t.Fatalf("the window is ready: %v, %v", ready, err)
	}
	return conn, from
}

func TestAWindowThatGoesStopsItsCommandsAndSaysSo(t *testing.T) {
	w, folder := claimed(t)
	closed := make(chan error, 1)
	var cause error
	w.OnCommand("v", func(running context.Context, _ Command) (int, error) {
		go func() { closed <- w.Close() }()
		<-running.Done()
		cause = context.Cause(running)
		return 3, nil
	})
	if got := beside(t, folder, "", "list"); got.code != 3 || !got.ran || got.err != nil {
		t.Errorf("%+v", got)
	}
	if err := <-closed; err != nil || !errors.Is(cause, journal.ErrLocked) {
		t.Errorf("closing: %v, and the command heard: %v", err, cause)
	}
}

// TestAWindowThatIsKilledLeavesNoTerminalWaiting: a connection that breaks off
// says no exit code.
func TestAWindowThatIsKilledLeavesNoTerminalWaiting(t *testing.T) {
	ours, theirs := net.Pipe()
	go func() {
		_, _, _ = readFrame(theirs, largestRequest)
		_ = theirs.Close()
	}()
	_, err := newTerminal(ours, bufio.NewReader(ours), Command{}).run(t.Context(), Command{})
	if what, _ := journal.Explain(err); !errors.Is(err, journal.ErrLocked) || !strings.Contains(what, "closed or locked") {
		t.Errorf("%v", err)
	}
}
