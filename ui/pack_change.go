package ui

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"sync"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/evidence"
)

// packWriter writes the pack that is open. A pack that was proposed is in the
// journal from the first change on: the changes go one after the other, so that
// it becomes one pack whatever is done to it first. It may be used from any
// goroutine.
type packWriter struct {
	journal *journal.Journal
	mu      sync.Mutex
	pack    journal.Pack // a proposal while it has no ID
}

func newPackWriter(j *journal.Journal, p journal.Pack) *packWriter {
	return &packWriter{journal: j, pack: p.Clone()}
}

// open has the writer write another pack. A proposal that was read while the
// one before it was being saved comes too late.
func (w *packWriter) open(p journal.Pack) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.pack.ID == "" || p.ID != "" && p.ID != w.pack.ID {
		w.pack = p.Clone()
	}
}

// edit changes the pack in the journal and returns the change as a step.
func (w *packWriter) edit(ctx context.Context, change func(*journal.Pack)) (packStep, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	var s packStep
	var err error
	if w.pack.ID == "" {
		s.before, s.after = w.pack.Clone(), w.pack.Clone()
		change(&s.after)
		s.after, err = w.journal.SavePack(ctx, s.after)
		s.before.ID, s.before.Made = s.after.ID, s.after.Made
	} else {
		s.after, err = w.journal.EditPack(ctx, w.pack.ID, func(p *journal.Pack) {
			s.before = p.Clone()
			change(p)
		})
	}
	if err == nil {
		w.pack = s.after.Clone()
	}
	return s, err
}

// packStep is a pack before and after a change.
type packStep struct{ before, after journal.Pack }

// packSteps are the changes to packs that can be taken back.
type packSteps struct{ done, undone []packStep }

func (s *packSteps) add(step packStep) {
	s.done = append(s.done, step)
	if len(s.done) > keptSteps {
		s.done = s.done[1:]
	}
	s.undone = nil
}

// packChanged is a change to a pack, and how the pack looks after it.
type packChanged struct {
	packStep
	view packView
}

// edit changes the pack that is open off the UI goroutine.
func (p *pack) edit(what string, change func(*journal.Pack), then func(packChanged)) {
	writer, material, view := p.writer, p.sheet.material, p.sheet.packView
	task(p.w, what, func(ctx context.Context) (packChanged, error) {
		step, err := writer.edit(ctx, change)
		if err != nil {
			return packChanged{}, err
		}
		return packChanged{step, view.after(material, step.after)}, nil
	}, then)
}

// change changes the pack that is open, as one step to undo. then, which may be
// nil, is called with the page as it is afterwards.
func (p *pack) change(what string, change func(*journal.Pack), then func()) {
	p.edit(what, change, func(c packChanged) {
		if !same(c.before, c.after) {
			p.steps.add(c.packStep)
		}
		p.tookPack(c.view)
		if then != nil {
			then()
		}
	})
}

// same tells whether two packs, or bullets, are written down in the same way:
// a time that was read again differs in memory.
func same[T journal.Pack | journal.Bullet](a, b T) bool {
	first, err := json.Marshal(a)
	second, err2 := json.Marshal(b)
	return err == nil && err2 == nil && bytes.Equal(first, second)
}

// undo takes the last change to the pack that is open back. It reports false
// where there is none.
func (p *pack) undo() bool { return p.step(&p.steps.done, &p.steps.undone, packStep.back) }

// redo makes the change again that was taken back last, if there is one.
func (p *pack) redo() bool { return p.step(&p.steps.undone, &p.steps.done, packStep.forth) }

func (s packStep) back() (from, to journal.Pack) { return s.after, s.before }

func (s packStep) forth() (from, to journal.Pack) { return s.before, s.after }

// step goes one change back or forth. Where the pack is not as the step knows
// it, for another program wrote, it stays as it is.
func (p *pack) step(from, to *[]packStep, way func(packStep) (from, to journal.Pack)) bool {
	if len(*from) == 0 {
		return false
	}
	last := (*from)[len(*from)-1]
	known, wanted := way(last)
	if known.ID != p.sheet.pack.ID {
		return false
	}
	*from = (*from)[:len(*from)-1]
	fits := true
	p.edit("take a change to a pack back", func(now *journal.Pack) {
		known.Given, wanted.Given = now.Given, now.Given // a talk is taken back where it is noted
		if fits = same(*now, known); fits {
			*now = wanted.Clone()
		}
	}, func(c packChanged) {
		if fits {
			*to = append(*to, last)
		} else {
			p.w.door.say(lang.L("The pack was changed elsewhere meanwhile. It stays as it is."))
		}
		p.tookPack(c.view)
	})
	return true
}

// tick puts a bullet into the pack, or leaves it out.
func (p *pack) tick(place evidence.Place, b journal.Bullet) {
	p.changeBullet("choose what a pack holds", place, b, func(now journal.Pack, at evidence.Place) journal.Pack {
		return evidence.LeaveOut(now, at, !b.Out)
	}, nil)
}

// changeBullet changes a pack by a bullet of it, wherever that went in its
// section. Where it is gone nothing is changed.
func (p *pack) changeBullet(what string, place evidence.Place, b journal.Bullet, change func(journal.Pack, evidence.Place) journal.Pack, then func()) {
	p.change(what, func(now *journal.Pack) {
		if at, ok := findBullet(now, place, b); ok {
			*now = change(*now, at)
		}
	}, then)
}

// findBullet finds a bullet as it was read, at its place or wherever it went in
// its section.
func findBullet(p *journal.Pack, place evidence.Place, b journal.Bullet) (at evidence.Place, ok bool) {
	s := p.Section(place.Section)
	if s == nil {
		return at, false
	}
	if place.At < len(s.Bullets) && same(s.Bullets[place.At], b) {
		return place, true
	}
	i := slices.IndexFunc(s.Bullets, func(each journal.Bullet) bool { return same(each, b) })
	return evidence.Place{Section: place.Section, At: i}, i >= 0
}
