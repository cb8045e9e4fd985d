package ui

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"strings"
	"testing"

	"groundwork/journal"
)

// lend has something done with the journal as a command of the terminal does it:
// on a goroutine of its own.
func (s *stage) lend(do func(context.Context, *journal.Journal, journal.Home)) error {
	s.t.Helper()
	over := make(chan error, 1)
	go func() { over <- s.Lend(s.t.Context(), do) }()
	for {
		select {
		case err := <-over:
			s.settle()
			return err
		default:
			s.settle()
			runtime.Gosched()
		}
	}
}

// notLent fails where the journal is lent.
func (s *stage) notLent() {
	s.t.Helper()
	err := s.lend(func(context.Context, *journal.Journal, journal.Home) { s.t.Error("it is lent") })
	if !errors.Is(err, journal.ErrLocked) {
		s.t.Errorf("the answer is %v", err)
	}
}

func unlockedWindow(t *testing.T) *stage {
	t.Helper()
	s := lockedWindow(t)
	s.unlock(passphrase)
	s.settle()
	if s.journal == nil {
		t.Fatal("the window is locked")
	}
	return s
}

func TestGivenAnUnlockedWindow_WhenACommandAddsAnEntry_ThenItShowsAndTheOpenOneStaysAsItIs(t *testing.T) {
	s := unlockedWindow(t)
	s.typeText("Half a tho")
	err := s.lend(func(ctx context.Context, j *journal.Journal, home journal.Home) {
		if _, err := j.AddEntry(ctx, journal.Entry{Title: "From the terminal"}); err != nil {
			t.Error(err)
		}
		if made, err := home.BackUp(ctx, journal.BackupByHand); err != nil || made.Entries != 3 {
			t.Errorf("the backup holds %d entries, %v", made.Entries, err)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	s.typeText("ught")
	s.save()
	if got := s.bodies(); !slices.Contains(got, "Half a thought") || len(got) != 3 {
		t.Errorf("the journal holds %q", got)
	}
	if !strings.Contains(words(s), "From the terminal") {
		t.Errorf("the window shows %q", words(s))
	}
}

func TestGivenWordsThatAreNotSavedYet_WhenACommandReads_ThenItReadsThem(t *testing.T) {
	s := unlockedWindow(t)
	s.typeText("Just now")
	err := s.lend(func(ctx context.Context, j *journal.Journal, _ journal.Home) {
		if lines, err := j.FindLines(ctx, "Just now", false, 5); err != nil || len(lines) != 1 {
			t.Errorf("it finds %d entries, %v", len(lines), err)
		}
	})
	if err != nil {
		t.Error(err)
	}
}

func TestGivenNoUnlockedJournal_WhenACommandComes_ThenNothingIsLent(t *testing.T) {
	t.Run("Locked", func(t *testing.T) { lockedWindow(t).notLent() })
	t.Run("Plain", func(t *testing.T) { openWindow(t).notLent() })
	t.Run("Closed", func(t *testing.T) {
		s := unlockedWindow(t)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		s.notLent()
	})
	t.Run("Copy", func(t *testing.T) {
		s := unlockedWindow(t)
		if _, err := s.home.BackUp(t.Context(), journal.BackupByHand); err != nil {
			t.Fatal(err)
		}
		all, err := s.home.Backups(t.Context(), "")
		if err != nil {
			t.Fatal(err)
		}
		s.lookAt(all[0])
		s.settle()
		if s.copyOpen() == nil {
			t.Fatal("no copy is open")
		}
		s.notLent()
	})
}

func TestGivenACommandThatRuns_WhenTheWindowCloses_ThenItIsCalledOffAndWaitedFor(t *testing.T) {
	s := unlockedWindow(t)
	begun, over := make(chan struct{}), make(chan error, 1)
	go func() {
		over <- s.Lend(t.Context(), func(ctx context.Context, j *journal.Journal, _ journal.Home) {
			close(begun)
			<-ctx.Done()
			if cause := context.Cause(ctx); !errors.Is(cause, journal.ErrLocked) {
				t.Errorf("it was called off because of %v", cause)
			}
			if _, err := j.Read().Count(context.Background(), journal.Filter{}); err != nil {
				t.Errorf("the journal was closed under it: %v", err)
			}
		})
	}()
	for waiting := true; waiting; {
		select {
		case <-begun:
			waiting = false
		default:
			s.settle()
			runtime.Gosched()
		}
	}
	if err := errors.Join(s.Close(), <-over); err != nil {
		t.Error(err)
	}
}
