//go:build linux || darwin

package data

import (
	"net"
	"os"
)

// ofUser tells whether the other end of a local connection is a process of the
// user who runs this one.
func ofUser(conn net.Conn) bool {
	local, ok := conn.(*net.UnixConn)
	if !ok {
		return false
	}
	raw, err := local.SyscallConn()
	if err != nil {
		return false
	}
	same := false
	err = raw.Control(func(fd uintptr) {
		user, err := peerOf(int(fd)) // #nosec G115 -- a descriptor is small
		same = err == nil && int(user) == os.Getuid()
	})
	return err == nil && same
}
