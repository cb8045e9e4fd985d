//go:build linux && dumpable

package session

// leftDumpable lets the tests read the memory of the program, to see that a
// lock leaves nothing in it. They build it with the tag dumpable.
const leftDumpable = true
