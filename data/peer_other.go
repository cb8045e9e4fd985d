//go:build !linux && !darwin

package data

import "net"

// ofUser tells whether the other end of a local connection is a process of the
// user who runs this one. Here the system is not asked: the socket is a file
// that nobody else may open, in a folder that nobody else may enter.
func ofUser(conn net.Conn) bool {
	_, local := conn.(*net.UnixConn)
	return local
}
