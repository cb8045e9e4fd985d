package journal_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// Everything here runs in the virtual time of testing/synctest: a second
// passes at once, and exactly.

const second = time.Second

// page is a text that is typed and the disk it is saved on. It keeps when
// each key was pressed and when it was on disk.
type page struct {
	auto  *journal.Autosave
	takes time.Duration // of one save

	mu      sync.Mutex
	fail    error // what a save answers with
	keys    []time.Time
	onDisk  []time.Time // of each key
	begun   []time.Time // of each save
	running int
	most    int // saves at once
	states  []journal.SaveState
	errs    []error
}

func newPage() *page {
	p := &page{}
	p.auto = journal.NewAutosave(time.Now, p.save, p.heard)
	return p
}

// key types one letter.
func (p *page) key() {
	p.mu.Lock()
	p.keys = append(p.keys, time.Now())
	p.mu.Unlock()
	p.auto.Touch()
}

func (p *page) save(context.Context) error {
	p.mu.Lock()
	p.begun = append(p.begun, time.Now())
	p.running++
	p.most = max(p.most, p.running)
	text := len(p.keys)
	takes, fail := p.takes, p.fail
	p.mu.Unlock()
	<-time.After(takes)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.running--
	if fail != nil {
		return fail
	}
	for len(p.onDisk) < text {
		p.onDisk = append(p.onDisk, time.Now())
	}
	return nil
}

func (p *page) heard(s journal.SaveState, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.states = append(p.states, s)
	p.errs = append(p.errs, err)
}

func (p *page) failWith(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.fail = err
}

// saves counts the saves that were begun.
func (p *page) saves() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.begun)
}

// safe tells whether every key is on disk.
func (p *page) safe() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.onDisk) == len(p.keys)
}

func (p *page) heardStates() []journal.SaveState {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.states)
}

// wait lets virtual time pass, and everything that is due in it happen.
func wait(d time.Duration) {
	<-time.After(d)
	synctest.Wait()
}

func (p *page) mustBe(t *testing.T, want journal.SaveState) {
	t.Helper()
	if got, _ := p.auto.State(); got != want {
		t.Fatalf("the state is %d, want %d", got, want)
	}
}

var errDisk = errors.New("the disk is gone")

func TestTypedTextIsOnDiskASecondAfterTheLastKey(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPage()
		p.key()
		wait(second)
		if !p.safe() {
			t.Error("the text is not on disk one second after the last key")
		}
		p.mustBe(t, journal.Clean)
	})
}

func TestSaveWaitsForAPauseInTyping(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPage()
		p.key()
		wait(200 * time.Millisecond)
		p.key()
		wait(299 * time.Millisecond)
		if p.saves() != 0 {
			t.Error("a save began between two keys of a word")
		}
		wait(time.Millisecond)
		if p.saves() != 1 {
			t.Error("no save began in the pause")
		}
	})
}

func TestTypingWithoutAPauseIsSavedOnTheWay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPage()
		p.takes = 20 * time.Millisecond
		for range 200 { // for ten seconds
			p.key()
			wait(50 * time.Millisecond)
		}
		wait(second)
		for i, pressed := range p.keys {
			if late := p.onDisk[i].Sub(pressed); late > second {
				t.Fatalf("key %d was on disk after %v", i, late)
			}
		}
		for i, begun := range p.begun {
			first := slices.IndexFunc(p.onDisk, func(saved time.Time) bool { return saved.After(begun) })
			if late := begun.Sub(p.keys[first]); late > 600*time.Millisecond {
				t.Fatalf("save %d began %v after the first unsaved key", i, late)
			}
		}
	})
}

func TestEveryKeyIsOnDiskWithinASecondHoweverOneTypes(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		takes := rapid.IntRange(0, 399).Draw(r, "a save takes")
		pauses := rapid.SliceOfN(rapid.IntRange(0, 900), 1, 60).Draw(r, "pauses")
		p := newPage()
		p.takes = time.Duration(takes) * time.Millisecond
		synctest.Test(t, func(*testing.T) {
			for _, pause := range pauses {
				p.key()
				wait(time.Duration(pause) * time.Millisecond)
			}
			wait(second)
		})
		if !p.safe() {
			r.Fatal("a key was lost")
		}
		for i, pressed := range p.keys {
			if late := p.onDisk[i].Sub(pressed); late > second {
				r.Fatalf("key %d was on disk after %v", i, late)
			}
		}
		if p.most > 1 {
			r.Fatalf("%d saves ran at once", p.most)
		}
	})
}

func TestChangeDuringASaveIsSavedAfterIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPage()
		p.takes = 100 * time.Millisecond
		p.key()
		wait(350 * time.Millisecond)
		p.mustBe(t, journal.Saving)
		p.key()
		wait(50 * time.Millisecond)
		p.mustBe(t, journal.Dirty)
		wait(600 * time.Millisecond)
		if !p.safe() || p.saves() != 2 {
			t.Errorf("after %d saves the second key is not on disk", p.saves())
		}
		p.mustBe(t, journal.Clean)
	})
}

func TestASaveThatTakesLongIsNeverJoinedByAnother(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPage()
		p.takes = 5 * second
		var others sync.WaitGroup
		for range 4 {
			p.key()
			wait(400 * time.Millisecond)
			others.Go(func() {
				if err := p.auto.Flush(t.Context()); err != nil {
					t.Error(err)
				}
			})
		}
		others.Wait()
		if p.most != 1 || !p.safe() {
			t.Errorf("%d saves ran at once; everything on disk: %v", p.most, p.safe())
		}
	})
}

func TestNothingIsSavedWhenNothingChanged(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPage()
		if err := p.auto.Flush(t.Context()); err != nil {
			t.Error(err)
		}
		wait(time.Minute)
		if p.saves() != 0 {
			t.Errorf("%d saves of nothing", p.saves())
		}
	})
}

func TestFailureIsReportedWithItsError(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPage()
		p.failWith(errDisk)
		p.key()
		wait(second)
		if state, err := p.auto.State(); state != journal.Failed || !errors.Is(err, errDisk) {
			t.Errorf("the state is %d, %v", state, err)
		}
		want := []journal.SaveState{journal.Dirty, journal.Saving, journal.Failed}
		if got := p.heardStates(); !slices.Equal(got, want) || !errors.Is(p.errs[2], errDisk) {
			t.Errorf("reported were %v, %v", got, p.errs)
		}
	})
}

func TestFailedSaveIsTriedAgainEveryTwoSecondsUntilItGoesThrough(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPage()
		p.failWith(errDisk)
		p.key()
		wait(6500 * time.Millisecond)
		for i := range p.begun[1:] {
			if gap := p.begun[i+1].Sub(p.begun[i]); gap != 2*second {
				t.Errorf("try %d came after %v", i+1, gap)
			}
		}
		if p.saves() != 4 {
			t.Errorf("%d tries in 6.5 s, want 4", p.saves())
		}
		p.failWith(nil)
		wait(2 * second)
		if !p.safe() {
			t.Error("the text is not on disk though the disk is back")
		}
		if state, err := p.auto.State(); state != journal.Clean || err != nil {
			t.Errorf("the state is %d, %v", state, err)
		}
	})
}

func TestTypingWhileFailedNeitherLosesNorDelays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPage()
		p.failWith(errDisk)
		p.key()
		wait(300 * time.Millisecond)
		p.mustBe(t, journal.Failed)
		p.failWith(nil)
		for range 19 {
			wait(100 * time.Millisecond)
			p.key()
		}
		wait(100 * time.Millisecond)
		if p.saves() != 2 || !p.safe() {
			t.Errorf("two seconds after the failure there were %d tries; everything on disk: %v", p.saves(), p.safe())
		}
	})
}

func TestTypingDuringASaveThatFailsIsNotLost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPage()
		p.takes = 100 * time.Millisecond
		p.failWith(errDisk)
		p.key()
		wait(350 * time.Millisecond)
		p.key()
		p.failWith(nil)
		wait(3 * second)
		if !p.safe() {
			t.Error("the key that was pressed during the failing save is lost")
		}
		p.mustBe(t, journal.Clean)
	})
}
