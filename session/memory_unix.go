//go:build unix

package session

import (
	"os"
	"syscall"
)

// writeNoCore sets the limit of a core dump to nothing, for good.
func writeNoCore() error {
	return os.NewSyscallError("setrlimit", syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{}))
}
