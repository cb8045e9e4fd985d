package ui

import (
	"context"

	"groundwork/journal"
	"groundwork/journal/evidence"
)

// behindSheet is what stands behind a figure: whoever sees a number can look
// at it.
type behindSheet struct {
	today        journal.Day
	entries      []journal.Line
	more         int                    // entries that are not listed
	feedback     []journal.FeedbackLine // the first of it
	pieces       int                    // of feedback, in all
	applications []journal.ApplicationLine
	goals        []journal.Goal
	people       []journal.Person
	expectations []evidence.Row
	parts        []evidence.Part // what a step is made of
	counts       []behindCount   // and what else is counted in it
}

// behindCount is a count in a sentence, with the entries that it counts.
type behindCount struct {
	name    string
	entries int
	filter  journal.Filter
}

// How many entries are listed behind a figure, and how many more each time.
const (
	firstBehind = 8
	moreBehind  = 24
)

// behind reads what stands behind a figure, with at most so many entries.
func (r growthReader) behind(ctx context.Context, f evidence.Facts, b evidence.Behind, most int) (s behindSheet, err error) {
	s.today = f.Today
	if b.Entries != nil {
		n, err := r.journal.Read().Count(ctx, *b.Entries)
		if err != nil {
			return s, err
		}
		if s.entries, err = r.journal.Read().Lines(ctx, *b.Entries, "", most); err != nil {
			return s, err
		}
		s.more = max(n-len(s.entries), 0)
	}
	if b.Feedback != nil {
		if err := r.feedbackBehind(ctx, &s, *b.Feedback); err != nil {
			return s, err
		}
	}
	s.applications = chosenOf(f.Applications, b.Applications, func(l journal.ApplicationLine) journal.ID { return l.ID })
	s.goals = chosenOf(f.Plan.Goals, b.Goals, func(g journal.Goal) journal.ID { return g.ID })
	s.people = chosenOf(f.People, b.People, func(p journal.Person) journal.ID { return p.ID })
	s.expectations = chosenOf(f.Coverage.Rows(), b.Expectations, func(x evidence.Row) journal.ID { return x.Expectation.ID })
	return s, nil
}

// feedbackBehind reads the feedback that is listed behind a figure, and counts
// all of it.
func (r growthReader) feedbackBehind(ctx context.Context, s *behindSheet, f journal.FeedbackFilter) (err error) {
	soon := soonFrom(s.today)
	if s.feedback, err = r.journal.Read().Ledger(ctx, f, journal.LedgerWindow{Soon: soon, Limit: mostBehind}); err != nil {
		return err
	}
	counts, err := r.journal.Read().FeedbackCounts(ctx, f, soon)
	s.pieces = counts.All
	return err
}

// chosenOf gives the things that are named, in the order of the names.
func chosenOf[T any](all []T, ids []journal.ID, id func(T) journal.ID) []T {
	named := make(map[journal.ID]T, len(all))
	for _, x := range all {
		named[id(x)] = x
	}
	var chosen []T
	for _, want := range ids {
		if x, there := named[want]; there {
			chosen = append(chosen, x)
		}
	}
	return chosen
}

// empty tells whether nothing stands behind a figure.
func (s *behindSheet) empty() bool {
	return len(s.entries)+len(s.feedback)+len(s.applications)+len(s.goals)+len(s.people)+len(s.expectations)+len(s.parts)+len(s.counts) == 0
}
