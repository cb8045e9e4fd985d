package ui

import (
	"context"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// copyPanel is what can be done with the copy that is open: try it out, see
// what differs from now, bring it back whole or in part.
type copyPanel struct {
	b       *backups
	content *fyne.Container
	copy    journal.KeptBackup
	leaving context.CancelFunc // calls off what is done for this copy; nil while none is open
	until   context.Context
	busy    bool
	tried   map[string]tryout // what came of trying copies out, by file
	differs *journal.Difference
	bare    bool // what differs was asked for without what is private

	title, result, difference *parts.Paragraph
	try, restore, compare     *parts.Button
}

// tryout is what came of trying a copy out.
type tryout struct {
	trial journal.Trial
	err   error
	at    time.Time
	took  time.Duration
}

func newCopyPanel(b *backups) *copyPanel {
	p := &copyPanel{
		b: b, tried: map[string]tryout{}, until: context.Background(), title: parts.NewParagraph("", parts.TypeStrong, 20),
		result: sentenceText(""), difference: sentenceText(""),
	}
	p.try = parts.NewButton(parts.Soft, lang.L("Test restore"), look.IconRefresh, p.tryOut)
	p.restore = parts.NewButton(parts.Outline, lang.L("Restore…"), look.IconNone, p.askToRestore)
	p.compare = parts.NewButton(parts.Outline, lang.L("See what differs"), look.IconNone, p.showDifference)
	folder := parts.NewButton(parts.Quiet, lang.L("Show in folder"), look.IconNone, p.showFolder)
	for _, each := range []*parts.Button{p.try, p.compare, p.restore, folder} {
		each.OnFocus = b.revealing(each)
	}
	words := parts.Down(2, p.title, p.result, p.difference)
	actions := parts.Flow(look.Space8, look.Space8, p.try, p.compare, p.restore, folder)
	p.content = parts.Inset(parts.Down(look.Space12, words, actions), 0, 0, look.Space16, 0)
	return p
}

// height is that of the panel at a width.
func (p *copyPanel) height(width float32) float32 {
	for range 2 { // the buttons know their rows only once they have a width
		p.content.Resize(fyne.NewSize(width, p.content.MinSize().Height))
	}
	return p.content.MinSize().Height
}

// show opens the panel for a copy and asks what differs from now.
func (p *copyPanel) show(c journal.KeptBackup) {
	p.leave()
	p.copy, p.differs = c, nil
	p.until, p.leaving = context.WithCancel(p.b.w.life)
	p.settle()
	if c.Verified {
		p.askWhatDiffers()
	}
}

// leave calls off what is done for the copy that is open.
func (p *copyPanel) leave() {
	if p.leaving != nil {
		p.leaving()
		p.leaving = nil
	}
	p.busy = false
}

// settle says what is known of the copy.
func (p *copyPanel) settle() {
	p.title.SetText(lang.L("Not tried yet"))
	p.result.SetText(lang.L("A test opens the copy in a place of its own and looks for damage. Your journal is not touched."))
	p.try.SetText(lang.L("Test restore"))
	if t, ok := p.tried[p.copy.File]; ok {
		p.title.SetText(t.title())
		p.result.SetText(t.words(p.b.w.journal.Now()))
		p.try.SetText(lang.L("Test again"))
	}
	if p.busy {
		p.try.SetText(lang.L("Testing…"))
	}
	switch {
	case p.copy.Closed():
		p.title.SetText(lang.L("This copy is sealed"))
		p.result.SetText(lang.L("It does not open with the keys of now: it was made while the journal had others, or it is damaged. A terminal restores it with its own passphrase or recovery key: groundwork restore, with --passphrase-file."))
	case !p.copy.Verified:
		p.title.SetText(lang.L("This copy is damaged"))
		p.result.SetText(lang.L("It is not as long as it was, or is no copy at all. It stands for no other one, and it is never removed by itself."))
	}
	p.difference.SetText(p.differenceWords())
	setVisible(p.difference, p.copy.Verified)
	setEnabled(p.try, p.copy.Verified && !p.busy)
	setEnabled(p.restore, p.copy.Verified)
	setEnabled(p.compare, p.differs != nil && !p.differs.Same())
	p.content.Refresh()
}

// news shows what has become known, in a panel that may be higher now.
func (p *copyPanel) news() {
	p.settle()
	p.b.update()
}

// tryOut tests the copy, one at a time.
func (p *copyPanel) tryOut() {
	if p.busy {
		return
	}
	p.busy = true
	p.news()
	w, file := p.b.w, p.copy.File
	home, j := w.home, w.journal
	taskUntil(p.until, w, "try a backup out", func(ctx context.Context) (tryout, error) {
		from := j.Now()
		trial, err := home.TryBackup(ctx, file)
		return tryout{trial: trial, err: err, at: j.Now(), took: j.Now().Sub(from)}, nil
	}, func(t tryout) {
		if t.err != nil {
			w.door.log.Error("try a backup out", "err", t.err)
		}
		p.busy, p.tried[file] = false, t
		p.news()
		p.b.rows.SetSelected(p.b.rows.Selected()) // its words may be more than before: all of them are brought into sight
	})
}

// askWhatDiffers compares the copy with the journal.
func (p *copyPanel) askWhatDiffers() {
	w, file, noPrivate := p.b.w, p.copy.File, p.b.w.noPrivate()
	p.bare = noPrivate
	home, j := w.home, w.journal
	taskUntil(p.until, w, "compare with a backup", func(ctx context.Context) (d *journal.Difference, err error) {
		err = withBackup(ctx, home, file, func(from journal.Store) error {
			found, err := j.Differs(ctx, from, noPrivate)
			d = &found
			return err
		})
		return d, err
	}, func(d *journal.Difference) {
		p.differs = d
		p.news()
	})
}

// showFolder shows where the copy lies.
func (p *copyPanel) showFolder() { p.b.w.showFolder(filepath.Dir(p.copy.File)) }
