package ui

import (
	"context"
	"errors"
	"maps"
	"slices"
	"sync"

	"groundwork/journal"
)

// demandDraft is what is being written about expectations: it is on disk within
// a second, as the text of an entry is. It may be used from any goroutine.
type demandDraft struct {
	journal *journal.Journal
	auto    *journal.Autosave

	mu    sync.Mutex
	typed map[journal.ID]string // the texts that are not on disk yet
}

// newDemandDraft begins to write. report is told how saving goes, on any
// goroutine.
func newDemandDraft(j *journal.Journal, report func(journal.SaveState, error)) *demandDraft {
	d := &demandDraft{journal: j, typed: map[journal.ID]string{}}
	d.auto = journal.NewAutosave(j.Now, d.save, report)
	return d
}

// write keeps the text of an expectation and sees to it that it is saved.
func (d *demandDraft) write(id journal.ID, text string) {
	d.mu.Lock()
	d.typed[id] = text
	d.mu.Unlock()
	d.auto.Touch()
}

// text is the text of an expectation as it is now: what is typed, or else what
// is stored.
func (d *demandDraft) text(x journal.Expectation) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	if text, typed := d.typed[x.ID]; typed {
		return text
	}
	return x.Text
}

// save writes what is not on disk, once. What was deleted elsewhere meanwhile
// has no text to write.
func (d *demandDraft) save(ctx context.Context) error {
	d.mu.Lock()
	now := maps.Clone(d.typed)
	d.mu.Unlock()
	for id, text := range now {
		_, err := d.journal.EditExpectation(ctx, id, func(x *journal.Expectation) { x.Text = text })
		if err != nil && !errors.Is(err, journal.ErrNotFound) {
			return err
		}
		d.written(id, text)
	}
	return nil
}

// written forgets a text that is on disk, unless something was typed since.
func (d *demandDraft) written(id journal.ID, text string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.typed[id] == text {
		delete(d.typed, id)
	}
}

// flush gives what writes what is not on disk yet, to be called off the UI
// goroutine.
func (d *demands) flush() func(context.Context) error {
	if d.draft == nil { // not built before the first visit
		return func(context.Context) error { return nil }
	}
	return d.draft.auto.Flush
}

// unsaved lists what is typed and not on disk.
func (d *demands) unsaved() []string {
	if d.draft == nil {
		return nil
	}
	d.draft.mu.Lock()
	defer d.draft.mu.Unlock()
	return slices.Sorted(maps.Values(d.draft.typed))
}

// saveNow writes what is typed at once. A failure is reported as any other.
func (d *demands) saveNow() {
	flush := d.flush()
	d.w.background(func() { _ = flush(d.w.life) })
}

// settle takes what is typed in a field and not entered yet.
func (d *demands) settle() {
	if d.form != nil {
		d.form.name.Take()
		d.form.area.Take()
	}
}

// reported tells that what is typed could not be saved, until it is.
func (d *demands) reported(s journal.SaveState, err error) {
	if s != journal.Failed && s != journal.Clean {
		return
	}
	d.w.onUI(func() {
		if s == journal.Clean {
			d.w.saved()
			return
		}
		d.w.door.log.Error("save an expectation", "err", err)
		d.w.notSaved(err, d.saveNow)
	})
}
