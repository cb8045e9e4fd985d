//go:build unix

package main

import (
	"fmt"
	"os"
	"syscall"
)

// running is the program that runs, on Linux, whatever became of its file.
const running = "/proc/self/exe"

// startAnew replaces this process by a fresh one of the same program, with the
// same arguments and another environment. It returns only where that fails.
func startAnew(environment []string) error {
	program, err := os.Executable()
	if err != nil {
		return fmt.Errorf("find the program: %w", err)
	}
	if wasReplaced(program) {
		program = running
	}
	if err := syscall.Exec(program, os.Args, environment); err != nil { // #nosec G204 G702 -- this very program, as it was started
		return fmt.Errorf("run the program: %w", err)
	}
	return nil
}

// wasReplaced tells whether another file lies where the program was started, or
// none: an update came. Then its own file is run once more, which the system
// keeps as long as it runs. Where the system cannot tell, it was not replaced.
func wasReplaced(program string) bool {
	own, err := os.Stat(running)
	if err != nil {
		return false
	}
	there, err := os.Stat(program)
	return err != nil || !os.SameFile(own, there)
}
