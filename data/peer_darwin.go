package data

import (
	"net"
	"os"

	"golang.org/x/sys/unix"
)

// ofUser tells whether the other end of a local connection is a process of the
// user who runs this one (LOCAL_PEERCRED, unix(4)).
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
		peer, err := unix.GetsockoptXucred(int(fd), unix.SOL_LOCAL, unix.LOCAL_PEERCRED)
		same = err == nil && int(peer.Uid) == os.Getuid()
	})
	return err == nil && same
}
