package data

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// ledgerEntry makes entries of few values, so that they meet.
var ledgerEntry = rapid.Custom(func(t *rapid.T) journal.Entry {
	e := anyEntry.Draw(t, "entry")
	e.Title = rapid.SampledFrom([]string{"", " ", "Big win", "BIG WIN ", "Big", "Résumé", "resume\u0301s", "bigger", "ไม้", "ไม"}).Draw(t, "title")
	e.Body = rapid.SampledFrom([]string{
		"", "see [[big win]]", "`[[big]]` [[RESUME|that]]\n", "[[Big]] [[big]] [[Big win]]", strings.Repeat("é", 300), "[[ไม]] [[x]]", "```\n[[Big]]",
	}).Draw(t, "body")
	e.Day = nearDay.Draw(t, "day")
	e.Tags = some(t, rapid.SampledFrom([]string{"x", "X", "Größe", "grösse"}))
	if f := e.Feedback; f != nil {
		f.State = rapid.SampledFrom(append(journal.FeedbackStates(), "")).Draw(t, "state")
		f.Stance = rapid.SampledFrom(append(journal.Stances(), "")).Draw(t, "stance")
		f.FollowUpOn = rapid.OneOf(rapid.Just(journal.Day{}), nearDay).Draw(t, "follow up")
		f.Quote = rapid.SampledFrom([]string{"", "said", strings.Repeat("ß", 241)}).Draw(t, "quote")
	}
	if a := e.Application; a != nil {
		a.NextStepOn = rapid.OneOf(rapid.Just(journal.Day{}), nearDay).Draw(t, "next step")
		for i := range a.Stages {
			a.Stages[i].Stage = rapid.SampledFrom(journal.StageNames()).Draw(t, "stage")
		}
	}
	return e
})

var nearDay = rapid.Custom(func(t *rapid.T) journal.Day {
	return journal.Day{Year: 2026, Month: 11, Date: 1}.AddDays(rapid.IntRange(0, 9).Draw(t, "day"))
})

var ledgerPerson = rapid.Custom(func(t *rapid.T) journal.Person {
	p := anyPerson.Draw(t, "person")
	p.Name = rapid.SampledFrom([]string{"Ada", "ada ", "Grace", "Lise"}).Draw(t, "name")
	return p
})

