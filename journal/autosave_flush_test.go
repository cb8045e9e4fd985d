package journal_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"groundwork/journal"
)

func TestFlushSavesAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPage()
		p.key()
		start := time.Now()
		if err := p.auto.Flush(t.Context()); err != nil || !p.safe() || time.Since(start) != 0 {
			t.Errorf("after %v: %v; on disk: %v", time.Since(start), err, p.safe())
		}
		p.mustBe(t, journal.Clean)
	})
}

func TestFlushWaitsForTheRunningSave(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPage()
		p.takes = 100 * time.Millisecond
		p.key()
		wait(350 * time.Millisecond)
		if err := p.auto.Flush(t.Context()); err != nil || !p.safe() || p.saves() != 1 {
			t.Errorf("%v after %d saves; on disk: %v", err, p.saves(), p.safe())
		}
	})
}

func TestFlushSavesAlsoWhatCameDuringTheRunningSave(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPage()
		p.takes = 100 * time.Millisecond
		p.key()
		wait(350 * time.Millisecond)
		p.key()
		if err := p.auto.Flush(t.Context()); err != nil || !p.safe() || p.saves() != 2 {
			t.Errorf("%v after %d saves; on disk: %v", err, p.saves(), p.safe())
		}
	})
}

func TestFlushReturnsWhileTypingGoesOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPage()
		p.takes = 100 * time.Millisecond
		p.key()
		done := make(chan struct{})
		go func() {
			defer close(done)
			if err := p.auto.Flush(t.Context()); err != nil {
				t.Error(err)
			}
		}()
		for range 20 {
			wait(10 * time.Millisecond)
			p.key()
		}
		select {
		case <-done:
		default:
			t.Error("Flush waits for keys that were pressed after it was called")
		}
		wait(second)
	})
}

func TestFlushAnswersWithTheErrorThatKeepsTheTextFromTheDisk(t *testing.T) {
	for name, reach := range map[string]func(*page){
		"dirty":  func(p *page) { p.key() },
		"saving": func(p *page) { p.takes = 100 * time.Millisecond; p.key(); wait(350 * time.Millisecond) },
		"failed": func(p *page) { p.key(); wait(second) },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p := newPage()
				p.failWith(errDisk)
				reach(p)
				if err := p.auto.Flush(t.Context()); !errors.Is(err, errDisk) {
					t.Errorf("Flush answers %v", err)
				}
				p.mustBe(t, journal.Failed)
				p.failWith(nil)
				if err := p.auto.Flush(t.Context()); err != nil || !p.safe() {
					t.Errorf("when the disk is back: %v; on disk: %v", err, p.safe())
				}
			})
		})
	}
}

func TestFlushThatFailedIsStillTriedAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPage()
		p.failWith(errDisk)
		p.key()
		if err := p.auto.Flush(t.Context()); !errors.Is(err, errDisk) {
			t.Fatalf("Flush answers %v", err)
		}
		p.failWith(nil)
		wait(2 * second)
		if !p.safe() {
			t.Error("nobody tried again after the failed Flush")
		}
	})
}

func TestFlushThatIsGivenUpSavesAllTheSame(t *testing.T) {
	for name, reach := range map[string]func(*page){
		"dirty":  func(p *page) { p.key() },
		"saving": func(p *page) { p.key(); wait(350 * time.Millisecond) },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p := newPage()
				p.takes = 10 * second
				reach(p)
				ctx, cancel := context.WithTimeout(t.Context(), second)
				defer cancel()
				start := time.Now()
				if err := p.auto.Flush(ctx); !errors.Is(err, context.DeadlineExceeded) || time.Since(start) != second {
					t.Errorf("Flush answers %v after %v", err, time.Since(start))
				}
				wait(10 * second)
				if !p.safe() || p.saves() != 1 {
					t.Errorf("after %d saves, on disk: %v", p.saves(), p.safe())
				}
			})
		})
	}
}

func TestNothingHappensAfterFlush(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPage()
		p.key()
		wait(100 * time.Millisecond)
		if err := p.auto.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
		saves, states := p.saves(), len(p.heardStates())
		wait(time.Hour)
		if p.saves() != saves || len(p.heardStates()) != states {
			t.Error("a timer was left")
		}
	})
}
