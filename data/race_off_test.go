//go:build !race

package data

// raced says that the race detector watches.
const raced = false
