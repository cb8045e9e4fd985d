package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"groundwork/journal"
)

// A protected journal is open in one process only. While that is the window's,
// commands are handed over to it and run there, on the journal that is open.

// Inside is what a command runs on in the process of the window.
type Inside struct {
	Journal *journal.Journal
	Home    journal.Home // the journal's place, unlocked
}

// ofJournal are commands that need the journal: they run in the window's
// process if it has to be there.
func (a *app) ofJournal(all ...*cobra.Command) []*cobra.Command {
	for _, c := range all {
		here := c.RunE
		c.RunE = func(c *cobra.Command, args []string) error {
			if handed, err := a.handOver(c.Context()); handed || err != nil {
				return err
			}
			return here(c, args)
		}
	}
	return all
}

// stoppable are commands that stop when they are interrupted, so that what is
// being written leaves nothing behind. In the window's process their terminal
// stops them.
func (a *app) stoppable(all ...*cobra.Command) []*cobra.Command {
	for _, c := range all {
		run := c.RunE
		c.RunE = func(c *cobra.Command, args []string) error {
			if a.env.Inside != nil {
				return run(c, args)
			}
			ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			c.SetContext(ctx)
			return run(c, args)
		}
	}
	return all
}

// handOver has the command run in the process of the window, if the journal is
// open there and cannot be opened here.
func (a *app) handOver(ctx context.Context) (handed bool, err error) {
	if a.env.Beside == nil {
		return false, nil
	}
	folder, err := a.journalFolder()
	if err != nil {
		return false, err
	}
	a.code, handed, err = a.env.Beside(ctx, folder, a.args)
	return handed, err
}

// alone refuses, in the window's process, what nobody may have the journal open
// for.
func (a *app) alone() error {
	if a.env.Inside == nil {
		return nil
	}
	return fmt.Errorf("%w: %w", journal.ErrLocked,
		failed("The journal is open in its window, and this needs it alone. Close or lock the window, and try again."))
}

// at is where a path of the command line lies: one that is not whole begins in
// the folder of the terminal, wherever the command runs.
func (a *app) at(path string) (string, error) {
	if a.env.Inside == nil || path == "" || path == "-" {
		return path, nil
	}
	for _, own := range []string{"/dev/stdin", "/dev/stdout", "/dev/stderr", "/dev/fd/", "/proc/self/", "/proc/thread-self/"} {
		if strings.HasPrefix(path, own) {
			return "", failed("%s is not a file that the window can open. Use a file of its own.", path)
		}
	}
	if filepath.IsAbs(path) || a.env.Folder == "" {
		return path, nil
	}
	whole := a.env.Folder + string(filepath.Separator) + path // not Join: an ending / says that it is a folder
	a.typed = append(a.typed, whole, path)
	return whole, nil
}

// asTyped puts paths back as they stood on the command line.
func (a *app) asTyped(text string) string { return strings.NewReplacer(a.typed...).Replace(text) }

// stopped is why a command that was called off did not come to its end: where
// the window goes that it runs in, that says so.
func stopped(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); errors.Is(err, context.Canceled) && errors.Is(cause, journal.ErrLocked) {
		return cause
	}
	return err
}
