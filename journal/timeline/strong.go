package timeline

import (
	"groundwork/journal"
	"groundwork/journal/evidence"
)

// The coverage curve tells how many expectations were strong at the end of each
// month. It follows one rule, the standing window: each month is looked at as
// today's month is, through a window as long as the review period and as far
// ahead of it as that one is of today, holding what was filed up to the month.
// So the last point is what the page of evidence says today; the points before
// it are what that page would have said then, had the review stood as far away.
// Where the review period does not hold today, the windows end with their month
// and are as long as it. In a pack, which speaks of a period of its own, the
// windows all begin with it and end with their month: the points are what the
// pack would have said then.
//
// Coverage goes by whole months everywhere in the product: a column has that of
// the month of its last day, or of today.

// window is where the months lie that count for a month: so many in all, of
// which so many come after it; or all from the first one of the band on.
type window struct {
	months, ahead int
	growing       bool
}

// of gives the first of the months that count for a month, and the one with
// which their second half begins.
func (w window) of(month int) (first, half int) {
	if w.growing {
		return 0, (month + 1) / 2
	}
	first = month + w.ahead - w.months + 1
	return first, first + w.months/2
}

// windowOf is the standing window of a plan.
func windowOf(review evidence.Period, today journal.Day) window {
	w := window{months: review.Months()}
	if i, ok := review.Index(today); ok {
		w.ahead = w.months - 1 - i
	}
	return w
}

// cover tells for each column how far the expectations were proved.
func (f *Facts) cover(b *Band, p evidence.Period) {
	whole, w := p, window{growing: true}
	if f.over == nil {
		whole = evidence.ReviewPeriod(f.Plan, f.Today)
		w = windowOf(whole, f.Today)
	}
	now, _ := p.Index(f.Today)
	now = max(min(now, p.Months()-1), 0)
	var strong []int
	strong, b.Asked = strongByMonth(f.Expectations, f.proof, p, now, w)
	if f.over != nil || whole.Holds(f.Today) { // with what is filed after today, as the pack or the page of evidence has it
		strong[now] = evidence.Cover(f.Expectations, f.proof, whole).Totals.Strong
	}
	for i := range b.Columns {
		c := &b.Columns[i]
		if c.Ahead {
			continue
		}
		last := c.Span.Until
		if last.After(f.Today) {
			last = f.Today
		}
		month, _ := p.Index(last)
		c.Strong = strong[min(month, now)]
	}
}

// strongByMonth counts the expectations that were strong at the end of each
// month of p up to now, and all that are not retired. Each month adds one month
// to a window and drops one, so that decades cost no more than their months.
func strongByMonth(xs []journal.Expectation, cells []journal.Cell, p evidence.Period, now int, w window) (strong []int, asked int) {
	strong = make([]int, now+1)
	byID := map[journal.ID][]journal.Proof{}
	for _, x := range xs {
		if !x.Retired {
			asked++
			byID[x.ID] = nil
		}
	}
	for _, c := range cells {
		months, wanted := byID[c.Expectation]
		i, ok := p.Index(c.Month)
		if !wanted || !ok || i > now {
			continue
		}
		if months == nil {
			months = make([]journal.Proof, now+1)
			byID[c.Expectation] = months
		}
		months[i].Add(c)
	}
	for _, months := range byID {
		addStrong(strong, months, w)
	}
	return strong, asked
}

// addStrong adds one to each month at whose end an expectation was strong, by
// what spoke for it in each month. It asks for the rule of journal.Proof in
// terms of months: a day only says in which month it is.
func addStrong(strong []int, months []journal.Proof, w window) {
	entries, better, newest := 0, 0, -1
	for i, m := range months {
		entries += m.Entries
		better += betterThanWord(m)
		if m.Entries > 0 {
			newest = i
		}
		first, half := w.of(i)
		if gone := first - 1; gone >= 0 {
			entries -= months[gone].Entries
			better -= betterThanWord(months[gone])
		}
		held := journal.Proof{Entries: entries, Strongest: journal.OwnWord, Newest: monthNumbered(newest)}
		if better > 0 {
			held.Strongest = journal.Number
		}
		if held.State(monthNumbered(half)) == journal.Strong {
			strong[i]++
		}
	}
}

// betterThanWord is 1 for a month with evidence above own word.
func betterThanWord(m journal.Proof) int {
	if m.Strongest.Rank() > journal.OwnWord.Rank() {
		return 1
	}
	return 0
}

// monthNumbered stands for a month in a comparison of days: a year that is its
// number says which of two comes first as well as a date does.
func monthNumbered(i int) journal.Day { return journal.Day{Year: i} }
