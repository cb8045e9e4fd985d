package journal

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

// InTrash is a thing in the trash, as a list shows it.
type InTrash struct {
	ID      ID
	What    string // it was; see TrashedEntry and the others
	Name    string // its title, name or text; empty where it has none, or cannot be read
	Kind    Kind   // of an entry
	Day     Day    // of an entry
	Private bool   // it is of a private entry
	Deleted time.Time

	Attachment Attachment // itself, where it is one
	Entry      ID         // that it was on
}

// InTrash lists what lies in the trash, the last deleted first.
func (j *Journal) InTrash(ctx context.Context) ([]InTrash, error) {
	trash, err := j.store.Trash(ctx)
	if err != nil {
		return nil, fmt.Errorf("list the trash: %w", err)
	}
	list := make([]InTrash, len(trash))
	for i, t := range trash {
		list[i] = t.line()
	}
	if err := j.markPrivate(ctx, list); err != nil {
		return nil, fmt.Errorf("list the trash: %w", err)
	}
	return list, nil
}

// markPrivate marks what was attached to an entry that became private after it
// was taken off, wherever that entry is now.
func (j *Journal) markPrivate(ctx context.Context, list []InTrash) error {
	private := map[ID]bool{}
	var entries []ID
	for _, l := range list {
		switch {
		case l.What == TrashedEntry:
			private[l.ID] = l.Private
		case l.What == TrashedAttachment:
			entries = append(entries, l.Entry)
		}
	}
	if len(entries) == 0 {
		return nil
	}
	lines, err := j.store.LinesOf(ctx, entries)
	if err != nil {
		return err
	}
	for _, l := range lines {
		private[l.ID] = private[l.ID] || l.Private
	}
	for i := range list {
		if l := &list[i]; l.What == TrashedAttachment {
			l.Private = l.Private || private[l.Entry]
		}
	}
	return nil
}

// line is the short form of what lies in the trash. One that cannot be read
// must not hide the others.
func (t *Trashed) line() InTrash {
	line := InTrash{ID: t.ID, What: t.What, Deleted: t.Deleted}
	switch t.What {
	case TrashedEntry:
		var g goneEntry
		if json.Unmarshal(t.Content, &g) == nil {
			line.Name, line.Kind, line.Day = entryLabel(&g.Entry), g.Entry.Kind, g.Entry.Day
			line.Private = g.Entry.Private
		}
	case TrashedPerson:
		var g gonePerson
		if json.Unmarshal(t.Content, &g) == nil {
			line.Name = g.Person.Name
		}
	case TrashedExpectation:
		var g goneExpectation
		if json.Unmarshal(t.Content, &g) == nil {
			line.Name = g.Expectation.Name
		}
	case TrashedPrompt:
		var p OwnPrompt
		if json.Unmarshal(t.Content, &p) == nil {
			line.Name = p.Text
		}
	case TrashedPack:
		var p Pack
		if json.Unmarshal(t.Content, &p) == nil {
			line.Name = p.Title
		}
	case TrashedAttachment:
		var g goneAttachment
		if json.Unmarshal(t.Content, &g) == nil {
			line.Name, line.Private = cmp.Or(g.Attachment.Name, g.Attachment.URL), g.Private
			line.Attachment, line.Entry = g.Attachment, g.Entry
		}
	}
	return line
}

// TrashedEntryOf reads an entry that lies in the trash, to be shown, or answers
// ErrNotFound.
func (j *Journal) TrashedEntryOf(ctx context.Context, id ID) (Entry, error) {
	g, err := j.goneEntry(ctx, id)
	if err != nil {
		return Entry{}, fmt.Errorf("read an entry in the trash: %w", err)
	}
	return g.Entry, nil
}

// RestoreFromTrash brings a thing of any sort back from the trash: see
// RestoreEntry, RestorePerson and the others. One that is not there is an
// ErrNotFound.
func (j *Journal) RestoreFromTrash(ctx context.Context, id ID) error {
	trash, err := j.store.Trash(ctx)
	if err != nil {
		return fmt.Errorf("bring back from the trash: %w", err)
	}
	at := slices.IndexFunc(trash, func(t Trashed) bool { return t.ID == id })
	if at < 0 {
		return fmt.Errorf("bring back from the trash: %s: %w", id, ErrNotFound)
	}
	switch what := trash[at].What; what {
	case TrashedEntry:
		return j.RestoreEntry(ctx, id)
	case TrashedPerson:
		return j.RestorePerson(ctx, id)
	case TrashedExpectation:
		return j.RestoreExpectation(ctx, id)
	case TrashedPrompt:
		return j.RestoreOwnPrompt(ctx, id)
	case TrashedPack:
		return j.RestorePack(ctx, id)
	case TrashedAttachment:
		return j.RestoreAttachment(ctx, id)
	default:
		return fmt.Errorf("bring back from the trash: %w",
			invalid("trash", "This was deleted by a newer version of Groundwork, which can bring it back."))
	}
}
