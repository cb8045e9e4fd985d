package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"groundwork/ui"
)

// A report is called crash-TIME.txt until the user was told of it, and
// told-TIME.txt from then on.
const (
	untold = "crash-"
	told   = "told-"
)

// mostReports is how many reports are kept that the user was told of.
const mostReports = 5

// lastCrash gives the newest report that the user was not told of, or nil. What
// it is not told of otherwise is older, and counts as told with it.
func (p *place) lastCrash() (*ui.Crash, error) {
	reports := filepath.Join(p.home.Folder(), "reports")
	names, err := filepath.Glob(filepath.Join(reports, untold+"*.txt"))
	if err != nil {
		return nil, fmt.Errorf("look for crash reports: %w", err)
	}
	slices.Sort(names) // by time
	for _, name := range slices.Backward(names) {
		info, err := os.Stat(name)
		if err != nil || info.Size() == 0 { // that of this process is still empty
			continue
		}
		text, err := os.ReadFile(name) // #nosec G304 -- beside the journal
		if err != nil {
			return nil, fmt.Errorf("read a crash report: %w", err)
		}
		return &ui.Crash{At: info.ModTime(), Report: stacksOnly(string(text)), Told: func() error { return markTold(reports, names) }}, nil
	}
	return nil, nil
}

// markTold notes that the user was told of reports, and removes the oldest that
// are too many.
func markTold(reports string, names []string) error {
	var failed error
	for _, name := range names {
		if info, err := os.Stat(name); err != nil || info.Size() == 0 {
			continue
		}
		as := strings.Replace(filepath.Base(name), untold, told, 1)
		failed = errors.Join(failed, os.Rename(name, filepath.Join(reports, as)))
	}
	old, err := filepath.Glob(filepath.Join(reports, told+"*.txt"))
	failed = errors.Join(failed, err)
	slices.Sort(old)
	for _, name := range old[:max(len(old)-mostReports, 0)] {
		failed = errors.Join(failed, os.Remove(name))
	}
	if failed != nil {
		return fmt.Errorf("mark a crash report as told: %w", failed)
	}
	return nil
}

// cleanReports takes out of the reports what may be the user's. What panics may
// have quoted what was written: the runtime writes that down, too.
func cleanReports(reports string) error {
	names, failed := filepath.Glob(filepath.Join(reports, untold+"*.txt"))
	for _, name := range names {
		text, err := os.ReadFile(name) // #nosec G304 -- beside the journal
		if clean := stacksOnly(string(text)); err == nil && clean != string(text) {
			err = os.WriteFile(name, []byte(clean), 0o600)
		}
		failed = errors.Join(failed, err)
	}
	if failed != nil {
		return fmt.Errorf("clean the crash reports: %w", failed)
	}
	return nil
}

// The lines of a report that hold nothing of the user: faults that the runtime
// itself found, and the stacks. A line of a stack names a function with numbers,
// or the place in its source, of which the last two names are kept: what comes
// before is where somebody built the program. See runtime/traceback.go.
var (
	faultLine  = regexp.MustCompile(`^(panic: runtime error: [^"]*|fatal error: [a-z: -]*|\[signal [^"]*\]|SIG[A-Z]+: [a-z ]*)$`)
	stackLine  = regexp.MustCompile(`^(goroutine \d+ [^"]*\[[^\]"]*\]:|created by \S+( in goroutine \d+)?|[^ "]+\((\.\.\.|[0-9a-fx?.,{} _]*)\)|)$`)
	sourceLine = regexp.MustCompile(`^\t(?:.*[/\\])?([^/\\]+[/\\][^/\\]+:\d+(?: \+0x[0-9a-f]+)?)$`)
)

// longestReport bounds what is kept of a report.
const longestReport = 64 << 10

// stacksOnly keeps those lines of a report that hold nothing of the user. The
// message of a panic of which the runtime knows nothing is left out: all of its
// lines but the first are indented, up to the first stack.
func stacksOnly(report string) string {
	var kept []string
	inStacks := false
	for line := range strings.Lines(report[:min(len(report), longestReport)]) {
		line = strings.TrimRight(line, "\r\n")
		switch source := sourceLine.FindStringSubmatch(line); {
		case stackLine.MatchString(line):
			inStacks = inStacks || line != ""
			kept = append(kept, line)
		case inStacks && source != nil:
			kept = append(kept, "\t"+source[1])
		case faultLine.MatchString(line):
			kept = append(kept, line)
		case strings.HasPrefix(line, "panic: "):
			kept = append(kept, "panic: "+left)
		}
	}
	return strings.TrimSpace(strings.Join(kept, "\n")) + "\n"
}
