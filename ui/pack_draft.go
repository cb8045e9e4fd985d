package ui

import (
	"context"
	"errors"
	"slices"
	"sync"

	"groundwork/journal"
	"groundwork/journal/evidence"
)

// packDraft is a text of a pack while it is being written: it is on disk within
// a second, as the text of an entry is. It may be used from any goroutine.
type packDraft struct {
	writer *packWriter
	auto   *journal.Autosave
	set    func(p *journal.Pack, text string) // puts the text where it belongs

	mu    sync.Mutex
	typed *string   // what is not on disk yet
	step  *packStep // from before the first word to after the last
}

// draft begins to write a text of the pack. What is typed elsewhere in it and
// not on disk yet is kept until it is.
func (p *pack) draft(set func(p *journal.Pack, text string)) *packDraft {
	p.drafts = slices.DeleteFunc(p.drafts, func(d *packDraft) bool {
		_, unsaved := d.unsaved()
		return !unsaved
	})
	d := &packDraft{writer: p.writer, set: set}
	d.auto = journal.NewAutosave(p.w.journal.Now, d.save, p.reported)
	p.drafts = append(p.drafts, d)
	return d
}

// write keeps the text and sees to it that it is saved.
func (d *packDraft) write(text string) {
	d.mu.Lock()
	d.typed = &text
	d.mu.Unlock()
	d.auto.Touch()
}

// unsaved is what is typed and not on disk; ok is false where all of it is.
func (d *packDraft) unsaved() (text string, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.typed == nil {
		return "", false
	}
	return *d.typed, true
}

// save writes what is not on disk.
func (d *packDraft) save(ctx context.Context) error {
	text, ok := d.unsaved()
	if !ok {
		return nil
	}
	step, err := d.writer.edit(ctx, func(p *journal.Pack) { d.set(p, text) })
	if err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.typed != nil && *d.typed == text {
		d.typed = nil
	}
	if d.step != nil {
		step.before = d.step.before
	}
	d.step = &step
	return nil
}

// take gives what was written as one step to undo, once.
func (d *packDraft) take() (s packStep, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.step == nil {
		return s, false
	}
	s, d.step = *d.step, nil
	return s, true
}

// bulletDraft is one bullet of a pack while it is being written.
type bulletDraft struct {
	*packDraft
	place evidence.Place // where the bullet was

	mu     sync.Mutex
	before journal.Bullet // as it was before the last save
	bullet journal.Bullet // as that left it
}

// write begins to write about a bullet.
func (p *pack) write(place evidence.Place, b journal.Bullet) *bulletDraft {
	d := &bulletDraft{place: place, before: b, bullet: b}
	d.packDraft = p.draft(d.put)
	return d
}

// put gives the bullet other words, as they are typed: after a space at their
// end a word may follow. After a save that failed the bullet is as it was
// before it. Where the bullet is gone there is nowhere to put them.
func (d *bulletDraft) put(p *journal.Pack, text string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	at, ok := findBullet(p, d.place, d.bullet)
	if !ok {
		at, ok = findBullet(p, d.place, d.before)
	}
	if !ok {
		return
	}
	b := &p.Section(at.Section).Bullets[at.At]
	d.before = *b
	b.Text, b.Edited = text, true
	d.bullet = *b
}

// now is the bullet as the last save left it.
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
			p.w.saved()
			return
		}
		p.w.door.log.Error("save a line of a pack", "err", err)
		p.w.notSaved(err, p.saveNow)
	})
}
