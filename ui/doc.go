// Package ui is the window of Groundwork.
//
// A key press or a click reaches a named handler method. Work that touches the
// disk goes through task, which runs it off the UI goroutine and comes back to
// it with the result. What the journal publishes says only what moved; each
// page asks again for what it shows. Begin at [New] for how the window is put
// together, at today.go for the page people live in, and at desk.go for what
// happens to a key on its way to the disk.
//
// Fyne lives in this package and its folders look and parts, and in main. The
// store does not: the window gets a [journal.Home] and opens it itself, after
// its first paint.
package ui
