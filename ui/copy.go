package ui

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// copyHome is a backup of the journal that lies in a home, to be read in the
// window in its place. Nothing is written to it, and none of what the window
// does by itself for a journal is done for it.
type copyHome struct {
	journal.Home
	backup journal.Backup
	opened journal.Store // by the time the window asks for it; nil after that
}

// openCopy opens a backup, so that one that cannot be opened is refused while
// the journal is still there to go back to.
func openCopy(ctx context.Context, home journal.Home, b journal.Backup) (*copyHome, error) {
	store, err := home.OpenBackup(ctx, b.File)
	if err != nil {
		return nil, fmt.Errorf("open a backup to be read: %w", err)
	}
	return &copyHome{Home: home, backup: b, opened: store}, nil
}

// Inspect says that it can be opened: it is.
func (h *copyHome) Inspect(context.Context) (journal.Condition, error) { return journal.Fine, nil }

// LeftOpen says no: nobody writes to it.
func (h *copyHome) LeftOpen(context.Context) (bool, error) { return false, nil }

// Open gives the backup.
func (h *copyHome) Open(ctx context.Context) (journal.Store, error) {
	if store := h.opened; store != nil {
		h.opened = nil
		return store, nil
	}
	return h.OpenBackup(ctx, h.backup.File)
}

// BackUpIfDue makes nothing: the copy is not the journal.
func (h *copyHome) BackUpIfDue(context.Context) (journal.BackedUp, error) {
	return journal.BackedUp{}, nil
}

// copyOpen is the backup that is read in the window, or nil.
func (w *Window) copyOpen() *copyHome {
	home, _ := w.home.(*copyHome)
	return home
}

// lookAt opens a backup to be read in place of the journal, which stays as it
// is.
func (w *Window) lookAt(b journal.Backup) {
	w.swap("look at a backup", func(ctx context.Context, home journal.Home) (journal.Home, error) {
		return openCopy(ctx, home, b)
	}, func(err error) {
		if err == nil && w.journal != nil {
			w.frame.timeline.goTimeline()
		}
	})
}

// copyBar stands at the foot of every page while a copy is read.
func (w *Window) copyBar(h *copyHome) fyne.CanvasObject {
	bar := parts.NewNotice(parts.NoticeWarn,
		lang.L("You are reading the copy of {{.When}}. Nothing is written.", values{"When": copyDay(h.backup)}),
		parts.NoticeAction{Label: lang.L("Restore it"), Do: func() { w.askToRestore(h.backup) }},
		parts.NoticeAction{Label: lang.L("Leave"), Do: w.leaveCopy})
	return parts.Inset(bar, 0, look.Space28, look.Space16, look.Space28)
}

// leaveCopy goes back to the journal, or to the page that says why it cannot be
// opened.
func (w *Window) leaveCopy() {
	w.swap("leave a backup", func(_ context.Context, home journal.Home) (journal.Home, error) {
		return ownHome(home), nil
	}, nil)
}

// ownHome is the home of the journal itself, also while a copy of it is read.
func ownHome(home journal.Home) journal.Home {
	if h, ok := home.(*copyHome); ok {
		return h.Home
	}
	return home
}

// askToRestore asks whether a backup is to take the place of a journal that
// cannot be opened.
func (w *Window) askToRestore(b journal.Backup) {
	var overlay *parts.Overlay
	cancel := parts.NewButton(parts.Quiet, lang.L("Cancel"), look.IconNone, func() { overlay.Hide() })
	restore := parts.NewButton(parts.Primary, lang.L("Restore"), look.IconNone, func() { overlay.Hide(); w.restoreOver(b) })
	overlay = w.overlay(lang.L("Restore the copy of {{.When}}?", values{"When": copyDay(b)}),
		sentenceText(lang.L("It holds {{.Entries}}. The journal becomes what it was then.", values{"Entries": entriesLine(b.Entries)})),
		sentenceText(lang.L("The damaged file is not thrown away: it is moved into a folder of its own beside the journal.")),
		parts.Across(look.Space8, parts.Spring(), cancel, restore))
	w.win.Canvas().Focus(restore)
}

// restoreOver puts a backup in the place of a journal that cannot be opened.
func (w *Window) restoreOver(b journal.Backup) {
	var done journal.Restored
	w.swap("restore a backup", func(ctx context.Context, home journal.Home) (journal.Home, error) {
		own := ownHome(home)
		var err error
		done, err = own.Restore(ctx, b.File, true)
		return own, err
	}, func(err error) {
		if err == nil && w.journal != nil {
			w.sayRestored(b, done.Aside)
		}
	})
}

// sayRestored tells what the journal is now, and where the damaged file lies.
func (w *Window) sayRestored(b journal.Backup, aside string) {
	text := lang.L("The journal is what it was on {{.When}}.", values{"When": copyDay(b)})
	if aside == "" {
		w.door.say(text)
		return
	}
	w.door.say(text+" "+lang.L("The damaged file lies in {{.Folder}}", values{"Folder": aside}),
		parts.NoticeAction{Label: lang.L("Show the folder"), Do: func() { w.showFolder(aside) }},
		parts.NoticeAction{Label: lang.L("Close"), Do: w.door.clear})
}

// chooseBackup asks for a backup in any place, to be looked at.
func (w *Window) chooseBackup() { dialog.NewFileOpen(w.backupChosen, w.win).Show() }

// backupChosen tries out the backup that was chosen and opens it to be read.
func (w *Window) backupChosen(file fyne.URIReadCloser, err error) {
	if err != nil {
		w.door.show("choose a backup", accessProblem(err))
		return
	}
	if file == nil {
		return
	}
	path, home := file.URI().Path(), w.home
	task(w, "try a backup out", func(ctx context.Context) (journal.Backup, error) {
		t, err := home.TryBackup(ctx, path)
		if err == nil && len(t.Problems) > 0 {
			err = journal.NotBackup("the journal in it is damaged.")
		}
		return t.Backup, errors.Join(err, file.Close())
	}, w.lookAt)
}
