package ui

import (
	"context"
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// withBackup opens a backup to be read, for as long as do runs.
func withBackup(ctx context.Context, home journal.Home, file string, do func(journal.Store) error) (err error) {
	from, err := home.OpenBackup(ctx, file)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	return do(from)
}

// askToRestore asks whether the copy that is open is to take the journal's
// place.
func (p *copyPanel) askToRestore() {
	now := p.b.w.journal.Now()
	p.b.askToRestore(p.copy.File, lang.L("Restore the copy of {{.When}}?", values{"When": whenMade(p.copy.Made, now)}), p.copy.Entries)
}

// askToRestore says what a restore does and leaves the choice to the user.
func (b *backups) askToRestore(file, title string, entries int) {
	var overlay *parts.Overlay
	cancel := parts.NewButton(parts.Quiet, lang.L("Cancel"), look.IconNone, func() { overlay.Hide() })
	restore := parts.NewButton(parts.Primary, lang.L("Restore"), look.IconNone, func() { overlay.Hide(); b.restore(file) })
	overlay = b.w.overlay(title,
		sentenceText(lang.L("The journal becomes what it was then. The copy holds {{.Then}}; the journal now holds {{.Now}}.",
			values{"Then": entriesLine(entries), "Now": entriesLine(b.kept.entries)})),
		sentenceText(lang.L("What the journal is now is backed up first, so that you can come back to it in the same way.")),
		parts.Across(look.Space8, parts.Spring(), cancel, restore))
	b.w.win.Canvas().Focus(cancel)
}

// restore puts a backup in place of the journal, while nobody has it open.
func (b *backups) restore(file string) {
	w := b.w
	var done journal.Restored
	w.swap("restore a backup", func(ctx context.Context, home journal.Home) (journal.Home, error) {
		own := ownHome(home) // a copy may be open in its place
		var err error
		done, err = own.Restore(ctx, file, true)
		return own, err
	}, func(err error) {
		if err == nil {
			w.door.say(restoredWords(done))
		}
	})
}

// restoredWords say what came of a restore.
func restoredWords(r journal.Restored) string {
	words := lang.L("The journal is restored: {{.Entries}}.", values{"Entries": entriesLine(r.Entries)})
	if r.Before != "" {
		words += " " + lang.L("What it was before is the newest copy under Backups.")
	}
	if r.Aside != "" {
		words += " " + lang.L("The damaged file lies in {{.Folder}}", values{"Folder": r.Aside})
	}
	if n := len(r.Problems); n > 0 {
		words += " " + countWords(n, lang.L("1 attached file was not whole in the copy."),
			lang.L("{{.Count}} attached files were not whole in the copy.", values{"Count": inGroups(n)}))
	}
	return words
}

// chooseBackup asks for a file to restore, such as one that came from another
// computer.
func (b *backups) chooseBackup() { dialog.NewFileOpen(b.backupChosen, b.w.win).Show() }

// backupChosen looks into the file that was chosen, and asks whether it is to
// take the journal's place.
func (b *backups) backupChosen(file fyne.URIReadCloser, err error) {
	w := b.w
	if err != nil {
		w.door.show("open a backup", accessProblem(err))
		return
	}
	if file == nil {
		return
	}
	path, home := file.URI().Path(), w.home
	task(w, "look at a backup", func(ctx context.Context) (journal.Trial, error) {
		if err := file.Close(); err != nil {
			return journal.Trial{}, err
		}
		return home.TryBackup(ctx, path)
	}, func(t journal.Trial) {
		if len(t.Problems) > 0 {
			w.door.warn(lang.L("This copy is damaged. Nothing was changed. Choose another one."))
			return
		}
		b.askToRestore(path, lang.L("Open {{.Name}} in place of this journal?", values{"Name": filepath.Base(path)}), t.Entries)
	})
}

// saveElsewhere asks for a folder to save the journal to, as one file.
func (b *backups) saveElsewhere() { dialog.ShowFolderOpen(b.placeChosen, b.w.win) }

// placeChosen saves the journal as one file in a folder, unless none was
// chosen.
func (b *backups) placeChosen(folder fyne.ListableURI, err error) {
	w := b.w
	if err != nil {
		w.door.show("save the journal as one file", accessProblem(err))
		return
	}
	if folder == nil {
		return
	}
	path, home := folder.Path(), w.home
	task(w, "save the journal as one file", func(ctx context.Context) (journal.BackedUp, error) {
		return home.BackUpTo(ctx, path)
	}, func(made journal.BackedUp) {
		w.door.say(lang.L("The journal is saved as {{.Name}}, {{.Size}}. On the other computer, choose “Open a backup…” under Backups.",
			values{"Name": filepath.Base(made.File), "Size": fileSize(made.Bytes)}),
			parts.NoticeAction{Label: lang.L("Show in folder"), Do: func() { w.showFolder(path) }})
	})
}
