//go:build unix

package data

import (
	"io/fs"
	"os"
	"syscall"
)

// ownedByUser tells whether a file belongs to the user who runs this process.
func ownedByUser(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == os.Getuid()
}
