package journal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// TagChange is what became of a tag, with what UndoTagChange needs.
type TagChange struct {
	From, To string // To is "" where the tag was removed
	Entries  int    // that were changed
	Merged   bool   // there was a tag To already, and now they are one

	before map[ID][]string // the tags of each entry that was changed
}

// RenameTag gives a tag another name in every entry that carries it, whatever
// its case there. Where the other name is there already the two become one,
// each entry keeping the order of its tags. A name that breaks the rules of a
// tag is an ErrInvalid; a tag that no entry carries changes nothing.
func (j *Journal) RenameTag(ctx context.Context, from, to string) (TagChange, error) {
	to = strings.TrimSpace(to)
	c := checker{}
	if c.tag(to); c.err != nil {
		return TagChange{}, fmt.Errorf("rename a tag: %w", c.err)
	}
	change, err := j.changeTag(ctx, TagChange{From: from, To: to})
	if err != nil {
		return TagChange{}, fmt.Errorf("rename a tag: %w", err)
	}
	return change, nil
}

// RemoveTag takes a tag from every entry that carries it, whatever its case
// there.
func (j *Journal) RemoveTag(ctx context.Context, tag string) (TagChange, error) {
	change, err := j.changeTag(ctx, TagChange{From: tag})
	if err != nil {
		return TagChange{}, fmt.Errorf("remove a tag: %w", err)
	}
	return change, nil
}

// changeTag works out what becomes of the tag and writes it.
func (j *Journal) changeTag(ctx context.Context, change TagChange) (TagChange, error) {
	err := j.together(ctx, func(c *Changes) error {
		carriers, err := j.store.Tagged(ctx, change.From)
		if err != nil {
			return err
		}
		change.Merged = false
		if change.To != "" && fold(change.To) != fold(change.From) && len(carriers) > 0 {
			there, err := j.store.Tagged(ctx, change.To)
			if err != nil {
				return err
			}
			change.Merged = len(there) > 0
		}
		change.before, c.Tags = map[ID][]string{}, map[ID][]string{}
		for entry, tags := range carriers {
			if after := change.apply(tags); !slices.Equal(after, tags) {
				change.before[entry], c.Tags[entry] = tags, after
			}
		}
		change.Entries = len(change.before)
		return nil
	})
	return change, err
}

// apply gives the tags of an entry after the change. The first of those that
// become one keeps its place; the spelling of To is the one that was typed.
func (t *TagChange) apply(tags []string) []string {
	after := make([]string, 0, len(tags))
	done := t.To == ""
	for _, tag := range tags {
		switch fold(tag) {
		case fold(t.From), fold(t.To):
			if !done {
				after = append(after, t.To)
			}
			done = true
		default:
			after = append(after, tag)
		}
	}
	return after
}

// UndoTagChange gives every entry the tags back that it had, unless its tags
// were changed since.
func (j *Journal) UndoTagChange(ctx context.Context, change TagChange) error {
	err := j.together(ctx, func(c *Changes) error {
		c.Tags = map[ID][]string{}
		for entry, before := range change.before {
			now, err := j.store.Entry(ctx, entry)
			if errors.Is(err, ErrNotFound) {
				continue
			}
			if err != nil {
				return err
			}
			if slices.Equal(now.Tags, change.apply(before)) {
				c.Tags[entry] = before
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("undo a change of a tag: %w", err)
	}
	return nil
}
