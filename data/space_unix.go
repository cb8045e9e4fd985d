//go:build linux || darwin

package data

import "syscall"

// freeSpace is the room, in bytes, that the user has left on folder's disk.
func freeSpace(folder string) (bytes uint64, known bool) {
	var at syscall.Statfs_t
	if err := syscall.Statfs(folder, &at); err != nil {
		return 0, false
	}
	return at.Bavail * uint64(at.Bsize), true
}
