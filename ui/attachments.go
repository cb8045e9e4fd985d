package ui

import (
	"context"
	"errors"
	"image"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// attachments shows the files and web links of the entry in the middle, as
// chips to press. It takes no room while there are none.
type attachments struct {
	today *today
	desk  *desk // whose attachments are shown
	room  *parts.ChipRoom
	line  fyne.CanvasObject

	takings []*taking           // files on their way, of every desk
	shown   []*attachmentChip   // in the order of the entry
	seen    map[string]seenFile // what is known of the files of this desk, by SHA-256
	looking map[string]bool     // those that are being looked at
	ctx     context.Context     // ends with the desk
	stop    context.CancelFunc
	reading sync.Mutex // one large picture at a time is enough
}

// seenFile is what a look at a file found.
type seenFile struct {
	picture image.Image // small; nil where it is none
	note    string      // what is wrong with it, in a few words
	size    int64       // bytes
}

func newAttachments(t *today) *attachments {
	a := &attachments{today: t, stop: func() {}}
	a.room = parts.NewChipRoom(a.mostHeight)
	a.line = parts.FormRow(lang.L("Files"), a.room)
	a.line.Hide()
	return a
}

// How high the chips may stand before they scroll: two rows and one of pictures,
// or two rows where the page is low.
const (
	mostFiles float32 = 112
	fewFiles  float32 = 56
)

func (a *attachments) mostHeight() float32 {
	if a.today.room.Size().Height < tightBelow {
		return fewFiles
	}
	return mostFiles
}

// object is what stands on the page.
func (a *attachments) object() fyne.CanvasObject { return a.line }

// show shows the attachments of the desk in the middle.
func (a *attachments) show(list []journal.Attachment) {
	if a.desk != a.today.desk {
		a.stop()
		a.desk, a.shown, a.seen, a.looking = a.today.desk, nil, map[string]seenFile{}, map[string]bool{}
		a.ctx, a.stop = context.WithCancel(a.today.w.life)
	}
	a.lay(list)
	a.look(list)
}

// refresh shows them as they are now.
func (a *attachments) refresh() {
	if d := a.today.desk; d != nil {
		a.show(d.draft.Entry().Attachments)
	}
}

// lay makes the chips. One that is there already stays, and keeps the keyboard.
func (a *attachments) lay(list []journal.Attachment) {
	before := a.shown
	a.shown = nil
	for _, at := range list {
		if chipOf(a.shown, at) != nil {
			continue // the same twice looks like a mistake
		}
		chip := chipOf(before, at)
		if chip == nil {
			chip = a.newChip(at)
		}
		chip.tell(a.seen[strings.ToLower(at.SHA256)])
		a.shown = append(a.shown, chip)
	}
	a.arrange()
}

// chipOf finds the chip of an attachment, or nil.
func chipOf(chips []*attachmentChip, at journal.Attachment) *attachmentChip {
	for _, chip := range chips {
		if chip.same(at) {
			return chip
		}
	}
	return nil
}

// arrange puts the chips where they belong: pictures, which are higher, below
// the others, and what is on its way last.
func (a *attachments) arrange() {
	var files, pictures []fyne.CanvasObject
	for _, c := range a.shown {
		if c.at.IsPicture() && c.chip.Note() == "" {
			pictures = append(pictures, c.chip)
		} else {
			files = append(files, c.chip)
		}
	}
	for _, t := range a.takings {
		if t.desk == a.desk {
			files = append(files, t.chip)
		}
	}
	setVisible(a.line, len(files)+len(pictures) > 0)
	a.room.SetChips(files, pictures)
	a.today.share()
}

// look finds out what the files are that were not looked at yet, one after the
// other, off the UI goroutine. What it is told belongs to this desk only.
func (a *attachments) look(list []journal.Attachment) {
	var unseen []journal.Attachment
	for _, at := range list {
		sum := strings.ToLower(at.SHA256)
		if _, known := a.seen[sum]; at.IsFile() && !known && !a.looking[sum] {
			a.looking[sum] = true
			unseen = append(unseen, at)
		}
	}
	if len(unseen) == 0 {
		return
	}
	w, j, d, ctx := a.today.w, a.today.w.journal, a.desk, a.ctx
	w.background(func() {
		for _, at := range unseen {
			seen := a.lookAt(ctx, j, at)
			if ctx.Err() != nil {
				return
			}
			w.onUI(func() { a.saw(d, at, seen) })
		}
	})
}

// forget has a file looked at anew: it may have been missing before.
func (a *attachments) forget(d *desk, at journal.Attachment) {
	if a.desk == d {
		delete(a.seen, at.SHA256)
		delete(a.looking, at.SHA256)
	}
}

// saw takes in what a look at a file found.
func (a *attachments) saw(d *desk, at journal.Attachment, seen seenFile) {
	if a.desk != d {
		return
	}
	a.seen[strings.ToLower(at.SHA256)] = seen
	changed := false
	for _, chip := range a.shown {
		if strings.EqualFold(chip.at.SHA256, at.SHA256) {
			changed = chip.tell(seen) || changed
		}
	}
	if changed {
		a.arrange()
	}
}

// lookAt looks at one file: whether it is there, and how it looks if it is a
// picture.
func (a *attachments) lookAt(ctx context.Context, j *journal.Journal, at journal.Attachment) (seen seenFile) {
	var err error
	if seen.size, err = j.AttachmentSize(ctx, at); err == nil && at.IsPicture() {
		seen.picture, err = a.lookAtPicture(ctx, j, at)
	}
	switch {
	case err == nil:
	case errors.Is(err, journal.ErrNotFound):
		seen.note = lang.L("missing")
	case errors.Is(err, journal.ErrDamaged):
		seen.note = lang.L("altered")
	case errors.Is(err, errNoPicture):
		seen.note = lang.L("not a picture")
	case errors.Is(err, errHugePicture):
		seen.note = lang.L("too large to show")
	default:
		seen.note = lang.L("cannot be read")
	}
	return seen
}

func (a *attachments) lookAtPicture(ctx context.Context, j *journal.Journal, at journal.Attachment) (picture image.Image, err error) {
	a.reading.Lock()
	defer a.reading.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	f, err := j.OpenAttachment(ctx, at)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return thumbnail(f)
}

// attachmentName is what an attachment is called on the page.
func attachmentName(at journal.Attachment) string {
	switch {
	case at.IsFile():
		return journal.FileName(at.Name)
	case at.Name == "":
		return at.URL
	}
	return strings.Join(strings.Fields(at.Name), " ")
}

// attachmentIcon is the mark of an attachment.
func attachmentIcon(at journal.Attachment) look.IconName {
	if at.IsFile() {
		return look.IconPaperclip
	}
	return look.IconArrow
}

// fileSize writes a size as people know it, counted in thousands as file
// managers do: 240 KB, 2.1 MB.
func fileSize(bytes int64) string {
	switch {
	case bytes < 1000:
		return countWords(int(bytes), lang.L("1 byte"), lang.L("{{.Count}} bytes", values{"Count": bytes}))
	case bytes < 999_500:
		return lang.L("{{.Count}} KB", values{"Count": (bytes + 500) / 1000})
	}
	tenths := (bytes + 50_000) / 100_000
	return lang.L("{{.Count}}.{{.Tenth}} MB", values{"Count": tenths / 10, "Tenth": tenths % 10})
}
