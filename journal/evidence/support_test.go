package evidence

import (
	"testing"

	"groundwork/journal"
)

// day reads YYYY-MM-DD.
func day(t testing.TB, s string) journal.Day {
	t.Helper()
	d, err := journal.ReadDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// period gives the months from one day to another.
func period(t testing.TB, from, until string) Period {
	t.Helper()
	return WholeMonths(day(t, from), day(t, until))
}

// written is an entry of a hand-made journal: its day as it was typed and how
// exactly it is known, its kind, and what it proves.
type written struct {
	day       string
	precision journal.Precision
	kind      journal.Kind
	proves    map[journal.ID]journal.Strength
}

// summary counts a hand-made journal as the store's summary does.
func summary(t testing.TB, entries ...written) []journal.Cell {
	t.Helper()
	var cells []journal.Cell
	for _, e := range entries {
		filed := e.precision.Middle(day(t, e.day))
		for x, strength := range e.proves {
			cells = addTo(cells, journal.Cell{
				Month: firstOf(filed), Kind: e.kind, Expectation: x, Count: 1, Strongest: strength, Newest: filed,
			})
		}
		cells = addTo(cells, journal.Cell{Month: firstOf(filed), Kind: e.kind, Count: 1, Newest: filed})
	}
	return cells
}

func addTo(cells []journal.Cell, c journal.Cell) []journal.Cell {
	for i := range cells {
		at := &cells[i]
		if at.Month == c.Month && at.Kind == c.Kind && at.Expectation == c.Expectation {
			at.Count += c.Count
			if c.Strongest.Rank() > at.Strongest.Rank() {
				at.Strongest = c.Strongest
			}
			if c.Newest.After(at.Newest) {
				at.Newest = c.Newest
			}
			return cells
		}
	}
	return append(cells, c)
}

// moment is an exact day's moment that proves x.
func moment(day string, s journal.Strength) written {
	return written{day, journal.ExactDay, journal.MomentKind, map[journal.ID]journal.Strength{"x": s}}
}
