//go:build !linux

package e2e

import "syscall"

// child is how every program of ours is started.
func child() *syscall.SysProcAttr { return &syscall.SysProcAttr{} }
