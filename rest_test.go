package main

import (
	"context"
	"runtime"
	"runtime/debug"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestGivenMuchSpareMemory_ThenItIsGivenBackEachTwoMinutesUntilTheWindowGoes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, end := context.WithCancel(t.Context())
		var spare, given atomic.Uint64
		go returnSpare(ctx, spare.Load, func() { given.Add(1); spare.Store(0) })
		for _, now := range []struct {
			spare uint64
			want  uint64 // times that some was given back so far
		}{{spareMost, 0}, {spareMost + 1, 1}, {0, 1}, {2 * spareMost, 2}} {
			spare.Store(now.spare)
			time.Sleep(spareEvery)
			synctest.Wait()
			if given.Load() != now.want {
				t.Errorf("with %d bytes spare: given back %d times so far, want %d", now.spare, given.Load(), now.want)
			}
		}
		end()
		spare.Store(2 * spareMost)
		time.Sleep(2 * spareEvery)
		synctest.Wait()
		if given.Load() != 2 {
			t.Error("it is given back after the window went")
		}
	})
}

func TestTheRuntimeTellsHowMuchMemoryIsSpareAndTakesItBack(t *testing.T) {
	const most = 4 * spareMost
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // collected when we say so
	held := make([]byte, most)
	for i := 0; i < most; i += 4096 {
		held[i] = 1 // so that the system has to give it
	}
	runtime.KeepAlive(held)
	held = nil
	if spare := spareMemory(); spare < most/2 {
		t.Errorf("before %d bytes that were let go of are collected, %d are spare", most, spare)
	}
	runtime.GC()
	if spare := spareMemory(); spare < most/2 {
		t.Errorf("after %d bytes were let go of, %d are spare", most, spare)
	}
	debug.FreeOSMemory()
	if spare := spareMemory(); spare > spareMost {
		t.Errorf("after all was given back, %d bytes are spare", spare)
	}
}
