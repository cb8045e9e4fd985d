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

// together writes what work puts into a set of changes, as one transaction.
// Nobody saves an entry or the plan meanwhile; before a mass change a backup is
// made; when another program changes an
// entry, work is called again.
func (j *Journal) together(ctx context.Context, work func(*Changes) error) error {
	changes, err := j.applyTogether(ctx, work)
	if err == nil {
		j.ringFor(changes)
	}
	return err
}

func (j *Journal) applyTogether(ctx context.Context, work func(*Changes) error) (Changes, error) {
	j.naming.Lock()
	defer j.naming.Unlock()
	j.planning.Lock()
	defer j.planning.Unlock()
	const tries = 3
	for try := 1; ; try++ {
		c := Changes{At: j.now()}
		if err := work(&c); err != nil {
			return c, err
		}
		if try == 1 {
			if err := j.snapshotBeforeMany(ctx, c); err != nil {
				return c, err
			}
		}
		err := j.store.Apply(ctx, c)
		if (errors.Is(err, ErrConflict) || errors.Is(err, ErrNotFound)) && try < tries {
			continue // another program changed or removed one of the entries: look again
		}
		return c, err
	}
}
