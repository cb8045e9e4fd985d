package ui

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// A journal lies in a folder of its own. The window shows one at a time; which
// others it showed lately is remembered by their folders alone.

const (
	prefRecent   = "journals.recent" // the folders, the latest first
	mostJournals = 8
)

// recentJournals are the folders of the journals that were open lately, the
// latest first, without the one that is open.
func (w *Window) recentJournals() []string {
	all := slices.Clone(w.app.Preferences().StringList(prefRecent))
	return slices.DeleteFunc(all, func(folder string) bool { return folder == w.home.Folder() })
}

// rememberJournals puts folders before the others that are remembered. The
// sample journal is none of them.
func (w *Window) rememberJournals(folders ...string) {
	for _, each := range w.app.Preferences().StringList(prefRecent) {
		if !slices.Contains(folders, each) {
			folders = append(folders, each)
		}
	}
	folders = slices.DeleteFunc(folders, func(f string) bool { return f == w.sample })
	w.app.Preferences().SetStringList(prefRecent, folders[:min(len(folders), mostJournals)])
	w.win.SetMainMenu(w.menu())
}

// forgetJournal remembers a folder no more. What lies in it stays.
func (w *Window) forgetJournal(folder string) {
	all := slices.Clone(w.app.Preferences().StringList(prefRecent))
	w.app.Preferences().SetStringList(prefRecent, slices.DeleteFunc(all, func(f string) bool { return f == folder }))
	w.win.SetMainMenu(w.menu())
}

// recentMenu lists the journals that were open lately.
func (w *Window) recentMenu() *fyne.MenuItem {
	recent := fyne.NewMenuItem(lang.L("Recent journals"), nil)
	recent.ChildMenu = fyne.NewMenu("")
	for _, folder := range w.recentJournals() {
		recent.ChildMenu.Items = append(recent.ChildMenu.Items,
			fyne.NewMenuItem(cutFront(folder, longestFolder), func() { w.openFolder(folder) }))
	}
	recent.Disabled = len(recent.ChildMenu.Items) == 0
	return recent
}

// chooseFolder asks for the folder of another journal and opens it.
func (w *Window) chooseFolder() { dialog.ShowFolderOpen(w.folderChosen, w.win) }

// folderChosen opens the journal in the folder, unless none was chosen.
func (w *Window) folderChosen(folder fyne.ListableURI, err error) {
	switch {
	case err != nil:
		w.door.show("choose the folder of a journal", accessProblem(err))
	case folder != nil:
		w.openFolder(folder.Path())
	}
}

// openFolder opens the journal in a folder in place of this one. Where there is
// none it asks whether to begin one.
func (w *Window) openFolder(folder string) {
	home := w.homeIn(folder)
	if home.Folder() == w.home.Folder() && w.journal != nil {
		w.door.say(lang.L("This journal is open already."))
		return
	}
	// Not a task: it is also of use where no journal is open.
	task(w, "look at the folder of a journal", home.Inspect, func(found journal.Condition) {
		if found == journal.Absent {
			w.askToBegin(home.Folder())
			return
		}
		w.moveTo(home.Folder())
	})
}

// askToBegin asks whether a new journal is to be made in a folder that has none.
func (w *Window) askToBegin(folder string) {
	var overlay *parts.Overlay
	cancel := parts.NewButton(parts.Quiet, lang.L("Cancel"), look.IconNone, func() { overlay.Hide() })
	begin := parts.NewButton(parts.Primary, lang.L("Start a new journal"), look.IconNone, func() { overlay.Hide(); w.moveTo(folder) })
	overlay = w.overlay(lang.L("Start a new journal here?"),
		sentenceText(lang.L("There is no journal in {{.Folder}} yet.", values{"Folder": folder})),
		sentenceText(lang.L("It needs a folder of its own. The journal that is open now stays as it is, where it is.")),
		parts.Across(look.Space8, parts.Spring(), cancel, begin))
	w.win.Canvas().Focus(cancel)
}

// moveTo shows the journal in a folder in place of this one. One that has a
// window already is shown by that.
func (w *Window) moveTo(folder string) {
	left := w.home.Folder()
	w.swap("open another journal", func(context.Context, journal.Home) (journal.Home, error) {
		return w.move(folder)
	}, func(err error) {
		if err == nil {
			w.rememberJournals(w.home.Folder(), left)
		}
	})
}

// showFolder shows a folder in the system's own window.
func (w *Window) showFolder(folder string) {
	task(w, "show a folder", func(context.Context) (struct{}, error) {
		return struct{}{}, openWith(w.app, fileURL(folder))
	}, func(struct{}) {})
}

// journalName is what the navigation calls the journal that is open: its folder,
// where it is not the usual one. "" is that.
func (w *Window) journalName() string {
	if folder := w.home.Folder(); w.usual != "" && folder != w.usual {
		return filepath.Base(folder)
	}
	return ""
}
