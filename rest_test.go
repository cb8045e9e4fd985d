package main

import (
	"context"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestMemoryIsGivenBackEveryTwoMinutesUntilTheWindowGoes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, end := context.WithCancel(t.Context())
		var given atomic.Int64
		go keepLean(ctx, func() { given.Add(1) })
		time.Sleep(3 * giveBackEvery)
		synctest.Wait()
		if given.Load() != 3 {
			t.Errorf("given back %d times in the time of three", given.Load())
		}
		end()
		time.Sleep(3 * giveBackEvery)
		synctest.Wait()
		if given.Load() != 3 {
			t.Error("it is given back after the window went")
		}
	})
}
