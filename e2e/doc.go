// Package e2e drives the real window of Groundwork as a person does: in a
// virtual display, through the keyboard, looking at the screen. What was saved
// is read through the command line; the database itself is never opened here.
//
//	display, err := e2e.NewDisplay(1280, 800)
//	user, err := display.NewUser("bin/groundwork")
//	window, err := user.Open(folder)
//	err = window.Type("Priya ran the review.")
//	window.Kill()
//	entries, err := user.Entries(folder)
//
// A Display is a screen with a window manager, a User a person before it with
// a home of their own, a Window the program they opened. The tests (build tag
// e2e), the demo and the benchmarks share this. It needs Xvfb, openbox,
// xdotool, xwininfo and xclip, and ends only what it started.
package e2e
