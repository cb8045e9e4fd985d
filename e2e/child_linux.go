package e2e

import "syscall"

// child is how every program of ours is started: it ends with us, even where
// we are ended ourselves.
func child() *syscall.SysProcAttr { return &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} }
