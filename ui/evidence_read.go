package ui

import (
	"context"

	"groundwork/journal"
	"groundwork/journal/evidence"
)

// proofQuestion is what the page of evidence is asked to show.
type proofQuestion struct {
	by     evidence.Unit         // how many months stand in a column
	order  proofOrder            // of the rows
	state  journal.EvidenceState // of the rows that show; "" for all
	chosen journal.ID            // the expectation beside the table; "" for all of them
	within evidence.Period       // a part of the review period; the zero Period for all of it
	most   int                   // entries that are listed
}

// proofOrder is an order of the rows.
type proofOrder string

// The orders of the rows.
const (
	byArea    proofOrder = "area"
	gapsFirst proofOrder = "gaps"
)

// The entries beside the table: how many are listed at first, and how many
// more each time.
const (
	firstProofs = 8
	moreProofs  = 24
)

// proofSheet is what the page of evidence shows.
type proofSheet struct {
	today        journal.Day
	plan         journal.Plan
	expectations []journal.Expectation
	coverage     evidence.Coverage
	list         journal.EvidenceList // the entries beside the table
}

// proofReader reads sheets. It touches nothing of the window.
type proofReader struct {
	journal   *journal.Journal
	noPrivate bool
}

// sheet reads the whole page. Expectations and plan are taken from known,
// which may be nil, so that a changed entry asks for nothing but the summary
// and the entries that show.
func (r proofReader) sheet(ctx context.Context, q proofQuestion, known *proofSheet) (s proofSheet, err error) {
	if known == nil {
		s, err = r.cover(ctx)
	} else {
		s = proofSheet{today: r.journal.Today(ctx), expectations: known.expectations, plan: known.plan}
		err = r.summary(ctx, &s)
	}
	if err != nil || s.coverage.Totals.Expectations == 0 {
		return s, err
	}
	s.list, err = r.list(ctx, s.settle(q), s.coverage.Period)
	return s, err
}

// cover reads how well the expectations are proved, without any entry.
func (r proofReader) cover(ctx context.Context) (proofSheet, error) {
	s, err := r.known(ctx)
	if err != nil {
		return s, err
	}
	return s, r.summary(ctx, &s)
}

// known reads what is asked for, and over which period.
func (r proofReader) known(ctx context.Context) (s proofSheet, err error) {
	read := r.journal.Read()
	s.today = r.journal.Today(ctx)
	if s.expectations, err = read.Expectations(ctx); err != nil {
		return s, err
	}
	s.plan, err = read.Plan(ctx)
	return s, err
}

// summary counts what speaks for the expectations in the review period.
func (r proofReader) summary(ctx context.Context, s *proofSheet) error {
	if len(s.expectations) == 0 {
		return nil
	}
	period := evidence.ReviewPeriod(s.plan, s.today)
	cells, err := r.journal.Read().Cells(ctx, period.Span())
	if err != nil {
		return err
	}
	s.coverage = evidence.Cover(s.expectations, cells, period)
	return nil
}

// list reads the entries beside the table.
func (r proofReader) list(ctx context.Context, q proofQuestion, period evidence.Period) (journal.EvidenceList, error) {
	if !q.within.From.IsZero() {
		period = q.within
	}
	return r.journal.Read().EvidenceOf(ctx, journal.EvidenceFilter{
		Expectation: q.chosen, Since: period.From, Until: period.Until, NoPrivate: r.noPrivate,
	}, q.most)
}

// settle makes a question one that can be answered: about an expectation that
// is there, and months of the review period. With nothing asked for, it is
// about the first row.
func (s *proofSheet) settle(q proofQuestion) proofQuestion {
	period := s.coverage.Period
	if !q.within.From.IsZero() && (!period.Holds(q.within.From) || !period.Holds(q.within.Until)) {
		q.within = evidence.Period{}
	}
	row, ok := s.coverage.Row(q.chosen)
	if all := q.chosen == "" && !q.within.From.IsZero(); all || ok && !row.Expectation.Retired {
		return q
	}
	q.chosen, q.within = "", evidence.Period{}
	if rows := s.rows(q); len(rows) > 0 {
		q.chosen = rows[0].Expectation.ID
	}
	return q
}

// rows are the expectations that the table lists, in its order.
func (s *proofSheet) rows(q proofQuestion) []evidence.Row {
	all := s.coverage.Rows()
	if q.order == gapsFirst {
		all = s.coverage.GapsFirst()
	}
	if q.state == "" {
		return all
	}
	var some []evidence.Row
	for _, row := range all {
		if row.State == q.state {
			some = append(some, row)
		}
	}
	return some
}
