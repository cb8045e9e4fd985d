package data

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"groundwork/journal"
)

func TestTheOneThatHoldsItAloneKeepsOthersOut(t *testing.T) {
	h := closedJournal(t)
	h.wait = 50 * time.Millisecond
	lines, stop := start(t, child(t, "hold", h.folder))
	if !lines.Scan() || lines.Text() != "held" {
		t.Fatalf("the other process: %q", lines.Text())
	}
	if _, err := h.Open(t.Context()); !errors.Is(err, journal.ErrLocked) {
		t.Errorf("Open: %v", err)
	}
	if _, err := h.Check(t.Context()); !errors.Is(err, journal.ErrLocked) {
		t.Errorf("Check: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := h.Open(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled Open: %v", err)
	}
	stop()
	openHome(t, h)
}

func TestTheNextOneWaits(t *testing.T) {
	if h := NewHome("x", Options{}); h.wait != 5*time.Second || h.poll != time.Second {
		t.Errorf("it waits %v and looks every %v", h.wait, h.poll)
	}
	h := closedJournal(t)
	held, err := h.takeLock(t.Context(), exclusive)
	if err != nil {
		t.Fatal(err)
	}
	opened := make(chan error, 1)
	go func() {
		s, err := h.Open(t.Context())
		if err == nil {
			err = s.Close()
		}
		opened <- err
	}()
	if err := held.release(); err != nil {
		t.Fatal(err)
	}
	if err := <-opened; err != nil {
		t.Error(err)
	}
}

func TestNoMigrationWhileTheJournalIsOpen(t *testing.T) {
	h := newHome(t)
	openHome(t, h)
	newer := NewHome(h.folder, Options{})
	newer.wait, newer.migrations = 50*time.Millisecond, twoSteps(t, addMood)
	if _, err := newer.Open(t.Context()); !errors.Is(err, journal.ErrLocked) {
		t.Errorf("Open: %v", err)
	}
	openHome(t, NewHome(h.folder, Options{})) // shared: a second one is welcome
}

