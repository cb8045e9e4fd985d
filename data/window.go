package data

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"
)

// ErrShown is the answer of ClaimWindow when another process has a window on
// the journal: that window has been asked to show itself.
var ErrShown = errors.New("the journal's window is open and was shown")

// askToShow asks the window to show itself. Else a terminal may ask it to run a
// command (see RunBeside); nothing more is ever said through the socket.
const askToShow = "show\n"

// patience is how long either end of the socket waits for the other.
const patience = 2 * time.Second

// Window is the right to have the one window on a journal, whether the journal
// is open or locked.
type Window struct {
	lock     *windowLock
	listener net.Listener
	serving  sync.WaitGroup
	callers  *callers

	mu   sync.Mutex
	show func() (shown bool)
	late bool // asked to show before OnShow was called
}

// ClaimWindow claims the window of the journal in the folder. Where another
// process has it, that one is asked to show its window and the answer is
// ErrShown. The folder is made if it is not there.
//
// The lock file in the folder says who has the window; the socket only carries
// the wish to see it. It is a file that belongs to this user alone, on this
// machine: nothing of it is reachable over a network.
func ClaimWindow(folder string) (*Window, error) { return claimWindow(folder, takeWindowLock) }

func claimWindow(folder string, take func(path string) (*windowLock, error)) (*Window, error) {
	home := NewHome(folder, Options{})
	w, err := claim(home, take)
	if errors.Is(err, ErrShown) {
		return nil, err
	}
	if err != nil {
		return nil, explainPlain(home.folder, "claim the window", err)
	}
	return w, nil
}

func claim(home *Home, take func(path string) (*windowLock, error)) (*Window, error) {
	if err := home.prepareFolder(); err != nil {
		return nil, err
	}
	socket, err := socketPath(home.folder)
	if err != nil {
		return nil, err
	}
	lock, err := takeOrShow(func() (*windowLock, error) { return take(filepath.Join(home.folder, "window.lock")) }, socket)
	if err != nil {
		return nil, err
	}
	listener, err := listen(socket)
	if err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	clearLent() // nobody may come to unlock the journal, which clears it, too
	w := &Window{lock: lock, listener: listener, callers: newCallers()}
	w.serving.Go(w.serve)
	return w, nil
}

// OnShow has show called whenever another start asks to see the window; at
// once if one asked already. It tells whether the window shows itself: where it
// is going, the other start waits until it has gone and opens one of its own.
// It is not called on the UI goroutine.
func (w *Window) OnShow(show func() (shown bool)) {
	w.mu.Lock()
	w.show = show
	late := w.late
	w.late = false
	w.mu.Unlock()
	if late {
		show()
	}
}

// Close gives the window up to whoever comes next. Commands that still run here
// are stopped and waited for.
func (w *Window) Close() error {
	w.callers.end(windowGone())
	err := w.listener.Close() // removes the socket too
	w.serving.Wait()
	if err = errors.Join(err, w.lock.Close()); err != nil {
		return fmt.Errorf("give up the window: %w", err)
	}
	return nil
}

// serve answers until the listener is closed, each connection on a goroutine of
// its own: to see the window never waits for a command.
func (w *Window) serve() {
	for {
		w.callers.greetings <- struct{}{}
		conn, err := w.listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err != nil {
			<-w.callers.greetings
			continue
		}
		w.serving.Go(func() { w.answer(conn) })
	}
}

// answer reads one wish. A peer that says nothing or something else is let go.
func (w *Window) answer(conn net.Conn) {
	defer conn.Close() // nothing more is to be said
	from := bufio.NewReaderSize(conn, longestAsk)
	wish, err := w.greet(conn, from)
	<-w.callers.greetings
	switch {
	case err != nil:
	case wish == askToShow:
		w.showFor(conn)
	case strings.HasPrefix(wish, askToRun):
		w.callers.serve(conn, from, wish)
	}
}

// greet reads the line with which a connection begins. Who says nothing is not
// waited for long, and not at all when the window goes.
func (w *Window) greet(conn net.Conn, from *bufio.Reader) (wish string, err error) {
	if !ofUser(conn) {
		return "", fs.ErrPermission
	}
	if err := conn.SetDeadline(time.Now().Add(patience)); err != nil {
		return "", err
	}
	defer context.AfterFunc(w.callers.life, func() { _ = conn.SetReadDeadline(time.Now()) })()
	line, err := from.ReadSlice('\n')
	return string(line), err
}

// The answers to askToShow.
const (
	saysShown = "shown\n"
	saysGoing = "going\n" // it is being closed
)

// showFor shows the window for another start, which waits for the answer.
func (w *Window) showFor(conn net.Conn) {
	w.mu.Lock()
	show := w.show
	w.late = show == nil
	w.mu.Unlock()
	answer := saysShown
	if show != nil && !show() {
		answer = saysGoing
	}
	_, _ = io.WriteString(conn, answer) // if it is gone, nothing is lost
}

