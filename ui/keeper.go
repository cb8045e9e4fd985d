package ui

import (
	"context"
	"time"

	"groundwork/journal"
)

// keeper makes the backup of each day while the window is open, and has the
// foot of the window tell how the journal is backed up. When the window closes
// it does nothing: nobody should wait for a backup, and what was written last
// is in that of the next day.
type keeper struct {
	w      *Window
	busy   bool  // a backup is on its way
	failed error // why the last one could not be made; nil else
}

// When the keeper tells how it stands, and looks whether a backup is due: not
// at the start, which it would slow down.
const (
	tellAfter   = 3 * time.Second
	backUpAfter = 20 * time.Second
	backUpEvery = time.Hour
)

// begin has the keeper look after the journal that is open now.
func (k *keeper) begin() {
	k.busy, k.failed = false, nil
	if k.w.sampleOpen() {
		return // nobody would miss it
	}
	k.w.later(tellAfter, k.tell)
	k.w.every(k.w.life, backUpAfter, backUpEvery, k.backUpIfDue)
}

// backUpIfDue makes the backup of the day if there is none yet and something
// was written. What goes wrong stands at the foot and is tried again: it is no
// reason to interrupt anybody.
func (k *keeper) backUpIfDue() {
	home := k.w.home
	k.make(home.BackUpIfDue, func(_ journal.BackedUp, err error) {
		if err != nil {
			k.w.door.log.Error("make the daily backup", "err", err)
		}
	})
}

// backUpNow makes a backup because the user wants one, and calls then with what
// came of it.
func (k *keeper) backUpNow(then func(journal.BackedUp, error)) {
	home := k.w.home
	k.make(func(ctx context.Context) (journal.BackedUp, error) { return home.BackUp(ctx, journal.BackupByHand) }, then)
}

// make makes one backup at a time, off the UI goroutine.
func (k *keeper) make(backUp func(context.Context) (journal.BackedUp, error), then func(journal.BackedUp, error)) {
	if k.busy || k.w.journal == nil {
		return
	}
	k.busy = true
	type answer struct {
		made journal.BackedUp
		err  error
	}
	task(k.w, "back up the journal", func(ctx context.Context) (answer, error) {
		made, err := backUp(ctx)
		return answer{made, err}, nil
	}, func(a answer) {
		k.busy, k.failed = false, a.err
		if a.made.Elsewhere != nil {
			k.w.door.log.Warn("copy a backup to the second folder", "err", a.made.Elsewhere)
		}
		k.tell()
		then(a.made, a.err)
	})
}

// tell has the foot say how the journal is backed up. Where that cannot be
// read it says nothing new.
func (k *keeper) tell() {
	if k.w.journal == nil {
		return // the window has gone
	}
	read := k.w.copiesReader()
	type answer struct {
		kept keptCopies
		err  error
	}
	task(k.w, "read how the journal is backed up", func(ctx context.Context) (answer, error) {
		kept, err := read(ctx)
		return answer{kept, err}, nil
	}, func(a answer) {
		if a.err != nil {
			k.w.door.log.Error("read how the journal is backed up", "err", a.err)
			return
		}
		if b := k.w.frame.preferences.backups; b.inSight() {
			b.took(a.kept)
		}
		k.say(a.kept)
	})
}

// say has the foot say how the journal is backed up.
func (k *keeper) say(kept keptCopies) {
	newest, some := kept.newest()
	switch {
	case k.failed != nil:
		k.w.foot.notKept()
	case some:
		k.w.foot.backedUp(newest.Made, kept.secondWords(newest), kept.folder != "" && !newest.Second)
	default:
		k.w.foot.notBackedUp()
	}
}
