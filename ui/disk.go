package ui

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// disk watches the disk that the journal lies on, and has the foot of the window
// say what stands in the way of keeping it: little room, a folder that is gone,
// words that are not saved. What it says goes by itself when it is over.
type disk struct {
	w     *Window
	busy  bool  // somebody is looking
	sick  error // why the folder cannot be looked at; nil else
	least bool  // there is less room than the next backup needs
	free  int64 // bytes; only where it is known
	next  int64 // bytes that the next backup needs
	stuck bool  // something typed could not be written
}

// When the disk is looked at, beside every time that something could not be
// saved: not at the start, which it would slow down.
const (
	lookAfter = 10 * time.Second
	lookEvery = 3 * time.Minute
)

// littleRoom is the free space, in bytes, below which the foot mentions it.
const littleRoom = 200_000_000

// begin watches over the journal that is open now.
func (d *disk) begin() {
	*d = disk{w: d.w}
	if d.w.space != nil && d.w.copyOpen() == nil {
		d.w.every(d.w.life, lookAfter, lookEvery, d.look)
	}
}

// look asks how much room there is, and how much the next backup needs: as much
// as the last one.
func (d *disk) look() {
	if d.busy || d.w.space == nil || d.w.journal == nil {
		return
	}
	d.busy = true
	home, space := d.w.home, d.w.space
	type answer struct {
		free, next int64
		known      bool
		err        error
	}
	task(d.w, "look at the disk", func(ctx context.Context) (answer, error) {
		free, known, err := space(home.Folder())
		a := answer{free: int64(min(free, 1<<62)), known: known, err: err}
		if err == nil && known {
			a.next, err = nextBackup(ctx, home)
			if err != nil {
				d.w.door.log.Warn("look at the size of backups", "err", err)
			}
		}
		return a, nil
	}, func(a answer) {
		d.busy = false
		d.sick, d.free, d.next = a.err, a.free, a.next
		d.least = a.known && a.free < a.next
		d.low(a.known && a.free < littleRoom)
		d.say()
	})
}

// nextBackup is about how many bytes the next backup takes.
func nextBackup(ctx context.Context, home journal.Home) (int64, error) {
	all, err := home.Backups(ctx, "")
	for _, b := range all {
		if b.Verified {
			return b.Bytes, nil
		}
	}
	return 0, err
}

// low mentions quietly that there is little room.
func (d *disk) low(little bool) {
	words := ""
	if little {
		words = lang.L("{{.Size}} left on the disk", values{"Size": fileSize(d.free)})
	}
	d.w.foot.low(words)
}

// say has the foot say the worst of what stands in the way, or nothing.
func (d *disk) say() {
	elsewhere := parts.NoticeAction{Label: lang.L("Save it in another place…"), Do: d.w.saveElsewhere}
	switch {
	case d.stuck:
		d.w.foot.trouble(lang.L("What you typed last is not on the disk yet."), elsewhere)
	case d.sick != nil:
		d.w.foot.trouble(sentence(d.sick))
	case d.least:
		d.w.foot.trouble(lang.L("{{.Free}} are left on the disk. The next backup needs {{.Need}}.",
			values{"Free": fileSize(d.free), "Need": fileSize(d.next)}))
	default:
		d.w.foot.well()
	}
}

// notSaved says why something that was typed is not on the disk, and what can
// be done, until it is. again tries it at once.
func (w *Window) notSaved(err error, again func()) {
	w.door.warnUntilSettled("save what was typed", err,
		parts.NoticeAction{Label: lang.L("Copy the text"), Do: w.copyUnsaved},
		parts.NoticeAction{Label: lang.L("Try again"), Do: again})
	if diskFails(err) && !w.disk.stuck {
		w.disk.stuck = true
		w.disk.say()
		w.disk.look() // how much room there is, and whether the folder is there
	}
}

// diskFails tells whether something could not be written for want of a disk
// that takes it.
func diskFails(err error) bool {
	return (errors.Is(err, journal.ErrNoSpace) || errors.Is(err, journal.ErrNoAccess)) && !errors.Is(err, journal.ErrCopy)
}

// saved takes away what warned of words that are not on the disk, once all are.
func (w *Window) saved() {
	w.door.settle()
	if w.disk.stuck && len(w.unsaved()) == 0 {
		w.disk.stuck = false
		w.disk.say()
		w.disk.look() // what it found when they could not be saved may be over, too
	}
}
