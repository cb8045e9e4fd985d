package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"groundwork/ui/parts"
)

// reachesOver tells whether the keys of a menu item work while a panel lies over
// the page: they act on the field in use, or on the window as a whole.
func reachesOver(i *fyne.MenuItem) bool {
	over := []fyne.Shortcut{
		&fyne.ShortcutUndo{}, key(fyne.KeyZ, ctrl|shift), // which know themselves that a panel is there
		&fyne.ShortcutCut{}, &fyne.ShortcutCopy{}, &fyne.ShortcutPaste{}, &fyne.ShortcutSelectAll{},
		key(fyne.KeyB, ctrl), key(fyne.KeyI, ctrl), key(fyne.KeyX, ctrl|shift),
		key(fyne.KeyS, ctrl), key(fyne.KeyL, ctrl), key(fyne.KeyQ, ctrl),
		key(fyne.KeyH, ctrl|shift), // what is private goes at once
		key(fyne.KeyK, ctrl),       // which closes what it opened
	}
	return i.Shortcut != nil && slices.ContainsFunc(over, func(s fyne.Shortcut) bool {
		return s.ShortcutName() == i.Shortcut.ShortcutName()
	})
}

// heldByPanels lets the items of a menu act on what lies below the panels by
// reach only.
func (w *Window) heldByPanels(items []*fyne.MenuItem) {
	for _, i := range items {
		if i.ChildMenu != nil {
			w.heldByPanels(i.ChildMenu.Items)
		}
		if act := i.Action; act != nil && !reachesOver(i) {
			i.Action = func() { w.reach(act) }
		}
	}
}

// reach acts on what lies below the panels. A panel that only shows something
// gives way; one that asks for something holds the keys, and nothing is done.
func (w *Window) reach(act func()) {
	if parts.MakeWay(w.win.Canvas()) {
		act()
	}
}
