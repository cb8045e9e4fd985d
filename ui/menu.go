package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// Every shortcut is the shortcut of a menu item: a focused Entry swallows all
// others. Cut, Copy, Paste and Undo are forwarded to whatever has the focus.

const (
	ctrl  = fyne.KeyModifierShortcutDefault
	shift = fyne.KeyModifierShift
	alt   = fyne.KeyModifierAlt
)

// key is a shortcut of ours.
func key(name fyne.KeyName, modifier fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: modifier}
}

func item(label string, shortcut fyne.Shortcut, action func()) *fyne.MenuItem {
	i := fyne.NewMenuItem(label, action)
	i.Shortcut = shortcut
	return i
}

// saveNow writes what is typed at once, on whatever page.
func (w *Window) saveNow() {
	w.today.saveNow()
	w.frame.people.saveNow()
	w.frame.growth.saveNow()
	w.frame.demands.saveNow()
	w.frame.pack.saveNow()
}

// menu lists everything the window can do.
func (w *Window) menu() *fyne.MainMenu {
	if w.lockScreen != nil {
		return w.lockedMenu()
	}
	return w.menuOf(w.fileMenu(), w.editMenu(), w.goMenu(), w.viewMenu(), w.helpMenu())
}

// menuOf puts the menus together. What they do waits while a panel holds the keys.
func (w *Window) menuOf(menus ...*fyne.Menu) *fyne.MainMenu {
	for _, m := range menus {
		w.heldByPanels(m.Items)
	}
	return fyne.NewMainMenu(menus...)
}

// lockedMenu lists what the window can do while the journal is locked. It names
// no other journal.
func (w *Window) lockedMenu() *fyne.MainMenu {
	return w.menuOf(
		fyne.NewMenu(lang.L("File"),
			item(lang.L("Open another journal…"), key(fyne.KeyO, ctrl), w.chooseFolder),
			fyne.NewMenuItemSeparator(),
			w.quitItem()),
		fyne.NewMenu(lang.L("View"), w.appearanceMenu()),
		w.helpMenu())
}

func (w *Window) quitItem() *fyne.MenuItem {
	quit := item(lang.L("Quit"), key(fyne.KeyQ, ctrl), w.quit)
	quit.IsQuit = true
	return quit
}

func (w *Window) fileMenu() *fyne.Menu {
	return fyne.NewMenu(lang.L("File"),
		item(lang.L("New entry"), key(fyne.KeyN, ctrl), w.newOfAnyKind),
		item(lang.L("New reflection"), key(fyne.Key1, ctrl|shift), w.newReflection),
		item(lang.L("New moment"), key(fyne.Key2, ctrl|shift), func() { w.newEntry(journal.MomentKind) }),
		item(lang.L("New feedback"), key(fyne.Key3, ctrl|shift), func() { w.newEntry(journal.FeedbackKind) }),
		item(lang.L("New application"), key(fyne.Key4, ctrl|shift), func() { w.newEntry(journal.ApplicationKind) }),
		fyne.NewMenuItemSeparator(),
		item(lang.L("Open another journal…"), key(fyne.KeyO, ctrl), w.chooseFolder),
		w.recentMenu(),
		item(lang.L("Check the journal…"), nil, w.checkJournal),
		fyne.NewMenuItemSeparator(),
		item(lang.L("Save now"), key(fyne.KeyS, ctrl), w.saveNow),
		item(lang.L("Export…"), key(fyne.KeyE, ctrl|shift), w.frame.export.goExport),
		item(lang.L("Preferences"), key(fyne.KeyComma, ctrl), w.frame.preferences.goPreferences),
		fyne.NewMenuItemSeparator(),
		item(lang.L("Lock"), key(fyne.KeyL, ctrl), w.lock),
		w.quitItem(),
	)
}

