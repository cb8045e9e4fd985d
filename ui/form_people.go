package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// peopleLine shows who stands in an entry, and takes in whom the writer adds.
type peopleLine struct {
	desk  *desk
	role  string // of whom the writer adds
	field *parts.PeopleField
}

func newPeopleLine(d *desk, role string) *peopleLine {
	l := &peopleLine{desk: d, role: role, field: parts.NewPeopleField(lang.L("Person"))}
	l.field.OnChanged = l.changed
	l.field.OnOpen = l.open
	l.field.Suggest = d.today.suggestPeople
	return l
}

func (l *peopleLine) show(e journal.Entry) {
	chips := make([]parts.NameChip, len(e.People))
	for i, p := range e.People {
		name := l.desk.today.personName(p.Person)
		if p.Role != "" && p.Role != l.role {
			name = lang.L("{{.Name}}, {{.Role}}", values{"Name": name, "Role": lower(roleName(p.Role))})
		}
		chips[i] = parts.NameChip{Key: p.Person, Name: name}
	}
	l.field.SetPeople(chips)
}

// changed keeps whom the writer added or took away. Who was there keeps the
// role.
func (l *peopleLine) changed(chips []parts.NameChip) {
	before := l.desk.draft.Entry().People
	now := make([]journal.Involved, len(chips))
	for i, c := range chips {
		at := slices.IndexFunc(before, func(p journal.Involved) bool { return c.Key != "" && p.Person == c.Key })
		if at >= 0 {
			now[i] = before[at]
			continue
		}
		now[i] = journal.Involved{Person: c.Name, Role: l.role}
	}
	choose(l.desk, func(e *journal.Entry) *[]journal.Involved { return &e.People }, now)
}

// open shows what a person is in the entry.
func (l *peopleLine) open(c parts.NameChip) { l.desk.today.openInvolved(l.desk, c.Key) }

func (l *peopleLine) settle() { l.field.Take() }

// beginningWith picks the words that begin with what is typed, without regard
// to case.
func beginningWith(prefix string, words []string) []string {
	prefix = strings.ToLower(strings.TrimSpace(prefix))
	var found []string
	for _, w := range words {
		if prefix != "" && strings.HasPrefix(strings.ToLower(w), prefix) {
			found = append(found, w)
		}
	}
	return found
}
