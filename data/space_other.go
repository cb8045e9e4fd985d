//go:build !linux && !darwin

package data

// freeSpace is not known here.
func freeSpace(string) (bytes uint64, known bool) { return 0, false }

// readOnly is not known here.
func readOnly(string) bool { return false }
