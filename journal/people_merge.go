package journal

import (
	"cmp"
	"context"
	"fmt"
	"strings"
)

// MergePeople makes one person of two and returns them: all that named from
// names into, who keeps what they have and takes over from the other what they
// have not. The other goes into the trash; RestorePerson undoes the merge.
// Somebody who is not there is an ErrNotFound, one person twice an ErrInvalid.
func (j *Journal) MergePeople(ctx context.Context, from, into ID) (Person, error) {
	if from == into {
		return Person{}, fmt.Errorf("merge people: %w", invalid("person", "Choose two different people."))
	}
	var merged Person
	err := j.together(ctx, func(c *Changes) error {
		goes, err := j.person(ctx, from)
		if err != nil {
			return err
		}
		stays, err := j.person(ctx, into)
		if err != nil {
			return err
		}
		merged = stays.with(goes)
		if err := merged.Validate(); err != nil { // two long notes may be too long together
			return err
		}
		c.People = []Person{merged}
		return j.putAway(ctx, c, &gonePerson{Person: goes, Into: &mergedPerson{Before: stays, After: merged}})
	})
	if err != nil {
		return Person{}, fmt.Errorf("merge people: %w", err)
	}
	return merged, nil
}

// with fills in from another person what p has not. Notes and sheets are kept
// of both, and of the last contacts the later one.
func (p Person) with(other Person) Person {
	p.Relationship = cmp.Or(p.Relationship, other.Relationship)
	p.Matters = cmp.Or(p.Matters, other.Matters)
	p.Support = cmp.Or(p.Support, other.Support)
	if other.LastContact.After(p.LastContact) {
		p.LastContact = other.LastContact
	}
	p.Notes = bothTexts(p.Notes, other.Notes)
	p.LeadingUp = p.LeadingUp.with(other.LeadingUp)
	p.Extra = joinExtra(other.Extra, p.Extra)
	return p
}

// bothTexts puts a text after another one, as a paragraph of its own, unless
// it is the same or nothing.
func bothTexts(first, second string) string {
	if strings.TrimSpace(first) == "" {
		return second
	}
	if strings.TrimSpace(second) == "" || second == first {
		return first
	}
	return first + "\n\n" + second
}

// undone gives who took another person in as they were before, but for what
// was changed since.
func (m *mergedPerson) undone(now Person) Person {
	back, after := m.Before, m.After
	keep(&back.Name, after.Name, now.Name)
	keep(&back.Relationship, after.Relationship, now.Relationship)
	keep(&back.Matters, after.Matters, now.Matters)
	keep(&back.Support, after.Support, now.Support)
	keep(&back.LastContact, after.LastContact, now.LastContact)
	keep(&back.Notes, after.Notes, now.Notes)
	if !equal(now.LeadingUp, after.LeadingUp) {
		back.LeadingUp = now.LeadingUp
	}
	if !equal(now.Extra, after.Extra) {
		back.Extra = now.Extra
	}
	return back
}

// keep lets a field be what it is now where that is not what it was left as.
func keep[T comparable](field *T, left, now T) {
	if now != left {
		*field = now
	}
}
