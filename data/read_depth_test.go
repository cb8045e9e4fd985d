package data

import (
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

// TestEveryReadIsWhatAPlainCountFinds writes a journal in two steps, the second
// in the place of some of the first, and asks everything of it.
func TestEveryReadIsWhatAPlainCountFinds(t *testing.T) {
	empty := template(t)
	id := func(e journal.Entry) journal.ID { return e.ID }
	rapid.Check(t, func(rt *rapid.T) {
		s, closeStore := freshStore(rt, empty)
		defer closeStore()
		c := journal.Changes{
			Entries:      rapid.SliceOfNDistinct(ledgerEntry, 0, 12, id).Draw(rt, "entries"),
			Expectations: rapid.SliceOfNDistinct(anyExpectation, 0, 3, func(x journal.Expectation) journal.ID { return x.ID }).Draw(rt, "expectations"),
			People:       rapid.SliceOfNDistinct(ledgerPerson, 0, 5, func(p journal.Person) journal.ID { return p.ID }).Draw(rt, "people"),
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
	checkLedger(t, s, r, f, today)
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
	supporting, err := s.Supporting(ctx, ref)
	same(t, "Supporting", r.supporting(ref), supporting, err)
	tag := rapid.SampledFrom([]string{"X", "GRÖSSE", "none"}).Draw(t, "tag")
	tagged, err := s.Tagged(ctx, tag)
	same(t, "Tagged", r.tagged(tag), tagged, err)

	proofs := anyEvidenceFilter.Draw(t, "evidence filter")
	most := rapid.IntRange(0, 3).Draw(t, "most")
	evidence, err := s.EvidenceOf(ctx, proofs, most)
	same(t, "EvidenceOf", r.evidence(proofs, most), evidence, err)

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

// checkLedger reads the ledger from any piece on, and asks where one stands.
func checkLedger(t *rapid.T, s *Store, r recount, f journal.FeedbackFilter, soon journal.Day) {
	all := r.ledger(f, soon)
	w := journal.LedgerWindow{Soon: soon, Skip: rapid.IntRange(0, len(all)+2).Draw(t, "skip"), Limit: rapid.IntRange(1, 5).Draw(t, "limit")}
	from := min(w.Skip, len(all))
	part, err := s.Ledger(t.Context(), f, w)
	same(t, "Ledger", append([]journal.FeedbackLine(nil), all[from:min(from+w.Limit, len(all))]...), part, err)

	want, id := -1, anyID.Draw(t, "piece")
	if at := rapid.IntRange(0, len(all)).Draw(t, "at"); at < len(all) {
		want, id = at, all[at].ID
	} else {
		want = slices.IndexFunc(all, func(l journal.FeedbackLine) bool { return l.ID == id })
	}
	at, err := s.LedgerPlace(t.Context(), f, soon, id)
	same(t, "LedgerPlace", want, at, err)

	var groups [journal.LedgerGroups]int
	for _, l := range all {
		groups[l.Group(soon)]++
	}
	counts, err := s.FeedbackCounts(t.Context(), f, soon)
	same(t, "Groups", groups, counts.Groups(), err)
}

var anyEvidenceFilter = rapid.Custom(func(t *rapid.T) journal.EvidenceFilter {
	f := journal.EvidenceFilter{NoPrivate: rapid.Bool().Draw(t, "no private")}
	if rapid.Bool().Draw(t, "one?") {
		f.Expectation = journal.ID(anyRef.Draw(t, "expectation"))
	}
	if rapid.Bool().Draw(t, "since?") {
		f.Since = nearDay.Draw(t, "since")
	}
	if rapid.Bool().Draw(t, "until?") {
		f.Until = nearDay.Draw(t, "until")
	}
	return f
})

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
	if rapid.IntRange(0, 9).Draw(t, "one entry?") == 0 {
		f.Entry = anyID.Draw(t, "entry")
	}
	return f
})

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
