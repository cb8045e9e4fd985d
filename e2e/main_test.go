//go:build e2e

package e2e_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"groundwork/e2e"
)

// display is the one screen of all tests. It has room for a window of 1280x800
// and its frame.
var display *e2e.Display

func TestMain(m *testing.M) {
	d, err := e2e.NewDisplay(1400, 900)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	display = d
	_ = os.RemoveAll(failures) // of an earlier run
	code := m.Run()
	d.Close()
	os.Exit(code)
}

// failures is where the pictures of failed tests go.
var failures = filepath.Join("..", "build", "failed")

// binary is the program under test.
func binary() string {
	if b := os.Getenv("GROUNDWORK_BIN"); b != "" {
		return b
	}
	return filepath.Join("..", "bin", "groundwork")
}

const (
	saveTime  = 1100 * time.Millisecond // after it a text must be on disk
	saveLimit = 15 * time.Second        // bounds the waits that are not about that
)

// seat is a user before the display, with a journal to be.
type seat struct {
	*e2e.User
	t      *testing.T
	folder string // of the journal; the program makes it
}

func sit(t *testing.T) *seat { return sitWith(t, binary()) }

func sitWith(t *testing.T, binary string) *seat {
	t.Helper()
	u, err := display.NewUser(binary)
	check(t, err)
	t.Cleanup(u.Close)
	return &seat{User: u, t: t, folder: filepath.Join(u.Home, "journal")}
}

// sitOnBus seats a user whose programs have a D-Bus of their own to speak to.
func sitOnBus(t *testing.T) (*seat, *e2e.Bus) {
	t.Helper()
	s := sit(t)
	bus, err := e2e.StartBus()
	check(t, err)
	t.Cleanup(bus.Close)
	s.Env = append(s.Env, bus.Env()...)
	return s, bus
}

// check ends the test where a step could not be done.
func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// open opens the window, ready to be written in.
func (s *seat) open(args ...string) *window {
	s.t.Helper()
	w, err := s.Open(s.folder, args...)
	check(s.t, err)
	return s.keep(w)
}

// show opens the window, whatever is in it.
func (s *seat) show() *window {
	s.t.Helper()
	w, err := s.Show(s.folder)
	check(s.t, err)
	return s.keep(w)
}

// entries gives what the journal holds.
func (s *seat) entries() []e2e.Entry {
	s.t.Helper()
	entries, err := s.Entries(s.folder)
	check(s.t, err)
	return entries
}

// eventually waits until the journal holds what is wanted, and gives it.
func (s *seat) eventually(limit time.Duration, what string, ok func([]e2e.Entry) bool) []e2e.Entry {
	s.t.Helper()
	var entries []e2e.Entry
	err := e2e.Eventually(limit, what, func() bool {
		entries = s.entries()
		return ok(entries)
	})
	if err != nil {
		s.t.Fatalf("%v\nthe journal holds %+v", err, entries)
	}
	return entries
}

// wants waits until the journal holds entries with exactly these texts, the
// newest first.
func (s *seat) wants(texts ...string) []e2e.Entry {
	s.t.Helper()
	return s.eventually(saveLimit, fmt.Sprintf("entries %q", texts), func(entries []e2e.Entry) bool {
		return fmt.Sprint(bodies(entries)) == fmt.Sprint(texts)
	})
}

// eventuallyOne waits until the journal holds one entry, whatever is in it.
func (s *seat) eventuallyOne() {
	s.t.Helper()
	s.eventually(saveLimit, "an entry", func(entries []e2e.Entry) bool { return len(entries) == 1 })
}

func bodies(entries []e2e.Entry) []string {
	var all []string
	for _, e := range entries {
		all = append(all, e.Body)
	}
	return all
}

// add adds an entry through the command line.
func (s *seat) add(args ...string) {
	s.t.Helper()
	if _, wrong, code := s.Groundwork(append([]string{"add", "--data", s.folder}, args...)...); code != 0 {
		s.t.Fatalf("add ended with %d: %s", code, wrong)
	}
}
