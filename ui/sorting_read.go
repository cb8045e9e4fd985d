package ui

import (
	"context"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/journal/suggest"
)

// sortedTogether is how many entries are offered for sorting at a time.
const sortedTogether = 10

// pile is some entries to be sorted.
type pile struct {
	today        journal.Day
	expectations []journal.Expectation // that are not retired
	page         suggest.Page
}

// pileReader reads what is to be sorted. It touches nothing of the window.
type pileReader struct {
	journal   *journal.Journal
	suggester *suggest.Suggester
	noPrivate bool
}

// next reads the next entries of the review period that support nothing, from
// a place on. None are there only at the end of the pile.
func (r pileReader) next(ctx context.Context, from suggest.Place) (p pile, err error) {
	s, err := proofReader{journal: r.journal}.known(ctx)
	if err != nil {
		return p, err
	}
	p.today = s.today
	for _, x := range s.expectations {
		if !x.Retired {
			p.expectations = append(p.expectations, x)
		}
	}
	p.page = suggest.Page{Next: from}
	of := suggest.Pile{Span: evidence.ReviewPeriod(s.plan, s.today).Span(), NoPrivate: r.noPrivate}
	for len(p.page.Entries) == 0 && !p.page.Last && len(p.expectations) > 0 {
		if p.page, err = r.suggester.Unsorted(ctx, of, p.page.Next, sortedTogether); err != nil {
			return p, err
		}
	}
	return p, nil
}
