package data

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"groundwork/journal"
)

// Command is a command of a terminal, to be run in the process of the window
// that holds the journal.
type Command struct {
	Args     []string // without the program's name
	Folder   string   // the terminal's, from which relative paths lead
	Terminal bool     // a person types into standard input

	Stdin          io.Reader
	Stdout, Stderr io.Writer
}

// request is a Command on its way. JSON would change what is not UTF-8, so
// texts travel as bytes.
type request struct {
	Args     [][]byte `json:"args"`
	Folder   []byte   `json:"folder"`
	Terminal bool     `json:"terminal"`
}

// What is said before the first frame, each on a line of its own. Every
// version of the program reads and answers lines, so that a window and a
// terminal of different versions understand that they do not fit.
const (
	askToRun   = "run "   // and the speech of both, and the version of the program
	toldToRun  = "run\n"  // say what
	toldOther  = "other " // and the version of the window's program
	toldBusy   = "busy\n" // too many others wait
	speech     = "1"      // what is said in frames; another number with each change
	longestAsk = 64       // of a line, in bytes
)

// RunBeside runs a command in the process of the window that holds the journal
// in the folder, if that is a protected journal and unlocked there: then ran is
// true, and code is the command's exit code. Else nothing has happened and the
// journal is to be opened here. What is read and written goes through the
// streams of c, as if the command ran here. When ctx ends, it is stopped.
//
// A window that is of another version of the program, or that goes before the
// command has come to its end, is an ErrLocked that says so.
func RunBeside(ctx context.Context, folder, version string, c Command) (code int, ran bool, err error) {
	home := NewHome(folder, Options{})
	if !home.protectedForm() {
		return 0, false, nil
	}
	conn := reachWindow(home.folder)
	if conn == nil {
		return 0, false, nil
	}
	defer conn.Close() // all is said
	from := bufio.NewReader(conn)
	if ready, err := askWindow(conn, from, version); err != nil || !ready {
		return 0, false, err
	}
	code, err = newTerminal(conn, from, c).run(ctx, c)
	if errors.Is(err, errNotOpen) {
		return 0, false, nil
	}
	if err != nil {
		return 0, false, fmt.Errorf("run a command in the window: %w", err)
	}
	return code, true, nil
}

// reachWindow connects to the window of a journal; nil where there is none.
func reachWindow(folder string) net.Conn {
	in, err := findRuntimeFolder()
	if err != nil {
		return nil
	}
	conn, err := net.DialTimeout("unix", filepath.Join(in, socketName(folder)), patience)
	if err != nil {
		return nil
	}
	if !ofUser(conn) {
		_ = conn.Close() // nothing was said
		return nil
	}
	return conn
}

// askWindow asks whether the window runs a command of this version. One that
// does not answer is as good as none.
func askWindow(conn net.Conn, from *bufio.Reader, version string) (ready bool, err error) {
	if err := conn.SetDeadline(time.Now().Add(patience)); err != nil {
		return false, nil
	}
	_, err = io.WriteString(conn, greeting(version))
	line := ""
	if err == nil {
		line, err = from.ReadString('\n')
	}
	switch {
	case errors.Is(err, os.ErrDeadlineExceeded):
		return false, nil
	case err == nil && line == toldToRun:
		return true, conn.SetDeadline(time.Time{})
	case err == nil && line == toldBusy:
		return false, turnedAway("The window that holds the journal is busy with other commands. Try again in a moment.")
	}
	// Windows of before hang up on what they do not know.
	other, found := strings.CutPrefix(strings.TrimSpace(line), strings.TrimSpace(toldOther))
	if found && other != "" {
		other = " (" + strings.TrimSpace(other) + ")"
	}
	return false, turnedAway("The window that holds the journal is of another version of Groundwork%s. Close it, open it again, and try again.", other)
}

// greeting asks a window to run a command.
func greeting(version string) string { return askToRun + speech + " " + version + "\n" }

// turnedAway is an ErrLocked with a sentence for the user.
func turnedAway(sentence string, args ...any) error {
	return fmt.Errorf("%w: %w", journal.ErrLocked, &journal.Invalid{Problem: fmt.Sprintf(sentence, args...)})
}

// errNotOpen says that the window has no journal open that a command could be
// run on, and ran nothing.
var errNotOpen = errors.New("no journal is open in the window")

// terminal is the end at which a command was typed, while the window runs it.
type terminal struct {
	from   *bufio.Reader
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer

	mu   sync.Mutex // held while something is said: input and all else come from two goroutines
	conn net.Conn
}

func newTerminal(conn net.Conn, from *bufio.Reader, c Command) *terminal {
	return &terminal{conn: conn, from: from, stdin: c.Stdin, stdout: c.Stdout, stderr: c.Stderr}
}

// run has the command run and does what the window asks for meanwhile.
func (t *terminal) run(ctx context.Context, c Command) (code int, err error) {
	r := request{Folder: []byte(c.Folder), Terminal: c.Terminal}
	for _, arg := range c.Args {
		r.Args = append(r.Args, []byte(arg))
	}
	text, err := json.Marshal(r)
	if err != nil {
		return 0, err
	}
	if err := t.say(sayCommand, text); err != nil {
		return 0, err
	}
	defer context.AfterFunc(ctx, t.stop)()
	for {
		kind, content, err := readFrame(t.from, portionOf)
		if err != nil {
			return 0, fmt.Errorf("%w: %w", windowGone(), err)
		}
		switch {
		case kind == sayExit && len(content) == 1:
			return int(content[0]), nil
		case kind == sayLocked:
			return 0, errNotOpen
		case kind == sayOutput:
			err = t.write(t.stdout, content)
		case kind == sayErrors:
			err = t.write(t.stderr, content)
		case kind == sayRead:
			go t.read() // the window may go on without it
		default:
			err = errFrame
		}
		if err != nil {
			return 0, fmt.Errorf("%w: %w", windowGone(), err)
		}
	}
}

// windowGone says that the window went before a command came to its end.
func windowGone() error {
	return turnedAway("The window that holds the journal was closed or locked before this was done. Nothing is half done: try again.")
}

// stop asks the window to stop the command, and waits for a while only.
func (t *terminal) stop() {
	_ = t.say(sayStop, nil) // one that has gone has stopped
	_ = t.conn.SetReadDeadline(time.Now().Add(stopWithin))
}

// stopWithin is how long a command may take to stop.
const stopWithin = 10 * time.Second

func (t *terminal) say(kind byte, content []byte) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return writeFrame(t.conn, kind, content)
}

// write writes what the command put out, and tells how that went.
func (t *terminal) write(to io.Writer, content []byte) error {
	failed := ""
	if _, err := to.Write(content); err != nil {
		failed = err.Error()
	}
	return t.say(sayWritten, []byte(failed))
}

// read reads standard input once and hands it over.
func (t *terminal) read() {
	buffer := make([]byte, portionOf)
	n, err := t.stdin.Read(buffer)
	switch {
	case n > 0:
		_ = t.say(sayInput, buffer[:n]) // a window that has gone is told of by run
	case errors.Is(err, io.EOF):
		_ = t.say(sayEnd, nil)
	case err != nil:
		_ = t.say(sayFailed, []byte(err.Error()))
	default:
		_ = t.say(sayInput, nil) // nothing yet, as a Reader may answer
	}
}
