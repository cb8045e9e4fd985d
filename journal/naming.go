package journal

import (
	"context"
	"errors"
	"slices"
)

// replaced gives the naming with another reference in the place of one. Where
// that makes two of one person in one role, one stays.
func (n Naming) replaced(from, to string) Naming {
	out := Naming{Giver: n.Giver}
	if n.Giver == from {
		out.Giver = to
	}
	for _, p := range n.People {
		if p.Person == from {
			p.Person = to
			if holds(n.People, p) || holds(out.People, p) {
				continue
			}
		}
		out.People = append(out.People, p)
	}
	return out
}

// takenBack puts from into its place again after a replaced(from, to): as it
// was before, where the entry still names everybody as that left it, else
// wherever to still stands in the role that from had.
func (n Naming) takenBack(before Naming, from, to string) Naming {
	if equal(n, before.replaced(from, to)) {
		return before
	}
	out := Naming{People: slices.Clone(n.People), Giver: n.Giver}
	if before.Giver == from && n.Giver == to {
		out.Giver = from
	}
	for _, p := range before.People {
		if p.Person != from {
			continue
		}
		left := p
		left.Person = to
		at := slices.IndexFunc(out.People, func(q Involved) bool { return q.Person == to && q.Role == p.Role })
		switch {
		case at < 0: // nobody names them any more
		case holds(before.People, left):
			out.People = slices.Insert(out.People, at, p)
		default:
			out.People[at].Person = from
		}
	}
	return out
}

// holds tells whether a person stands among people in the same way.
func holds(people []Involved, p Involved) bool {
	return slices.ContainsFunc(people, func(q Involved) bool {
		return q.Person == p.Person && q.Role == p.Role && equal(q.Extra, p.Extra)
	})
}

// together writes what work puts into a set of changes, as applyTogether does,
// and says what moved.
func (j *Journal) together(ctx context.Context, work func(*Changes) error) error {
	changes, err := j.applyTogether(ctx, work)
	if err == nil {
		j.ringFor(changes)
	}
	return err
}

// applyTogether writes what work puts into a set of changes, as one
// transaction. Nobody saves an entry or the plan meanwhile. Before a mass
// change a backup is made, during which everybody may save: work is called
// again after it, as it is when another program changes an entry.
func (j *Journal) applyTogether(ctx context.Context, work func(*Changes) error) (Changes, error) {
	const tries = 3
	backedUp := false
	for try := 1; ; {
		c, err := j.tryTogether(ctx, work, backedUp)
		switch {
		case errors.Is(err, errBackUpFirst):
			if err := j.snapshot(ctx, BeforeChange); err != nil {
				return c.Changes, err
			}
			backedUp = true
		case (errors.Is(err, ErrConflict) || errors.Is(err, ErrNotFound)) && c.made && try < tries:
			try++ // another program changed or removed one of the entries: look again
		default:
			return c.Changes, err
		}
	}
}

// errBackUpFirst says that a change touches so many entries that a backup has
// to be made before it.
var errBackUpFirst = errors.New("back up first")

// joint is a set of changes that happen together, and whether work has made it.
type joint struct {
	Changes
	made bool
}

// tryTogether makes a set of changes and applies it while nobody else saves.
func (j *Journal) tryTogether(ctx context.Context, work func(*Changes) error, backedUp bool) (joint, error) {
	j.naming.Lock()
	defer j.naming.Unlock()
	j.planning.Lock()
	defer j.planning.Unlock()
	a := joint{Changes: Changes{At: j.now()}}
	if err := work(&a.Changes); err != nil {
		return a, err
	}
	a.made = true
	if !backedUp && j.backUp != nil && a.isMassChange() {
		return a, errBackUpFirst
	}
	return a, j.store.Apply(ctx, a.Changes)
}
