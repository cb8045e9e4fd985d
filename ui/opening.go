package ui

import (
	"context"
	"errors"
	"time"

	"groundwork/journal"
	"groundwork/journal/prompts"
	"groundwork/journal/suggest"
)

// open looks at the journal's place and opens it, or shows why not.
func (w *Window) open() {
	if w.opening || w.journal != nil || w.change != nil {
		return // a try that was due when the journal was opened
	}
	w.opening = true
	ctx, home, noPrivate := w.life, w.home, w.noPrivate()
	w.background(func() {
		read, first, err := w.openJournal(ctx, home, noPrivate)
		w.phase("journal read")
		w.onUI(func() {
			w.opening = false
			if ctx.Err() != nil {
				if err == nil {
					_ = read.journal.Close() // nothing was written
				}
				return
			}
			if err != nil {
				w.showTrouble(err)
				return
			}
			w.opened(read, first)
		})
	})
}

// openJournal opens the journal off the UI goroutine. What Today shows first is
// read at once with it, so that the page is painted once.
func (w *Window) openJournal(ctx context.Context, home journal.Home, noPrivate bool) (reader, sheet, error) {
	left, err := home.LeftOpen(ctx)
	if err != nil {
		return reader{}, sheet{}, err
	}
	store, err := home.Open(ctx)
	if err != nil {
		return reader{}, sheet{}, err
	}
	j := w.start(store)
	j.SetDateOrder(w.dateOrder())
	read := reader{journal: j, guide: prompts.NewGuide(j), noPrivate: noPrivate, leftOpen: left, protected: home.Protected()}
	first, err := read.first(ctx)
	if err != nil {
		return reader{}, sheet{}, errors.Join(err, j.Close())
	}
	return read, first, nil
}

// opened fills the window with the journal.
func (w *Window) opened(read reader, first sheet) {
	w.leaveTrouble()
	w.leaveLocked()
	w.journal, w.guide, w.protected, w.readable = read.journal, read.guide, read.protected, false
	w.suggester = suggest.New(w.journal, w.elementOf)
	w.journal.Listen(w.changed)
	if w.watch != nil {
		w.watch(w.life, w.journal)
	}
	w.today.evidence.all = first.expectations
	w.frame.target.show(first.target)
	w.today.layOnTable(first)
	w.phase(LastPhase)
	if w.giveBack != nil {
		w.later(giveBackAfter, func() { w.background(w.giveBack) })
	}
	if read.leftOpen {
		w.later(checkAfter, w.checkQuickly) // which tells of a crash
	} else {
		w.later(checkAfter, w.tellCrash)
	}
	w.every(w.life, tidyAfter, tidyEvery, w.tidy)
	w.keeper.begin()
	w.disk.begin()
	w.absence.begin()
	w.reminders.readDay()
	w.beginLending()
	w.offer.begin()
}

// tidyAfter is when the journal is tidied after the start, which it must not
// slow down, and tidyEvery how often after that.
const (
	tidyAfter = time.Minute
	tidyEvery = 24 * time.Hour
)

// tidy lets go of versions that have come of age, and of what has lain in the
// trash for as long as the writer wants.
func (w *Window) tidy() {
	j := w.journal
	if j == nil || w.copyOpen() != nil {
		return // the window has gone, or nothing may be written
	}
	task(w, "tidy the journal", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, j.Tidy(ctx)
	}, func(struct{}) {})
}

// elementOf gives the element of the catalogue that an expectation is about, or
// "".
func (w *Window) elementOf(x journal.Expectation) string {
	catalogue, err := w.guide.Catalogue()
	if err != nil {
		return ""
	}
	return catalogue.ElementFor(x)
}

// giveBackAfter is when memory goes back to the system after the start: reading
// the faces leaves twice their size behind. Not before the page is painted.
const giveBackAfter = time.Second
