package e2e

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Start tells how long a program took from its start until its window was
// there, and what it then cost.
type Start struct {
	Painted time.Duration // until the picture first rested for restShort, and was not blank
	Settled time.Duration // until the last change before it rested for restWhole
	Memory  int           // bytes: its own and its share of what it shares
}

const (
	restShort = 100 * time.Millisecond
	restWhole = 1500 * time.Millisecond
	glance    = 8 * time.Millisecond // between two frames
)

// TimeStart starts the program on the journal in a folder, measures how it
// starts, and ends it. Nothing else may be going on on the screen. A blinking
// text cursor counts as no change.
func (u *User) TimeStart(film *Film, folder string) (Start, error) {
	empty := film.Shoot(nil)
	began := time.Now()
	w, err := u.Start(folder)
	if err != nil {
		return Start{}, err
	}
	defer w.Kill()
	s, err := w.timeStart(film, empty, began)
	if err != nil {
		return s, w.fail(err)
	}
	if s.Memory, err = w.Memory(); err != nil {
		return s, err
	}
	if err := w.Signal(syscall.SIGTERM); err != nil {
		return s, err
	}
	_, err = w.Wait(startLimit)
	return s, err
}

// timeStart watches the screen alone: asking the X tools where the window is
// would take time from what is measured.
func (w *Window) timeStart(film *Film, empty Frame, began time.Time) (s Start, err error) {
	last, next := slices.Clone(empty), film.Shoot(nil) // empty itself stays as it is
	changed := began
	for now := began; now.Sub(began) < startLimit && !w.Ended(); now = time.Now() {
		if !same(film.Change(last, next, film.Bounds())) {
			changed = now
		}
		rest := now.Sub(changed)
		if s.Painted == 0 && rest >= restShort && !film.blank(next, inside(film.Change(empty, next, film.Bounds()))) {
			s.Painted = changed.Sub(began)
		}
		if s.Painted != 0 && rest >= restWhole {
			s.Settled = changed.Sub(began)
			return s, nil
		}
		time.Sleep(glance)
		last, next = next, film.Shoot(last)
	}
	return s, errors.New("the program painted no window that came to rest")
}

// inside is what lies within a window in its frame: the title, which the
// window manager paints, is no sign of life of the program. No more is cut
// off, since a page may have its only line of writing at the very top.
func inside(window image.Rectangle) image.Rectangle { return window.Inset(24) }

// Memory is the proportional set size of the program, in bytes.
func (w *Window) Memory() (int, error) { return w.memory("Pss") }

// OwnMemory is what of Memory is no part of a file, in bytes: how many others have
// the same libraries open just then makes no difference to it.
func (w *Window) OwnMemory() (int, error) { return w.memory("Pss_Anon") }

// memory is a field of smaps_rollup in proc(5), in bytes.
func (w *Window) memory(field string) (int, error) {
	b, err := os.ReadFile(w.proc("smaps_rollup"))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(b)) {
		var kilobytes int
		if _, err := fmt.Sscanf(line, field+": %d kB", &kilobytes); err == nil {
			return kilobytes << 10, nil
		}
	}
	return 0, errors.New("the system does not tell the program's memory")
}

// CPU is the processor time that the program has taken, in all its threads.
func (w *Window) CPU() (time.Duration, error) {
	b, err := os.ReadFile(w.proc("stat"))
	if err != nil {
		return 0, err
	}
	// The name in brackets may hold spaces; the numbers come after it, and of
	// all that proc(5) lists, user and system time are the 12th and 13th.
	fields := bytes.Fields(b[bytes.LastIndexByte(b, ')')+1:])
	if len(fields) < 13 {
		return 0, fmt.Errorf("the system tells of the program: %q", b)
	}
	ticks := 0
	for _, field := range fields[11:13] {
		n, err := strconv.Atoi(string(field))
		if err != nil {
			return 0, err
		}
		ticks += n
	}
	return time.Duration(ticks) * (time.Second / 100), nil // Linux counts hundredths
}

func (w *Window) proc(name string) string {
	return fmt.Sprintf("/proc/%d/%s", w.process.Process.Pid, name)
}

// TimeKey presses a key and measures until the first change of the window by
// more than a blinking cursor.
func (w *Window) TimeKey(film *Film, key string) (time.Duration, error) {
	where, err := w.Bounds()
	if err != nil {
		return 0, err
	}
	before := film.Shoot(nil)
	began := time.Now()
	pressed := make(chan error, 1)
	go func() { pressed <- w.Keys(key) }()
	var now Frame
	for ; time.Since(began) < stepLimit; time.Sleep(time.Millisecond) {
		now = film.Shoot(now)
		if !same(film.Change(before, now, where)) {
			return time.Since(began), <-pressed
		}
	}
	return 0, errors.Join(<-pressed, fmt.Errorf("the key %s changed nothing", key))
}
