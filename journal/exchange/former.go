package exchange

import (
	"slices"

	"groundwork/journal"
)

// former gathers the names in entries and goals that are nobody's: those of
// people who were removed. A document that holds its people says which they
// are, for else each would be somebody new in the journal that reads it.
type former struct {
	known map[string]bool // IDs of people, and names that are gathered
	names []string        // in order
}

func formerPeople(people []journal.Person) former {
	f := former{known: map[string]bool{"": true}}
	for _, p := range people {
		f.known[string(p.ID)] = true
	}
	return f
}

func (f *former) entry(e journal.Entry) {
	for _, p := range e.People {
		f.add(p.Person)
	}
	if e.Feedback != nil {
		f.add(e.Feedback.Giver)
	}
}

func (f *former) goals(all []journal.Goal) {
	for _, g := range all {
		f.add(g.Person)
	}
}

func (f *former) add(ref string) {
	if f.known[ref] {
		return
	}
	f.known[ref] = true
	at, _ := slices.BinarySearch(f.names, ref)
	f.names = slices.Insert(f.names, at, ref)
}
