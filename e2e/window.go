package e2e

import (
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Window is a running program with its window on the display.
type Window struct {
	display *Display
	process *exec.Cmd
	id      string // as X knows it
	log     string // the file its errors go into
	gone    chan struct{}
}

// Open opens the window on the journal in a folder and waits until one can
// write: a text cursor blinks in it.
func (u *User) Open(folder string, args ...string) (*Window, error) {
	w, err := u.Show(folder, args...)
	if err != nil {
		return nil, err
	}
	if err := w.Ready(); err != nil {
		return nil, w.fail(err)
	}
	return w, nil
}

// Show opens the window on the journal in a folder and waits until something
// is painted in it, be it the journal or the page that says what is wrong.
func (u *User) Show(folder string, args ...string) (*Window, error) {
	w, err := u.Start(folder, args...)
	if err != nil {
		return nil, err
	}
	err = Eventually(startLimit, "a window", func() bool { return w.Ended() || w.find() })
	if err == nil && w.Ended() {
		err = errors.New("the program ended before its window showed")
	}
	if err == nil {
		err = w.Steady()
	}
	if err != nil {
		return nil, w.fail(err)
	}
	return w, nil
}

// Start starts the program on the journal in a folder, or else on the user's
// own, and waits for nothing.
func (u *User) Start(folder string, args ...string) (*Window, error) {
	log, err := os.CreateTemp(u.Home, "log")
	if err != nil {
		return nil, err
	}
	defer log.Close()
	c := u.command(context.Background(), append(journal(folder), args...)...)
	c.Stdout, c.Stderr = log, log
	if err := c.Start(); err != nil {
		return nil, fmt.Errorf("start the program: %w", err)
	}
	w := &Window{display: u.display, process: c, log: log.Name(), gone: make(chan struct{})}
	go func() {
		_ = c.Wait() // the exit code is all there is to know
		close(w.gone)
	}()
	return w, nil
}

// fail ends the program and adds to an error what it said.
func (w *Window) fail(err error) error {
	w.Kill()
	return fmt.Errorf("%w\nthe program said: %s", err, w.Log())
}

// Log is what the program said on standard output and standard error.
func (w *Window) Log() string {
	b, _ := os.ReadFile(filepath.Clean(w.log)) // nothing, if it cannot be read
	return string(b)
}

// find looks for the window of the program.
func (w *Window) find() bool {
	ids := w.ids()
	if len(ids) == 0 {
		return false
	}
	w.id = ids[0]
	return true
}

func (w *Window) ids() []string {
	// xdotool fails where it finds nothing.
	out, _ := w.display.tool(nil, "xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(w.process.Process.Pid))
	return strings.Fields(string(out))
}

// Titles gives the title of every visible window of the program.
func (w *Window) Titles() []string {
	var titles []string
	for _, id := range w.ids() {
		out, _ := w.display.tool(nil, "xdotool", "getwindowname", id)
		titles = append(titles, strings.TrimSpace(string(out)))
	}
	return titles
}

// Signal sends the program a signal.
func (w *Window) Signal(s syscall.Signal) error { return w.process.Process.Signal(s) }

// Kill ends the program as a power cut does, and waits until it has gone.
func (w *Window) Kill() {
	_ = w.process.Process.Kill()
	<-w.gone
}

// Ended tells whether the program has ended.
func (w *Window) Ended() bool {
	select {
	case <-w.gone:
		return true
	default:
		return false
	}
}

// Wait waits until the program has ended and gives its exit code, -1 where a
// signal ended it. Where it does not end it is made to, and the error tells what
// each goroutine was at.
func (w *Window) Wait(limit time.Duration) (int, error) {
	select {
	case <-w.gone:
		return w.process.ProcessState.ExitCode(), nil
	case <-time.After(limit):
		_ = w.Signal(syscall.SIGQUIT) // on which the Go runtime writes the stacks
		_ = Eventually(stepLimit, "the stacks", w.Ended)
		return 0, w.fail(fmt.Errorf("the program did not end within %v", limit))
	}
}

// Bounds is where the window lies on the screen, without its frame.
func (w *Window) Bounds() (image.Rectangle, error) {
	// Not xdotool's getwindowgeometry, which counts the frame twice.
	out, err := w.display.tool(nil, "xwininfo", "-id", w.id)
	var x, y, width, height int
	for line := range strings.Lines(string(out)) {
		for format, value := range map[string]*int{
			"  Absolute upper-left X: %d": &x, "  Absolute upper-left Y: %d": &y, "  Width: %d": &width, "  Height: %d": &height,
		} {
			_, _ = fmt.Sscanf(line, format, value) // most lines say something else
		}
	}
	return image.Rect(x, y, x+width, y+height), err
}
