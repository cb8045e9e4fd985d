package ui

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/sample"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// The sample journal is one of made-up entries to look around in. It lies in a
// folder of its own, is a journal like any other there, and is none of the
// journals that were open lately.

const (
	sampleEntries = 240 // about four months
	sampleSeed    = 1
)

// sampleOpen tells whether the sample journal is the one that is open.
func (w *Window) sampleOpen() bool { return w.sample != "" && w.home.Folder() == w.sample }

// openSample shows the sample journal in place of this one, and makes it first
// where there is none yet.
func (w *Window) openSample() {
	if w.sample == "" || w.sampleOpen() {
		return
	}
	left := w.home.Folder()
	w.swap("open the sample journal", func(ctx context.Context, _ journal.Home) (journal.Home, error) {
		if err := w.makeSample(ctx, w.homeIn(w.sample)); err != nil {
			return nil, err
		}
		return w.move(w.sample)
	}, func(err error) {
		if err == nil {
			w.own = left
		}
	})
}

// makeSample fills the sample journal, unless it holds something already.
func (w *Window) makeSample(ctx context.Context, home journal.Home) error {
	found, err := home.Inspect(ctx)
	if err != nil || found != journal.Absent {
		return err
	}
	store, err := home.Open(ctx)
	if err != nil {
		return fmt.Errorf("make the sample journal: %w", err)
	}
	j := w.start(store)
	err = sample.Fill(ctx, store, sampleEntries, sampleSeed, j.Today(ctx))
	return errors.Join(err, j.Close())
}

// leaveSample goes back to the journal from which the sample was opened, or to
// the usual one.
func (w *Window) leaveSample() {
	folder := w.own
	if folder == "" {
		folder = w.usual
	}
	w.swap("leave the sample journal", func(context.Context, journal.Home) (journal.Home, error) {
		return w.move(folder)
	}, nil)
}

// sampleBar stands at the foot of every page while the sample is open.
func (w *Window) sampleBar() fyne.CanvasObject {
	bar := parts.NewNotice(parts.NoticeNormal,
		lang.L("This is the sample journal, all made up. Try what you like: your own is not touched."),
		parts.NoticeAction{Label: lang.L("Back to my journal"), Do: w.leaveSample})
	return parts.Inset(bar, 0, look.Space28, look.Space16, look.Space28)
}

// sampleItem leads to the sample journal, or back.
func (w *Window) sampleItem() *fyne.MenuItem {
	if w.sampleOpen() {
		return fyne.NewMenuItem(lang.L("Back to my journal"), w.leaveSample)
	}
	i := fyne.NewMenuItem(lang.L("Look around with a sample journal"), w.openSample)
	i.Disabled = w.sample == ""
	return i
}
