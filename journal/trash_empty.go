package journal

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// DueInTrash names what has lain in the trash for at least a number of days.
// With 0 days nothing ever is: it is never emptied by itself.
func DueInTrash(trash []Trashed, days int, now time.Time) []ID {
	var due []ID
	for _, t := range trash {
		if days > 0 && now.Sub(t.Deleted) >= time.Duration(days)*24*time.Hour {
			due = append(due, t.ID)
		}
	}
	return due
}

// DeleteForGood really removes things that lie in the trash: with the history
// of an entry, with what imports kept of them, and with the attached files that
// nothing else names. Nothing brings them back but a backup that still holds
// them. One that is not in the trash is an ErrNotFound, and then nothing is
// removed.
func (j *Journal) DeleteForGood(ctx context.Context, ids ...ID) error {
	trash, err := j.store.Trash(ctx)
	if err != nil {
		return fmt.Errorf("delete for good: %w", err)
	}
	for _, id := range ids {
		if !slices.ContainsFunc(trash, func(t Trashed) bool { return t.ID == id }) {
			return fmt.Errorf("delete for good: %s in the trash: %w", id, ErrNotFound)
		}
	}
	if err := j.forget(ctx, ids); err != nil {
		return fmt.Errorf("delete for good: %w", err)
	}
	return nil
}

// EmptyTrash deletes for good all that lies in the trash (see DeleteForGood)
// and tells how many things that were.
func (j *Journal) EmptyTrash(ctx context.Context) (int, error) {
	trash, err := j.store.Trash(ctx)
	if err != nil {
		return 0, fmt.Errorf("empty the trash: %w", err)
	}
	ids := make([]ID, len(trash))
	for i, t := range trash {
		ids[i] = t.ID
	}
	if err := j.forget(ctx, ids); err != nil {
		return 0, fmt.Errorf("empty the trash: %w", err)
	}
	return len(ids), nil
}

// forget deletes for good and publishes it.
func (j *Journal) forget(ctx context.Context, ids []ID) error {
	if len(ids) == 0 {
		return nil
	}
	_, err := j.applyTogether(ctx, func(c *Changes) error {
		c.Forget = ids
		return nil
	})
	j.bell.ring(Change{Kind: TrashChanged}) // also where only the last traces could not be removed
	return err
}