func (w *Window) editMenu() *fyne.Menu {
	return fyne.NewMenu(lang.L("Edit"),
		item(lang.L("Undo"), &fyne.ShortcutUndo{}, w.undo),
		item(lang.L("Redo"), key(fyne.KeyZ, ctrl|shift), w.redo),
		fyne.NewMenuItemSeparator(),
		item(lang.L("Cut"), &fyne.ShortcutCut{}, func() { w.forward(&fyne.ShortcutCut{Clipboard: w.board}) }),
		item(lang.L("Copy"), &fyne.ShortcutCopy{}, func() { w.forward(&fyne.ShortcutCopy{Clipboard: w.board}) }),
		item(lang.L("Paste"), &fyne.ShortcutPaste{}, func() { w.forward(&fyne.ShortcutPaste{Clipboard: w.board}) }),
		item(lang.L("Select all"), &fyne.ShortcutSelectAll{}, func() { w.forward(&fyne.ShortcutSelectAll{}) }),
		fyne.NewMenuItemSeparator(),
		item(lang.L("Bold"), key(fyne.KeyB, ctrl), func() { w.format((*parts.Editor).ToggleStrong) }),
		item(lang.L("Italic"), key(fyne.KeyI, ctrl), func() { w.format((*parts.Editor).ToggleEmphasis) }),
		item(lang.L("Check box"), key(fyne.KeyX, ctrl|shift), func() { w.format((*parts.Editor).ToggleBox) }),
		fyne.NewMenuItemSeparator(),
		item(lang.L("Use the prompt, or open the month’s entry"), key(fyne.KeyReturn, ctrl), w.useOrOpen),
		item(lang.L("Turn into a moment"), key(fyne.KeyM, ctrl|shift), w.today.turnIntoMoment),
		item(lang.L("Fold the parts"), key(fyne.KeyPeriod, ctrl), w.today.toggleFold),
		item(lang.L("This is the situation"), key(fyne.Key1, alt), func() { w.today.takePart(1) }),
		item(lang.L("This is the task"), key(fyne.Key2, alt), func() { w.today.takePart(2) }),
		item(lang.L("This is the action"), key(fyne.Key3, alt), func() { w.today.takePart(3) }),
		item(lang.L("This is the result"), key(fyne.Key4, alt), func() { w.today.takePart(4) }),
		fyne.NewMenuItemSeparator(),
		item(lang.L("Move up"), key(fyne.KeyUp, alt), w.moveUp),
		item(lang.L("Move down"), key(fyne.KeyDown, alt), w.moveDown),
		item(lang.L("Add a person"), key(fyne.KeyP, ctrl|shift), w.today.addPerson),
		item(lang.L("Attach a file"), key(fyne.KeyA, ctrl|shift), w.today.attachFile),
		item(lang.L("Add a web link"), key(fyne.KeyL, ctrl|shift), w.today.attachLink),
		item(lang.L("Link to an entry"), key(fyne.KeyK, ctrl|shift), w.today.links.add),
		item(lang.L("This acts on feedback…"), key(fyne.KeyJ, ctrl), w.actsOnOpen),
		item(lang.L("Add to evidence pack"), key(fyne.KeyD, ctrl|shift), w.addOpenEntry),
		item(lang.L("Tags"), key(fyne.KeyT, ctrl|shift), w.showTags),
		item(lang.L("Sort entries"), key(fyne.KeyS, ctrl|shift), w.sortEntries),
		fyne.NewMenuItemSeparator(),
		item(lang.L("Move to trash"), trashKey(), w.trashChosen),
	)
}

func (w *Window) goMenu() *fyne.Menu {
	return fyne.NewMenu(lang.L("Go"),
		item(lang.L("Quick open"), key(fyne.KeyK, ctrl), w.showQuickOpen),
		item(lang.L("Today"), key(fyne.KeyT, ctrl), w.today.goToday),
		item(lang.L("Page: Today"), key(fyne.Key1, ctrl), w.today.goToday),
		item(lang.L("Page: Timeline"), key(fyne.Key2, ctrl), w.frame.timeline.goTimeline),
		item(lang.L("Page: Evidence"), key(fyne.Key3, ctrl), w.frame.evidence.goEvidence),
		item(lang.L("Expectations"), nil, w.showExpectations),
		item(lang.L("Evidence pack"), key(fyne.KeyE, ctrl), w.frame.pack.goPack),
		item(lang.L("Rehearse the ask"), nil, w.frame.pack.goRehearse),
		item(lang.L("Page: Feedback"), key(fyne.Key4, ctrl), w.frame.feedback.goFeedback),
		item(lang.L("Page: Applications"), key(fyne.Key5, ctrl), w.frame.applications.goApplications),
		item(lang.L("Page: Growth plan"), key(fyne.Key6, ctrl), w.frame.growth.goGrowth),
		item(lang.L("Page: People"), key(fyne.Key7, ctrl), w.frame.people.goPeople),
		item(lang.L("Page: Library"), key(fyne.Key8, ctrl), w.frame.library.goLibrary),
		item(lang.L("Catch up"), key(fyne.KeyU, ctrl), w.frame.catchUp.goCatchUp),
		item(lang.L("Save a kind word"), nil, w.saveKindWord),
		item(lang.L("Set a target role…"), nil, w.askForTarget),
		item(lang.L("Look back"), key(fyne.KeyB, ctrl|shift), w.goLookBack),
		item(lang.L("Go to date"), key(fyne.KeyG, ctrl), w.askForDate),
		item(lang.L("Search"), key(fyne.KeyF, ctrl), w.frame.finder.goSearch),
		item(lang.L("Trash"), key(fyne.KeyD, ctrl), w.frame.trash.goTrash),
		fyne.NewMenuItemSeparator(),
		item(lang.L("Previous entry"), key(fyne.KeyPageUp, ctrl), w.today.goPrevious),
		item(lang.L("Next entry"), key(fyne.KeyPageDown, ctrl), w.today.goNext),
	)
}

