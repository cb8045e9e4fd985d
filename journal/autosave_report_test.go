package journal_test

import (
	"context"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"groundwork/journal"
)

func TestEachStateIsReportedOnceAndInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPage()
		p.key()
		p.key()
		wait(second)
		p.key()
		if err := p.auto.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
		want := []journal.SaveState{
			journal.Dirty, journal.Saving, journal.Clean,
			journal.Dirty, journal.Saving, journal.Clean,
		}
		if got := p.heardStates(); !slices.Equal(got, want) {
			t.Errorf("reported were %v, want %v", got, want)
		}
	})
}

func TestSlowReportIsNotOvertakenByTheNext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var told []journal.SaveState
		auto := journal.NewAutosave(time.Now,
			func(context.Context) error { return nil },
			func(s journal.SaveState, _ error) {
				if s == journal.Dirty {
					<-time.After(5 * second)
				}
				told = append(told, s)
			})
		go auto.Touch()
		wait(10 * second)
		if want := []journal.SaveState{journal.Dirty, journal.Saving, journal.Clean}; !slices.Equal(told, want) {
			t.Errorf("reported were %v, want %v", told, want)
		}
	})
}

func TestReportsOfManyAtOnceAreInOrder(t *testing.T) {
	follows := map[journal.SaveState][]journal.SaveState{
		journal.Clean:  {journal.Dirty},
		journal.Dirty:  {journal.Saving},
		journal.Saving: {journal.Clean, journal.Dirty, journal.Failed},
		journal.Failed: {journal.Saving},
	}
	p := newPage() // in real time, for goroutines that really meet
	var writers sync.WaitGroup
	for i := range 8 {
		writers.Go(func() {
			for k := range 200 {
				p.key()
				if k%10 == i {
					_ = p.auto.Flush(t.Context()) // saves fail now and then
				}
				if k%50 == 0 {
					p.failWith(errDisk)
				} else {
					p.failWith(nil)
				}
			}
		})
	}
	writers.Wait()
	p.failWith(nil)
	if err := p.auto.Flush(t.Context()); err != nil || !p.safe() || p.most != 1 {
		t.Fatalf("%v; on disk: %v; saves at once: %d", err, p.safe(), p.most)
	}
	now := journal.Clean
	for i, next := range p.heardStates() {
		if !slices.Contains(follows[now], next) {
			t.Fatalf("report %d is state %d after state %d", i, next, now)
		}
		now = next
	}
}

func TestReportMayTouch(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var auto *journal.Autosave
		saves := 0
		auto = journal.NewAutosave(time.Now,
			func(context.Context) error { saves++; return nil },
			func(s journal.SaveState, _ error) {
				if s == journal.Clean && saves < 3 {
					auto.Touch()
				}
			})
		auto.Touch()
		wait(5 * second)
		if state, _ := auto.State(); saves != 3 || state != journal.Clean {
			t.Errorf("%d saves, state %d; want 3 saves and Clean", saves, state)
		}
	})
}

func TestSlowReportDoesNotHoldUpTheSave(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		saved := false
		auto := journal.NewAutosave(time.Now,
			func(context.Context) error { saved = true; return nil },
			func(s journal.SaveState, _ error) {
				if s == journal.Saving {
					<-time.After(time.Minute)
				}
			})
		auto.Touch()
		wait(second)
		if !saved {
			t.Error("the save waits until its report was taken")
		}
		wait(time.Minute)
	})
}
