package journal

import (
	"context"
	"fmt"
	"slices"
	"unicode/utf8"
)

// MaxName is the longest name of a person, an expectation or an area that can
// be typed, in letters.
const MaxName = 200

// ReadName reads the name of a person or an expectation as it is typed: on one
// line, without space around it. One without a letter, or with more than MaxName of them, is
// an ErrInvalid.
func ReadName(text string) (string, error) {
	name := oneLine(text)
	switch {
	case name == "":
		return "", invalid("name", "A name needs at least one letter.")
	case utf8.RuneCountInString(name) > MaxName:
		return "", invalid("name", "A name can hold at most %d letters.", MaxName)
	}
	return name, nil
}

// SavePerson writes a person and returns them as they are stored: a new one
// where p has no ID, else in the place of the one with that ID. Two people may
// share a name. A rule that is broken is an ErrInvalid, and somebody who is not
// there an ErrNotFound.
func (j *Journal) SavePerson(ctx context.Context, p Person) (Person, error) {
	if p.ID != "" {
		return j.EditPerson(ctx, p.ID, func(stored *Person) { *stored = p })
	}
	p.ID = j.newID()
	err := j.together(ctx, func(c *Changes) error { return c.savePerson(&p, true) })
	if err != nil {
		return Person{}, fmt.Errorf("add a person: %w", err)
	}
	return p, nil
}

// EditPerson changes a stored person and returns them as they are stored then.
// No change of another goroutine is lost. Whoever is named by the ID in an
// entry has the new name there at once. Errors as SavePerson's.
func (j *Journal) EditPerson(ctx context.Context, id ID, change func(*Person)) (Person, error) {
	var p Person
	err := j.together(ctx, func(c *Changes) (err error) {
		if p, err = j.person(ctx, id); err != nil {
			return err
		}
		name := p.Name
		p = p.clone()
		change(&p)
		p.ID = id
		return c.savePerson(&p, p.Name != name)
	})
	if err != nil {
		return Person{}, fmt.Errorf("change a person: %w", err)
	}
	return p, nil
}

// savePerson adds a person to the changes. A name that stays as it was is not
// looked at: other programs know longer ones.
func (c *Changes) savePerson(p *Person, renamed bool) (err error) {
	if renamed {
		if p.Name, err = ReadName(p.Name); err != nil {
			return err
		}
	}
	if err := p.Validate(); err != nil {
		return err
	}
	c.People = []Person{*p}
	return nil
}

// person finds somebody by ID, or answers ErrNotFound.
func (j *Journal) person(ctx context.Context, id ID) (Person, error) {
	all, err := j.store.People(ctx)
	if err != nil {
		return Person{}, err
	}
	at := slices.IndexFunc(all, func(p Person) bool { return p.ID == id })
	if at < 0 {
		return Person{}, fmt.Errorf("person %s: %w", id, ErrNotFound)
	}
	return all[at], nil
}

// clone copies the person, so that a change to a part of the one is not seen
// in the other. Extra is shared: nobody changes it in place.
func (p *Person) clone() Person {
	c := *p
	if c.LeadingUp = clonePart(p.LeadingUp); c.LeadingUp != nil {
		c.LeadingUp.Needs = slices.Clone(c.LeadingUp.Needs)
	}
	return c
}

// Leads tells whether the person is a leader of the writer: the sheet on
// leading up is about them.
func (p *Person) Leads() bool {
	return p.Relationship == Manager || p.Relationship == LeaderAbove || p.LeadingUp != nil
}

// StandsBehind tells whether the person supports the writer.
func (p *Person) StandsBehind() bool { return p.Support == Advocate || p.Support == Supportive }

// MissingSupporters lists the relationships in which nobody supports the
// writer yet, of those that count for a promotion: the document "Becoming a
// Leader... with Purpose" has one ask who helps now, and who should.
func MissingSupporters(people []Person) []string {
	var missing []string
	for _, r := range []string{Manager, LeaderAbove, Sponsor, Mentor, Peer} {
		if !slices.ContainsFunc(people, func(p Person) bool { return p.Relationship == r && p.StandsBehind() }) {
			missing = append(missing, r)
		}
	}
	return missing
}
