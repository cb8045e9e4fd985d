package ui

import (
	"context"
	"fmt"
	"sync"

	"groundwork/journal"
)

// loan is the open journal as it is lent to commands of the terminal.
type loan struct {
	mu      sync.Mutex
	journal *journal.Journal // nil while none is lent
	home    journal.Home
	life    context.Context
	end     context.CancelCauseFunc
}

// Lend runs do with the protected journal that is open in the window, and its
// place, on the goroutine that calls it, which must not be the one that paints.
// What was typed until then is written before. The journal stays open until do
// returns; when it is to be closed, the ctx of do ends with an ErrLocked as its
// cause. Where none is open, or a plain one, or a copy, that is an ErrLocked and
// do is not run.
func (w *Window) Lend(ctx context.Context, do func(ctx context.Context, j *journal.Journal, home journal.Home)) error {
	j, home, life := w.takeLoan()
	if j == nil {
		return fmt.Errorf("lend the journal: %w", journal.ErrLocked)
	}
	defer w.errands.back()
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	defer context.AfterFunc(life, func() { end(context.Cause(life)) })()
	w.writeTyped(ctx)
	do(ctx, j, home)
	return nil
}

// takeLoan gives the journal, and counts who has it.
func (w *Window) takeLoan() (*journal.Journal, journal.Home, context.Context) {
	l := &w.loan
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.journal != nil {
		w.errands.leave()
	}
	return l.journal, l.home, l.life
}

// beginLending lends the journal from now on, if it cannot be opened beside the
// window.
func (w *Window) beginLending() {
	if !w.protected || w.copyOpen() != nil {
		return
	}
	l := &w.loan
	l.mu.Lock()
	defer l.mu.Unlock()
	l.journal, l.home = w.journal, w.home
	l.life, l.end = context.WithCancelCause(context.Background())
}

// callOff ends everything that works with the journal, and waits for it until
// ctx ends.
func (w *Window) callOff(ctx context.Context) {
	w.loan.callIn()
	w.end()
	w.errands.rest(ctx)
}

// callIn lends the journal to nobody any more.
func (l *loan) callIn() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.journal == nil {
		return
	}
	l.end(fmt.Errorf("%w: %w", journal.ErrLocked, &journal.Invalid{
		Problem: "The window that holds the journal was closed or locked before this was done. Nothing is half done: try again.",
	}))
	l.journal, l.home = nil, nil
}

// writeTyped writes what was typed so far, as it is written when the window
// loses the foreground. What fails stays on the page, which says so.
func (w *Window) writeTyped(ctx context.Context) {
	typed := make(chan func(context.Context), 1)
	w.onUI(func() { typed <- w.unwritten() })
	select {
	case write := <-typed:
		write(ctx)
	case <-ctx.Done():
	}
}
