package main

import (
	"context"
	"log/slog"

	"groundwork/data"
	"groundwork/session"
)

// newHome names the folder of a journal. Where it is a protected one, what it
// holds stays out of core dumps from the moment it is unlocked; when the system
// refuses that, the journal opens all the same.
func newHome(folder string, log *slog.Logger) *data.Home {
	return data.NewHome(folder, data.Options{Now: now, Unlocked: func() {
		if err := session.KeepMemoryPrivate(); err != nil {
			log.Warn("keep the memory of the program private", "err", err)
		}
	}})
}

// reducedMotion tells whether the desktop wants less motion. Many desktops say
// nothing about it, which is no fault.
func reducedMotion(ctx context.Context) bool {
	reduced, err := session.ReducedMotion(ctx)
	return err == nil && reduced
}
