package ui

import (
	"context"
	"errors"
	"net/url"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// attachmentChip is one attachment on the page, and what can be done with it.
type attachmentChip struct {
	a    *attachments
	desk *desk
	at   journal.Attachment
	chip *parts.FileChip
}

func (a *attachments) newChip(at journal.Attachment) *attachmentChip {
	c := &attachmentChip{a: a, desk: a.desk, at: at}
	c.chip = parts.NewFileChip(attachmentName(at), attachmentIcon(at), c.open)
	c.chip.OnRemove, c.chip.OnMenu, c.chip.OnFocus = c.remove, c.menu, c.reveal
	return c
}

// reveal brings the chip into sight when the keyboard comes.
func (c *attachmentChip) reveal() { c.a.room.Reveal(c.chip) }

// tell shows on the chip what is known of its file, and reports whether that
// is news.
func (c *attachmentChip) tell(seen seenFile) bool {
	c.chip.Tip = c.at.URL
	if c.at.IsFile() {
		c.chip.Tip = attachmentName(c.at)
		if seen.size > 0 {
			c.chip.Tip = lang.L("{{.Name}}, {{.Size}}", values{"Name": c.chip.Tip, "Size": fileSize(seen.size)})
		}
	}
	if c.chip.Note() == seen.note && c.chip.Picture() == seen.picture {
		return false
	}
	c.chip.SetNote(seen.note)
	c.chip.SetPicture(seen.picture)
	return true
}

// open opens a link in the system's browser, or a copy of the file with the
// program that the system has for it. A file that could run as a program is
// not opened: it may have come from anywhere.
func (c *attachmentChip) open() {
	w := c.a.today.w
	if !c.at.IsFile() {
		c.openLink()
		return
	}
	if c.at.Runs() {
		w.door.warn(lang.L("Files of this kind can run as programs, so Groundwork does not open them."),
			parts.NoticeAction{Label: lang.L("Save a copy"), Do: c.saveCopy},
			parts.NoticeAction{Label: lang.L("Close"), Do: w.door.clear})
		return
	}
	w.makeReadable(c.openCopy)
}

// openCopy opens a copy of the file.
func (c *attachmentChip) openCopy() {
	w := c.a.today.w
	task(w, "open an attachment", func(ctx context.Context) (struct{}, error) {
		path, err := w.journal.LendAttachment(ctx, c.at)
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, openWith(w.app, fileURL(path))
	}, c.opened)
}

func (c *attachmentChip) openLink() {
	w := c.a.today.w
	task(w, "open a link", func(context.Context) (struct{}, error) {
		address, err := c.at.WebAddress()
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, openWith(w.app, address)
	}, c.opened)
}

// opened does nothing more: what happens is seen in another window.
func (c *attachmentChip) opened(struct{}) {}

// openWith has the system open an address. What cannot be opened has a
// sentence.
func openWith(app fyne.App, address *url.URL) error {
	if err := app.OpenURL(address); err != nil {
		return errors.Join(&journal.Invalid{Field: "attachments", Problem: "This system has no program that opens it. Save a copy and open it yourself."}, err)
	}
	return nil
}

// fileURL is the address of a file on this computer.
func fileURL(path string) *url.URL {
	path = filepath.ToSlash(path)
	if path[0] != '/' {
		path = "/" + path // a drive letter of Windows
	}
	return &url.URL{Scheme: "file", Path: path}
}

// menu opens the menu of the chip.
func (c *attachmentChip) menu(at fyne.Position) {
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(lang.L("Open"), c.open),
		fyne.NewMenuItem(lang.L("Save a copy"), c.saveCopy),
		fyne.NewMenuItem(lang.L("Remove"), c.remove),
	}
	if !c.at.IsFile() {
		items[1] = fyne.NewMenuItem(lang.L("Copy the address"), c.copyAddress)
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c.a.today.w.win.Canvas(), at)
}

func (c *attachmentChip) copyAddress() { c.a.today.w.copyText(c.at.URL) }

func (c *attachmentChip) saveCopy() { c.a.today.w.saveFileCopy(c.at) }

// remove takes the attachment off the entry, and offers to bring it back. The
// file stays in the journal: other entries and older versions may name it.
func (c *attachmentChip) remove() {
	list := c.desk.draft.Entry().Attachments
	at := slices.IndexFunc(list, c.same)
	if at < 0 {
		return
	}
	place := slices.Index(c.a.shown, c)
	choose(c.desk, attachmentsOf, slices.DeleteFunc(slices.Clone(list), c.same))
	c.a.refresh()
	c.a.focus(place)
	c.a.today.w.deleted(lang.L("“{{.Name}}” is taken off this entry.", values{"Name": attachmentName(c.at)}),
		func() { c.bringBack(at) })
	c.a.today.w.door.private = c.desk.draft.Entry().Private
}

// bringBack puts the attachment back where it was.
func (c *attachmentChip) bringBack(at int) {
	list := c.desk.draft.Entry().Attachments
	if slices.ContainsFunc(list, c.same) {
		return
	}
	choose(c.desk, attachmentsOf, slices.Insert(slices.Clone(list), min(at, len(list)), c.at))
	c.a.refresh()
}

// same tells whether x is what the chip stands for.
func (c *attachmentChip) same(x journal.Attachment) bool {
	return x.SHA256 == c.at.SHA256 && x.URL == c.at.URL && x.Name == c.at.Name
}

func attachmentsOf(e *journal.Entry) *[]journal.Attachment { return &e.Attachments }

// focus gives the keyboard to the chip at a place, or the last one, or the
// text where no chip is left.
func (a *attachments) focus(at int) {
	to := fyne.Focusable(a.today.desk.body)
	if n := len(a.shown); n > 0 {
		to = a.shown[min(max(at, 0), n-1)].chip
	}
	a.today.w.win.Canvas().Focus(to)
}
