package ui

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// Crash is what a crash of the program left.
type Crash struct {
	At     time.Time
	Report string       // where in the program it was; nothing of the user is in it
	Told   func() error // notes that the user was told. It is not called on the UI goroutine
}

// crashLimit bounds how long a program that crashes waits for the disk.
const crashLimit = 2 * time.Second

// guard does work. Where that ends in a panic, what was typed is written before
// the program goes, on which the window is asked on its goroutine: onUI runs
// something there. The panic goes on as it was.
func (w *Window) guard(work func(), onUI func(func())) {
	done := false
	defer func() {
		if !done {
			w.saveAtCrash(onUI)
		}
	}()
	work()
	done = true
}

// saveAtCrash writes what was typed, as far as that can still be done.
func (w *Window) saveAtCrash(onUI func(func())) {
	ctx, cancel := context.WithTimeout(context.Background(), crashLimit)
	defer cancel()
	written := make(chan struct{})
	onUI(func() {
		write := w.lastWrite()
		go func() {
			defer close(written)
			_ = write(ctx) // nobody is left to hear of it
		}()
	})
	select {
	case <-written:
	case <-ctx.Done():
	}
}

// lastWrite gives what writes what was typed, in a window that may be in any
// state.
func (w *Window) lastWrite() (write func(context.Context) error) {
	write = func(context.Context) error { return nil }
	defer func() { _ = recover() }() // the panic before this one is to be reported
	if w.journal != nil {
		write = w.flush()
	}
	return write
}

// tellCrash tells once that the program crashed, and what became of the text,
// unless something else is being told.
func (w *Window) tellCrash() {
	if w.crashed == nil || w.journal == nil || w.change != nil {
		return
	}
	find := w.crashed
	task(w, "look for a crash", func(context.Context) (*Crash, error) { return find() }, func(c *Crash) {
		if c == nil || w.door.notice != nil {
			return
		}
		w.door.say(lang.L("Groundwork stopped on {{.When}}, by a fault of its own. What you had written is saved, and there is nothing you need to do.", values{"When": dayAndTime(c.At)}),
			parts.NoticeAction{Label: lang.L("Show the report"), Do: func() { w.showCrash(c) }},
			parts.NoticeAction{Label: lang.L("Close"), Do: w.door.clear})
		task(w, "note that a crash was told", func(context.Context) (struct{}, error) { return struct{}{}, c.Told() }, func(struct{}) {})
	})
}

// mostReportLines is how many lines of a report are shown: the place where it
// happened. All of it is copied.
const mostReportLines = 40

// showCrash shows where in the program it crashed, and offers to copy all of it.
func (w *Window) showCrash(c *Crash) {
	lines := strings.Split(strings.TrimSpace(strings.ReplaceAll(c.Report, "\t", "    ")), "\n")
	list := parts.Down(0)
	for _, line := range lines[:min(len(lines), mostReportLines)] {
		list.Add(parts.NewParagraph(line, parts.TypeCaption, 18))
	}
	closing := parts.NewButton(parts.Outline, lang.L("Close"), look.IconNone, func() { parts.CloseOverlay(w.win.Canvas()) })
	take := parts.NewButton(parts.Quiet, lang.L("Copy details"), look.IconNone, nil)
	take.OnTap(func() {
		w.board.SetContent(w.crashDetails(c))
		take.SetText(lang.L("Copied"))
	})
	title := lang.L("What stopped Groundwork")
	w.overlay(title,
		sentenceText(lang.L("These are places in the program, for whoever mends it. Nothing you wrote is in it, and nothing is sent: copy it if you want to pass it on.")),
		w.inPanel(toRead(title, parts.NewScroller(list)), 280), parts.Across(look.Space8, parts.Spring(), take, closing)).Light = true
	w.win.Canvas().Focus(closing)
}

// dayAndTime writes a time: "Friday, 20 November 2026, 21:04".
func dayAndTime(at time.Time) string {
	at = at.Local()
	return lang.L("{{.Day}}, {{.Time}}", values{"Day": dayHeading(journal.DayOf(at), journal.ExactDay, journal.Day{}), "Time": clock(at)})
}
