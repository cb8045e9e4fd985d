package session

import (
	"errors"
	"os"
	"syscall"
)

// keepMemoryPrivate needs both. A core dump that the system hands to a program
// (a core_pattern with a pipe) heeds no limit, only that the process is not
// dumpable; see core(5) and PR_SET_DUMPABLE in prctl(2).
func keepMemoryPrivate() error {
	return errors.Join(writeNoCore(), closeMemory())
}

// closeMemory makes the process one that is not dumpable: its files in /proc
// are root's then, and nobody attaches to it.
func closeMemory() error {
	if leftDumpable {
		return nil
	}
	_, _, errno := syscall.Syscall(syscall.SYS_PRCTL, syscall.PR_SET_DUMPABLE, 0, 0)
	if errno != 0 {
		return os.NewSyscallError("prctl", errno)
	}
	return nil
}
