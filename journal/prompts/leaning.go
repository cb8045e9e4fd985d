package prompts

import "groundwork/journal"

// leanings lists the expectations that lack evidence, in their order. cells
// are all there are, up to any day.
func leanings(c *Catalogue, xs []journal.Expectation, cells []journal.Cell, plan journal.Plan, today journal.Day) []Leaning {
	period := reviewPeriod(plan, cells, today)
	secondHalf := period.From.AddMonths(months(period) / 2)
	of := map[journal.ID][]journal.Cell{}
	for _, cell := range cells {
		if cell.Expectation != "" {
			of[cell.Expectation] = append(of[cell.Expectation], cell)
		}
	}
	var out []Leaning
	for _, x := range xs {
		element := c.ElementFor(x)
		if x.Retired || element == "" {
			continue
		}
		proof := proofIn(of[x.ID], period)
		state := proof.State(secondHalf)
		if state == journal.Strong {
			continue
		}
		out = append(out, Leaning{Expectation: x.Name, Element: element, State: state, Entries: proof.Entries, Days: daysSince(of[x.ID], today)})
	}
	return out
}

// proofIn joins what speaks for one expectation over a period of whole months.
func proofIn(cells []journal.Cell, period journal.Span) journal.Proof {
	var p journal.Proof
	for _, cell := range cells {
		if !cell.Month.Before(period.From) && !cell.Month.After(period.Until) {
			p.Add(cell)
		}
	}
	return p
}

// reviewPeriod is the plan's review period where today lies in it, else from
// the first entry to today; in whole months either way.
func reviewPeriod(plan journal.Plan, cells []journal.Cell, today journal.Day) journal.Span {
	from, until := plan.ReviewFrom, plan.ReviewUntil
	if from.IsZero() || until.IsZero() || today.Before(from) || today.After(until) {
		from, until = today, today
		for _, cell := range cells {
			if cell.Count > 0 && cell.Month.Before(from) {
				from = cell.Month
			}
		}
	}
	from.Date, until.Date = 1, 1
	return journal.Span{From: from, Until: until.AddMonths(1).AddDays(-1)}
}

// months counts the months of a period of whole ones.
func months(s journal.Span) int {
	return (s.Until.Year-s.From.Year)*12 + int(s.Until.Month) - int(s.From.Month) + 1
}

// daysSince counts the days since the newest evidence.
func daysSince(cells []journal.Cell, today journal.Day) int {
	newest := journal.Day{}
	for _, cell := range cells {
		if cell.Count > 0 && cell.Newest.After(newest) {
			newest = cell.Newest
		}
	}
	if newest.IsZero() {
		return NoDays
	}
	return max(0, newest.DaysUntil(today))
}
