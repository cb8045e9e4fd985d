package evidence

import "groundwork/journal"

// Accelerator is one of the nine accelerators of the document "Becoming a
// Leader... with Purpose": what was last written about it, and what is to be
// done.
type Accelerator struct {
	Element string // its key in the catalogue
	journal.Showing
	Age    Age
	Goal   *journal.Goal // the open one that is due first, or nil
	Behind Behind
}

// Age says how long ago something was last written about.
type Age string

// The ages. The document asks to practise "with consistency" and names no
// time; three months are the few after which its sister document, "7 Steps",
// meets again about feedback.
const (
	Fresh Age = "fresh" // within three months
	Aged  Age = "aged"  // longer ago
	Never Age = "never" // nothing yet
)

// agedAfter is after how many months something is aged.
const agedAfter = journal.FollowUpMonths

// Accelerators tells of the nine accelerators, three for each driver: People,
// Performance, Process.
func Accelerators(f Facts) [3][3]Accelerator {
	var board [3][3]Accelerator
	for i, driver := range acceleratorKeys() {
		for k, key := range driver {
			board[i][k] = f.accelerator(key)
		}
	}
	return board
}

func (f *Facts) accelerator(key string) Accelerator {
	a := Accelerator{Element: key, Showing: f.Shown[key], Age: Never}
	a.Behind.Entries = f.showing([]string{key})
	switch {
	case a.Entries == 0:
	case a.Last.Before(f.Today.AddMonths(-agedAfter)):
		a.Age = Aged
	default:
		a.Age = Fresh
	}
	for i := range f.Plan.Goals {
		g := &f.Plan.Goals[i]
		if g.Element != key || !isOpen(*g) {
			continue
		}
		if a.Goal == nil || compareDue(g.Due, a.Goal.Due) < 0 {
			a.Goal = g
		}
		a.Behind.Goals = append(a.Behind.Goals, g.ID)
	}
	return a
}
