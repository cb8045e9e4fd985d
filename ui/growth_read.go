package ui

import (
	"context"

	"groundwork/journal"
	"groundwork/journal/prompts"
)

// growthSheet is what the growth plan shows, as the journal has it. Beside the
// plan it holds what the view in sight needs.
type growthSheet struct {
	today     journal.Day
	plan      journal.Plan
	people    []journal.Person
	catalogue *prompts.Catalogue
	lines     map[journal.ID]journal.Line // of the entries that goals name, as far as they may be seen
}

// growthReader reads for the growth plan, off the UI goroutine.
type growthReader struct {
	journal   *journal.Journal
	guide     *prompts.Guide
	noPrivate bool
}

func (g *growth) reader() growthReader {
	return growthReader{g.w.journal, g.w.guide, g.w.noPrivate()}
}

// sheet reads what a view shows.
func (r growthReader) sheet(ctx context.Context, tab string) (s growthSheet, err error) {
	s.today = r.journal.Today(ctx)
	if s.plan, err = r.journal.Read().Plan(ctx); err != nil || tab == tabPurpose {
		return s, err
	}
	if s.people, err = r.journal.Read().People(ctx); err != nil {
		return s, err
	}
	if s.catalogue, err = r.guide.Catalogue(); err != nil {
		return s, err
	}
	s.lines, err = r.linesOfGoals(ctx, s.plan.Goals)
	return s, err
}

// linesOfGoals reads the short forms of the entries that goals name.
func (r growthReader) linesOfGoals(ctx context.Context, goals []journal.Goal) (map[journal.ID]journal.Line, error) {
	var ids []journal.ID
	for _, g := range goals {
		ids = append(ids, g.Entries...)
	}
	lines, err := r.journal.Read().LinesOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	byID := make(map[journal.ID]journal.Line, len(lines))
	for _, l := range lines {
		if !l.Private || !r.noPrivate {
			byID[l.ID] = l
		}
	}
	return byID, nil
}

// entriesOf gives the entries behind a goal that are there and may be seen, in
// the order in which they were linked.
func (s growthSheet) entriesOf(g *journal.Goal) []journal.Line {
	var lines []journal.Line
	for _, id := range g.Entries {
		if l, there := s.lines[id]; there {
			lines = append(lines, l)
		}
	}
	return lines
}

// personName is the name of a person by ID, or the name itself where it is
// nobody's.
func (s growthSheet) personName(ref string) string {
	for _, p := range s.people {
		if string(p.ID) == ref {
			return p.Name
		}
	}
	return ref
}
