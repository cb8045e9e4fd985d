package journal

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

// goneExpectation is an expectation in the trash, and what proved it.
type goneExpectation struct {
	Expectation Expectation           `json:"expectation"`
	Supported   map[ID][]goneEvidence `json:"supported,omitempty"` // by entry
}

// goneEvidence is a piece of evidence, and which one it was of its entry.
type goneEvidence struct {
	At       int      `json:"at"`
	Evidence Evidence `json:"evidence"`
}

// RemoveExpectation puts expectations into the trash, each with its evidence,
// which leaves the entries. RestoreExpectation brings them back. One that is
// not there is an ErrNotFound, and then none is removed.
func (j *Journal) RemoveExpectation(ctx context.Context, ids ...ID) error {
	err := j.together(ctx, func(c *Changes) error {
		all, err := j.store.Expectations(ctx)
		if err != nil {
			return err
		}
		c.Evidence = map[ID][]Evidence{}
		for _, id := range ids {
			at, err := placeOfExpectation(all, id)
			if err != nil {
				return err
			}
			if err := j.putExpectationAway(ctx, c, all[at]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("remove an expectation: %w", err)
	}
	return nil
}

// putExpectationAway puts an expectation into the trash, with what leaves the
// entries.
func (j *Journal) putExpectationAway(ctx context.Context, c *Changes, x Expectation) error {
	gone := goneExpectation{Expectation: x, Supported: map[ID][]goneEvidence{}}
	supporting, err := j.store.Supporting(ctx, string(x.ID))
	if err != nil {
		return err
	}
	for entry, all := range supporting {
		if left, changed := c.Evidence[entry]; changed {
			all = left // it supports another one of those that go
		}
		c.Evidence[entry], gone.Supported[entry] = withoutEvidence(all, x.ID)
	}
	c.RemoveExpectations = append(c.RemoveExpectations, x.ID)
	t, err := trashed(x.ID, TrashedExpectation, c.At, gone)
	c.Trash = append(c.Trash, t)
	return err
}

// withoutEvidence takes out what supports an expectation.
func withoutEvidence(all []Evidence, id ID) (left []Evidence, gone []goneEvidence) {
	for i, v := range all {
		if v.Expectation == string(id) {
			gone = append(gone, goneEvidence{At: i, Evidence: v})
		} else {
			left = append(left, v)
		}
	}
	return left, gone
}

// RestoreExpectation brings expectations back from the trash, and their
// evidence into the entries that are still there and have none for it yet: with
// its strength, its note and its place. Of several that were removed together
// all are to be named in the same order. Where an expectation with the ID is
// there again meanwhile (an import may bring it), that one stays as it is. One
// that is not in the trash is an ErrNotFound.
func (j *Journal) RestoreExpectation(ctx context.Context, ids ...ID) error {
	err := j.together(ctx, func(c *Changes) error {
		all, err := j.store.Expectations(ctx)
		if err != nil {
			return err
		}
		trash, err := j.goneExpectations(ctx)
		if err != nil {
			return err
		}
		c.Evidence = map[ID][]Evidence{}
		for _, id := range slices.Backward(ids) { // the last one that left finds its place first
			gone, ok := trash[id]
			if !ok {
				return fmt.Errorf("expectation %s: %w", id, ErrNotFound)
			}
			c.RemoveTrash = append(c.RemoveTrash, id)
			if _, err := placeOfExpectation(all, id); err != nil {
				c.Expectations = append(c.Expectations, gone.Expectation)
			}
			if err := j.takeEvidenceBack(ctx, c, gone); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("bring an expectation back: %w", err)
	}
	return nil
}

// goneExpectations reads the expectations in the trash, by ID.
func (j *Journal) goneExpectations(ctx context.Context) (map[ID]goneExpectation, error) {
	trash, err := j.store.Trash(ctx)
	if err != nil {
		return nil, err
	}
	all, err := untrashed[goneExpectation](trash, TrashedExpectation)
	if err != nil {
		return nil, err
	}
	byID := make(map[ID]goneExpectation, len(all))
	for _, g := range all {
		byID[g.Expectation.ID] = g
	}
	return byID, nil
}

// takeEvidenceBack puts evidence back into the entries it was in.
func (j *Journal) takeEvidenceBack(ctx context.Context, c *Changes, gone goneExpectation) error {
	for entry, rows := range gone.Supported {
		now, changed := c.Evidence[entry]
		if !changed {
			e, err := j.store.Entry(ctx, entry)
			if errors.Is(err, ErrNotFound) {
				if err := j.takeGoneEvidenceBack(ctx, c, entry, gone.Expectation.ID, rows); err != nil {
					return err
				}
				continue
			}
			if err != nil {
				return err
			}
			now = e.Evidence
		}
		if _, there := withoutEvidence(now, gone.Expectation.ID); len(there) > 0 {
			continue
		}
		c.Evidence[entry] = withEvidence(now, gone.Expectation.ID, rows)
	}
	return nil
}

// withEvidence puts back what supported an expectation, unless something does
// already.
func withEvidence(all []Evidence, id ID, rows []goneEvidence) []Evidence {
	if _, there := withoutEvidence(all, id); len(there) > 0 {
		return all
	}
	all = slices.Clone(all)
	for _, row := range rows {
		all = slices.Insert(all, min(row.At, len(all)), row.Evidence)
	}
	return all
}

// leaveGoneEvidence takes from an entry what supports an expectation in the
// trash, and puts it there beside the rest: the entry was open, or in the trash
// itself, while the expectation went.
func (j *Journal) leaveGoneEvidence(ctx context.Context, n *names, e *Entry) error {
	lost := func(v Evidence) bool {
		_, known := n.find(n.expectations, v.Expectation)
		return !known && IsID(v.Expectation)
	}
	if !slices.ContainsFunc(e.Evidence, lost) {
		return nil
	}
	trash, err := j.store.Trash(ctx)
	if err != nil {
		return err
	}
	for _, t := range trash {
		rest, rows := withoutEvidence(e.Evidence, t.ID)
		if t.What != TrashedExpectation || len(rows) == 0 {
			continue
		}
		all, err := untrashed[goneExpectation]([]Trashed{t}, TrashedExpectation)
		if err != nil {
			return err
		}
		gone := all[0]
		if gone.Supported == nil {
			gone.Supported = map[ID][]goneEvidence{}
		}
		gone.Supported[e.ID] = rows
		if t, err = trashed(t.ID, t.What, t.Deleted, gone); err != nil {
			return err
		}
		n.changes.Trash = append(n.changes.Trash, t)
		e.Evidence = rest
	}
	return nil
}
