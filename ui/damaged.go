package ui

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// damaged is the page in the place of a journal that cannot be opened: what is
// wrong, what stays as it is, and the ways out, of which only those are there
// that apply. Nothing in the folder is touched before one of them is chosen.
type damaged struct {
	w      *Window
	err    error
	wrong  string // the sentence, to know the same trouble again
	copies *settingRow
	look   *parts.Button
	put    *parts.Button
	newest journal.Backup // the newest backup that is whole; its File is "" while none is known
	end    context.CancelFunc
}

// tryEvery is after how long a journal that another program holds is tried
// again.
const tryEvery = 3 * time.Second

// showTrouble shows the page in place of the journal. The same trouble again
// leaves it as it stands, so that the keyboard stays where it is.
func (w *Window) showTrouble(err error) {
	if errors.Is(err, journal.ErrNeedsPassphrase) {
		w.showLocked()
		return
	}
	w.leaveLocked()
	w.door.log.Error("open the journal", "err", err)
	if w.trouble != nil && w.trouble.wrong == sentence(err) {
		return
	}
	w.leaveTrouble()
	ctx, end := context.WithCancel(w.life)
	w.trouble = &damaged{w: w, err: err, wrong: sentence(err), end: end}
	w.current = nil
	page, first := w.trouble.page()
	w.frame.mark(nil)
	w.frame.put(page, nil)
	w.win.Canvas().Focus(first)
	if w.trouble.mayPass() {
		w.every(ctx, tryEvery, tryEvery, w.open)
	}
	if w.trouble.canBeReplaced() {
		w.trouble.findCopies()
	}
}

// leaveTrouble lets go of the page, because a journal is open or is being
// opened in another way.
func (w *Window) leaveTrouble() {
	if w.trouble != nil {
		w.trouble.end()
		w.trouble = nil
	}
}

// canBeReplaced tells whether a backup in the place of the journal is a way out.
func (d *damaged) canBeReplaced() bool { return errors.Is(d.err, journal.ErrDamaged) }

// mayPass tells whether it may be over by itself, because another program lets go
// of the journal.
func (d *damaged) mayPass() bool { return errors.Is(d.err, journal.ErrLocked) }

// page builds the page, and names what has the keyboard first.
func (d *damaged) page() (fyne.CanvasObject, fyne.Focusable) {
	w := d.w
	again := parts.NewButton(parts.Primary, lang.L("Try again"), look.IconRefresh, w.open)
	rows := parts.Down(0)
	if d.canBeReplaced() {
		again.SetKind(parts.Outline)
		rows.Add(d.copyRow())
		rows.Add(d.elsewhereRow())
	}
	if journal.CanBeRepaired(d.err) {
		repair := newSettingRow(look.IconSpanner, lang.L("Repair it"), parts.NewButton(parts.Outline, lang.L("Repair"), look.IconNone, w.repair))
		repair.say(lang.L("The file is copied first. All that can be read is kept, and what is missing comes from the newest backup."))
		rows.Add(repair.content)
	}
	rows.Add(d.otherRow())
	rows.Add(parts.NewHairline())
	said := parts.Down(look.Space8, parts.NewParagraph(lang.L("The journal could not be opened"), parts.TypePageTitle, 0), sentenceText(d.wrong))
	if d.mayPass() {
		said.Add(sentenceText(lang.L("Groundwork tries again by itself.")))
	}
	said.Add(parts.NewParagraph(lang.L("It lies in {{.Folder}}", values{"Folder": w.home.Folder()}), parts.TypeCaption, 18))
	foot := parts.Across(look.Space8, again,
		parts.NewButton(parts.Quiet, lang.L("Show the folder"), look.IconFolder, func() { w.showFolder(w.home.Folder()) }),
		parts.Spring(), d.detailsButton(), parts.NewButton(parts.Quiet, lang.L("Quit"), look.IconNone, w.quit))
	page := parts.Inset(parts.Down(look.Space24, said, rows, foot), look.Space40, look.Space28, look.Space28, look.Space28)
	scroll := parts.NewScroller(parts.Measure(look.ColumnWidth+2*look.Space28, page))
	parts.RevealReached(page, scroll.Reveal)
	return scroll, again
}

// detailsButton copies what somebody who is to help has to know.
func (d *damaged) detailsButton() *parts.Button {
	b := parts.NewButton(parts.Quiet, lang.L("Copy details"), look.IconNone, nil)
	b.OnTap(func() {
		d.w.copyDetails("open the journal", d.err)
		b.SetText(lang.L("Copied"))
	})
	return b
}

// copyRow offers the newest backup that is whole, once it is known.
func (d *damaged) copyRow() fyne.CanvasObject {
	d.look = parts.NewButton(parts.Primary, lang.L("Look at it"), look.IconEye, func() { d.w.lookAt(d.newest) })
	d.put = parts.NewButton(parts.Outline, lang.L("Restore it"), look.IconNone, func() { d.w.askToRestore(d.newest) })
	d.look.Hide()
	d.put.Hide()
	d.copies = newSettingRow(look.IconClock, lang.L("The newest backup"), d.look, d.put)
	d.copies.say(lang.L("Looking for it…"))
	return d.copies.content
}

// elsewhereRow offers a backup that lies in another place.
func (d *damaged) elsewhereRow() fyne.CanvasObject {
	row := newSettingRow(look.IconDocument, lang.L("Another backup"),
		parts.NewButton(parts.Outline, lang.L("Choose a backup…"), look.IconNone, d.w.chooseBackup))
	row.say(lang.L("On a stick, in a synced folder, or from another computer."))
	return row.content
}

// otherRow offers another journal, and the one before if there was one.
func (d *damaged) otherRow() fyne.CanvasObject {
	controls := []fyne.CanvasObject{}
	if recent := d.w.recentJournals(); len(recent) > 0 {
		controls = append(controls, parts.NewButton(parts.Outline, lang.L("Back to {{.Name}}", values{"Name": filepath.Base(recent[0])}),
			look.IconNone, func() { d.w.openFolder(recent[0]) }))
	}
	row := newSettingRow(look.IconFolder, lang.L("Another journal"),
		append(controls, parts.NewButton(parts.Outline, lang.L("Choose a folder…"), look.IconNone, d.w.chooseFolder))...)
	row.say(lang.L("This one stays as it is, where it is."))
	return row.content
}

// findCopies looks for the newest backup in the journal's folder.
func (d *damaged) findCopies() {
	home := d.w.home
	task(d.w, "look for backups", func(ctx context.Context) (journal.Backup, error) {
		all, err := home.Backups(ctx, "")
		for _, b := range all {
			if b.Verified {
				return b, nil
			}
		}
		return journal.Backup{}, err
	}, d.found)
}

// found offers a backup, or says that there is none.
func (d *damaged) found(b journal.Backup) {
	if d.newest = b; b.File == "" {
		d.copies.say(lang.L("There is none in the journal’s folder."))
		return
	}
	d.copies.say(lang.L("Of {{.When}}, with {{.Entries}}. To look at it changes nothing.",
		values{"When": copyDay(b), "Entries": amongEntries(b.Entries)}))
	d.look.Show()
	d.put.Show()
	if d.w.trouble == d {
		d.w.win.Canvas().Focus(d.look)
	}
}

// copyDay writes when a backup was made: "Friday, 20 November 2026, 21:04".
func copyDay(b journal.Backup) string { return dayAndTime(b.Made) }
