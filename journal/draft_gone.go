package journal

import (
	"context"
	"fmt"
)

// Remove puts the entry into the trash with all that was written into it (see
// RemoveEntry), and ends the draft: it never writes again. It gives the entry as
// it was. Where that fails the draft goes on. One that is not in the journal
// yet, for nothing is written into it, is an ErrNotFound.
func (d *Draft) Remove(ctx context.Context) (Entry, error) {
	if err := d.Flush(ctx); err != nil {
		return Entry{}, fmt.Errorf("save an entry before it is removed: %w", err)
	}
	d.end(true)
	e := d.Entry()
	if err := d.journal.RemoveEntry(ctx, e.ID); err != nil {
		d.end(false)
		d.auto.Touch() // what was typed meanwhile is not on disk
		return Entry{}, err
	}
	return e, nil
}

// end ends the draft, or has it go on.
func (d *Draft) end(over bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.over = over
}

// isOver tells whether the draft has ended.
func (d *Draft) isOver() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.over
}
