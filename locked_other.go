//go:build !unix

package main

import (
	"fmt"
	"os"
	"os/exec"
)

// startAnew starts a fresh process of the same program beside this one, which
// ends, with the same arguments and another environment.
func startAnew(environment []string) error {
	program, err := os.Executable()
	if err != nil {
		return fmt.Errorf("find the program: %w", err)
	}
	next := exec.Command(program, os.Args[1:]...)
	next.Env, next.Stdin, next.Stdout, next.Stderr = environment, os.Stdin, os.Stdout, os.Stderr
	if err := next.Start(); err != nil {
		return fmt.Errorf("run the program: %w", err)
	}
	return nil
}
