package journal

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

// gonePerson is somebody in the trash, and what it takes to bring them back.
type gonePerson struct {
	Person Person        `json:"person"`
	Into   *mergedPerson `json:"into,omitempty"`  // who has their place; nil where nobody has
	Named  map[ID]Naming `json:"named,omitempty"` // who stood in each entry that named them
	Goals  []ID          `json:"goals,omitempty"` // that named them
}

// mergedPerson is somebody who took another one in.
type mergedPerson struct {
	Before Person `json:"before"`
	After  Person `json:"after"`
}

// place is what stands where the person stood: the ID of who took them in, or
// their own name.
func (g *gonePerson) place() string {
	if g.Into != nil {
		return string(g.Into.After.ID)
	}
	return g.Person.Name
}

// RemovePerson puts a person into the trash and returns them as they were.
// Entries and goals that name them keep the name. RestorePerson brings the
// person back. Somebody who is not there is an ErrNotFound.
func (j *Journal) RemovePerson(ctx context.Context, id ID) (Person, error) {
	var gone gonePerson
	err := j.together(ctx, func(c *Changes) error {
		p, err := j.person(ctx, id)
		if err != nil {
			return err
		}
		gone = gonePerson{Person: p}
		return j.putAway(ctx, c, &gone)
	})
	if err != nil {
		return Person{}, fmt.Errorf("remove a person: %w", err)
	}
	return gone.Person, nil
}

// putAway puts somebody into the trash and what takes their place into all
// that names them.
func (j *Journal) putAway(ctx context.Context, c *Changes, g *gonePerson) (err error) {
	id := string(g.Person.ID)
	if g.Named, err = j.store.Named(ctx, id); err != nil {
		return err
	}
	c.Named = make(map[ID]Naming, len(g.Named))
	for entry, n := range g.Named {
		c.Named[entry] = n.replaced(id, g.place())
	}
	plan, err := j.store.Plan(ctx)
	if err != nil {
		return err
	}
	g.Goals = c.regoal(plan, func(x Goal) bool { return x.Person == id }, g.place())
	c.RemovePeople = []ID{g.Person.ID}
	t, err := trashed(g.Person.ID, TrashedPerson, c.At, g)
	c.Trash = []Trashed{t}
	return err
}

// regoal has the goals that are chosen name somebody else, and tells which
// they were.
func (c *Changes) regoal(plan Plan, chosen func(Goal) bool, person string) (goals []ID) {
	plan.Goals = slices.Clone(plan.Goals)
	for i := range plan.Goals {
		if chosen(plan.Goals[i]) {
			plan.Goals[i].Person = person
			goals = append(goals, plan.Goals[i].ID)
		}
	}
	if len(goals) > 0 {
		c.Plan = &plan
	}
	return goals
}

// RestorePerson brings somebody back who was removed, or who was merged into
// another: entries and goals name them again that still are as that left them,
// and who took them in is as before, but for what was changed since. Where
// another person has the ID meanwhile (an import may bring one), both stay:
// the one from the trash gets a new ID. Who is not in the trash is an
// ErrNotFound.
func (j *Journal) RestorePerson(ctx context.Context, id ID) error {
	err := j.together(ctx, func(c *Changes) error {
		g, err := j.gone(ctx, id)
		if err != nil {
			return err
		}
		c.RemoveTrash = []ID{id}
		switch _, err := j.person(ctx, id); {
		case err == nil:
			g.renumber(j.newID())
		case !errors.Is(err, ErrNotFound):
			return err
		}
		return j.takeOut(ctx, c, g)
	})
	if err != nil {
		return fmt.Errorf("bring a person back: %w", err)
	}
	return nil
}

// gone finds somebody in the trash, or answers ErrNotFound.
func (j *Journal) gone(ctx context.Context, id ID) (gonePerson, error) {
	trash, err := j.store.Trash(ctx)
	if err != nil {
		return gonePerson{}, err
	}
	trash = slices.DeleteFunc(trash, func(t Trashed) bool { return t.ID != id })
	all, err := untrashed[gonePerson](trash, TrashedPerson)
	if err == nil && len(all) == 0 {
		err = fmt.Errorf("person %s: %w", id, ErrNotFound)
	}
	if err != nil {
		return gonePerson{}, err
	}
	return all[0], nil
}

// renumber gives the person another ID, also where they stood.
func (g *gonePerson) renumber(id ID) {
	for entry, n := range g.Named {
		g.Named[entry] = n.replaced(string(g.Person.ID), string(id))
	}
	g.Person.ID = id
}

// takeOut puts somebody back where they stood.
func (j *Journal) takeOut(ctx context.Context, c *Changes, g gonePerson) error {
	id, place := string(g.Person.ID), g.place()
	c.People = []Person{g.Person}
	if g.Into != nil {
		switch into, err := j.person(ctx, g.Into.After.ID); {
		case err == nil:
			c.People = append(c.People, g.Into.undone(into))
		case !errors.Is(err, ErrNotFound):
			return err
		}
	}
	now, err := j.store.Named(ctx, place)
	if err != nil {
		return err
	}
	c.Named = map[ID]Naming{}
	for entry, before := range g.Named {
		n, there := now[entry]
		if back := n.takenBack(before, id, place); there && !equal(back, n) {
			c.Named[entry] = back
		}
	}
	plan, err := j.store.Plan(ctx)
	if err != nil {
		return err
	}
	c.regoal(plan, func(x Goal) bool { return x.Person == place && slices.Contains(g.Goals, x.ID) }, id)
	return nil
}
