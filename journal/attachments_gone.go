package journal

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

// goneAttachment is a file or a link in the trash, and where it was.
type goneAttachment struct {
	Attachment Attachment `json:"attachment"`
	Entry      ID         `json:"entry"` // that it was attached to
	Position   int        `json:"position"`
	Private    bool       `json:"private,omitempty"` // the entry was
}

// is tells whether x is the same file or link under the same name.
func (x Attachment) is(other Attachment) bool {
	return x.SHA256 == other.SHA256 && x.URL == other.URL && x.Name == other.Name
}

func attached(all []Attachment, x Attachment) bool { return slices.ContainsFunc(all, x.is) }

// trashAttachments puts what an entry had attached before and has no more into
// the trash, and takes out of it what is attached to the entry again.
func (j *Journal) trashAttachments(ctx context.Context, c *Changes, e *Entry, before []Attachment) error {
	if e.Revision == 0 {
		return nil // nothing was stored that could be lost
	}
	for i, x := range before {
		if attached(e.Attachments, x) {
			continue
		}
		id := j.newID()
		t, err := trashed(id, TrashedAttachment, c.At, goneAttachment{Attachment: x, Entry: e.ID, Position: i, Private: e.Private})
		if err != nil {
			return err
		}
		c.Trash = append(c.Trash, t)
	}
	if !slices.ContainsFunc(e.Attachments, func(x Attachment) bool { return !attached(before, x) }) {
		return nil
	}
	trash, err := j.store.Trash(ctx)
	if err != nil {
		return err
	}
	for i := range trash {
		all, err := untrashed[goneAttachment](trash[i:i+1], TrashedAttachment)
		if err != nil {
			continue // it must not keep anyone from writing
		}
		if len(all) == 1 && all[0].Entry == e.ID && attached(e.Attachments, all[0].Attachment) {
			c.RemoveTrash = append(c.RemoveTrash, trash[i].ID)
		}
	}
	return nil
}

// RestoreAttachment attaches a file or a link from the trash to its entry again.
// Where that entry is not there it is an ErrInvalid that says what can be done;
// one that is not in the trash is an ErrNotFound. Who has the entry open as a
// Draft saves it before and reads it again.
func (j *Journal) RestoreAttachment(ctx context.Context, id ID) error {
	var e Entry
	changes, err := j.applyTogether(ctx, func(c *Changes) error {
		trash, err := j.store.Trash(ctx)
		if err != nil {
			return err
		}
		g, err := goneAttachmentIn(trash, id)
		if err != nil {
			return err
		}
		if e, err = j.store.Entry(ctx, g.Entry); err != nil {
			return withoutEntry(err, trash, g.Entry)
		}
		c.RemoveTrash = []ID{id}
		if attached(e.Attachments, g.Attachment) {
			return nil
		}
		e = e.clone()
		e.Attachments = slices.Insert(e.Attachments, min(g.Position, len(e.Attachments)), g.Attachment)
		e.Updated = j.Now()
		proposeStrengths(&e)
		c.Entries = []Entry{e}
		return e.Validate()
	})
	if err != nil {
		return fmt.Errorf("bring an attachment back: %w", err)
	}
	j.ringFor(changes, Change{Kind: EntryChanged, ID: e.ID, Day: e.Day})
	return nil
}

// withoutEntry says what can be done about an attachment whose entry is not
// there.
func withoutEntry(err error, trash []Trashed, entry ID) error {
	if !errors.Is(err, ErrNotFound) {
		return err
	}
	if slices.ContainsFunc(trash, func(t Trashed) bool { return t.ID == entry && t.What == TrashedEntry }) {
		return invalid("trash", "The entry it was attached to lies in the trash, too. Put the entry back first.")
	}
	return invalid("trash", "The entry it was attached to is gone for good. A file can still be saved as a copy.")
}

// goneAttachmentIn finds an attachment in the trash, or answers ErrNotFound.
func goneAttachmentIn(trash []Trashed, id ID) (goneAttachment, error) {
	at := slices.IndexFunc(trash, func(t Trashed) bool { return t.ID == id && t.What == TrashedAttachment })
	if at < 0 {
		return goneAttachment{}, fmt.Errorf("attachment %s: %w", id, ErrNotFound)
	}
	all, err := untrashed[goneAttachment](trash[at:at+1], TrashedAttachment)
	if err != nil {
		return goneAttachment{}, err
	}
	return all[0], nil
}