// recount answers what a store is asked from all its entries, as plainly as
// can be.
type recount struct {
	entries []journal.Entry // newest first
	people  []journal.Person
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
	return r
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
			(!f.NeverActedOn || open && l.ActedOn == 0) && (!f.ActedOn || l.ActedOn > 0) && (!f.NoPrivate || !e.Private) {
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

func isDue(on, by journal.Day) bool { return !on.IsZero() && on.Compare(by) <= 0 }

func (r recount) feedbackCounts(f journal.FeedbackFilter, today journal.Day) journal.FeedbackCounts {
	var n journal.FeedbackCounts
	givers := map[string]bool{}
	for _, l := range r.feedback(f) {
		if ref := r.entry(l.ID).Feedback; ref != nil && ref.Giver != "" {
			givers[ref.Giver] = true
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
		} {
			if each.counts {
				*each.count++
			}
		}
	}
	n.Givers = len(givers)
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
		all = append(all, journal.ApplicationLine{
			Line: lineOf(e), Position: a.Position, Organisation: a.Organisation, Route: a.Route, Stages: a.Stages,
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

func (r recount) tagged(tag string) map[journal.ID][]string {
	all := map[journal.ID][]string{}
	for _, e := range r.entries {
		if slices.ContainsFunc(e.Tags, func(each string) bool { return fold(each) == fold(tag) }) {
			all[e.ID] = e.Tags
		}
	}
	return all
}

// TestEveryReadIsWhatAPlainCountFinds writes a journal in two steps, the second
// in the place of some of the first, and asks everything of it.
func TestEveryReadIsWhatAPlainCountFinds(t *testing.T) {
	empty := template(t)
	id := func(e journal.Entry) journal.ID { return e.ID }
	rapid.Check(t, func(rt *rapid.T) {
		s, closeStore := freshStore(rt, empty)
		defer closeStore()
		c := journal.Changes{
			Entries: rapid.SliceOfNDistinct(ledgerEntry, 0, 12, id).Draw(rt, "entries"),
			People:  rapid.SliceOfNDistinct(ledgerPerson, 0, 5, func(p journal.Person) journal.ID { return p.ID }).Draw(rt, "people"),
		}
		written := map[journal.ID]int64{}
		for range 2 {
			if err := s.Apply(t.Context(), c); err != nil {
				rt.Fatal(err)
			}
			for _, e := range c.Entries {
				written[e.ID]++
			}
			c = journal.Changes{Entries: rapid.SliceOfNDistinct(ledgerEntry, 0, 4, id).Draw(rt, "changed")}
			for i := range c.Entries {
				c.Entries[i].Revision = written[c.Entries[i].ID]
			}
		}
		checkReads(rt, s)
	})
}

func checkReads(t *rapid.T, s *Store) {
	ctx, r := t.Context(), recountOf(t, s)
	today, noPrivate := nearDay.Draw(t, "today"), rapid.Bool().Draw(t, "no private")
	id, ref := anyID.Draw(t, "id"), anyRef.Draw(t, "ref")
	f := anyFeedbackFilter.Draw(t, "filter")

	feedback, err := s.Feedback(ctx, f)
	same(t, "Feedback", r.feedback(f), feedback, err)
	counts, err := s.FeedbackCounts(ctx, f, today)
	same(t, "FeedbackCounts", r.feedbackCounts(f, today), counts, err)
	applications, err := s.Applications(ctx, noPrivate)
	same(t, "Applications", r.applications(noPrivate), applications, err)
	due, err := s.DueEntries(ctx, today, noPrivate)
	same(t, "DueEntries", r.due(today, noPrivate), due, err)
	links, err := s.LinksTo(ctx, id)
	same(t, "LinksTo", r.linksTo(id), links, err)
	people, err := s.PersonLines(ctx)
	same(t, "PersonLines", r.personLines(), people, err)
	named, err := s.Named(ctx, ref)
	same(t, "Named", r.named(ref), named, err)
	tag := rapid.SampledFrom([]string{"X", "GRÖSSE", "none"}).Draw(t, "tag")
	tagged, err := s.Tagged(ctx, tag)
	same(t, "Tagged", r.tagged(tag), tagged, err)

	text, whole := rapid.SampledFrom([]string{"", "b", "Big", " big win", "resume", "RÉSUMÉ", "ไม"}).Draw(t, "text"), rapid.Bool().Draw(t, "whole")
	limit := rapid.IntRange(1, 5).Draw(t, "limit")
	titled, err := s.Titled(ctx, text, whole, limit)
	same(t, "Titled", r.titled(text, whole, limit), titled, err)

	ids := some(t, anyID)
	var want []journal.Line
	for _, id := range ids {
		if e := r.entry(id); e != nil {
			want = append(want, lineOf(e))
		}
	}
	lines, err := s.LinesOf(ctx, ids)
	same(t, "LinesOf", want, lines, err)
}

var anyFeedbackFilter = rapid.Custom(func(t *rapid.T) journal.FeedbackFilter {
	some := func() bool { return rapid.IntRange(0, 3).Draw(t, "filter by this?") == 0 }
	var f journal.FeedbackFilter
	if some() {
		f.State = rapid.SampledFrom(journal.FeedbackStates()).Draw(t, "state")
	}
	if some() {
		f.Stance = rapid.SampledFrom(journal.Stances()).Draw(t, "stance")
	}
	if some() {
		f.Giver = rapid.OneOf(anyRef, rapid.Just("ADA")).Draw(t, "giver")
	}
	if some() {
		f.Since = nearDay.Draw(t, "since")
	}
	if some() {
		f.Until = nearDay.Draw(t, "until")
	}
	if some() {
		f.DueBy = nearDay.Draw(t, "due by")
	}
	f.NeverActedOn, f.ActedOn, f.NoPrivate = some(), some(), some()
	return f
})

// TestTagsAndNamesAreSetWhereTheyStand: everything else of the entry stays.
func TestTagsAndNamesAreSetWhereTheyStand(t *testing.T) {
	empty := template(t)
	rapid.Check(t, func(rt *rapid.T) {
		s, closeStore := freshStore(rt, empty)
		defer closeStore()
		s.bulkFrom = rapid.SampledFrom([]int{1, 3, 1000}).Draw(rt, "bulkFrom")
		ctx := t.Context()
		before := journal.Changes{
			Entries: rapid.SliceOfNDistinct(ledgerEntry, 1, 6, func(e journal.Entry) journal.ID { return e.ID }).Draw(rt, "entries"),
			People:  rapid.SliceOfNDistinct(ledgerPerson, 0, 5, func(p journal.Person) journal.ID { return p.ID }).Draw(rt, "people"),
		}
		if err := s.Apply(ctx, before); err != nil {
			rt.Fatal(err)
		}
		var ids []journal.ID
		for _, e := range before.Entries {
			ids = append(ids, e.ID)
		}
		c := touching(rt, ids)
		if err := s.Apply(ctx, c); err != nil {
			rt.Fatal(err)
		}
		for _, e := range before.Entries {
			e.Revision = 1
			got, err := s.Entry(ctx, e.ID)
			same(rt, "entry", touched(e, c), got, err)
		}
		checkDerived(rt, s)
		if problems, err := s.checkTexts(ctx); err != nil || len(problems) > 0 {
			rt.Fatalf("the deep check finds %v, %v", problems, err)
		}
		checkReads(rt, s)
	})
}

// touching draws other tags and people for some of the entries.
func touching(t *rapid.T, ids []journal.ID) journal.Changes {
	c := journal.Changes{At: anyInstant.Draw(t, "at"), Tags: map[journal.ID][]string{}, Named: map[journal.ID]journal.Naming{}}
	for _, id := range ids {
		if rapid.Bool().Draw(t, "other tags?") {
			c.Tags[id] = some(t, anyText)
		}
		if rapid.Bool().Draw(t, "other people?") {
			c.Named[id] = journal.Naming{People: some(t, anyInvolved), Giver: rapid.OneOf(rapid.Just(""), anyRef).Draw(t, "giver")}
		}
	}
	return c
}

// touched is what becomes of an entry.
func touched(e journal.Entry, c journal.Changes) journal.Entry {
	tags, retagged := c.Tags[e.ID]
	naming, renamed := c.Named[e.ID]
	if !retagged && !renamed {
		return e
	}
	if retagged {
		e.Tags = tags
	}
	if renamed {
		e.People = naming.People
		if e.Feedback != nil || naming.Giver != "" {
			f := orEmpty(e.Feedback)
			f.Giver = naming.Giver
			e.Feedback = &f
		}
	}
	e.Updated = c.At
	e.Revision++
	return e
}

// TestAPersonMovesWithTheEntry: an autosave that changes the day alone leaves
// the people of the entry where they are.
func TestAPersonMovesWithTheEntry(t *testing.T) {
	s := newStore(t)
	e := written(1, "", "")
	e.People = []journal.Involved{{Person: string(testID(900))}}
	apply(t, s, journal.Changes{Entries: []journal.Entry{e}, People: []journal.Person{{ID: testID(900), Name: "Ada"}}})
	e.Revision, e.Day = 1, day(t, "2026-03-15")
	apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
	people, err := s.PersonLines(t.Context())
	if err != nil || len(people) != 1 || people[0].Newest != e.Day || people[0].Entries != 1 {
		t.Errorf("%+v, %v", people, err)
	}
}

func TestTagsOfWhatIsNotThereUndoEverything(t *testing.T) {
	s := newStore(t)
	apply(t, s, journal.Changes{Entries: []journal.Entry{fullEntry(1), fullEntry(2)}})
	for name, c := range map[string]journal.Changes{
		"tags":   {Tags: map[journal.ID][]string{testID(1): {"new"}, testID(3): {"new"}}},
		"people": {Named: map[journal.ID]journal.Naming{testID(1): {Giver: "new"}, testID(3): {}}},
	} {
		c.Entries = []journal.Entry{written(4, "rides along", "")}
		if err := s.Apply(t.Context(), c); !errors.Is(err, journal.ErrNotFound) {
			t.Errorf("%s: %v, want ErrNotFound", name, err)
		}
		if n, err := s.Count(t.Context(), journal.Filter{}); err != nil || n != 2 {
			t.Errorf("%s: %d entries, %v", name, n, err)
		}
	}
	again := fullEntry(2)
	again.Revision = 1
	for name, c := range map[string]journal.Changes{
		"replaced": {Entries: []journal.Entry{again}},
		"removed":  {RemoveEntries: []journal.ID{again.ID}},
	} {
		c.Tags = map[journal.ID][]string{again.ID: {"new"}}
		if err := s.Apply(t.Context(), c); !errors.Is(err, journal.ErrConflict) {
			t.Errorf("%s in the same changes: %v, want ErrConflict", name, err)
		}
	}
	for n := range 2 {
		want := fullEntry(n + 1)
		want.Revision = 1
		got, err := s.Entry(t.Context(), want.ID)
		if err != nil {
			t.Fatal(err)
		}
		expect(t, "the entry", want, got)
	}
}
