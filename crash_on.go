//go:build crash

package main

import (
	"os"
	"os/signal"
	"syscall"
)

// crashOnSignal panics on SIGUSR1 in a goroutine of its own. The end-to-end
// tests build the program with the tag crash to see what a crash leaves.
func crashOnSignal() {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGUSR1)
	go func() {
		<-asked
		panic("asked to crash")
	}()
}
