package session

import (
	"context"
	"log/slog"
)

// Watch calls away when the computer is about to sleep or the user's session on
// it is locked, until ctx ends. It returns at once and never waits for the
// system; away is called from a goroutine of its own, one call at a time, and
// may be called again for the same leaving.
//
// The sleep of the computer waits, as long as the system lets it, until ctx ends
// or the process is replaced or gone: ctx is to live until everything is
// written. Where the system tells nothing, which is everywhere but on Linux with
// D-Bus, Watch says so once in the log and away is never called.
func Watch(ctx context.Context, log *slog.Logger, away func()) {
	go (&watch{log: log, away: away}).run(ctx)
}

// watch is one watch over the user's session.
type watch struct {
	log  *slog.Logger
	away func()

	// listening is called once everything is heard that a bus tells; only tests
	// give it.
	listening func(bus string)
}

// missing says once that something is not told.
func (w *watch) missing(what string, err error) {
	w.log.Info("the computer does not tell "+what, "err", err)
}
