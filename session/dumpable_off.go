//go:build linux && !dumpable

package session

// leftDumpable is false in every program that is given away.
const leftDumpable = false
