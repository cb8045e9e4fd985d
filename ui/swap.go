package ui

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// change is what happens between two journals, or the same one before and
// after it is mended: everything that is open is written, the journal is
// closed, something is done while nobody has it open, and a journal is opened.
// Where nothing is to be done, none is opened: the window locks (see lock).
//
// While it is on the way the window shows no page, so nobody types into one.
// The UI goroutine begins it and ends it; in between everything happens on one
// goroutine of its own, so that it can be waited for when the loop has ended.
type change struct {
	w    *Window
	what string
	do   func(context.Context, journal.Home) (journal.Home, error)
	then func(error)

	refused func(error) // says that something could not be written; nil has the door say it

	life  context.Context // of the journal that comes
	end   context.CancelFunc
	done  chan struct{} // closed when the goroutine has ended
	pages fyne.CanvasObject
	write func(context.Context) error

	noPrivate bool

	// What came of it; to be read when done is closed.
	home   journal.Home
	read   reader // its journal is nil where none could be opened
	first  sheet
	failed error // why do failed
	err    error // why the old journal could not be closed, or one could not be opened
	kept   bool  // not everything could be written, so the old journal is still open
}

// swap writes everything that is open, closes the journal, and runs do off the
// UI goroutine while nobody has the journal open. Then it opens the Home that
// do gave (nil: the same one) and shows Today, with all pages filled anew.
//
// Where something cannot be written, nothing is closed and do is not run.
// Where do fails, the old journal is opened again. The door says why in both
// cases; what is what was being done, for the log. Then, which may be nil, is
// called at the end with what went wrong.
func (w *Window) swap(what string, do func(ctx context.Context, home journal.Home) (journal.Home, error), then func(error)) {
	w.leave(&change{what: what, do: do, then: then})
}

// leave sends a change on its way, unless there is one already.
func (w *Window) leave(c *change) {
	if w.change != nil {
		return
	}
	c.w, c.home, c.done = w, w.home, make(chan struct{})
	if w.journal == nil { // its page says why; nothing is open
		c.begin(nil)
		return
	}
	w.takeTyped()
	w.frame.library.leave(c.begin)
}

// begin takes the pages away and sends the goroutine on its way, unless
// something could not be saved.
func (c *change) begin(unsaved error) {
	w := c.w
	if w.change != nil {
		return
	}
	if unsaved != nil {
		c.refuse(unsaved)
		return
	}
	w.leaveLocked()
	c.write, c.noPrivate = w.flush(), w.noPrivate()
	c.life, c.end = context.WithCancel(context.Background())
	w.change, c.pages = c, w.win.Content()
	w.win.Canvas().Unfocus()
	w.win.SetContent(c.curtain())
	for parts.CloseOverlay(w.win.Canvas()) {
	}
	if c.locks() {
		w.clearAway()
	} else {
		w.absence.end()
	}
	w.door.clear()
	w.leaveTrouble()
	w.apart(func() {
		c.run()
		close(c.done)
		w.onUI(c.arrive)
	})
}

// curtain is what stands in the window while no journal is open.
func (c *change) curtain() fyne.CanvasObject {
	if c.locks() {
		return parts.NewHills(parts.NewText(lang.L("Locking…"), parts.TypeCaption))
	}
	return container.NewCenter(parts.NewText(lang.L("One moment…"), parts.TypeCaption.In(look.ColorInk3)))
}

// locks tells whether no journal comes after this one.
func (c *change) locks() bool { return c.do == nil }

// run is all that happens off the UI goroutine.
func (c *change) run() {
	if c.err = c.close(); c.kept {
		return
	}
	if c.locks() {
		return
	}
	home, err := c.do(c.life, c.home)
	if c.failed = err; err == nil && home != nil {
		c.home = home
	}
	if c.life.Err() != nil {
		return // the window goes
	}
	c.read, c.first, err = c.w.openJournal(c.life, c.home, c.noPrivate)
	c.err = errors.Join(c.err, err)
}

// close writes what is open and closes the journal when nothing reads it or
// writes to it any more. What takes too long fails on the closed journal, and
// nobody hears of it.
func (c *change) close() error {
	ctx, cancel := context.WithTimeout(context.Background(), closeLimit)
	defer cancel()
	if err := c.write(ctx); err != nil && !errors.Is(err, journal.ErrCopy) { // into which nobody can write
		c.kept = true
		return err
	}
	c.w.callOff(ctx)
	if c.w.journal == nil {
		return nil
	}
	c.w.suggester.Close()
	return c.w.journal.Close()
}

// arrive shows the journal that is open now, on the UI goroutine.
func (c *change) arrive() {
	w := c.w
	if w.change != c {
		return // the window went meanwhile
	}
	w.change = nil
	if c.kept {
		c.end()
		w.win.SetContent(c.pages)
		w.win.SetMainMenu(w.menu())
		c.refuse(c.err)
		return
	}
	if c.locks() {
		w.locked(c.err)
		return
	}
	for parts.CloseOverlay(w.win.Canvas()) { // that a shortcut opened over the curtain
	}
	w.journal, w.guide, w.suggester = nil, nil, nil
	w.life, w.end, w.home = c.life, c.end, c.home
	w.furnish(c.noPrivate)
	if c.read.journal == nil {
		w.showTrouble(c.err)
	} else {
		w.opened(c.read, c.first)
	}
	c.tell(c.failed)
}

// refuse says why nothing was closed.
func (c *change) refuse(err error) {
	if c.refused != nil {
		c.refused(err)
		return
	}
	c.tell(err)
}

// tell says what went wrong, and hands it on.
func (c *change) tell(err error) {
	if err != nil {
		c.w.door.show(c.what, err)
	}
	if c.then != nil {
		c.then(err)
	}
}

// abandon ends it because the window goes, and tells whether nothing is open
// any more. What do was doing is called off.
func (c *change) abandon(ctx context.Context) bool {
	c.end()
	select {
	case <-c.done:
	case <-ctx.Done():
		c.err = fmt.Errorf("%s: %w", c.what, context.Cause(ctx))
		return true
	}
	c.w.change = nil
	if c.kept {
		return false
	}
	if c.read.journal != nil {
		c.err = errors.Join(c.err, c.read.journal.Close())
	}
	c.err = errors.Join(c.err, c.failed)
	c.w.journal = nil
	return true
}
