package evidence

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"groundwork/journal"
)

// Facts is what the seven steps, the accelerators and the checklist are told
// from: figures of the journal, and what little of it they name.
type Facts struct {
	Today        journal.Day
	NoPrivate    bool // private entries were left out
	Plan         journal.Plan
	People       []journal.Person
	Applications []journal.ApplicationLine // newest first
	Coverage     Coverage                  // of the review period

	// Of the whole journal, for the steps and the accelerators.
	Shown    map[string]journal.Showing // by group
	Moments  journal.MomentCounts
	Feedback journal.FeedbackCounts
	Due      []journal.Due // follow-ups on feedback and next steps of applications, the earliest first

	// Of the review period, for the checklist.
	ShownLately    map[string]journal.Showing // by group
	MomentsLately  journal.MomentCounts
	FeedbackLately journal.FeedbackCounts
	Proving        int // moments that support an expectation of the target role
	ProvingMonths  int // months in which there is such a moment
}

// Options say what is looked at besides the journal itself.
type Options struct {
	Today     journal.Day
	NoPrivate bool // leave private entries out
}

// Read tells how well the expectations are proved over a period.
func Read(ctx context.Context, r journal.Reader, p Period, noPrivate bool) (Coverage, error) {
	xs, err := r.Expectations(ctx)
	if err != nil {
		return Coverage{}, fmt.Errorf("read the evidence: %w", err)
	}
	cells, err := cellsOf(ctx, r, p, noPrivate)
	if err != nil {
		return Coverage{}, fmt.Errorf("read the evidence: %w", err)
	}
	return Cover(xs, cells, p), nil
}

// cellsOf reads the summary, which counts every entry, or counts anew without
// the private ones.
func cellsOf(ctx context.Context, r journal.Reader, p Period, noPrivate bool) ([]journal.Cell, error) {
	if noPrivate {
		return r.CellsOf(ctx, journal.Filter{Since: p.From, Until: p.Until, NoPrivate: true})
	}
	return r.Cells(ctx, p.Span())
}

// Gather reads what the steps, the accelerators and the checklist need. Its
// cost grows with the feedback, the applications and the answers to questions
// there are, and with the review period, not with the text of the journal.
func Gather(ctx context.Context, r journal.Reader, o Options) (Facts, error) {
	g := gathering{ctx: ctx, read: r, facts: Facts{Today: o.Today, NoPrivate: o.NoPrivate}}
	err := g.plan()
	if err == nil {
		err = together(g.lists, g.coverage, g.shown, g.ledger)
	}
	if err != nil {
		return Facts{}, fmt.Errorf("read how far you are: %w", err)
	}
	return g.facts, nil
}

// together runs reads that do not need each other at the same time, as the
// store lets them: the page waits for the longest, and not for all in turn.
func together(reads ...func() error) error {
	errs := make([]error, len(reads))
	var all sync.WaitGroup
	for i, read := range reads {
		all.Go(func() { errs[i] = read() })
	}
	all.Wait()
	return errors.Join(errs...)
}

// gathering is one run of Gather. Its reads write different facts.
type gathering struct {
	ctx   context.Context
	read  journal.Reader
	facts Facts

	period Period // the review period
}

// plan reads the plan, which says what the review period is.
func (g *gathering) plan() (err error) {
	g.facts.Plan, err = g.read.Plan(g.ctx)
	g.period = ReviewPeriod(g.facts.Plan, g.facts.Today)
	return err
}

func (g *gathering) lists() (err error) {
	if g.facts.People, err = g.read.People(g.ctx); err != nil {
		return err
	}
	g.facts.Applications, err = g.read.Applications(g.ctx, g.facts.NoPrivate)
	return err
}

func (g *gathering) coverage() error {
	f := &g.facts
	xs, err := g.read.Expectations(g.ctx)
	if err != nil {
		return err
	}
	cells, err := cellsOf(g.ctx, g.read, g.period, f.NoPrivate)
	if err != nil {
		return err
	}
	f.Coverage = Cover(xs, cells, g.period)
	f.ProvingMonths = provingMonths(f.Coverage, cells)
	f.Proving, err = g.read.Count(g.ctx, f.proving())
	return err
}

// proving finds the moments of the review period that support an expectation
// of the target role.
func (f *Facts) proving() journal.Filter {
	filter := f.lately()
	filter.Kinds, filter.Proves = []journal.Kind{journal.MomentKind}, true
	return filter
}

// lately finds the entries of the review period.
func (f *Facts) lately() journal.Filter {
	p := f.Coverage.Period
	return journal.Filter{Since: p.From, Until: p.Until, NoPrivate: f.NoPrivate}
}

// provingMonths counts the months of the period in which a moment supports an
// expectation that is not retired.
func provingMonths(c Coverage, cells []journal.Cell) int {
	active := map[journal.ID]bool{}
	for _, row := range c.Rows() {
		active[row.Expectation.ID] = true
	}
	months := map[journal.Day]bool{}
	for _, cell := range cells {
		if cell.Kind == journal.MomentKind && cell.Count > 0 && active[cell.Expectation] && c.Period.Holds(cell.Month) {
			months[cell.Month] = true
		}
	}
	return len(months)
}

func (g *gathering) shown() (err error) {
	f, all, period := &g.facts, journal.Span{}, g.period
	if f.Shown, err = g.read.Showing(g.ctx, stepGroups(), all, f.NoPrivate); err != nil {
		return err
	}
	if f.ShownLately, err = g.read.Showing(g.ctx, checkShows(), period.Span(), f.NoPrivate); err != nil {
		return err
	}
	if f.Moments, err = g.read.MomentCounts(g.ctx, all, f.NoPrivate); err != nil {
		return err
	}
	f.MomentsLately, err = g.read.MomentCounts(g.ctx, period.Span(), f.NoPrivate)
	return err
}

func (g *gathering) ledger() (err error) {
	f := &g.facts
	whole := journal.FeedbackFilter{NoPrivate: f.NoPrivate}
	if f.Feedback, err = g.read.FeedbackCounts(g.ctx, whole, f.Today); err != nil {
		return err
	}
	lately := journal.FeedbackFilter{Since: g.period.From, Until: g.period.Until, NoPrivate: f.NoPrivate}
	if f.FeedbackLately, err = g.read.FeedbackCounts(g.ctx, lately, f.Today); err != nil {
		return err
	}
	f.Due, err = g.read.DueEntries(g.ctx, journal.Day{Year: 9999, Month: time.December, Date: 31}, f.NoPrivate)
	return err
}
