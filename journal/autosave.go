package journal

import (
	"context"
	"sync"
	"time"
)

// The times of an autosave. Text must be on disk at most one second after the
// last key, and one second after the first unsaved key while typing goes on:
// the save starts early enough to leave the disk its part of that second.
const (
	saveIdle  = 300 * time.Millisecond // after the last key
	saveLimit = 600 * time.Millisecond // after the first unsaved key
	saveRetry = 2 * time.Second        // after a save that failed
)

// SaveState says where an Autosave stands.
type SaveState int

// The states of an Autosave. A key takes Clean to Dirty, a timer Dirty to
// Saving, and the save takes it back to Clean, or to Failed, from which it is
// tried again until it goes through.
const (
	Clean SaveState = iota
	Dirty
	Saving
	Failed
)

// Autosave decides when typed text is written. It knows nothing of the text:
// it is told that something changed and calls save, never twice at a time.
type Autosave struct {
	save   func(context.Context) error
	report func(SaveState, error)
	now    func() time.Time

	mu      sync.Mutex
	state   SaveState
	err     error       // of the last save, in Failed
	first   time.Time   // when the first unsaved change came
	again   bool        // something changed while a save was running
	timer   *time.Timer // the next save
	running *attempt    // the save that is running, in Saving
	news    []news      // states that were entered and not reported yet
	telling bool        // somebody is reporting them
}

// attempt is one save.
type attempt struct {
	over chan struct{} // closed when the save is done
	err  error         // how it ended; read it after over
}

// news is a state that was entered.
type news struct {
	state SaveState
	err   error
}

// NewAutosave makes an Autosave that writes with save and reports each state
// it enters, with the error of a save that failed. The clock must move with
// the real one.
//
// save runs on a goroutine of its own and is never cancelled: half a save helps
// nobody. Reports come one at a time and in order, on the goroutine of whoever
// made the state change or is reporting already; report must return at once
// and must not call Flush.
func NewAutosave(now func() time.Time, save func(context.Context) error, report func(SaveState, error)) *Autosave {
	return &Autosave{save: save, report: report, now: now}
}

// Touch says that something changed and is not on disk yet.
func (a *Autosave) Touch() {
	a.mu.Lock()
	a.touch()
	a.mu.Unlock()
	a.tell()
}

func (a *Autosave) touch() {
	switch a.state {
	case Clean:
		a.first = a.now()
		a.enter(Dirty, nil)
		a.schedule()
	case Dirty:
		a.schedule()
	case Saving:
		if !a.again {
			a.again, a.first = true, a.now()
		}
	case Failed:
		// The retry is already on its way; typing must not put it off.
	}
}

// Flush writes what is not on disk yet and returns when everything that was
// changed before the call is there, or with the error that keeps it from being
// written. When ctx ends first, the save goes on without the caller.
func (a *Autosave) Flush(ctx context.Context) error {
	for {
		a.mu.Lock()
		if a.state == Clean {
			a.mu.Unlock()
			return nil
		}
		mine := a.state != Saving
		if mine {
			a.begin()
		}
		save := a.running
		a.mu.Unlock()
		a.tell()
		select {
		case <-save.over:
		case <-ctx.Done():
			return ctx.Err()
		}
		if mine {
			return save.err
		}
		// That save may have begun before the last change: look again.
	}
}

// State tells where the Autosave stands, and why it failed if it did.
func (a *Autosave) State() (SaveState, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.state, a.err
}

// schedule sets the timer for the next save of what is Dirty.
func (a *Autosave) schedule() {
	a.wake(max(0, min(saveIdle, saveLimit-a.now().Sub(a.first))))
}

func (a *Autosave) wake(in time.Duration) {
	if a.timer == nil {
		a.timer = time.AfterFunc(in, a.due)
		return
	}
	a.timer.Reset(in)
}

// due is what the timer calls. It may come late, after a Flush: then there is
// nothing to do.
func (a *Autosave) due() {
	a.mu.Lock()
	if a.state == Dirty || a.state == Failed {
		a.begin()
	}
	a.mu.Unlock()
	a.tell()
}

// begin starts a save; the caller holds the lock.
func (a *Autosave) begin() {
	a.timer.Stop()
	a.again = false
	a.running = &attempt{over: make(chan struct{})}
	a.enter(Saving, nil)
	go a.run(a.running)
}

// run saves once and enters the state that follows from it.
func (a *Autosave) run(save *attempt) {
	defer close(save.over)
	save.err = a.save(context.Background())
	a.mu.Lock()
	switch {
	case save.err != nil:
		a.enter(Failed, save.err)
		a.wake(saveRetry)
	case a.again:
		a.enter(Dirty, nil)
		a.schedule()
	default:
		a.enter(Clean, nil)
	}
	a.mu.Unlock()
	a.tell()
}

// enter changes the state; the caller holds the lock and calls tell after it.
func (a *Autosave) enter(s SaveState, err error) {
	a.state, a.err = s, err
	a.news = append(a.news, news{s, err})
}

// tell reports the states that were entered, without the lock. Only one
// goroutine does so at a time, for otherwise "saved" could be shown after the
// "unsaved" that followed it.
func (a *Autosave) tell() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.telling {
		return
	}
	a.telling = true
	for len(a.news) > 0 {
		n := a.news[0]
		a.news = a.news[1:]
		a.mu.Unlock()
		a.report(n.state, n.err)
		a.mu.Lock()
	}
	a.telling = false
}
