package evidence

import (
	"cmp"
	"slices"
	"strings"

	"groundwork/journal"
)

// Coverage is how well the expectations are proved over a period.
type Coverage struct {
	Period  Period
	Areas   []Area // in the order of their first expectation
	Retired []Row  // expectations that are asked no more, with the evidence they keep
	Totals  Totals
	Recency Recency
}

// Area is a group of expectations, in their order.
type Area struct {
	Name string // "" for those without an area
	Rows []Row
}

// Row is an expectation, and what speaks for it in the period.
type Row struct {
	journal.Proof
	Expectation journal.Expectation
	State       journal.EvidenceState
	Months      []journal.Proof // one for each month of the period
}

// Totals counts the expectations that are not retired, by state.
type Totals struct {
	Expectations            int
	Strong, Thin, Old, Gaps int
}

// Cover tells how well expectations are proved by the cells of the summary.
// Cells of other months and of other expectations are passed over. It takes
// the expectations in the order they are given in.
func Cover(expectations []journal.Expectation, cells []journal.Cell, p Period) Coverage {
	c := Coverage{Period: p}
	rows := make([]Row, len(expectations))
	byID := make(map[journal.ID]*Row, len(rows))
	months := make([]journal.Proof, len(rows)*p.Months())
	for i, x := range expectations {
		rows[i] = Row{Expectation: x, Months: months[:p.Months():p.Months()]}
		months = months[p.Months():]
		byID[x.ID] = &rows[i]
	}
	for _, cell := range cells {
		row := byID[cell.Expectation]
		if row == nil {
			continue
		}
		if i, ok := p.Index(cell.Month); ok {
			row.Months[i].Add(cell)
			row.Add(cell)
		}
	}
	areas := map[string]int{}
	for _, row := range rows {
		row.State = row.Proof.State(p.SecondHalf())
		if row.Expectation.Retired {
			c.Retired = append(c.Retired, row)
			continue
		}
		c.Totals.add(row.State)
		name := strings.TrimSpace(row.Expectation.Area)
		at, there := areas[name]
		if !there {
			at = len(c.Areas)
			areas[name] = at
			c.Areas = append(c.Areas, Area{Name: name})
		}
		c.Areas[at].Rows = append(c.Areas[at].Rows, row)
	}
	c.Recency = recencyOf(c)
	return c
}

func (t *Totals) add(s journal.EvidenceState) {
	t.Expectations++
	switch s {
	case journal.Gap:
		t.Gaps++
	case journal.Thin:
		t.Thin++
	case journal.Old:
		t.Old++
	default:
		t.Strong++
	}
}

// Rows lists the expectations that are not retired, area by area.
func (c Coverage) Rows() []Row {
	rows := make([]Row, 0, c.Totals.Expectations)
	for _, a := range c.Areas {
		rows = append(rows, a.Rows...)
	}
	return rows
}

// GapsFirst lists the expectations that are not retired, those that need most
// first: gaps, then thin, old and strong ones, each as in Rows.
func (c Coverage) GapsFirst() []Row {
	rows := c.Rows()
	need := journal.EvidenceStates()
	slices.SortStableFunc(rows, func(a, b Row) int {
		return cmp.Compare(slices.Index(need, a.State), slices.Index(need, b.State))
	})
	return rows
}

// Row finds an expectation, retired or not.
func (c Coverage) Row(id journal.ID) (Row, bool) {
	for _, row := range append(c.Rows(), c.Retired...) {
		if row.Expectation.ID == id {
			return row, true
		}
	}
	return Row{}, false
}

// Over joins what speaks for the expectation in a part of the coverage's
// period, such as one of its columns.
func (r Row) Over(whole, part Period) journal.Proof {
	var joined journal.Proof
	for i, month := range r.Months {
		if part.Holds(whole.Month(i)) {
			joined.Join(month)
		}
	}
	return joined
}

// Filter finds the entries that speak for the expectation in a period.
func (r Row) Filter(p Period) journal.Filter {
	return journal.Filter{Since: p.From, Until: p.Until, Expectation: string(r.Expectation.ID)}
}