func TestManyMakeOneJournal(t *testing.T) {
	h := newHome(t)
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			s, err := NewHome(h.folder, Options{}).Open(t.Context())
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			if err := s.Apply(t.Context(), journal.Changes{Entries: []journal.Entry{written(i, "", "")}}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if n, err := openHome(t, h).Count(t.Context(), journal.Filter{}); n != 4 || err != nil {
		t.Errorf("%d entries, %v", n, err)
	}
}

func TestTheSecondStartShowsTheFirstWindow(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", shortFolder(t))
	folder := filepath.Join(t.TempDir(), "journal")
	w, err := ClaimWindow(folder)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ClaimWindow(folder); !errors.Is(err, ErrShown) {
		t.Errorf("a second claim: %v", err)
	}
	shown := make(chan struct{}, 10)
	w.OnShow(func() bool { shown <- struct{}{}; return true })
	<-shown // what was asked before anybody listened
	out, err := child(t, "claim", folder).Output()
	if err != nil || strings.TrimSpace(string(out)) != "shown" {
		t.Errorf("a claim by another process: %s, %v", out, err)
	}
	<-shown
	if other, err := ClaimWindow(filepath.Join(t.TempDir(), "other")); err != nil {
		t.Errorf("the window of another journal: %v", err)
	} else if err := other.Close(); err != nil {
		t.Error(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := ClaimWindow(folder)
	if err != nil {
		t.Fatalf("after the first was closed: %v", err)
	}
	if err := again.Close(); err != nil {
		t.Error(err)
	}
}

func TestAWindowThatWasKilledLeavesNoTrace(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", shortFolder(t))
	folder := filepath.Join(t.TempDir(), "journal")
	cmd := child(t, "claim", folder)
	if _, err := cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if lines := bufio.NewScanner(out); !lines.Scan() || lines.Text() != "claimed" {
		t.Fatalf("the other process: %q", lines.Text())
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // killed
	socket, err := socketPath(folder)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(socket); err != nil {
		t.Fatalf("the test is wrong: no socket was left: %v", err)
	}
	w, err := ClaimWindow(folder)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
}

func TestARuntimeFolderOfSomebodyElseIsRefused(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can give a folder to somebody else")
	}
	runtime := shortFolder(t)
	t.Setenv("XDG_RUNTIME_DIR", runtime)
	theirs := filepath.Join(runtime, "groundwork")
	if err := errors.Join(os.Mkdir(theirs, 0o777), os.Chown(theirs, nobody, nobody)); err != nil {
		t.Fatal(err)
	}
	if _, err := ClaimWindow(t.TempDir()); !errors.Is(err, journal.ErrNoAccess) {
		t.Errorf("claim: %v", err)
	}
}

func shortFolder(t testing.TB) string {
	t.Helper()
	folder, err := os.MkdirTemp("/tmp", "gw")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	return folder
}

func TestWatchSeesOthersOnly(t *testing.T) {
	h := newHome(t)
	s, other := openHome(t, h), openHome(t, h)
	ctx, cancel := context.WithCancel(t.Context())
	var moved atomic.Int64
	ended := make(chan struct{})
	go func() {
		s.Watch(ctx, func() { moved.Add(1) })
		close(ended)
	}()
	// The watch has begun when another's commit is seen.
	n := 0
	eventually(t, "the first commit of another is seen", func() bool {
		n++
		apply(t, other, journal.Changes{Settings: map[string]string{"n": strconv.Itoa(n)}})
		return moved.Load() > 0
	})
	// Own commits do not move what Watch looks at, so it cannot tell of them.
	version, err := s.dataVersion(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 20 {
		apply(t, s, journal.Changes{Entries: []journal.Entry{written(i, "mine", "")}})
	}
	if after, err := s.dataVersion(ctx); err != nil || after != version {
		t.Errorf("own commits moved the version from %d to %d (%v)", version, after, err)
	}
	before := moved.Load()
	apply(t, other, journal.Changes{Settings: map[string]string{"n": "last"}})
	eventually(t, "another's commit is seen", func() bool { return moved.Load() > before })
	cancel()
	<-ended
}

func TestWatchEndsWithTheStore(t *testing.T) {
	s := newStore(t)
	ended := make(chan struct{})
	go func() {
		s.Watch(context.Background(), func() {})
		close(ended)
	}()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	<-ended
}

// TestTwoProcessesLoseNoUpdate counts up one number from this process, from a
// second store in it, and from another process, all at once.
func TestTwoProcessesLoseNoUpdate(t *testing.T) {
	h := newHome(t)
	s, second := openHome(t, h), openHome(t, h)
	apply(t, s, journal.Changes{Entries: []journal.Entry{written(1, "", "0")}})
	cmd := child(t, "count", h.folder)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for _, store := range []*Store{s, second} {
		all.Go(func() {
			if err := countUp(t.Context(), store, 25); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	e, err := s.Entry(t.Context(), testID(1))
	if err != nil || e.Body != "75" || e.Revision != 76 {
		t.Errorf("counted to %s in %d saves (%v)", e.Body, e.Revision, err)
	}
}

func TestManyReadWhileOneSaves(t *testing.T) {
	s := newStore(t)
	apply(t, s, sample(250))
	ctx := t.Context()
	saves := 60
	if torture() {
		saves = 5000
	}
	stop := make(chan struct{})
	var all sync.WaitGroup
	for range 6 {
		all.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				n := 0
				for e, err := range s.Entries(ctx, journal.Filter{}) {
					if err != nil {
						t.Error(err)
						return
					}
					// Title and body are written together: never one of them.
					if e.ID == testID(7777) && e.Title != e.Body {
						t.Errorf("half a save: %q and %q", e.Title, e.Body)
					}
					n++
				}
				if n < 250 {
					t.Errorf("a walk met %d entries", n)
				}
				if _, err := s.Search(ctx, journal.ReadQuery("save*", journal.Dates{}), 10); err != nil {
					t.Error(err)
				}
			}
		})
	}
	e := written(0, "", "")
	e.ID = testID(7777)
	for i := range saves {
		e.Title = fmt.Sprintf("save %d", i)
		e.Body, e.Revision = e.Title, int64(i)
		apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
	}
	close(stop)
	all.Wait()
}

// TestWhatWasSavedSurvivesAKill kills a process in the middle of its saves:
// everything it had been told was saved is there, and nothing half.
func TestWhatWasSavedSurvivesAKill(t *testing.T) {
	rounds := 2
	if torture() {
		rounds = 60
	}
	for round := range rounds {
		h := newHome(t)
		survivesAKill(t, h, "save", 20+round*7)
	}
}

// TestWhatWasSavedProtectedSurvivesAKill and lies nowhere in plain text.
func TestWhatWasSavedProtectedSurvivesAKill(t *testing.T) {
	rounds := 4
	if torture() {
		rounds = 200
	}
	for round := range rounds {
		h := protectedHome(t)
		survivesAKill(t, h, "save protected", 1+round*13%97)
		noMarker(t, h.folder)
	}
}

// survivesAKill lets another process save, kills it, and sees that everything
// is there that was acknowledged.
func survivesAKill(t *testing.T, h *Home, role string, after int) {
	t.Helper()
	cmd := child(t, role, h.folder)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	acknowledged := 0
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if acknowledged, err = strconv.Atoi(lines.Text()); err != nil {
			t.Fatalf("the other process: %s", lines.Text())
		}
		if acknowledged >= after {
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	_ = cmd.Wait() // killed
	if condition, err := h.Inspect(t.Context()); condition != journal.Fine && condition != journal.Protected || err != nil {
		t.Fatalf("Inspect after a kill: %v, %v", condition, err)
	}
	s := openHome(t, h)
	e, err := s.Entry(t.Context(), testID(1))
	if err != nil || e.Revision < int64(acknowledged) || e.Body != fmt.Sprintf("save %d", e.Revision) {
		t.Fatalf("saved %d, found revision %d with %q (%v)", acknowledged, e.Revision, e.Body, err)
	}
	if n, err := s.Count(t.Context(), journal.Filter{}); err != nil || n != int(e.Revision)+1 {
		t.Errorf("%d entries after %d saves (%v)", n, e.Revision, err)
	}
	if r, err := h.Check(t.Context()); err != nil || !r.OK {
		t.Errorf("check: %+v, %v", r, err)
	}
}
