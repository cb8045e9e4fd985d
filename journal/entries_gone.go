package journal

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

// goneEntry is an entry in the trash.
type goneEntry struct {
	Entry    Entry `json:"entry"`
	Revision int64 `json:"revision"` // it had
}

// RemoveEntry puts entries into the trash, each whole and with its history.
// What names them (links, goals, packs) goes on naming them. RestoreEntry
// brings them back. One that is not there is an ErrNotFound, and then none is
// removed. A Draft that is open on one of them and is changed after this
// becomes an entry of its own, as in a conflict.
func (j *Journal) RemoveEntry(ctx context.Context, ids ...ID) error {
	var rang []Change
	changes, err := j.applyTogether(ctx, func(c *Changes) error {
		rang, c.RemoveAt = nil, map[ID]int64{}
		trash, err := j.store.Trash(ctx)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if _, twice := c.RemoveAt[id]; twice {
				continue
			}
			e, err := j.store.Entry(ctx, id)
			if err != nil {
				return err
			}
			if err := j.putEntryAway(c, trash, e); err != nil {
				return err
			}
			rang = append(rang, Change{Kind: EntryRemoved, ID: id, Day: e.Day})
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("remove an entry: %w", err)
	}
	j.ringFor(changes, rang...)
	return nil
}

// putEntryAway puts an entry into the trash. Where one of its ID lies there
// already, for an import may have brought it again, that one gets another ID.
func (j *Journal) putEntryAway(c *Changes, trash []Trashed, e Entry) error {
	c.RemoveAt[e.ID] = e.Revision
	again := slices.IndexFunc(trash, func(t Trashed) bool { return t.ID == e.ID && t.What == TrashedEntry })
	if again >= 0 {
		older, err := untrashed[goneEntry](trash[again:again+1], TrashedEntry)
		if err != nil {
			return err
		}
		older[0].Entry.ID = j.newID()
		t, err := trashed(older[0].Entry.ID, TrashedEntry, trash[again].Deleted, older[0])
		if err != nil {
			return err
		}
		c.RemoveTrash, c.Trash = append(c.RemoveTrash, e.ID), append(c.Trash, t)
	}
	t, err := trashed(e.ID, TrashedEntry, c.At, goneEntry{Entry: e, Revision: e.Revision})
	c.Trash = append(c.Trash, t)
	return err
}

// RestoreEntry brings entries back from the trash, each whole and under its
// ID, so that what pointed to it points to it again. People and expectations
// that went meanwhile are as they are in other entries. Where an entry with the
// ID is there again meanwhile (an import may bring it), both stay: the one from
// the trash gets a new ID. One that is not in the trash is an ErrNotFound.
func (j *Journal) RestoreEntry(ctx context.Context, ids ...ID) error {
	for _, id := range ids {
		var e Entry
		changes, err := j.applyTogether(ctx, func(c *Changes) error {
			g, err := j.goneEntry(ctx, id)
			if err != nil {
				return err
			}
			e = g.Entry
			e.Revision = g.Revision
			return j.takeEntryBack(ctx, c, &e)
		})
		if err != nil {
			return fmt.Errorf("bring an entry back: %w", err)
		}
		j.ringFor(changes, Change{Kind: EntryAdded, ID: e.ID, Day: e.Day})
	}
	return nil
}

// takeEntryBack puts an entry from the trash among the others.
func (j *Journal) takeEntryBack(ctx context.Context, c *Changes, e *Entry) error {
	c.RemoveTrash = []ID{e.ID}
	switch _, err := j.store.Entry(ctx, e.ID); {
	case err == nil:
		e.ID, e.Revision = j.newID(), 0
	case !errors.Is(err, ErrNotFound):
		return err
	}
	err := j.resolveOld(ctx, e, c)
	c.Restored = []Entry{*e}
	return err
}

// goneEntry finds an entry in the trash, or answers ErrNotFound.
func (j *Journal) goneEntry(ctx context.Context, id ID) (goneEntry, error) {
	trash, err := j.store.Trash(ctx)
	if err != nil {
		return goneEntry{}, err
	}
	return goneEntryIn(trash, id)
}

func goneEntryIn(trash []Trashed, id ID) (goneEntry, error) {
	trash = slices.DeleteFunc(slices.Clone(trash), func(t Trashed) bool { return t.ID != id })
	all, err := untrashed[goneEntry](trash, TrashedEntry)
	if err == nil && len(all) == 0 {
		err = fmt.Errorf("entry %s: %w", id, ErrNotFound)
	}
	if err != nil {
		return goneEntry{}, err
	}
	return all[0], nil
}

// takeGoneEvidenceBack puts evidence back into an entry that lies in the trash
// itself, if it does.
func (j *Journal) takeGoneEvidenceBack(ctx context.Context, c *Changes, id ID, expectation ID, rows []goneEvidence) error {
	at := slices.IndexFunc(c.Trash, func(t Trashed) bool { return t.ID == id }) // changed for another expectation
	if at < 0 {
		trash, err := j.store.Trash(ctx)
		if err != nil {
			return err
		}
		if at = slices.IndexFunc(trash, func(t Trashed) bool { return t.ID == id && t.What == TrashedEntry }); at < 0 {
			return nil
		}
		c.Trash = append(c.Trash, trash[at])
		at = len(c.Trash) - 1
	}
	all, err := untrashed[goneEntry](c.Trash[at:at+1], TrashedEntry)
	if err != nil {
		return err
	}
	all[0].Entry.Evidence = withEvidence(all[0].Entry.Evidence, expectation, rows)
	c.Trash[at], err = trashed(id, TrashedEntry, c.Trash[at].Deleted, all[0])
	return err
}
