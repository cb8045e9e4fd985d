package ui

import (
	"context"
	"slices"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/journal/prompts"
)

// growthSheet is what the growth plan shows, as the journal has it. Beside the
// plan it holds what the view in sight needs.
type growthSheet struct {
	today     journal.Day
	plan      journal.Plan
	people    []journal.Person
	catalogue *prompts.Catalogue
	lines     map[journal.ID]journal.Line // of the entries that are named, as far as they may be seen
	facts     evidence.Facts              // of what the views that count are told from
	behind    behindSheet                 // of the line of the checklist in detail
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

// growthQuestion is what the page is asked to show.
type growthQuestion struct {
	tab  string
	line string // of the checklist in detail; "" for what would help most
	most int    // entries behind it that are listed
}

// sheet reads what a view shows.
func (r growthReader) sheet(ctx context.Context, q growthQuestion) (s growthSheet, err error) {
	s.today = r.journal.Today(ctx)
	if q.tab == tabPurpose {
		s.plan, err = r.journal.Read().Plan(ctx)
		return s, err
	}
	if s.catalogue, err = r.guide.Catalogue(); err != nil {
		return s, err
	}
	if q.tab == tabGoals {
		err = r.goals(ctx, &s)
		return s, err
	}
	s.facts, err = evidence.Gather(ctx, r.journal.Read(), evidence.Options{Today: s.today, NoPrivate: r.noPrivate})
	if err != nil {
		return s, err
	}
	s.plan, s.people = s.facts.Plan, s.facts.People
	switch q.tab {
	case tabSteps:
		err = r.named(ctx, &s, entriesOfGoals(s.plan.Goals))
	case tabBoard:
		err = r.named(ctx, &s, newestOf(evidence.Accelerators(s.facts)))
	case tabReady:
		if c, ok := lineOf(evidence.Ready(s.facts), q.line); ok {
			s.behind, err = r.behind(ctx, s.facts, c.Behind, q.most)
		}
	}
	return s, err
}

// goals reads what the view of the goals shows.
func (r growthReader) goals(ctx context.Context, s *growthSheet) (err error) {
	if s.plan, err = r.journal.Read().Plan(ctx); err != nil {
		return err
	}
	if s.people, err = r.journal.Read().People(ctx); err != nil {
		return err
	}
	return r.named(ctx, s, entriesOfGoals(s.plan.Goals))
}

// named reads the short forms of entries.
func (r growthReader) named(ctx context.Context, s *growthSheet, ids []journal.ID) error {
	lines, err := r.journal.Read().LinesOf(ctx, ids)
	if err != nil {
		return err
	}
	s.lines = make(map[journal.ID]journal.Line, len(lines))
	for _, l := range lines {
		if !l.Private || !r.noPrivate {
			s.lines[l.ID] = l
		}
	}
	return nil
}

// entriesOfGoals names the entries that goals are linked to.
func entriesOfGoals(goals []journal.Goal) []journal.ID {
	var ids []journal.ID
	for _, g := range goals {
		ids = append(ids, g.Entries...)
	}
	return ids
}

// newestOf names the newest entry of each accelerator.
func newestOf(board [3][3]evidence.Accelerator) []journal.ID {
	var ids []journal.ID
	for _, driver := range board {
		for _, a := range driver {
			if a.Newest != "" {
				ids = append(ids, a.Newest)
			}
		}
	}
	return ids
}

// lineOf finds a line of the checklist by its key: without one, the line that
// would help most, or else the first.
func lineOf(checks []evidence.Check, key string) (evidence.Check, bool) {
	at := slices.IndexFunc(checks, func(c evidence.Check) bool { return c.Key == key })
	switch most := evidence.HelpsMost(checks); {
	case at >= 0:
		return checks[at], true
	case len(most) > 0:
		return most[0], true
	case len(checks) > 0:
		return checks[0], true
	}
	return evidence.Check{}, false
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

// elementName is what the catalogue calls an element, or "".
func (s growthSheet) elementName(key string) string {
	if at, ok := s.catalogue.Element(key); ok {
		return at.Element.Name
	}
	return ""
}
