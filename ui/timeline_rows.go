package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// storyRowHeight is how high every row of the timeline is. The first row of a
// month carries its heading, and is as high as the others: so the place of a
// row follows from its number.
const storyRowHeight float32 = 104

// storyRows are the rows of the timeline, one for each entry. It holds those
// that were read, and asks for those that come into sight.
type storyRows struct {
	list  *chronicleList
	runs  runs
	lines map[window][]journal.TimelineLine
	names map[journal.ID]string // of the expectations
	today journal.Day
}

var _ parts.Rows = storyRows{}

func newStoryRows(l *chronicleList, s *chronicleSheet) storyRows {
	r := storyRows{list: l, runs: s.runs, lines: s.lines, names: map[journal.ID]string{}, today: s.facts.Today}
	for _, x := range s.facts.Expectations {
		r.names[x.ID] = x.Name
	}
	return r
}

// line gives the entry of a row, if it was read.
func (r storyRows) line(row int) (journal.TimelineLine, bool) {
	w, i := r.runs.at(row)
	if lines := r.lines[w]; i < len(lines) {
		return lines[i], true
	}
	return journal.TimelineLine{}, false
}

// find gives the row of an entry that was read, or -1.
func (r storyRows) find(id journal.ID) int {
	if id == "" {
		return -1
	}
	for w, lines := range r.lines {
		for i, l := range lines {
			if l.ID == id {
				return r.runs.row(w, i)
			}
		}
	}
	return -1
}

// Len is how many rows there are.
func (r storyRows) Len() int { return r.runs.rows }

// Height is how high a row is.
func (r storyRows) Height(int) float32 { return storyRowHeight }

// Sort is the same for all.
func (r storyRows) Sort(int) int { return 0 }

// Make makes an empty row.
func (r storyRows) Make(int) fyne.CanvasObject { return newStoryRow() }

// Fill shows an entry, or an empty row that it is read for.
func (r storyRows) Fill(i int, row fyne.CanvasObject) {
	s := story{today: r.today}
	month, first := r.runs.month(i)
	if first {
		s.month = &month
	}
	line, ok := r.line(i)
	if !ok {
		w, _ := r.runs.at(i)
		if _, read := r.lines[w]; !read {
			r.list.ask(w)
		}
		row.(*storyRow).show(s)
		return
	}
	s.line = &line
	for _, x := range line.Expectations {
		s.chips = append(s.chips, parts.CardChip{Label: r.name(x), Icon: look.IconCheck, Ink: look.ColorAccent, Fill: look.ColorAccentSoft})
	}
	row.(*storyRow).show(s)
}

// name is the name of an expectation; one that is not there stands by its own.
func (r storyRows) name(x journal.ID) string {
	if name, ok := r.names[x]; ok {
		return name
	}
	return string(x)
}

// Opens is true for every row that was read.
func (r storyRows) Opens(int) bool { return true }

// Label reads a row aloud.
func (r storyRows) Label(i int) string {
	line, ok := r.line(i)
	if !ok {
		month, _ := r.runs.month(i)
		return wholeMonth(month.First)
	}
	title, preview := storyWords(line)
	label := lineDay(line.Line, r.today) + ", " + kindName(line.Kind) + ", " + title
	if preview != "" {
		label += ", " + preview
	}
	for _, x := range line.Expectations {
		label += ", " + r.name(x)
	}
	if line.Private {
		label += ", " + lang.L("Private")
	}
	return label
}
