package data

import "syscall"

// peerOf gives the user of the process at the other end of a local socket
// (SO_PEERCRED, unix(7)).
func peerOf(socket int) (user uint32, err error) {
	peer, err := syscall.GetsockoptUcred(socket, syscall.SOL_SOCKET, syscall.SO_PEERCRED)
	if err != nil {
		return 0, err
	}
	return peer.Uid, nil
}
