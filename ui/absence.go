package ui

import (
	"context"
	"time"

	"groundwork/journal"
)

// absence locks a protected journal when nobody is at it: after some minutes
// without use, and when the computer says that its user has gone. What counts
// as use is any key, and any movement, press or wheel of the pointer in the
// window, so that nobody who writes or reads is locked out.
type absence struct {
	w       *Window
	locking journal.Locking
	last    time.Time // when the window was used last, by the clock on the wall
	deaf    bool      // nobody tells of use, so that time alone says nothing

	unwatch context.CancelFunc // ends that the computer is listened to; nil while it is not
	unlook  context.CancelFunc // ends that the clock is looked at; nil while it is not
}

// clockEvery is how often the clock is looked at. The time without use is taken
// from the clock on the wall, because timers stand still while a computer
// sleeps.
const clockEvery = 15 * time.Second

// begin watches over the journal that was opened, if it can be locked.
func (a *absence) begin() {
	a.end()
	if a.w.protected {
		a.last = a.now()
		a.read()
	}
}

// end watches no more, because the journal is left in another way.
func (a *absence) end() { a.obey(journal.Locking{}) }

// changed reads the settings again, where they may be others.
func (a *absence) changed(c journal.Change) {
	if a.w.protected && maySet(c) {
		a.read()
	}
}

func (a *absence) read() {
	j := a.w.journal
	task(a.w, "read when the journal locks itself", func(ctx context.Context) (journal.Locking, error) {
		settings, err := j.Read().Settings(ctx)
		return journal.ReadLocking(settings), err
	}, a.obey)
}

// obey does as the settings say.
func (a *absence) obey(l journal.Locking) {
	a.locking = l
	switchOn(&a.unwatch, l.WhenAway && a.w.away != nil, func(ctx context.Context) {
		a.w.away(ctx, func() { a.w.onUI(a.w.lock) })
	})
	switchOn(&a.unlook, l.After > 0 && !a.deaf, func(ctx context.Context) {
		a.w.every(ctx, clockEvery, clockEvery, a.look)
	})
}

// switchOn begins what is to go on until it is ended, or ends it.
func switchOn(end *context.CancelFunc, on bool, begin func(context.Context)) {
	switch {
	case on && *end == nil:
		ctx, cancel := context.WithCancel(context.Background())
		*end = cancel
		begin(ctx)
	case !on && *end != nil:
		(*end)()
		*end = nil
	}
}

// used is told of each use of the window. The first after the time was up is
// none: the computer may have slept, and somebody else may be at it.
func (a *absence) used() {
	if !a.up() && a.w.journal != nil {
		a.last = a.now()
	}
	a.look()
}

// look locks the journal if the time without use is up.
func (a *absence) look() {
	if a.up() {
		a.w.lock()
	}
}

// up tells whether the time without use is up.
func (a *absence) up() bool {
	return a.w.journal != nil && a.locking.After > 0 && a.now().Sub(a.last) >= a.locking.After
}

// refused begins anew after something could not be saved, so that nothing was
// locked: the time without use, and the wait for the computer, which may sleep
// now.
func (a *absence) refused() {
	l := a.locking
	a.end()
	a.last = a.now()
	a.obey(l)
}

// now is the time on the wall, which goes on while the computer sleeps.
func (a *absence) now() time.Time { return a.w.journal.Now().Round(0) }
