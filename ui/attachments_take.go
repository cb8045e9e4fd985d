package ui

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// taking is a number of files on their way into one entry, one after the
// other. They go to the entry that was in the middle when they came, whatever
// is there when they are in.
type taking struct {
	a    *attachments
	desk *desk
	ctx  context.Context
	stop context.CancelFunc
	chip *parts.FileChip // says how far they are

	refused []refusedFile
}

// refusedFile is a file that was not attached.
type refusedFile struct {
	name string
	err  error
}

// add asks for a file to attach.
func (a *attachments) add() {
	if a.today.desk != nil {
		dialog.NewFileOpen(a.chosen, a.today.w.win).Show()
	}
}

// attachFile asks for a file to attach to the entry, wherever the writer is.
func (t *today) attachFile() {
	if t.desk != nil {
		t.bringIntoSight()
		t.attachments.add()
	}
}

// attachLink asks for a web link to add to the entry, wherever the writer is.
func (t *today) attachLink() {
	if t.desk != nil {
		t.bringIntoSight()
		t.attachments.addLink()
	}
}

// dropped attaches what is dropped onto the page on which an entry is written. A
// panel over it holds it as it holds the keys.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	if w.today.desk == nil || w.current != page(w.today) {
		w.door.warn(lang.L("Files are attached to an entry. Open one first, and drop them there."))
		return
	}
	w.reach(func() { w.today.attachments.drop(files) })
}

// chosen attaches the file, unless none was chosen.
func (a *attachments) chosen(file fyne.URIReadCloser, err error) {
	if err != nil {
		a.today.w.door.show("open a file to attach", accessProblem(err))
		return
	}
	if file == nil {
		return
	}
	_ = file.Close() // it is opened again when its turn comes
	a.drop([]fyne.URI{file.URI()})
}

// drop attaches files to the entry in the middle.
func (a *attachments) drop(files []fyne.URI) {
	d := a.today.desk
	if d == nil || len(files) == 0 {
		return
	}
	w := a.today.w
	t := &taking{a: a, desk: d}
	t.ctx, t.stop = context.WithCancel(w.life)
	t.chip = parts.NewFileChip("", look.IconPaperclip, nil)
	t.chip.OnRemove = t.stop
	t.say(0, files)
	a.takings = append(a.takings, t)
	a.refresh()
	j := w.journal
	w.background(func() {
		for i, file := range files {
			w.onUI(func() { t.say(i, files) })
			at, err := attachFile(t.ctx, j, file)
			if t.ctx.Err() != nil {
				break
			}
			w.onUI(func() { t.took(file, at, err) })
			if err != nil && !errors.Is(err, journal.ErrInvalid) {
				break // the journal cannot keep files: the next would fare no better
			}
		}
		w.onUI(t.done)
	})
}

// say shows which file it is at.
func (t *taking) say(at int, files []fyne.URI) {
	t.chip.SetName(journal.FileName(files[at].Name()))
	if len(files) == 1 {
		t.chip.SetNote(lang.L("Adding…"))
		return
	}
	t.chip.SetNote(lang.L("Adding {{.At}} of {{.Count}}…", values{"At": at + 1, "Count": len(files)}))
}

// took takes in what came of one file.
func (t *taking) took(file fyne.URI, at journal.Attachment, err error) {
	if err == nil {
		err = t.put(at)
	}
	if err == nil {
		return
	}
	t.a.today.w.door.log.Error("attach a file", "err", err)
	t.refused = append(t.refused, refusedFile{journal.FileName(file.Name()), err})
}

// put writes an attachment into the entry, unless it is there. The entry may
// lie on another desk by now, since another program changed it.
func (t *taking) put(at journal.Attachment) error {
	d := t.a.today.desks.find(t.desk.draft.Entry().ID)
	if d == nil {
		d = t.desk
	}
	list := d.draft.Entry().Attachments
	if slices.ContainsFunc(list, func(x journal.Attachment) bool { return x.SHA256 == at.SHA256 && x.Name == at.Name }) {
		return cannotAttach("This file is attached already.")
	}
	choose(d, attachmentsOf, append(slices.Clone(list), at))
	t.a.forget(d, at)
	// It may have gone out of sight, and with it the care for what is not on
	// disk.
	t.a.today.flush(d)
	return nil
}

// done shows what came of it.
func (t *taking) done() {
	t.stop()
	t.a.takings = slices.DeleteFunc(t.a.takings, func(x *taking) bool { return x == t })
	t.a.refresh()
	door := t.a.today.w.door
	switch len(t.refused) {
	case 0:
	case 1:
		door.warn(lang.L("{{.Name}}: {{.Problem}}", values{"Name": t.refused[0].name, "Problem": sentence(t.refused[0].err)}))
	default:
		door.warn(lang.L("{{.Count}} files were not attached. They lie where they were.", values{"Count": inGroups(len(t.refused))}),
			parts.NoticeAction{Label: lang.L("Show them"), Do: t.showRefused},
			parts.NoticeAction{Label: lang.L("Close"), Do: door.clear})
	}
}

// mostRefused bounds how many files are listed that were not attached.
const mostRefused = 8

// showRefused lists the files that were not attached, and why.
func (t *taking) showRefused() {
	lines := parts.Down(look.Space12)
	for _, r := range t.refused[:min(len(t.refused), mostRefused)] {
		lines.Add(parts.Down(0,
			parts.NewParagraph(r.name, parts.TypeStrong, 20),
			parts.NewParagraph(sentence(r.err), parts.TypeCaption, 18)))
	}
	if rest := len(t.refused) - mostRefused; rest > 0 {
		lines.Add(sentenceText(lang.L("And {{.Count}} more.", values{"Count": inGroups(rest)})))
	}
	t.a.today.w.overlay(lang.L("Files that were not attached"), lines).Light = true
}

// attachFile keeps a file of this computer in the journal. What cannot be
// attached is an Invalid.
func attachFile(ctx context.Context, j *journal.Journal, file fyne.URI) (journal.Attachment, error) {
	if file.Scheme() != "file" {
		return journal.Attachment{}, cannotAttach("This is not a file on this computer.")
	}
	info, err := os.Stat(file.Path())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return journal.Attachment{}, cannotAttach("This file is not there any more.")
	case errors.Is(err, fs.ErrPermission):
		return journal.Attachment{}, cannotAttach("This file may not be read. Give yourself permission to read it, and try again.")
	case err != nil:
		return journal.Attachment{}, cannotAttach("This file cannot be read. See whether it is still there, and try again.")
	case info.IsDir():
		return journal.Attachment{}, cannotAttach("A folder cannot be attached. Attach the files in it, or one archive of them.")
	case !info.Mode().IsRegular():
		return journal.Attachment{}, cannotAttach("This is not a file that can be attached.")
	case info.Size() > journal.MaxFile:
		return journal.Attachment{}, journal.TooLargeFile()
	}
	f, err := os.Open(file.Path())
	if err != nil {
		return journal.Attachment{}, cannotAttach("This file may not be read. Give yourself permission to read it, and try again.")
	}
	defer f.Close() // only read
	return j.Attach(ctx, filepath.Base(file.Path()), f)
}

func cannotAttach(why string) error { return &journal.Invalid{Field: "attachments", Problem: why} }
