package ui

import (
	"context"
	"slices"
	"strings"

	"groundwork/journal"
)

// The tabs of a person.
const (
	tabLeadingUp = "leading-up"
	tabFeedback  = "feedback"
	tabEntries   = "entries"
	tabAbout     = "about"
)

// mostOfPerson is how many entries of one person a tab lists.
const mostOfPerson = 2000

// peopleQuestion is what the page is asked to show.
type peopleQuestion struct {
	chosen    journal.ID // who is beside the list; "" is the first
	tab       string     // what of them; "" is what suits them
	noPrivate bool
}

// peopleSheet is all that the page shows. It is read in one go off the UI
// goroutine, so that the page is painted once.
type peopleSheet struct {
	today  journal.Day
	all    []journal.PersonLine // in the order of their support, and then by name
	person *personSheet         // nil where there is nobody
	tab    string               // what is shown of them
}

// personSheet is one person, with what the open tab shows.
type personSheet struct {
	journal.PersonLine                        // its counts leave out what is hidden
	said               []journal.FeedbackLine // of the tab with feedback
	lines              []journal.Line         // of the tab with entries
}

// peopleReader reads what the page shows. It touches nothing of the window.
type peopleReader struct{ journal *journal.Journal }

// sheet answers a question with four reads at most, whatever the journal
// holds.
func (r peopleReader) sheet(ctx context.Context, q peopleQuestion) (peopleSheet, error) {
	s := peopleSheet{today: r.journal.Today(ctx), tab: q.tab}
	var err error
	if s.all, err = r.journal.Read().PersonLines(ctx); err != nil || len(s.all) == 0 {
		return s, err
	}
	slices.SortStableFunc(s.all, func(a, b journal.PersonLine) int { return supportRank(a.Support) - supportRank(b.Support) })
	at := max(slices.IndexFunc(s.all, func(l journal.PersonLine) bool { return l.ID == q.chosen }), 0)
	s.person = &personSheet{PersonLine: s.all[at]}
	s.tab = fittingTab(q.tab, s.person.Person)
	return s, r.fill(ctx, s.person, s.tab, q.noPrivate)
}

// fill reads what a tab shows of a person.
func (r peopleReader) fill(ctx context.Context, p *personSheet, tab string, noPrivate bool) (err error) {
	read := r.journal.Read()
	said := journal.FeedbackFilter{Giver: string(p.ID), NoPrivate: noPrivate}
	in := journal.Filter{Person: string(p.ID), NoPrivate: noPrivate}
	if noPrivate {
		if p.Entries, err = read.Count(ctx, in); err != nil {
			return err
		}
		counts, err := read.FeedbackCounts(ctx, said, journal.Day{})
		if err != nil {
			return err
		}
		p.Feedback = counts.All
	}
	switch tab {
	case tabFeedback:
		p.said, err = read.Feedback(ctx, said)
	case tabEntries:
		p.lines, err = read.Lines(ctx, in, "", mostOfPerson)
	}
	return err
}

// others finds people by their name, without one of them.
func (r peopleReader) others(ctx context.Context, but journal.ID, words string) ([]journal.PersonLine, error) {
	all, err := r.journal.Read().PersonLines(ctx)
	typed := strings.Fields(folded(words))
	all = slices.DeleteFunc(all, func(l journal.PersonLine) bool { return l.ID == but || !holdsAll(folded(l.Name), typed) })
	return all[:min(len(all), mostChoices)], err
}

// fittingTab is the tab that was asked for, or what suits a person: the sheet
// on leading up is about who leads.
func fittingTab(tab string, p journal.Person) string {
	switch {
	case tab == "" && p.Leads():
		return tabLeadingUp
	case tab == "" || tab == tabLeadingUp && !p.Leads():
		return tabAbout
	}
	return tab
}

// supportRank orders people by their support; who has none comes last.
func supportRank(support string) int {
	if at := slices.Index(journal.Supports(), support); at >= 0 {
		return at
	}
	return len(journal.Supports())
}
