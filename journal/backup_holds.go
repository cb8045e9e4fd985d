package journal

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

// Holders are the backups in which something can still be found that is deleted
// for good here.
type Holders struct {
	Backups   []Backup // that hold any of it, newest first in each folder
	Unread    []Backup // that cannot be read, so that they may
	Unreached []string // folders that cannot be reached now
}

// None tells whether nothing is left of it, as far as can be told.
func (h Holders) None() bool { return len(h.Backups)+len(h.Unread)+len(h.Unreached) == 0 }

// HoldersOf looks into every backup of some folders ("" is the journal's own
// folder of them) for things that lie in the trash. Each is opened beside the
// journal, which takes a moment: looked is told how many of them were looked
// into, and of how many.
func HoldersOf(ctx context.Context, from Backups, folders []string, things []InTrash, looked func(done, of int)) (h Holders, err error) {
	var all []Backup
	for _, folder := range folders {
		some, err := from.Backups(ctx, folder)
		switch {
		case ctx.Err() != nil:
			return h, ctx.Err()
		case err != nil:
			h.Unreached = append(h.Unreached, folder)
		}
		all = append(all, some...)
	}
	known := map[string]bool{} // by what a backup holds: copies are looked into once
	for i, b := range all {
		looked(i, len(all))
		holds, before := known[b.Stamp]
		if !before || b.Stamp == "" {
			holds, err = backupHolds(ctx, from, b.File, things)
			if ctx.Err() != nil {
				return h, ctx.Err()
			}
			if err != nil {
				h.Unread = append(h.Unread, b)
				continue
			}
			known[b.Stamp] = holds
		}
		if holds {
			h.Backups = append(h.Backups, b)
		}
	}
	looked(len(all), len(all))
	return h, nil
}

// backupHolds tells whether a backup holds any of some things, among the others
// or in its own trash.
func backupHolds(ctx context.Context, from Backups, file string, things []InTrash) (holds bool, err error) {
	s, err := from.OpenBackup(ctx, file)
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	there, err := thingsIn(ctx, s)
	if err != nil {
		return false, err
	}
	for _, t := range things {
		holds, err := there.holds(ctx, s, t)
		if holds || err != nil {
			return holds, err
		}
	}
	return false, nil
}

// thingsOf are the IDs of what a journal holds, but for its entries.
type thingsOf map[ID]bool

// thingsIn reads what a journal holds.
func thingsIn(ctx context.Context, s Store) (thingsOf, error) {
	people, err1 := s.People(ctx)
	expectations, err2 := s.Expectations(ctx)
	questions, err3 := s.OwnPrompts(ctx)
	packs, err4 := s.Packs(ctx)
	trash, err5 := s.Trash(ctx)
	all := thingsOf{}
	for _, p := range people {
		all[p.ID] = true
	}
	for _, x := range expectations {
		all[x.ID] = true
	}
	for _, q := range questions {
		all[q.ID] = true
	}
	for _, p := range packs {
		all[p.ID] = true
	}
	for _, t := range trash {
		all[t.ID] = true
	}
	if err := errors.Join(err1, err2, err3, err4, err5); err != nil {
		return nil, fmt.Errorf("look into a backup: %w", err)
	}
	return all, nil
}

// holds tells whether a thing is there, or in an entry that is there.
func (all thingsOf) holds(ctx context.Context, s Store, t InTrash) (bool, error) {
	if all[t.ID] {
		return true, nil
	}
	switch {
	case t.What == TrashedAttachment && t.Attachment.IsFile():
		_, err := s.FileSize(ctx, t.Attachment.SHA256)
		return found(err)
	case t.What == TrashedAttachment:
		e, err := s.Entry(ctx, t.Entry)
		there, err := found(err)
		return there && slices.ContainsFunc(e.Attachments, func(a Attachment) bool { return a.URL == t.Attachment.URL }), err
	case t.What == TrashedEntry:
		_, err := s.Entry(ctx, t.ID)
		return found(err)
	}
	return false, nil
}

// found tells from the error of a look whether something is there.
func found(err error) (bool, error) {
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}
