package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// goalRows are the rows of the list of goals, under the headings of their
// states.
type goalRows struct {
	t     *goalsTab
	goals []journal.Goal // in their order
	sheet growthSheet
	rows  []int // the goal on each row, or rowHeading
}

var _ parts.Rows = goalRows{}

// The sorts of rows in a list of goals.
const (
	goalHeading = iota
	goalItem
)

// rowHeading stands for the heading over the goals that follow.
const rowHeading = -1

func newGoalRows(t *goalsTab, s growthSheet) goalRows {
	r := goalRows{t: t, goals: s.plan.GoalsInOrder(), sheet: s}
	for i := range r.goals {
		if i == 0 || r.goals[i-1].Standing() != r.goals[i].Standing() {
			r.rows = append(r.rows, rowHeading)
		}
		r.rows = append(r.rows, i)
	}
	return r
}

// Len implements parts.Rows.
func (r goalRows) Len() int { return len(r.rows) }

// Height implements parts.Rows.
func (r goalRows) Height(i int) float32 {
	if r.rows[i] < 0 {
		return parts.RollHeadHeight
	}
	return goalOneLine
}

// Sort implements parts.Rows.
func (r goalRows) Sort(i int) int {
	if r.rows[i] < 0 {
		return goalHeading
	}
	return goalItem
}

// Make implements parts.Rows.
func (r goalRows) Make(sort int) fyne.CanvasObject {
	if sort == goalHeading {
		return parts.NewRollHead()
	}
	row := newGoalRow(1, r.t.g.meet)
	row.check.OnFocus = func() { r.t.rows.Reveal(row) }
	return row
}

// Fill implements parts.Rows.
func (r goalRows) Fill(i int, row fyne.CanvasObject) {
	switch o := row.(type) {
	case *parts.RollHead:
		o.Set(r.heading(i))
	case *goalRow:
		goal := &r.goals[r.rows[i]]
		o.show(goal, len(r.sheet.entriesOf(goal)), r.sheet.today)
	}
}

// Opens implements parts.Rows.
func (r goalRows) Opens(i int) bool { return r.rows[i] >= 0 }

// Label implements parts.Rows.
func (r goalRows) Label(i int) string {
	if r.rows[i] < 0 {
		name, _ := r.heading(i)
		return name
	}
	goal := &r.goals[r.rows[i]]
	return goalLabel(goal, len(r.sheet.entriesOf(goal)), r.sheet.today)
}

// heading names a state, and counts the goals in it.
func (r goalRows) heading(i int) (name, count string) {
	state := r.goals[r.rows[i+1]].Standing()
	n := 0
	for k := range r.goals {
		if r.goals[k].Standing() == state {
			n++
		}
	}
	if state == journal.GoalOpen {
		return lang.L("Open, by the day they are due"), strconv.Itoa(n)
	}
	return goalStateName(state), strconv.Itoa(n)
}

// goal gives the goal on a row; ok is false for a heading.
func (r goalRows) goal(i int) (goal journal.Goal, ok bool) {
	if i < 0 || i >= len(r.rows) || r.rows[i] < 0 {
		return journal.Goal{}, false
	}
	return r.goals[r.rows[i]], true
}

// find gives the row of a goal, or -1.
func (r goalRows) find(id journal.ID) int {
	for i, at := range r.rows {
		if at >= 0 && id != "" && r.goals[at].ID == id {
			return i
		}
	}
	return -1
}
