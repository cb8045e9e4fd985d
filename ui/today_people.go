package ui

import (
	"context"
	"slices"
	"strings"

	"groundwork/journal"
)

// day is the day it is for the writer.
func (t *today) day() journal.Day { return t.now }

// readPeople asks for everybody in the journal, for the names in the forms.
func (t *today) readPeople() {
	task(t.w, "read the people", func(ctx context.Context) ([]journal.Person, error) {
		return t.w.journal.Read().People(ctx)
	}, func(people []journal.Person) {
		t.people = people
		if t.desk != nil {
			t.redraw(t.desk)
		}
	})
}

// personName is the name of a person by ID, or the name itself where it is
// nobody's.
func (t *today) personName(ref string) string {
	if p, ok := t.person(ref); ok {
		return p.Name
	}
	return ref
}

func (t *today) person(ref string) (journal.Person, bool) {
	at := slices.IndexFunc(t.people, func(p journal.Person) bool { return string(p.ID) == ref })
	if ref == "" || at < 0 {
		return journal.Person{}, false
	}
	return t.people[at], true
}

// suggestPeople offers the names that begin with what is typed, or one of
// whose words does.
func (t *today) suggestPeople(prefix string) []string {
	prefix = strings.ToLower(strings.TrimSpace(prefix))
	var first, later []string
	for _, p := range t.people {
		switch name := strings.ToLower(p.Name); {
		case prefix == "":
		case strings.HasPrefix(name, prefix):
			first = append(first, p.Name)
		case strings.Contains(name, " "+prefix):
			later = append(later, p.Name)
		}
	}
	return append(first, later...)
}
