package ui

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// The sorts of rows among the people.
const (
	rowGroup = iota
	rowPerson
	rowMissing
)

// Heights of the rows.
const (
	personRowHeight  float32 = 56
	missingRowHeight float32 = 90
)

// peopleRows are the people under the headings of their groups, and after them
// who is missing. It holds a number a row and makes nothing before it is seen.
type peopleRows struct {
	all     []journal.PersonLine
	today   journal.Day
	missing []string // relationships
	rows    []int    // the person on each row; a heading is -1 minus the first under it; len(all) is who is missing
}

var _ parts.Rows = peopleRows{}

// newPeopleRows puts the headings over people who are in order.
func newPeopleRows(all []journal.PersonLine, today journal.Day) peopleRows {
	r := peopleRows{all: all, today: today}
	people := make([]journal.Person, len(all))
	for i, l := range all {
		people[i] = l.Person
		if i == 0 || supportRank(l.Support) != supportRank(all[i-1].Support) {
			r.rows = append(r.rows, -1-i)
		}
		r.rows = append(r.rows, i)
	}
	if r.missing = journal.MissingSupporters(people); len(r.missing) > 0 {
		r.rows = append(r.rows, len(all))
	}
	return r
}

// find gives the row of a person, or -1.
func (r peopleRows) find(id journal.ID) int {
	return slices.IndexFunc(r.rows, func(at int) bool { return at >= 0 && at < len(r.all) && r.all[at].ID == id })
}

// Len is how many rows there are, headings included.
func (r peopleRows) Len() int { return len(r.rows) }

// Height is how high a row is.
func (r peopleRows) Height(i int) float32 {
	switch r.Sort(i) {
	case rowGroup:
		return parts.RollHeadHeight
	case rowMissing:
		return missingRowHeight
	}
	return personRowHeight
}

// Sort tells headings, people and who is missing apart.
func (r peopleRows) Sort(i int) int {
	switch at := r.rows[i]; {
	case at < 0:
		return rowGroup
	case at == len(r.all):
		return rowMissing
	}
	return rowPerson
}

// Make makes an empty row of a sort.
func (r peopleRows) Make(sort int) fyne.CanvasObject {
	switch sort {
	case rowGroup:
		return parts.NewRollHead()
	case rowMissing:
		return newMissingRow()
	}
	return newPersonRow()
}

// Fill shows a heading, a person, or who is missing.
func (r peopleRows) Fill(i int, row fyne.CanvasObject) {
	switch row := row.(type) {
	case *parts.RollHead:
		name, count := r.group(i)
		row.Set(name, strconv.Itoa(count))
	case *personRow:
		row.show(r.all[r.rows[i]], r.today)
	case *missingRow:
		row.show(r.missing)
	}
}

// Opens tells a person from what cannot be opened.
func (r peopleRows) Opens(i int) bool { return r.Sort(i) == rowPerson }

// Label reads a row aloud.
func (r peopleRows) Label(i int) string {
	switch r.Sort(i) {
	case rowGroup:
		name, count := r.group(i)
		return name + ", " + strconv.Itoa(count)
	case rowMissing:
		return missingTitle(len(r.missing)) + ". " + missingWords(r.missing)
	}
	l := r.all[r.rows[i]]
	label := l.Name
	for _, more := range []string{relationshipName(l.Relationship), l.Matters, contactWords(l, r.today)} {
		if more != "" {
			label += ", " + more
		}
	}
	return label
}

func contactWords(l journal.PersonLine, today journal.Day) string {
	words, _ := contact(l, today)
	return words
}

// group gives the name of a heading and how many stand under it.
func (r peopleRows) group(i int) (name string, count int) {
	first := -1 - r.rows[i]
	rank := supportRank(r.all[first].Support)
	for _, l := range r.all[first:] {
		if supportRank(l.Support) != rank {
			break
		}
		count++
	}
	if rank == len(journal.Supports()) {
		return groupName(""), count
	}
	return groupName(r.all[first].Support), count
}
