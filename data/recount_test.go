package data

import (
	"cmp"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// recount answers what a store is asked from all its entries, as plainly as
// can be.
type recount struct {
	entries []journal.Entry // newest first
	people  []journal.Person
	asked   map[string]bool // the expectations that are not retired
}

func recountOf(t *rapid.T, s *Store) recount {
	var r recount
	for e, err := range s.Entries(t.Context(), journal.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		r.entries = append(r.entries, e)
	}
	var err error
	if r.people, err = s.People(t.Context()); err != nil {
		t.Fatal(err)
	}
	xs, err := s.Expectations(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r.asked = map[string]bool{}
	for _, x := range xs {
		r.asked[string(x.ID)] = !x.Retired
	}
	return r
}

// wanted tells whether evidence is for what a filter asks.
func (r recount) wanted(f journal.EvidenceFilter, v journal.Evidence) bool {
	if f.Expectation == "" {
		return r.asked[v.Expectation]
	}
	return v.Expectation == string(f.Expectation)
}

func (r recount) entry(id journal.ID) *journal.Entry {
	for i := range r.entries {
		if r.entries[i].ID == id {
			return &r.entries[i]
		}
	}
	return nil
}

func (r recount) name(ref string) (string, journal.ID) {
	for _, p := range r.people {
		if string(p.ID) == ref {
			return p.Name, p.ID
		}
	}
	return ref, ""
}

// means tells whether an ID or a name means whom an entry names.
func (r recount) means(asked, ref string) bool {
	name, id := r.name(ref)
	return ref != "" && (asked == ref || id != "" && fold(asked) == fold(name))
}

func cut(text string) string {
	letters := []rune(text)
	return string(letters[:min(240, len(letters))])
}

func lineOf(e *journal.Entry) journal.Line {
	return journal.Line{
		ID: e.ID, Kind: e.Kind, Day: e.Day, Precision: e.Precision, Created: e.Created, Title: e.Title, Excerpt: cut(e.Body),
		Private: e.Private, Starred: e.Starred,
	}
}

// acting are the entries that act on a piece of feedback.
func (r recount) acting(e *journal.Entry) map[journal.ID]bool {
	all := map[journal.ID]bool{}
	if e.Kind == journal.FeedbackKind && e.Feedback != nil {
		for _, id := range e.Feedback.ActedOnIn {
			if id != e.ID && r.entry(id) != nil {
				all[id] = true
			}
		}
	}
	return all
}

func (r recount) feedback(f journal.FeedbackFilter) []journal.FeedbackLine {
	var all []journal.FeedbackLine
	for i := range r.entries {
		e := &r.entries[i]
		if e.Kind != journal.FeedbackKind {
			continue
		}
		b := orEmpty(e.Feedback)
		l := journal.FeedbackLine{
			Line: lineOf(e), Relationship: b.Relationship, Channel: b.Channel, Quote: cut(b.Quote), Stance: b.Stance,
			State: cmp.Or(b.State, "new"), FollowUpOn: b.FollowUpOn, ActedOn: len(r.acting(e)),
		}
		l.Giver, l.GiverID = r.name(b.Giver)
		open := l.State != "followed-up"
		if (f.State == "" || f.State == l.State) && (f.Stance == "" || f.Stance == l.Stance) &&
			(f.Giver == "" || r.means(f.Giver, b.Giver)) &&
			(f.Since.IsZero() || e.Day.Compare(f.Since) >= 0) && (f.Until.IsZero() || e.Day.Compare(f.Until) <= 0) &&
			(f.DueBy.IsZero() || open && isDue(l.FollowUpOn, f.DueBy)) &&
			(!f.NeverActedOn || open && l.ActedOn == 0) && (!f.ActedOn || l.ActedOn > 0) && (!f.NoPrivate || !e.Private) &&
			(f.Entry == "" || f.Entry == e.ID) {
			all = append(all, l)
		}
	}
	slices.SortStableFunc(all, func(a, b journal.FeedbackLine) int {
		rank := func(l journal.FeedbackLine) string {
			switch {
			case l.State == "followed-up":
				return "3"
			case l.FollowUpOn.IsZero():
				return "2"
			}
			return "1" + l.FollowUpOn.String()
		}
		return strings.Compare(rank(a), rank(b))
	})
	return all
}

// ledger is the feedback in its groups.
func (r recount) ledger(f journal.FeedbackFilter, soon journal.Day) []journal.FeedbackLine {
	all := r.feedback(f)
	slices.SortStableFunc(all, func(a, b journal.FeedbackLine) int { return cmp.Compare(a.Group(soon), b.Group(soon)) })
	return all
}

func isDue(on, by journal.Day) bool { return !on.IsZero() && on.Compare(by) <= 0 }

func (r recount) feedbackCounts(f journal.FeedbackFilter, today journal.Day) journal.FeedbackCounts {
	var n journal.FeedbackCounts
	givers, quoted := map[string]bool{}, map[string]bool{}
	for _, l := range r.feedback(f) {
		if ref := r.entry(l.ID).Feedback; ref != nil && ref.Giver != "" {
			givers[ref.Giver] = true
			quoted[ref.Giver] = quoted[ref.Giver] || l.Quote != ""
		}
		n.All++
		for _, each := range []struct {
			counts bool
			count  *int
		}{
			{l.Stance == "praise", &n.Praise},
			{l.Stance == "constructive", &n.Constructive},
			{l.Stance == "mixed", &n.Mixed},
			{l.State == "new", &n.New},
			{l.State == "practising", &n.Practising},
			{l.State == "followed-up", &n.FollowedUp},
			{l.State != "followed-up" && isDue(l.FollowUpOn, today), &n.Due},
			{l.State != "followed-up" && l.ActedOn == 0, &n.NeverActedOn},
			{l.ActedOn > 0, &n.ActedOn},
			{l.Group(today) == journal.LedgerActedOn, &n.Practised},
			{l.Quote != "", &n.Quoted},
		} {
			if each.counts {
				*each.count++
			}
		}
	}
	n.Givers = len(givers)
	for _, is := range quoted {
		if is {
			n.Quoting++
		}
	}
	return n
}

func (r recount) applications(noPrivate bool) []journal.ApplicationLine {
	var all []journal.ApplicationLine
	for i := range r.entries {
		e := &r.entries[i]
		if e.Kind != journal.ApplicationKind || noPrivate && e.Private {
			continue
		}
		a := orEmpty(e.Application)
		var stages []journal.Stage
		for _, s := range a.Stages {
			stages = append(stages, journal.Stage{Stage: s.Stage, Day: s.Day, Note: s.Note, Lesson: s.Lesson})
		}
		all = append(all, journal.ApplicationLine{
			Line: lineOf(e), Position: a.Position, Organisation: a.Organisation, Route: a.Route, Stages: stages,
			NextStep: a.NextStep, NextStepOn: a.NextStepOn, Lessons: a.Lessons,
		})
	}
	return all
}

func (r recount) due(until journal.Day, noPrivate bool) []journal.Due {
	var all []journal.Due
	for i := range r.entries {
		e := &r.entries[i]
		b, a := orEmpty(e.Feedback), orEmpty(e.Application)
		switch {
		case noPrivate && e.Private:
		case e.Kind == journal.FeedbackKind && b.State != "followed-up" && isDue(b.FollowUpOn, until):
			name, _ := r.name(b.Giver)
			all = append(all, journal.Due{Kind: journal.DueFollowUp, ID: e.ID, On: b.FollowUpOn, Who: name, Text: cut(b.Quote)})
		case e.Kind == journal.ApplicationKind && isDue(a.NextStepOn, until):
			if n := len(a.Stages); n > 0 && slices.Contains([]string{"accepted", "rejected", "withdrawn"}, a.Stages[n-1].Stage) {
				continue
			}
			all = append(all, journal.Due{
				Kind: journal.DueNextStep, ID: e.ID, On: a.NextStepOn, Who: cmp.Or(a.Organisation, a.Position), Text: cut(a.NextStep),
			})
		}
	}
	slices.SortStableFunc(all, func(a, b journal.Due) int { return a.On.Compare(b.On) })
	return all
}

func (r recount) titled(text string, whole bool, limit int) []journal.Line {
	var all []journal.Line
	for i := range r.entries {
		title := foldTitle(r.entries[i].Title)
		if title != "" && (title == foldTitle(text) || !whole && strings.HasPrefix(title, foldTitle(text))) && len(all) < limit {
			all = append(all, lineOf(&r.entries[i]))
		}
	}
	return all
}

func (r recount) linksTo(id journal.ID) []journal.Link {
	var all []journal.Link
	acting, title := map[journal.ID]bool{}, ""
	if e := r.entry(id); e != nil {
		acting, title = r.acting(e), foldTitle(e.Title)
	}
	for i := range r.entries {
		e := &r.entries[i]
		by := journal.LinkKind("")
		switch {
		case e.ID == id:
		case slices.Contains(e.Links, id):
			by = journal.LinkTo
		case acting[e.ID]:
			by = journal.LinkActsOn
		case e.Kind == journal.FeedbackKind && e.Feedback != nil && slices.Contains(e.Feedback.ActedOnIn, id):
			by = journal.LinkActedOn
		case title != "" && slices.ContainsFunc(journal.Mentions(e.Body), func(m string) bool { return foldTitle(m) == title }):
			by = journal.LinkMention
		}
		if by != "" {
			all = append(all, journal.Link{Line: lineOf(e), By: by})
		}
	}
	return all
}

func (r recount) named(ref string) map[journal.ID]journal.Naming {
	all := map[journal.ID]journal.Naming{}
	for i := range r.entries {
		e := &r.entries[i]
		giver := orEmpty(e.Feedback).Giver
		if giver == ref || slices.ContainsFunc(e.People, func(p journal.Involved) bool { return p.Person == ref }) {
			all[e.ID] = journal.Naming{People: e.People, Giver: giver}
		}
	}
	return all
}

func (r recount) personLines() []journal.PersonLine {
	var all []journal.PersonLine
	for _, p := range r.people {
		l := journal.PersonLine{Person: p}
		for id := range r.named(string(p.ID)) {
			e := r.entry(id)
			l.Entries++
			if e.Kind == journal.FeedbackKind && orEmpty(e.Feedback).Giver == string(p.ID) {
				l.Feedback++
			}
			if e.Day.Compare(l.Newest) > 0 {
				l.Newest = e.Day
			}
		}
		all = append(all, l)
	}
	return all
}

func (r recount) supporting(ref string) map[journal.ID][]journal.Evidence {
	all := map[journal.ID][]journal.Evidence{}
	for _, e := range r.entries {
		if slices.ContainsFunc(e.Evidence, func(v journal.Evidence) bool { return v.Expectation == ref }) {
			all[e.ID] = e.Evidence
		}
	}
	return all
}

func (r recount) tagged(tag string) map[journal.ID][]string {
	all := map[journal.ID][]string{}
	for _, e := range r.entries {
		if slices.ContainsFunc(e.Tags, func(each string) bool { return fold(each) == fold(tag) }) {
			all[e.ID] = e.Tags
		}
	}
	return all
}

// evidence lists what passes a filter.
func (r recount) evidence(f journal.EvidenceFilter, limit int) journal.EvidenceList {
	var list journal.EvidenceList
	people := map[string]bool{}
	for i := range r.entries {
		e := &r.entries[i]
		if f.NoPrivate && e.Private || !f.Since.IsZero() && e.Day.Before(f.Since) || !f.Until.IsZero() && e.Day.After(f.Until) {
			continue
		}
		strongest := -1
		for at, v := range e.Evidence {
			if r.wanted(f, v) && (strongest < 0 || v.Strength.Rank() > e.Evidence[strongest].Strength.Rank()) {
				strongest = at
			}
		}
		if strongest < 0 {
			continue
		}
		list.Entries++
		l := journal.EvidenceLine{Line: lineOf(e), Strength: e.Evidence[strongest].Strength, Note: e.Evidence[strongest].Note}
		if e.Kind == journal.FeedbackKind && e.Feedback != nil {
			people[e.Feedback.Giver] = true
			l.Giver, _ = r.name(e.Feedback.Giver)
			l.Quote = cut(e.Feedback.Quote)
		}
		for _, p := range e.People {
			people[p.Person] = true
		}
		if limit == 0 || len(list.Lines) < limit {
			list.Lines = append(list.Lines, l)
		}
	}
	delete(people, "")
	list.People = len(people)
	return list
}
