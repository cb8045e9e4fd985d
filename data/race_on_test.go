//go:build race

package data

// raced says that the race detector watches, under which SQLite takes ten times
// as long.
const raced = true
