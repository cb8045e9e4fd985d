package journal

import (
	"context"
	"fmt"
)

// Fingerprint tells whether the text of an entry is still what it was, without
// the text.
type Fingerprint struct {
	ID      ID
	Text    string // a hash of it
	Private bool
}

// Difference is what a backup and the journal do not have in common. The
// entries of each list are newest first.
type Difference struct {
	OnlyThen []Line // in the backup alone
	OnlyNow  []Line // in the journal alone
	Changed  []Line // in both, with another text; as they are now
}

// Same tells whether nothing differs.
func (d Difference) Same() bool { return len(d.OnlyThen)+len(d.OnlyNow)+len(d.Changed) == 0 }

// Differs compares the entries of an open backup with those of the journal, by
// their hashes. What is private in either is left out with noPrivate.
func (j *Journal) Differs(ctx context.Context, from Reader, noPrivate bool) (d Difference, err error) {
	then, err := from.Fingerprints(ctx)
	if err != nil {
		return d, fmt.Errorf("compare with a backup: %w", err)
	}
	now, err := j.store.Fingerprints(ctx)
	if err != nil {
		return d, fmt.Errorf("compare with a backup: %w", err)
	}
	ids := differ(then, now, noPrivate)
	for _, each := range []struct {
		in  Reader
		ids []ID
		to  *[]Line
	}{{from, ids.onlyThen, &d.OnlyThen}, {j.store, ids.onlyNow, &d.OnlyNow}, {j.store, ids.changed, &d.Changed}} {
		if *each.to, err = each.in.LinesOf(ctx, each.ids); err != nil {
			return d, fmt.Errorf("compare with a backup: %w", err)
		}
	}
	return d, nil
}

// differing names the entries that two journals do not have in common.
type differing struct{ onlyThen, onlyNow, changed []ID }

// differ goes through both once. Each list keeps the order it is in.
func differ(then, now []Fingerprint, noPrivate bool) (d differing) {
	was := make(map[ID]Fingerprint, len(then))
	for _, f := range then {
		was[f.ID] = f
	}
	for _, f := range now {
		old, both := was[f.ID]
		delete(was, f.ID)
		switch {
		case noPrivate && (f.Private || old.Private):
		case !both:
			d.onlyNow = append(d.onlyNow, f.ID)
		case old.Text != f.Text:
			d.changed = append(d.changed, f.ID)
		}
	}
	for _, f := range then {
		if _, left := was[f.ID]; left && !(noPrivate && f.Private) {
			d.onlyThen = append(d.onlyThen, f.ID)
		}
	}
	return d
}
