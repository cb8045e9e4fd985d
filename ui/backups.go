package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// backups is the section of the preferences in which the copies of the journal
// are looked after: where they go, which there are, and what can be done with
// each.
type backups struct {
	w      *Window
	ticket int // counts the reads; only the latest is shown
	kept   keptCopies

	content  fyne.CanvasObject
	now      *parts.Button
	settings *backupSettings
	rows     *parts.Roll
	panel    *copyPanel
	open     string // the file of the copy that is open, or ""
}

func newBackups(w *Window) *backups { return &backups{w: w} }

// section is the place of the backups in the preferences.
func (b *backups) section() prefSection {
	return prefSection{key: prefBackups, icon: look.IconFolder, label: lang.L("Backups"), make: b.make, show: b.show, hear: b.hear, settings: []prefSetting{
		{lang.L("Every day you write"), lang.L("copy, save, autosave, automatic, safety")},
		{lang.L("First folder"), lang.L("copy, disk, location, directory")},
		{lang.L("Second folder"), lang.L("copy, disk, USB, stick, drive, cloud, directory")},
		{lang.L("Another computer"), lang.L("copy, sync, move, transfer, migrate, laptop")},
	}}
}

// make builds the section.
func (b *backups) make() fyne.CanvasObject {
	b.now = parts.NewButton(parts.Primary, lang.L("Back up now"), look.IconPlus, b.backUpNow)
	b.settings, b.panel = newBackupSettings(b), newCopyPanel(b)
	b.rows = parts.NewRoll(b.press)
	b.rows.TextLeft, b.rows.OnEscape = 0, b.w.frame.preferences.escape
	title := parts.NewText(lang.L("Backups"), parts.TypeDetailTitle)
	gist := sentenceText(lang.L("A whole copy of the journal on each day you write, and before anything risky."))
	head := parts.Down(look.Space4, parts.Across(look.Space16, title, parts.Spring(), b.now), gist)
	b.content = parts.Inset(parts.DownFill(look.Space12, parts.Gutter(head, 0, 0),
		parts.Gutter(b.rows, parts.RollReach, parts.RollReach+parts.ListBarRoom)), look.Space32, 0, 0, 0)
	return b.content
}

// show reads how the journal is backed up, with the keyboard in the list, unless
// a setting is being looked for when it has been read.
func (b *backups) show() {
	b.load(func() {
		if b.w.frame.preferences.finder.hasKeyboard() {
			return
		}
		if len(b.kept.copies) == 0 {
			b.w.win.Canvas().Focus(b.now)
			return
		}
		b.w.win.Canvas().Focus(b.rows)
	})
}

// hear asks again for what a change may have moved. What differs from a copy is
// out of sight at once when what is private is to be.
func (b *backups) hear(c journal.Change) {
	switch noPrivate := b.w.noPrivate(); {
	case c.Kind == journal.Reloaded && b.open != "" && b.panel.bare != noPrivate:
		if noPrivate {
			for parts.CloseOverlay(b.w.win.Canvas()) {
			}
		}
		b.refresh()
	case maySet(c):
		b.load(nil)
	}
}

// load reads how the journal is backed up and shows it. then, which may be nil,
// is called after that.
func (b *backups) load(then func()) {
	b.ticket++
	ticket := b.ticket
	task(b.w, "read how the journal is backed up", b.w.copiesReader(), func(k keptCopies) {
		if ticket != b.ticket {
			return
		}
		b.took(k)
		b.w.keeper.say(k)
		if then != nil {
			then()
		}
	})
}

// took shows what was read.
func (b *backups) took(k keptCopies) {
	b.kept = k
	b.settings.show(k)
	if b.at(b.open) < 0 {
		b.panel.leave()
		b.open = ""
	}
	b.update()
}

// update shows the rows as they are now, where they were.
func (b *backups) update() {
	rows := copyRows{b}
	selected := -1
	if at := b.at(b.open); at >= 0 {
		selected = copiesFrom + at
	}
	b.rows.Update(rows, selected)
}

// revealing brings something in the rows into sight when the keyboard comes to
// it.
func (b *backups) revealing(o fyne.CanvasObject) func() { return func() { b.rows.Reveal(o) } }

// at gives the place of a copy in the list, by its file, or -1.
func (b *backups) at(file string) int {
	for i := range b.kept.copies {
		if file != "" && b.kept.copies[i].File == file {
			return i
		}
	}
	return -1
}

// press opens the copy in a row, or closes it if it is open.
func (b *backups) press(i int) {
	at, ok := copyRows{b}.copyAt(i)
	if !ok {
		return
	}
	b.panel.leave()
	if b.open == b.kept.copies[at].File {
		b.open = ""
		b.update()
		return
	}
	b.open = b.kept.copies[at].File
	b.panel.show(b.kept.copies[at])
	b.update()
	b.rows.SetSelected(copiesFrom + at)
}

// backUpNow makes a backup, one at a time.
func (b *backups) backUpNow() {
	if b.w.keeper.busy {
		return
	}
	b.now.SetText(lang.L("Backing up…"))
	b.now.Disable()
	b.w.keeper.backUpNow(b.backedUp)
}

// backedUp shows what came of a backup.
func (b *backups) backedUp(made journal.BackedUp, err error) {
	b.now.SetText(lang.L("Back up now"))
	b.now.Enable()
	if err != nil {
		b.w.door.show("back up the journal", err)
		return
	}
	b.w.door.clear()
	switch {
	case made.Elsewhere != nil:
		b.w.door.warn(lang.L("The copy is made, but it is not in the second folder: {{.Why}}", values{"Why": sentence(made.Elsewhere)}))
	case made.Missing > 0:
		b.w.door.warn(countWords(made.Missing, lang.L("The copy is made. 1 attached file is missing in the journal, and so in the copy."),
			lang.L("The copy is made. {{.Count}} attached files are missing in the journal, and so in the copy.", values{"Count": inGroups(made.Missing)})))
	}
}

// inSight tells whether the section is what the window shows.
func (b *backups) inSight() bool {
	p := b.w.frame.preferences
	return b.w.current == page(p) && p.chosen == prefBackups && b.rows != nil
}

// set changes how backups are made, and shows it.
func (b *backups) set(key, value string) {
	j := b.w.journal
	task(b.w, "set up backups", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, j.SetSetting(ctx, key, value)
	}, func(struct{}) { b.load(nil) })
}
