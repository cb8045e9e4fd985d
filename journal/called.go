package journal

import (
	"context"
	"fmt"
	"slices"
)

// Called is what a reminder calls to mind of what is due.
type Called struct {
	Dues []Due       // that came due, the earliest first
	Plan []Milestone // reviews and rounds of promotions: those that are there, and those to prepare for
}

// NoticeDays is how many days before a review or a round of promotions it is
// called to mind, beside on its day: time to make the pack, and to ask others
// for a word.
const NoticeDays = 7

// Called reads what came due in a span of days, which ends today, and which
// dates of the plan are there or NoticeDays away by then. From one span to the
// next each comes due once. A day that was set when less than NoticeDays were
// left is only called to mind when it is there.
func (j *Journal) Called(ctx context.Context, span Span, noPrivate bool) (c Called, err error) {
	plan, err := j.store.Plan(ctx)
	if err != nil {
		return c, fmt.Errorf("read the dates of the plan: %w", err)
	}
	for _, m := range []Milestone{{Kind: MilestoneReview, Day: plan.ReviewUntil}, {Kind: MilestoneRound, Day: plan.NextRound}} {
		if !m.Day.IsZero() && (span.has(m.Day) || m.Day.After(span.Until) && span.has(m.Day.AddDays(-NoticeDays))) {
			c.Plan = append(c.Plan, m)
		}
	}
	c.Dues, err = j.duesWith(ctx, plan, span.Until, noPrivate)
	c.Dues = slices.DeleteFunc(c.Dues, func(d Due) bool { return d.On.Before(span.From) })
	return c, err
}

// Came tells whether something is due by a day, and not only near.
func (c Called) Came(by Day) bool {
	return len(c.Dues) > 0 || slices.ContainsFunc(c.Plan, func(m Milestone) bool { return !m.Day.After(by) })
}

// Near tells whether a date of the plan lies beyond a day.
func (c Called) Near(by Day) bool {
	return slices.ContainsFunc(c.Plan, func(m Milestone) bool { return m.Day.After(by) })
}

// has tells whether a day lies in the span.
func (s Span) has(d Day) bool { return !d.Before(s.From) && !d.After(s.Until) }