// goingLimit bounds how long a start waits for a window that is going: longer
// than the window waits for its disk.
const goingLimit = 30 * time.Second

// takeOrShow takes the lock of the window. Where another process has it, that
// one is asked to show its window, and the answer is ErrShown, with what went
// wrong if it could not be asked. It tries again for a while: that process may
// have the lock and not yet the socket, be replaced by another just then, or be
// going.
func takeOrShow(take func() (*windowLock, error), socket string) (*windowLock, error) {
	begun := time.Now()
	until := begun.Add(patience)
	for ; ; time.Sleep(lockEvery) {
		lock, err := take()
		if err != nil {
			return nil, fmt.Errorf("lock the window: %w", err)
		}
		if lock != nil {
			return lock, nil
		}
		shown, err := askOnce(socket)
		if shown {
			return nil, ErrShown
		}
		if err == nil { // it is going: its socket goes first, and a process may take its place
			until, err = begun.Add(goingLimit), errGoing
		}
		if time.Now().After(until) {
			return nil, fmt.Errorf("%w (it does not answer: %w)", ErrShown, err)
		}
	}
}

// errGoing is what a window says that is being closed.
var errGoing = errors.New("it is going")

// askOnce asks to see the window, and tells whether it shows itself.
func askOnce(socket string) (shown bool, err error) {
	conn, err := net.DialTimeout("unix", socket, patience)
	if err != nil {
		return false, err
	}
	defer conn.Close() // the answer is read already
	if err := conn.SetDeadline(time.Now().Add(patience)); err != nil {
		return false, err
	}
	if _, err := conn.Write([]byte(askToShow)); err != nil {
		return false, err
	}
	answer, err := bufio.NewReader(conn).ReadString('\n')
	return err == nil && answer != saysGoing, err
}

// listen makes the socket. Whoever has the lock is the only one to listen, so
// a socket that is there already was left by a crash.
func listen(socket string) (net.Listener, error) {
	if err := os.Remove(socket); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("remove the socket that was left: %w", err)
	}
	listener, err := net.Listen("unix", socket)
	if err != nil {
		return nil, fmt.Errorf("listen for a second start: %w", err)
	}
	if err := os.Chmod(socket, 0o600); err != nil {
		return nil, errors.Join(fmt.Errorf("close the socket to others: %w", err), listener.Close())
	}
	return listener, nil
}

// socketPath names the socket of a journal.
func socketPath(folder string) (string, error) {
	in, err := runtimeFolder()
	if err != nil {
		return "", err
	}
	return filepath.Join(in, socketName(folder)), nil
}

// socketName is what the socket of a journal is called: short, because the
// system allows about a hundred letters, and telling nothing of where the
// journal lies.
func socketName(folder string) string {
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		folder = real
	}
	sum := sha256.Sum256([]byte(folder))
	return hex.EncodeToString(sum[:8]) + ".sock"
}

// longestRuntime is how long the name of the runtime folder may be: with the
// socket's own name it must fit into what the system allows.
const longestRuntime = 80

// runtimeFolder makes a folder that is this user's alone: the system's, or one
// in the folder of temporary files.
func runtimeFolder() (string, error) {
	if err := os.Mkdir(runtimePlace(), 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", fmt.Errorf("make the runtime folder: %w", err)
	}
	return findRuntimeFolder()
}

// findRuntimeFolder gives the runtime folder where there is one. Anybody may
// make a folder among the temporary files, so its owner and its rights are
// looked at.
func findRuntimeFolder() (string, error) {
	folder := runtimePlace()
	info, err := os.Lstat(folder)
	if err != nil {
		return "", fmt.Errorf("look at the runtime folder: %w", err)
	}
	if !info.IsDir() || !ownedByUser(info) {
		return "", fmt.Errorf("%w: %s belongs to somebody else", fs.ErrPermission, folder)
	}
	if info.Mode().Perm() != 0o700 {
		if err := os.Chmod(folder, 0o700); err != nil { // #nosec G302 -- a folder
			return "", fmt.Errorf("close the runtime folder to others: %w", err)
		}
	}
	return folder, nil
}

// runtimePlace is where the runtime folder lies or will lie.
func runtimePlace() string {
	if given := os.Getenv("XDG_RUNTIME_DIR"); filepath.IsAbs(given) && len(given) < longestRuntime-len("/groundwork") {
		if info, err := os.Stat(given); err == nil && info.IsDir() && ownedByUser(info) { // #nosec G703 -- the user's own environment
			return filepath.Join(given, "groundwork")
		}
	}
	folder := filepath.Join(os.TempDir(), "groundwork-"+strconv.Itoa(os.Getuid()))
	if len(folder) > longestRuntime && runtime.GOOS != "windows" {
		folder = "/tmp/groundwork-" + strconv.Itoa(os.Getuid())
	}
	return folder
}
