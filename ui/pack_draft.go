package ui

import (
	"context"
	"errors"
	"slices"
	"sync"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/ui/parts"
)

// bulletDraft is what is being written about one bullet of a pack: it is on
// disk within a second, as the text of an entry is. It may be used from any
// goroutine.
type bulletDraft struct {
	writer *packWriter
	auto   *journal.Autosave
	place  evidence.Place // where the bullet was

	mu     sync.Mutex
	bullet journal.Bullet // as it is on disk
	typed  *string        // what is not on disk yet
	step   *packStep      // from before the first word to after the last
}

// newBulletDraft begins to write. report is told how saving goes, on any
// goroutine.
func newBulletDraft(p *pack, place evidence.Place, b journal.Bullet) *bulletDraft {
	d := &bulletDraft{writer: p.writer, place: place, bullet: b}
	d.auto = journal.NewAutosave(p.w.journal.Now, d.save, p.reported)
	return d
}

// write keeps the text of the bullet and sees to it that it is saved.
func (d *bulletDraft) write(text string) {
	d.mu.Lock()
	d.typed = &text
	d.mu.Unlock()
	d.auto.Touch()
}

// unsaved is what is typed and not on disk; ok is false where all of it is.
func (d *bulletDraft) unsaved() (text string, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.typed == nil {
		return "", false
	}
	return *d.typed, true
}

// save writes what is not on disk. Where the bullet is gone meanwhile there is
// nowhere to write it.
func (d *bulletDraft) save(ctx context.Context) error {
	d.mu.Lock()
	text, before := d.typed, d.bullet
	d.mu.Unlock()
	if text == nil {
		return nil
	}
	step, err := d.writer.edit(ctx, func(p *journal.Pack) {
		if at, ok := findBullet(p, d.place, before); ok {
			b := &p.Section(at.Section).Bullets[at.At]
			b.Text, b.Edited = *text, true // as it is typed: a space at its end may be followed by a word
		}
	})
	if err != nil {
		return err
	}
	d.written(*text, step)
	return nil
}

// written notes that a text is on disk, and what it took the place of.
func (d *bulletDraft) written(text string, step packStep) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.bullet.Text, d.bullet.Edited = text, true
	if d.typed != nil && *d.typed == text {
		d.typed = nil
	}
	if d.step == nil {
		d.step = &step
	} else {
		d.step.after = step.after
	}
}

// take gives what was written as one step to undo, once.
func (d *bulletDraft) take() (s packStep, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.step == nil {
		return s, false
	}
	s, d.step = *d.step, nil
	return s, true
}

// now is the bullet as it is on disk.
func (d *bulletDraft) now() journal.Bullet {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.bullet
}

// flush gives what writes what is not on disk yet, to be called off the UI
// goroutine.
func (p *pack) flush() func(context.Context) error {
	drafts := slices.Clone(p.drafts)
	return func(ctx context.Context) error {
		var err error
		for _, d := range drafts {
			err = errors.Join(err, d.auto.Flush(ctx))
		}
		return err
	}
}

// write begins to write about a bullet. What is typed about others and not on
// disk yet is kept until it is.
func (p *pack) write(place evidence.Place, b journal.Bullet) *bulletDraft {
	p.drafts = slices.DeleteFunc(p.drafts, func(d *bulletDraft) bool {
		_, unsaved := d.unsaved()
		return !unsaved
	})
	d := newBulletDraft(p, place, b)
	p.drafts = append(p.drafts, d)
	return d
}

// unsaved lists what is typed and not on disk.
func (p *pack) unsaved() []string {
	var all []string
	for _, d := range p.drafts {
		if text, unsaved := d.unsaved(); unsaved {
			all = append(all, text)
		}
	}
	return all
}

// saveNow writes what is typed at once. A failure is reported as any other.
func (p *pack) saveNow() {
	flush := p.flush()
	p.w.background(func() { _ = flush(p.w.life) })
}

// reported tells that what is typed could not be saved, until it is.
func (p *pack) reported(s journal.SaveState, err error) {
	if s != journal.Failed && s != journal.Clean {
		return
	}
	p.w.onUI(func() {
		if s == journal.Clean {
			p.w.door.settle()
			return
		}
		p.w.door.log.Error("save a line of a pack", "err", err)
		p.w.door.warnUntilSettled(sentence(err),
			parts.NoticeAction{Label: lang.L("Copy the text"), Do: p.w.copyUnsaved},
			parts.NoticeAction{Label: lang.L("Try again"), Do: p.saveNow})
	})
}
