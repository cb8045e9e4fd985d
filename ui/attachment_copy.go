package ui

import (
	"context"
	"errors"
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// fileCopy is an attached file that goes out of the journal as a copy.
type fileCopy struct {
	w  *Window
	at journal.Attachment
}

// saveFileCopy asks where to save the file, once it is sure that there is one to
// save: the dialog empties a file that it replaces.
func (w *Window) saveFileCopy(at journal.Attachment) {
	c := fileCopy{w, at}
	task(w, "look at an attachment", func(ctx context.Context) (struct{}, error) {
		f, err := w.journal.OpenAttachment(ctx, c.at)
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, f.Close()
	}, func(struct{}) {
		d := dialog.NewFileSave(c.placeChosen, w.win)
		d.SetFileName(attachmentName(c.at))
		d.Show()
	})
}

// placeChosen saves a copy where the writer wants it, unless nothing was
// chosen.
func (c fileCopy) placeChosen(file fyne.URIWriteCloser, err error) {
	w := c.w
	if err != nil {
		w.door.show("save a copy of an attachment", accessProblem(err))
		return
	}
	if file == nil {
		return
	}
	path := file.URI().Path()
	task(w, "save a copy of an attachment", func(ctx context.Context) (string, error) {
		if err := file.Close(); err != nil {
			return "", err
		}
		return filepath.Base(path), accessProblem(c.copyTo(ctx, path))
	}, func(name string) {
		w.door.say(lang.L("A copy is saved as {{.Name}}.", values{"Name": name}))
	})
}

func (c fileCopy) copyTo(ctx context.Context, path string) (err error) {
	from, err := c.w.journal.OpenAttachment(ctx, c.at)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	return replaceFile(path, func(to io.Writer) error {
		_, err := io.Copy(to, from)
		return err
	})
}
