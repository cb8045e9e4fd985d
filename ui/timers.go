package ui

import (
	"context"
	"time"
)

// afterwards runs a function on the UI goroutine after a while, unless it is
// called off there before.
func (w *Window) afterwards(after time.Duration, do func()) (cancel func()) {
	off := false
	timer := time.AfterFunc(after, func() {
		w.onUI(func() {
			if !off { // it may have been on its way
				do()
			}
		})
	})
	return func() { timer.Stop(); off = true }
}

// timed runs a function on the UI goroutine after a while and from then on once
// in each period, until ctx ends.
func (w *Window) timed(ctx context.Context, first, period time.Duration, do func()) {
	go func() {
		timer := time.NewTimer(first)
		defer timer.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-timer.C:
				w.onUI(func() {
					if ctx.Err() == nil { // it may have ended meanwhile
						do()
					}
				})
				timer.Reset(period)
			}
		}
	}()
}
