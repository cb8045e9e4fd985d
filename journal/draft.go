package journal

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"sync"
	"time"
)

// Draft is an entry that is being written. It holds the newest text, has it
// saved by an Autosave, and is not in the journal before something is written
// into it. Its methods may be called from any goroutine.
type Draft struct {
	journal *Journal
	auto    *Autosave
	report  func(DraftState)

	mu    sync.Mutex
	entry Entry     // the newest text; Revision is the stored one
	base  Entry     // as it was stored last, as far as this draft knows
	saved time.Time // when it was last written
	split bool      // a conflict made this a new entry
	over  bool      // its entry lies in the trash: nothing is written any more
}

// DraftState is what the window shows of a draft: never more than that it is
// saved, when, or why it is not.
type DraftState struct {
	State SaveState
	Saved time.Time // when it was last written; zero when it never was
	Err   error     // why it is not saved, in Failed
	Split bool      // it was changed elsewhere too, and is now an entry of its own
}

// Draft begins to write e: an entry that was read, or a new one from
// NewEntry. Each state it enters is reported, in order, on the goroutine of an
// Edit, a Flush or a save; report must return at once and must not Flush.
func (j *Journal) Draft(e Entry, report func(DraftState)) *Draft {
	d := &Draft{journal: j, entry: e.clone(), base: e.clone(), report: report}
	if e.Revision > 0 {
		d.saved = e.Updated
	}
	d.auto = NewAutosave(j.now, d.save, d.entered)
	return d
}

// Edit changes the entry and sees to it that it is saved within a second.
// change must be quick, since it is called for every key, and must not keep
// the pointer. It may change slices and parts in place; what it puts in belongs
// to the draft from then on.
func (d *Draft) Edit(change func(*Entry)) {
	d.mu.Lock()
	change(&d.entry)
	d.mu.Unlock()
	d.auto.Touch()
}

// Entry gives a copy of the entry as it is now, saved or not.
func (d *Draft) Entry() Entry {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.entry.clone()
}

// Flush returns when everything is on disk, or with the reason why not.
func (d *Draft) Flush(ctx context.Context) error { return d.auto.Flush(ctx) }

// State tells where the draft stands.
func (d *Draft) State() DraftState {
	state, err := d.auto.State()
	d.mu.Lock()
	defer d.mu.Unlock()
	return DraftState{State: state, Saved: d.saved, Err: err, Split: d.split}
}

// save writes the newest text once. When the entry was changed or removed
// elsewhere, this text becomes an entry of its own, so that nothing is lost.
func (d *Draft) save(ctx context.Context) error {
	e := d.Entry()
	if e.Revision == 0 && e.Blank() || d.isOver() {
		return nil
	}
	takenOff := func(c *Changes, e *Entry) error { return d.journal.trashAttachments(ctx, c, e, d.attached()) }
	stored, err := d.journal.saveEntry(ctx, e, takenOff)
	if errors.Is(err, ErrConflict) && d.Renew(ctx) == nil {
		e = d.Entry()
		stored, err = d.journal.saveEntry(ctx, e, takenOff)
	}
	split := false
	if errors.Is(err, ErrConflict) || errors.Is(err, ErrNotFound) {
		own := e
		own.ID, own.Revision, own.Created = d.journal.newID(), 0, d.journal.Now()
		split = true
		stored, err = d.journal.SaveEntry(ctx, own)
	}
	if err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.entry.ID, d.entry.Created = stored.ID, stored.Created
	d.entry.Revision, d.entry.Updated = stored.Revision, stored.Updated
	d.entry.takeNames(e, stored)
	d.base = stored.clone()
	d.saved, d.split = stored.Updated, d.split || split
	return nil
}

// attached lists what is attached to the entry as it was stored last.
func (d *Draft) attached() []Attachment {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.base.Attachments
}

// takeNames takes over the IDs that a save found for names, where the names
// are still those that were saved: a person who is renamed later stays one.
func (e *Entry) takeNames(sent, stored Entry) {
	if reflect.DeepEqual(e.People, sent.People) {
		e.People = slices.Clone(stored.People)
	}
	if reflect.DeepEqual(e.Evidence, sent.Evidence) {
		e.Evidence = slices.Clone(stored.Evidence)
	}
	if e.Feedback != nil && sent.Feedback != nil && e.Feedback.Giver == sent.Feedback.Giver {
		e.Feedback.Giver = stored.Feedback.Giver
	}
}

func (d *Draft) entered(s SaveState, err error) {
	d.mu.Lock()
	state := DraftState{State: s, Saved: d.saved, Err: err, Split: d.split}
	d.mu.Unlock()
	d.report(state)
}
