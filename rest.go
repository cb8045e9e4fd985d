package main

import (
	"context"
	"runtime/debug"
	"time"
)

// giveBackEvery is how often memory goes back to the system while the window is
// open. Go collects as often where nothing happens, but keeps room for twice of what
// lived while much did; and only a collection finds what Fyne let go of, a minute
// after it was in sight.
const giveBackEvery = 2 * time.Minute

// keepLean gives memory back to the system again and again, until ctx ends.
func keepLean(ctx context.Context, giveBack func()) {
	tick := time.NewTicker(giveBackEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			giveBack()
		}
	}
}

// giveBack gives the memory that is not in use back to the system: what Go keeps
// of it, and what the C library does.
func giveBack() {
	debug.FreeOSMemory()
	trim()
}
