package ui

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// ownActions are what can be done with the user's own questions as a whole.
func ownActions(l *library) *fyne.Container {
	add := parts.NewButton(parts.Outline, lang.L("Add a prompt"), look.IconPlus, l.addOwn)
	in := parts.NewButton(parts.Quiet, lang.L("Import from a text file"), look.IconFolder, l.chooseImport)
	out := parts.NewButton(parts.Quiet, lang.L("Save to a text file"), look.IconDownload, l.chooseExport)
	return parts.Flow(look.Space4, look.Space4, add, in, out)
}

// addOwn begins a new question of the user's own.
func (l *library) addOwn() {
	l.own.leave()
	l.list.rows.SetSelected(-1)
	l.showOwn(journal.OwnPrompt{})
	l.panes.Go(2)
	l.w.win.Canvas().Focus(l.own.text.Editor)
}

// chooseImport asks for a text file with questions.
func (l *library) chooseImport() {
	d := dialog.NewFileOpen(l.importChosen, l.w.win)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".txt", ".md", ".text"}))
	d.Show()
}

// importChosen adds the questions of the file, unless none was chosen.
func (l *library) importChosen(file fyne.URIReadCloser, err error) {
	if err != nil {
		l.w.door.show("open a file of questions", accessProblem(err))
		return
	}
	if file == nil {
		return
	}
	task(l.w, "import questions", func(ctx context.Context) (journal.ImportedPrompts, error) {
		defer file.Close() // it was only read
		return l.w.journal.ImportOwnPrompts(ctx, file)
	}, l.imported)
}

// imported says what became of the file.
func (l *library) imported(got journal.ImportedPrompts) {
	said := lang.L("{{.Count}} prompts were added.", values{"Count": inGroups(got.Added)})
	switch got.Added {
	case 0:
		said = lang.L("No prompt was added.")
	case 1:
		said = lang.L("1 prompt was added.")
	}
	if len(got.Skipped) == 0 {
		l.w.door.say(said)
		return
	}
	more := lang.L("{{.Count}} lines were not taken.", values{"Count": inGroups(len(got.Skipped))})
	if len(got.Skipped) == 1 {
		more = lang.L("1 line was not taken.")
	}
	l.w.door.say(said+" "+more,
		parts.NoticeAction{Label: lang.L("Show them"), Do: func() { l.w.showSkipped(got.Skipped) }},
		parts.NoticeAction{Label: lang.L("Close"), Do: l.w.door.clear})
}

// chooseExport asks where to save the questions. The dialog asks before it
// takes the name of a file that is there.
func (l *library) chooseExport() {
	d := dialog.NewFileSave(l.exportChosen, l.w.win)
	d.SetFileName(lang.L("My prompts") + ".txt")
	d.Show()
}

// exportChosen saves the questions under the name that was chosen, unless none
// was.
func (l *library) exportChosen(file fyne.URIWriteCloser, err error) {
	if err != nil {
		l.w.door.show("save a file of questions", accessProblem(err))
		return
	}
	if file == nil {
		return
	}
	path := file.URI().Path()
	task(l.w, "save a file of questions", func(ctx context.Context) (string, error) {
		var text bytes.Buffer
		err := l.w.journal.WriteOwnPrompts(ctx, &text)
		// Nothing is written through file itself: what the power cuts off
		// would be half a list. Some systems replace a closed file only.
		if err = errors.Join(err, file.Close()); err != nil {
			return "", err
		}
		return filepath.Base(path), accessProblem(replaceFile(path, func(to io.Writer) error {
			_, err := text.WriteTo(to)
			return err
		}))
	}, func(name string) {
		l.w.door.say(lang.L("Your prompts are saved in {{.Name}}.", values{"Name": name}))
	})
}

// accessProblem tells a missing permission from other errors, for the sentence
// the user reads.
func accessProblem(err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return errors.Join(&journal.Invalid{Field: "file", Problem: "This file may not be read or written. Choose another place."}, err)
	}
	return err
}

// replaceFile writes a file whole or not at all: beside its place first, and
// into it when it is on disk.
func replaceFile(path string, write func(to io.Writer) error) (err error) {
	temp, err := os.CreateTemp(filepath.Dir(path), ".groundwork-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(temp.Name()))
		}
	}()
	if err = write(temp); err == nil {
		err = temp.Sync()
	}
	if err = errors.Join(err, temp.Close()); err != nil {
		return err
	}
	return os.Rename(temp.Name(), path)
}
