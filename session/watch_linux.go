package session

import (
	"context"
	"errors"
	"sync"

	"github.com/godbus/dbus/v5"
)

// run hears both buses until ctx ends, or as long as there is one.
func (w *watch) run(ctx context.Context) {
	left := make(chan struct{}, 1) // one call that is due is as good as two
	leave := func() {
		select {
		case left <- struct{}{}:
		default:
		}
	}
	var buses, calls sync.WaitGroup
	calls.Go(func() { w.call(ctx, left) })
	buses.Go(func() { w.hear(ctx, logind{w}, leave) })
	buses.Go(func() { w.hear(ctx, screenSavers{w}, leave) })
	buses.Wait()
	close(left)
	calls.Wait()
}

// call calls away for each leaving.
func (w *watch) call(ctx context.Context, left <-chan struct{}) {
	for range left {
		if ctx.Err() == nil {
			w.away()
		}
	}
}

// heard says that everything is heard now that a bus tells.
func (w *watch) heard(bus string) {
	if w.listening != nil {
		w.listening(bus)
	}
}

// teller is a service on a bus that tells of the user's session.
type teller interface {
	what() string    // it tells
	address() string // of its bus
	// hear calls leave for each leaving until the bus or ctx ends.
	hear(ctx context.Context, conn *dbus.Conn, signals <-chan *dbus.Signal, leave func()) error
}

// errEnded says that a bus is gone.
var errEnded = errors.New("the bus ended")

// hear hears one teller until ctx ends, or as long as it is there.
func (w *watch) hear(ctx context.Context, from teller, leave func()) {
	if err := w.connectAndHear(ctx, from, leave); err != nil && ctx.Err() == nil {
		w.missing(from.what(), err)
	}
}

func (w *watch) connectAndHear(ctx context.Context, from teller, leave func()) error {
	conn, err := connect(ctx, from.address())
	if err != nil {
		return err
	}
	defer conn.Close() // nothing more is asked of it
	signals := make(chan *dbus.Signal, 16)
	conn.Signal(signals)
	return from.hear(ctx, conn, signals, leave)
}

// each hands every signal to is, and calls leave where that finds a leaving.
func each(ctx context.Context, signals <-chan *dbus.Signal, is func(*dbus.Signal) bool, leave func()) error {
	for {
		select {
		case <-ctx.Done():
			return nil
		case signal, open := <-signals:
			if !open {
				return errEnded
			}
			if is(signal) {
				leave()
			}
		}
	}
}

// yes tells whether the only thing that a signal says is yes.
func yes(signal *dbus.Signal) bool {
	if len(signal.Body) == 0 {
		return false
	}
	told, is := signal.Body[0].(bool)
	return is && told
}
