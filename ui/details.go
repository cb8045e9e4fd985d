package ui

import (
	"runtime"
	"strings"
	"time"

	"groundwork/journal"
)

// details are what somebody who is to help has to know of an error that happened
// while doing what: words of this program and of the system, in English, and
// nothing that was written or named in the journal, nor where it lies.
func (w *Window) details(what string, err error) string {
	return strings.Join([]string{
		w.setting(),
		"doing: " + what,
		"errors: " + strings.Join(journal.ErrorKinds(err), " < "),
	}, "\n")
}

// setting names the program, and the system that it runs on.
func (w *Window) setting() string {
	return strings.Join([]string{"Groundwork", w.version, runtime.GOOS, runtime.GOARCH, runtime.Version(), string(w.language)}, " ")
}

// crashDetails are what somebody who is to help has to know of a crash.
func (w *Window) crashDetails(c *Crash) string {
	return strings.Join([]string{w.setting(), "stopped: " + c.At.Format(time.RFC3339), c.Report}, "\n")
}

// copyDetails puts the details of an error on the clipboard.
func (w *Window) copyDetails(what string, err error) { w.board.SetContent(w.details(what, err)) }