func (w *Window) viewMenu() *fyne.Menu {
	hide := item(lang.L("Hide private entries"), key(fyne.KeyH, ctrl|shift), w.today.togglePrivate)
	hide.Checked = w.today.hidePrivate
	read := item(lang.L("Reading view"), key(fyne.KeyR, ctrl), w.today.toggleReading)
	read.Checked = w.today.reading.on
	alone := item(lang.L("Only the text"), key(fyne.KeyF, ctrl|shift), w.today.toggleAlone)
	alone.Checked = w.today.alone
	past := item(lang.L("History of this entry"), key(fyne.KeyY, ctrl|shift), w.showHistory)
	return fyne.NewMenu(lang.L("View"), w.appearanceMenu(), w.languageMenu(), alone, read, past, hide)
}

func (w *Window) appearanceMenu() *fyne.MenuItem {
	appearance := fyne.NewMenuItem(lang.L("Appearance"), nil)
	appearance.ChildMenu = fyne.NewMenu("",
		w.appearanceItem(look.System), w.appearanceItem(look.Light), w.appearanceItem(look.Dark))
	return appearance
}

func (w *Window) appearanceItem(a look.Appearance) *fyne.MenuItem {
	i := fyne.NewMenuItem(appearanceName(a), func() { w.setAppearance(a) })
	i.Checked = w.theme.Appearance() == a
	return i
}

func (w *Window) helpMenu() *fyne.Menu {
	return fyne.NewMenu(lang.L("Help"),
		item(lang.L("Keyboard shortcuts"), key(fyne.KeySlash, ctrl), w.showShortcuts),
		w.sampleItem(),
		item(lang.L("About Groundwork"), nil, w.showAbout),
	)
}

// shortcutName writes a shortcut as people know it: "Ctrl Shift H".
func shortcutName(s fyne.Shortcut) string {
	custom, ok := s.(fyne.KeyboardShortcut)
	if !ok {
		return s.ShortcutName()
	}
	var keys []string
	for _, m := range modifierNames() {
		if custom.Mod()&m.modifier != 0 {
			keys = append(keys, m.name)
		}
	}
	return strings.Join(append(keys, keyNames(custom.Key())), " ")
}

type modifierName struct {
	modifier fyne.KeyModifier
	name     string
}

func modifierNames() []modifierName {
	return []modifierName{
		{fyne.KeyModifierControl, lang.L("Ctrl")},
		{fyne.KeyModifierSuper, lang.L("Cmd")},
		{fyne.KeyModifierAlt, lang.L("Alt")},
		{fyne.KeyModifierShift, lang.L("Shift")},
	}
}

// keyNames gives the few keys another name than Fyne does.
func keyNames(k fyne.KeyName) string {
	switch k {
	case fyne.KeyReturn:
		return lang.L("Enter")
	case fyne.KeyPageUp:
		return lang.L("PageUp")
	case fyne.KeyPageDown:
		return lang.L("PageDown")
	}
	return string(k)
}

// forward hands a shortcut to whatever has the focus.
func (w *Window) forward(s fyne.Shortcut) {
	if focused, ok := w.win.Canvas().Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(s)
	}
}

func (w *Window) newOfAnyKind() { w.newEntry("") }

func (w *Window) newReflection() { w.newEntry(journal.Reflection) }

func (w *Window) newEntry(kind journal.Kind) { w.today.newEntry(kind) }

// moveUp puts what the keyboard is at one place up, where there is an order.
func (w *Window) moveUp() {
	w.frame.demands.moveUp()
	w.frame.pack.moveUp()
}

// moveDown puts what the keyboard is at one place down.
func (w *Window) moveDown() {
	w.frame.demands.moveDown()
	w.frame.pack.moveDown()
}

// useOrOpen is Ctrl+Enter: it uses today's question, or opens the entry of the
// month that has the cursor.
func (w *Window) useOrOpen() {
	w.today.usePrompt()
	w.frame.catchUp.openLine()
}
