package journal

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// Renew takes over from the stored entry whom and which tags it names and what
// it supports, after a change of many entries at once (EntriesChanged): a
// person was removed, a tag renamed, an expectation removed. What was changed here meanwhile and is not saved yet stays. Where
// more than that is different in the stored entry it is an ErrConflict, and
// nothing is taken over; a draft that is not stored yet has nothing to take.
func (d *Draft) Renew(ctx context.Context) error {
	d.mu.Lock()
	id, revision := d.entry.ID, d.entry.Revision
	d.mu.Unlock()
	if revision == 0 {
		return nil
	}
	stored, err := d.journal.store.Entry(ctx, id)
	if err != nil {
		return fmt.Errorf("renew a draft: %w", err)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if stored.Revision <= d.entry.Revision {
		return nil // a save of its own was quicker
	}
	if d.entry.ID != id || !equal(d.base.anonymous(), stored.anonymous()) {
		return fmt.Errorf("renew a draft: %w", ErrConflict)
	}
	d.take(stored.clone())
	return nil
}

// take takes over the tags, the names and the evidence of the stored entry that
// were not changed here.
func (d *Draft) take(stored Entry) {
	e, base := &d.entry, &d.base
	if slices.Equal(e.Tags, base.Tags) {
		e.Tags = slices.Clone(stored.Tags)
	}
	if equal(e.People, base.People) {
		e.People = slices.Clone(stored.People)
	}
	if equal(e.Evidence, base.Evidence) {
		e.Evidence = slices.Clone(stored.Evidence)
	}
	if e.Feedback != nil && base.Feedback != nil && stored.Feedback != nil && e.Feedback.Giver == base.Feedback.Giver {
		e.Feedback.Giver = stored.Feedback.Giver
	}
	e.Revision, e.Updated = stored.Revision, stored.Updated
	d.base = stored
}

// anonymous gives the entry without its tags and its evidence, without whom it
// names, and without what a save stamps on it.
func (e *Entry) anonymous() Entry {
	a := *e
	a.Tags, a.People, a.Evidence, a.Updated = nil, nil, nil, time.Time{}
	if e.Feedback != nil {
		f := *e.Feedback
		f.Giver = ""
		a.Feedback = &f
	}
	return a
}
