package prompts

import "groundwork/journal"

// What an expectation lacks is the business of package journal/evidence, which
// is a later room. Until it stands, this is the small version that the choice
// of a question needs; evidenceState and reviewPeriod are pure, to be moved
// there and called from here.

// leanings lists the expectations that lack evidence, in their order. cells
// are all there are, up to any day.
func leanings(c *Catalogue, xs []journal.Expectation, cells []journal.Cell, plan journal.Plan, today journal.Day) []Leaning {
	period := reviewPeriod(plan, cells, today)
	of := map[journal.ID][]journal.Cell{}
	for _, cell := range cells {
		if cell.Expectation != "" {
			of[cell.Expectation] = append(of[cell.Expectation], cell)
		}
	}
	var out []Leaning
	for _, x := range xs {
		element := c.elementFor(x)
		if x.Retired || element == "" {
			continue
		}
		state, entries := evidenceState(of[x.ID], period)
		if state == Strong {
			continue
		}
		out = append(out, Leaning{Expectation: x.Name, Element: element, State: state, Entries: entries, Days: daysSince(of[x.ID], today)})
	}
	return out
}

// evidenceState tells how well the cells of one expectation prove it over a
// period of whole months, and how many entries they count in it.
func evidenceState(cells []journal.Cell, period journal.Span) (State, int) {
	entries, strongest, newest := 0, journal.Strength(""), journal.Day{}
	for _, cell := range cells {
		if cell.Month.Before(period.From) || cell.Month.After(period.Until) {
			continue
		}
		entries += cell.Count
		if cell.Strongest.Rank() > strongest.Rank() {
			strongest = cell.Strongest
		}
		if cell.Newest.After(newest) {
			newest = cell.Newest
		}
	}
	switch {
	case entries == 0:
		return Gap, 0
	case entries == 1 || strongest.Rank() <= journal.OwnWord.Rank():
		return Thin, entries
	case newest.Before(period.From.AddMonths(months(period) / 2)):
		return Old, entries
	}
	return Strong, entries
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
