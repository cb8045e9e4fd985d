package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// foundRows are the rows of what was found: a row for each entry, and one that
// lists more of them.
type foundRows struct {
	found []journal.Found
	rest  int // how many are not listed yet
	// inside says that parts of words were found.
	inside bool
	terms  []journal.Term // what was looked for
	today  journal.Day
}

var _ parts.Rows = foundRows{}

// Len is how many rows there are.
func (r foundRows) Len() int {
	if r.rest > 0 {
		return len(r.found) + 1
	}
	return len(r.found)
}

// isMore tells whether a row is the one that lists more.
func (r foundRows) isMore(i int) bool { return i >= len(r.found) }

// Height is how high a row is: by how many fields match, and whether there is
// anything below them.
func (r foundRows) Height(i int) float32 {
	if r.isMore(i) {
		return foundMoreRow
	}
	f := &r.found[i]
	height := foundPlaces + float32(len(f.Places))*foundLeading + foundFoot
	if len(f.Tags)+len(f.Proves) > 0 {
		height += foundLabels
	}
	return height
}

// Sort is the kind of the entry, whose colours the row has.
func (r foundRows) Sort(i int) int {
	if r.isMore(i) {
		return len(journal.Kinds())
	}
	return max(slices.Index(journal.Kinds(), r.found[i].Kind), 0)
}

// Make makes an empty row of a sort.
func (r foundRows) Make(sort int) fyne.CanvasObject {
	if sort == len(journal.Kinds()) {
		return newMoreRow()
	}
	return newFoundRow(journal.Kinds()[sort])
}

// Fill shows an entry, or how many more there are.
func (r foundRows) Fill(i int, row fyne.CanvasObject) {
	switch row := row.(type) {
	case *foundRow:
		row.show(&r.found[i], r.today)
	case *moreRow:
		row.words.SetText(r.Label(i))
	}
}

// Opens is true of every row.
func (r foundRows) Opens(int) bool { return true }

// Label reads a row aloud.
func (r foundRows) Label(i int) string {
	if r.isMore(i) {
		return lang.L("Show {{.Count}} more", values{"Count": inGroups(min(r.rest, foundAtOnce))})
	}
	f := &r.found[i]
	label := kindName(f.Kind) + ", " + foundTitle(f) + ", " + foundDay(f.Line, r.today)
	for _, p := range f.Places {
		label += ", " + fieldName(p.Field) + ": " + p.Text
	}
	for _, l := range foundLabelsOf(f) {
		label += ", " + l.Text
	}
	return label
}
