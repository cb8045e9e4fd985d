package data

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"sync"
	"time"

	"groundwork/journal"
)

// Runner runs a command of a terminal in this process and gives its exit code.
// It is called on a goroutine of its own. ctx ends when the command is to stop:
// because the terminal says so or has gone, or because the window goes, which
// is an ErrLocked as ctx's cause. An ErrLocked as the answer says that nothing
// was run, since no journal is open here.
type Runner func(ctx context.Context, c Command) (code int, err error)

const (
	// mostGreetings is how many connections may be about to say what they want.
	mostGreetings = 32
	// mostCallers is how many commands may run or wait to run.
	mostCallers = 64
	// mostRunning is how many of them run at once.
	mostRunning = 8
)

// callers are the commands of terminals that the window has to do with.
type callers struct {
	greetings, all, running chan struct{} // a place for each of them

	mu      sync.Mutex
	run     Runner // nil: nothing is run here
	version string

	life context.Context // ends when the window goes
	end  context.CancelCauseFunc
}

func newCallers() *callers {
	c := &callers{
		greetings: make(chan struct{}, mostGreetings), all: make(chan struct{}, mostCallers), running: make(chan struct{}, mostRunning),
	}
	c.life, c.end = context.WithCancelCause(context.Background())
	return c
}

// OnCommand has run called for each command of a terminal that is of the same
// version of the program as this one.
func (w *Window) OnCommand(version string, run Runner) {
	w.callers.mu.Lock()
	defer w.callers.mu.Unlock()
	w.callers.version, w.callers.run = version, run
}

// tryEnter takes a place if there is one.
func tryEnter(places chan struct{}) bool {
	select {
	case places <- struct{}{}:
		return true
	default:
		return false
	}
}

// serve runs one command, whose terminal has just greeted. It is the end of the
// connection.
func (c *callers) serve(conn net.Conn, from *bufio.Reader, greeted string) {
	c.mu.Lock()
	run, version := c.run, c.version
	c.mu.Unlock()
	answer := toldToRun
	switch {
	case run != nil && greeted != greeting(version):
		answer = toldOther + version + "\n"
	case !tryEnter(c.all):
		answer = toldBusy
	default:
		defer func() { <-c.all }()
	}
	if _, err := io.WriteString(conn, answer); err != nil || answer != toldToRun {
		return
	}
	command, err := readRequest(from)
	if err != nil || conn.SetDeadline(time.Time{}) != nil {
		return // whoever it was does not speak as agreed
	}
	t := listenTo(c.life, conn, from)
	defer t.hangUp()
	if run == nil || !c.enter(t.ctx) {
		_ = t.say(sayLocked, nil) // if nobody is there, nobody needs to know
		return
	}
	defer func() { <-c.running }()
	command.Stdin, command.Stdout, command.Stderr = t.input(), t.output(sayOutput), t.output(sayErrors)
	code, err := run(t.ctx, command)
	if errors.Is(err, journal.ErrLocked) {
		_ = t.say(sayLocked, nil)
		return
	}
	_ = t.say(sayExit, []byte{byte(code)}) // #nosec G115 -- 0 to 3
}

// enter waits for a place among those that run.
func (c *callers) enter(ctx context.Context) bool {
	select {
	case c.running <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

// readRequest reads what is to be run.
func readRequest(from io.Reader) (Command, error) {
	kind, content, err := readFrame(from, largestRequest)
	if err != nil {
		return Command{}, err
	}
	var r request
	if kind != sayCommand || json.Unmarshal(content, &r) != nil {
		return Command{}, errFrame
	}
	c := Command{Folder: string(r.Folder), Terminal: r.Terminal, Args: make([]string, len(r.Args))}
	for i, arg := range r.Args {
		c.Args[i] = string(arg)
	}
	return c, nil
}
