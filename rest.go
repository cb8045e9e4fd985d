package main

import (
	"context"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// What was used in a busy hour stays with the program for as long as its heap may
// grow back to what it was, which is twice what lives: so it is looked now and then
// whether much of it lies there for nothing.
const (
	spareEvery = 2 * time.Minute
	spareMost  = 16 << 20 // bytes
)

// returnSpare gives memory back to the system when much is spare, until ctx ends.
func returnSpare(ctx context.Context, spare func() uint64, giveBack func()) {
	tick := time.NewTicker(spareEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if spare() > spareMost {
				giveBack()
			}
		}
	}
}

// spareMemory is how many bytes of the heap are not given back and hold nothing, or
// what came since the last collection, most of which the next one takes.
func spareMemory() uint64 {
	all := []metrics.Sample{
		{Name: "/memory/classes/heap/free:bytes"}, {Name: "/memory/classes/heap/objects:bytes"}, {Name: "/gc/heap/live:bytes"},
	}
	metrics.Read(all)
	for _, s := range all {
		if s.Value.Kind() != metrics.KindUint64 {
			return 0 // a runtime that does not tell
		}
	}
	free, objects, live := all[0].Value.Uint64(), all[1].Value.Uint64(), all[2].Value.Uint64()
	return free + objects - min(objects, live)
}

// keepLean looks after the memory of the window, until ctx ends.
func keepLean(ctx context.Context) { returnSpare(ctx, spareMemory, debug.FreeOSMemory) }
