package evidence

import (
	"fmt"
	"slices"
	"strconv"

	"groundwork/journal"
	"groundwork/journal/document"
)

// charts are the figures and charts that an audience gets. The manager, with
// one page, gets none: the lines are what counts in a talk.
func (m *Material) charts(p journal.Pack) []document.Block {
	if p.Audience == journal.ForManager {
		return nil
	}
	blocks := []document.Block{m.figures()}
	if b := m.outcomeBars(); len(b.Items) > 1 {
		blocks = append(blocks, b)
	}
	if m.Growth != nil && p.Audience != journal.ForSkipLevel {
		blocks = append(blocks, *m.Growth)
	}
	if g := m.grid(); p.Audience != journal.ForSkipLevel && len(g.Rows) > 0 {
		blocks = append(blocks, g)
	}
	return blocks
}

// heightOf tells how high charts are, in half lines.
func heightOf(blocks []document.Block) int {
	h := 0
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Figures:
			h += 10
		case document.Bars:
			h += 5 + 3*len(b.Items)
		case document.Grid:
			h += 9 + 3*len(b.Rows)
		case document.Columns:
			h += 24
		}
	}
	return h
}

// figures are the numbers that say most. What there is none of is not said.
func (m *Material) figures() document.Figures {
	var f document.Figures
	add := func(n int, one, many string) {
		if n == 1 {
			many = one
		}
		if n > 0 {
			f.Items = append(f.Items, document.Figure{Value: strconv.Itoa(n), Label: many})
		}
	}
	quoted := map[string]bool{}
	for i := range m.pieces {
		if p := &m.pieces[i]; p.praise() != "" && p.giver != "" {
			quoted[p.giver] = true
		}
	}
	add(m.moments, "moment", "moments")
	add(m.numbers, "with a number", "with a number")
	add(len(quoted), "person quoted", "people quoted")
	if t := m.Coverage.Totals; t.Expectations > t.Gaps {
		f.Items = append(f.Items, document.Figure{
			Value: fmt.Sprintf("%d of %d", t.Expectations-t.Gaps, t.Expectations), Label: "expectations shown",
		})
	}
	return f
}

// outcomeBars are the moments by business outcome, those of which there are
// most first.
func (m *Material) outcomeBars() document.Bars {
	b := document.Bars{Title: "What it was for", Unit: "moments"}
	for _, key := range journal.Outcomes() {
		if n := m.outcomes[key]; n > 0 {
			b.Items = append(b.Items, document.Bar{Label: outcomeWord(key), Value: float64(n), Said: strconv.Itoa(n)})
		}
	}
	slices.SortStableFunc(b.Items, func(a, b document.Bar) int { return int(b.Value - a.Value) })
	return b
}

// grid is how well the expectations are shown, month by month or, over more
// than two years, by the quarter or the year.
func (m *Material) grid() document.Grid {
	g := document.Grid{Title: "What the role asks for, and what shows it"}
	for _, s := range journal.Strengths() {
		g.Steps = append(g.Steps, strengthWord(s))
	}
	by := m.Unit()
	columns := m.Period.Columns(by)
	for _, c := range columns {
		g.Columns = append(g.Columns, ColumnWord(c, by))
	}
	for _, row := range m.Coverage.Rows() {
		r := document.GridRow{Label: oneLine(row.Expectation.Name), Said: stateWord(row.State)}
		for _, c := range columns {
			r.Cells = append(r.Cells, row.Over(m.Period, c).Strongest.Rank())
		}
		g.Rows = append(g.Rows, r)
	}
	return g
}

// Unit is what one column of a chart over time holds: at most 24 fit beside the
// names of the grid.
func (m *Material) Unit() Unit {
	switch n := m.Period.Months(); {
	case n <= 24:
		return ByMonth
	case n <= 72:
		return ByQuarter
	}
	return ByYear
}
