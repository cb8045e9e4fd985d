package lookback

import (
	"context"
	"fmt"
	"slices"

	"groundwork/journal"
	"groundwork/journal/evidence"
)

// Summary is what a week or a month brought.
type Summary struct {
	Span       journal.Span
	Entries    int
	Kinds      map[journal.Kind]int // those there are
	Lines      []journal.Line       // the newest of them, at most mostLines
	Moved      []Moved              // expectations for which something new speaks
	Goals      []journal.Goal       // that were met
	Milestones []journal.Milestone
	Feedback   []journal.FeedbackLine // that came, newest first
	Due        []journal.Due          // by the end of the stretch that follows; nothing where the stretch is long over
}

// mostLines bounds how many entries a summary names: nobody looks back on
// more, and somebody may write hundreds in a month.
const mostLines = 40

// Moved is an expectation, and what a stretch did for it.
type Moved struct {
	Expectation   journal.Expectation
	Entries       int // that speak for it in the stretch
	Strongest     journal.Strength
	Before, After journal.EvidenceState // over the review period, without the stretch and with it
}

// Better tells whether the expectation is covered better than before.
func (m Moved) Better() bool {
	order := journal.EvidenceStates()
	return slices.Index(order, m.After) > slices.Index(order, m.Before)
}

// Read reads what a stretch brought. Entries are those that are filed on its
// days.
func Read(ctx context.Context, j *journal.Journal, s journal.Span, noPrivate bool) (Summary, error) {
	r := reading{ctx: ctx, journal: j, read: j.Read(), noPrivate: noPrivate, sum: Summary{Span: s, Kinds: map[journal.Kind]int{}}}
	for _, part := range []func() error{r.entries, r.moved, r.goals, r.feedback, r.due} {
		if err := part(); err != nil {
			return Summary{}, fmt.Errorf("look back: %w", err)
		}
	}
	return r.sum, nil
}

// reading is one run of Read.
type reading struct {
	ctx       context.Context
	journal   *journal.Journal
	read      journal.Reader
	noPrivate bool
	plan      journal.Plan
	sum       Summary
}

func (r *reading) filter() journal.Filter {
	return journal.Filter{Since: r.sum.Span.From, Until: r.sum.Span.Until, NoPrivate: r.noPrivate}
}

func (r *reading) entries() (err error) {
	counts, err := r.read.DayCounts(r.ctx, r.filter())
	for _, c := range counts {
		r.sum.Kinds[c.Kind] += c.Count
		r.sum.Entries += c.Count
	}
	if err != nil || r.sum.Entries == 0 {
		return err
	}
	r.sum.Lines, err = r.read.Lines(r.ctx, r.filter(), "", mostLines)
	return err
}

// moved compares what spoke for each expectation up to the stretch with what
// speaks for it at its end. The period is the review period, or the twelve
// months up to the stretch where that lies elsewhere.
func (r *reading) moved() (err error) {
	if r.plan, err = r.read.Plan(r.ctx); err != nil {
		return err
	}
	now, err := r.read.CellsOf(r.ctx, r.filter())
	if err != nil || !slices.ContainsFunc(now, func(c journal.Cell) bool { return c.Expectation != "" }) {
		return err
	}
	xs, err := r.read.Expectations(r.ctx)
	if err != nil {
		return err
	}
	period := evidence.ReviewPeriod(r.plan, r.sum.Span.Until)
	if !period.Holds(r.sum.Span.Until) {
		period = evidence.ReviewPeriod(journal.Plan{}, r.sum.Span.Until)
	}
	earlier := journal.Filter{Since: period.From, Until: r.sum.Span.From.AddDays(-1), NoPrivate: r.noPrivate}
	var before []journal.Cell
	if !earlier.Until.Before(earlier.Since) {
		if before, err = r.read.CellsOf(r.ctx, earlier); err != nil {
			return err
		}
	}
	span := evidence.WholeMonths(r.sum.Span.From, r.sum.Span.Until)
	was, is := evidence.Cover(xs, before, period), evidence.Cover(xs, append(slices.Clone(before), now...), period)
	for _, row := range evidence.Cover(xs, now, span).Rows() {
		if row.Entries == 0 {
			continue
		}
		m := Moved{Expectation: row.Expectation, Entries: row.Entries, Strongest: row.Strongest}
		m.Before, m.After = stateIn(was, row.Expectation.ID), stateIn(is, row.Expectation.ID)
		r.sum.Moved = append(r.sum.Moved, m)
	}
	return nil
}

func stateIn(c evidence.Coverage, id journal.ID) journal.EvidenceState {
	row, _ := c.Row(id)
	return row.State
}

func (r *reading) goals() (err error) {
	for _, g := range r.plan.Goals {
		if on := g.MetOn(); !on.IsZero() && holds(r.sum.Span, on) {
			r.sum.Goals = append(r.sum.Goals, g)
		}
	}
	r.sum.Milestones, err = r.read.Milestones(r.ctx, r.sum.Span, r.noPrivate)
	return err
}

func (r *reading) feedback() (err error) {
	r.sum.Feedback, err = r.read.Feedback(r.ctx, journal.FeedbackFilter{
		Since: r.sum.Span.From, Until: r.sum.Span.Until, NoPrivate: r.noPrivate,
	})
	slices.SortStableFunc(r.sum.Feedback, func(a, b journal.FeedbackLine) int { return b.Day.Compare(a.Day) })
	return err
}

// due is told for the stretch that is on, and for the one before it.
func (r *reading) due() (err error) {
	s := r.sum.Span
	ahead := s.Until.AddDays(s.From.DaysUntil(s.Until) + 1)
	if today := r.journal.Today(r.ctx); today.Before(s.From) || today.After(ahead) {
		return nil
	}
	r.sum.Due, err = r.journal.Dues(r.ctx, ahead, r.noPrivate)
	return err
}
