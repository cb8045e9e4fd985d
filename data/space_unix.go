//go:build linux || darwin

package data

import "syscall"

// freeSpace is the room, in bytes, that the user has left on folder's disk.
func freeSpace(folder string) (bytes uint64, known bool) {
	var at syscall.Statfs_t
	if err := syscall.Statfs(folder, &at); err != nil {
		return 0, false
	}
	return at.Bavail * uint64(at.Bsize), true // #nosec G115 -- a block has no negative size
}

// readOnly tells whether folder's disk may only be read.
func readOnly(folder string) bool {
	const readOnlyFlag = 1 // ST_RDONLY of statvfs(3), MNT_RDONLY of statfs(2) on macOS
	var at syscall.Statfs_t
	return syscall.Statfs(folder, &at) == nil && at.Flags&readOnlyFlag != 0
}
