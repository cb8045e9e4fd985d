package ui

import (
	"context"
	"slices"

	"groundwork/journal"
	"groundwork/journal/prompts"
)

// demandSheet is all that the page of expectations shows. It is read in one go
// off the UI goroutine, so that the page is painted once.
type demandSheet struct {
	role      string                // that is aimed at, or ""
	all       []journal.Expectation // in their order
	entries   map[journal.ID]int    // that support each
	catalogue *prompts.Catalogue
}

// expectation finds an expectation by its ID.
func (s demandSheet) expectation(id journal.ID) (journal.Expectation, bool) {
	at := slices.IndexFunc(s.all, func(x journal.Expectation) bool { return x.ID == id })
	if at < 0 {
		return journal.Expectation{}, false
	}
	return s.all[at], true
}

// areas lists the areas there are, in the order in which they stand first.
func (s demandSheet) areas() []string {
	var areas []string
	for _, x := range s.all {
		if x.Area != "" && !slices.Contains(areas, x.Area) {
			areas = append(areas, x.Area)
		}
	}
	return areas
}

// beside lists what stands in one area with an expectation and is in use, in
// its order.
func (s demandSheet) beside(x journal.Expectation) []journal.ID {
	var ids []journal.ID
	for _, other := range s.all {
		if !other.Retired && other.Area == x.Area {
			ids = append(ids, other.ID)
		}
	}
	return ids
}

// demandReader reads what the page shows. It touches nothing of the window.
type demandReader struct {
	journal *journal.Journal
	guide   *prompts.Guide
}

func (r demandReader) sheet(ctx context.Context) (s demandSheet, err error) {
	if s.catalogue, err = r.guide.Catalogue(); err != nil {
		return s, err
	}
	plan, err := r.journal.Read().Plan(ctx)
	if err != nil {
		return s, err
	}
	if plan.TargetRole != nil {
		s.role = plan.TargetRole.Title
	}
	if s.all, err = r.journal.Read().Expectations(ctx); err != nil {
		return s, err
	}
	cells, err := r.journal.Read().Cells(ctx, journal.Span{})
	if err != nil {
		return s, err
	}
	s.entries = make(map[journal.ID]int, len(s.all))
	for _, cell := range cells {
		s.entries[cell.Expectation] += cell.Count
	}
	return s, nil
}
