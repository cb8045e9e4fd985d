package data

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// TestTagsNamesAndEvidenceAreSetWhereTheyStand: everything else of the entry stays.
func TestTagsNamesAndEvidenceAreSetWhereTheyStand(t *testing.T) {
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

// touching draws other tags, people and evidence for some of the entries.
func touching(t *rapid.T, ids []journal.ID) journal.Changes {
	c := journal.Changes{
		At: anyInstant.Draw(t, "at"), Tags: map[journal.ID][]string{}, Named: map[journal.ID]journal.Naming{},
		Evidence: map[journal.ID][]journal.Evidence{},
	}
	for _, id := range ids {
		if rapid.Bool().Draw(t, "other tags?") {
			c.Tags[id] = some(t, anyText)
		}
		if rapid.Bool().Draw(t, "other people?") {
			c.Named[id] = journal.Naming{People: some(t, anyInvolved), Giver: rapid.OneOf(rapid.Just(""), anyRef).Draw(t, "giver")}
		}
		if rapid.Bool().Draw(t, "other evidence?") {
			c.Evidence[id] = some(t, anyEvidence)
		}
	}
	return c
}

// touched is what becomes of an entry.
func touched(e journal.Entry, c journal.Changes) journal.Entry {
	tags, retagged := c.Tags[e.ID]
	naming, renamed := c.Named[e.ID]
	evidence, proved := c.Evidence[e.ID]
	if !retagged && !renamed && !proved {
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
	if proved {
		e.Evidence = evidence
	}
	e.Updated = c.At
	e.Revision++
	return e
}

func TestTagsOfWhatIsNotThereUndoEverything(t *testing.T) {
	s := newStore(t)
	apply(t, s, journal.Changes{Entries: []journal.Entry{fullEntry(1), fullEntry(2)}})
	for name, c := range map[string]journal.Changes{
		"tags":     {Tags: map[journal.ID][]string{testID(1): {"new"}, testID(3): {"new"}}},
		"people":   {Named: map[journal.ID]journal.Naming{testID(1): {Giver: "new"}, testID(3): {}}},
		"evidence": {Evidence: map[journal.ID][]journal.Evidence{testID(1): nil, testID(3): nil}},
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
