package data

import "golang.org/x/sys/unix"

// peerOf gives the user of the process at the other end of a local socket
// (LOCAL_PEERCRED, unix(4)).
func peerOf(socket int) (user uint32, err error) {
	peer, err := unix.GetsockoptXucred(socket, unix.SOL_LOCAL, unix.LOCAL_PEERCRED)
	if err != nil {
		return 0, err
	}
	return peer.Uid, nil
}
