package ui

import (
	"context"
	"sync"
)

// errands counts what runs off the UI goroutine with the journal in hand.
type errands struct {
	mu     sync.Mutex
	out    int
	atRest chan struct{} // closed when the last one is back; nil while nobody waits
}

// errand runs work off the UI goroutine. The journal stays open under it.
func (w *Window) errand(work func()) {
	w.errands.leave()
	w.apart(func() {
		defer w.errands.back()
		w.guard(work, w.onUI)
	})
}

func (e *errands) leave() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.out++
}

func (e *errands) back() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.out--
	if e.out == 0 && e.atRest != nil {
		close(e.atRest)
		e.atRest = nil
	}
}

// rest waits until none is out, or ctx ends.
func (e *errands) rest(ctx context.Context) {
	e.mu.Lock()
	if e.out == 0 {
		e.mu.Unlock()
		return
	}
	if e.atRest == nil {
		e.atRest = make(chan struct{})
	}
	atRest := e.atRest
	e.mu.Unlock()
	select {
	case <-atRest:
	case <-ctx.Done():
	}
}
