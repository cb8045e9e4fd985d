package data

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"groundwork/journal"
)

// sampleDepth makes n entries as sample does, of which a fifth is feedback and
// a twentieth applications, with 300 people, links and texts that name titles.
func sampleDepth(n int) journal.Changes {
	r := rand.New(rand.NewPCG(3, uint64(n)))
	c := sample(n)
	c.People = nil
	for i := range 300 {
		c.People = append(c.People, journal.Person{ID: testID(1_000_000 + i), Name: fmt.Sprintf("Person %d", i)})
	}
	person := func() string { return string(testID(1_000_000 + r.IntN(300))) }
	other := func() journal.ID { return testID(r.IntN(n)) }
	for i := range c.Entries {
		e := &c.Entries[i]
		e.Kind, e.Feedback, e.Application = journal.Kinds()[r.IntN(2)], nil, nil
		for k := range e.People {
			e.People[k].Person = person()
		}
		if r.IntN(5) == 0 {
			e.Links = []journal.ID{other(), other()}
		}
		if r.IntN(10) == 0 {
			e.Body += " [[" + c.Entries[r.IntN(n)].Title + "]]"
		}
		switch i % 20 {
		case 0, 1, 2, 3:
			e.Kind = journal.FeedbackKind
			e.Feedback = &journal.Feedback{
				Giver: person(), Relationship: "peer", Channel: "talk", Quote: c.Entries[r.IntN(n)].Title, Behaviour: "b", Impact: "i",
				Stance: journal.Stances()[r.IntN(3)], State: journal.FeedbackStates()[r.IntN(3)], FollowUpOn: e.Day.AddDays(90),
			}
			for range r.IntN(3) {
				e.Feedback.ActedOnIn = append(e.Feedback.ActedOnIn, other())
			}
		case 4:
			e.Kind = journal.ApplicationKind
			e.Application = &journal.Application{
				Position: "Lead", Organisation: "Org", Route: "internal", NextStep: "call", NextStepOn: e.Day.AddDays(20), Lessons: "l",
			}
			for k := range 2 + r.IntN(4) {
				e.Application.Stages = append(e.Application.Stages, journal.Stage{Stage: journal.StageNames()[r.IntN(10)], Day: e.Day.AddDays(k), Note: "a note"})
			}
		}
	}
	return c
}

// BenchmarkDepth times what the ledgers, people and links ask for, beside
// reading as many short forms as there is feedback.
func BenchmarkDepth(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		s := newStore(b)
		apply(b, s, sampleDepth(n))
		ctx := context.Background()
		today := journal.Day{Year: 2026, Month: 11, Date: 20}
		// What many lead to: a piece of feedback whose title is named.
		var acted journal.ID
		if err := s.readers.QueryRow(`SELECT e.id FROM acted_on AS a JOIN entries AS e ON e.n = a.entry JOIN entry_mentions AS m
			ON m.folded = e.title_folded WHERE e.kind = 'feedback'`).Scan(&acted); err != nil {
			b.Fatal(err)
		}
		title := mustEntry(b, s, acted).Title
		var hundredth string // of what is to be followed up
		if err := s.readers.QueryRow(`SELECT feedback_follow_up_on FROM entries WHERE kind = 'feedback' AND feedback_follow_up_on <> ''
			AND feedback_state <> 'followed-up' ORDER BY 1 LIMIT 1 OFFSET 99`).Scan(&hundredth); err != nil {
			b.Fatal(err)
		}
		tagged, err := s.Tagged(ctx, "tag 3")
		if err != nil {
			b.Fatal(err)
		}
		for _, read := range []struct {
			name string
			do   func() error
		}{
			{"as many lines", func() error { _, err := s.Lines(ctx, journal.Filter{}, "", n/5); return err }},
			{"lines of feedback", func() error {
				_, err := s.Lines(ctx, journal.Filter{Kinds: []journal.Kind{journal.FeedbackKind}}, "", 0)
				return err
			}},
			{"Feedback", func() error { _, err := s.Feedback(ctx, journal.FeedbackFilter{}); return err }},
			{"Ledger", func() error {
				_, err := s.Ledger(ctx, journal.FeedbackFilter{}, journal.LedgerWindow{Soon: today, Limit: 64})
				return err
			}},
			{"Ledger, in its midst", func() error {
				_, err := s.Ledger(ctx, journal.FeedbackFilter{}, journal.LedgerWindow{Soon: today, Skip: n / 10, Limit: 64})
				return err
			}},
			{"Feedback of a giver", func() error {
				_, err := s.Feedback(ctx, journal.FeedbackFilter{Giver: string(testID(1_000_007))})
				return err
			}},
			{"Feedback never acted on", func() error { _, err := s.Feedback(ctx, journal.FeedbackFilter{NeverActedOn: true}); return err }},
			{"FeedbackCounts", func() error { _, err := s.FeedbackCounts(ctx, journal.FeedbackFilter{}, today); return err }},
			{"Applications", func() error { _, err := s.Applications(ctx, false); return err }},
			{"DueEntries, a hundred", func() error { _, err := s.DueEntries(ctx, day(b, hundredth), false); return err }},
			{"DueEntries, all", func() error { _, err := s.DueEntries(ctx, today, true); return err }},
			{"PersonLines", func() error { _, err := s.PersonLines(ctx); return err }},
			{"Named", func() error { _, err := s.Named(ctx, string(testID(1_000_007))); return err }},
			{"Tagged", func() error { _, err := s.Tagged(ctx, "tag 3"); return err }},
			{"LinksTo", func() error { _, err := s.LinksTo(ctx, acted); return err }},
			{"LinesOf 20", func() error {
				var ids []journal.ID
				for i := range 20 {
					ids = append(ids, testID(i*37))
				}
				_, err := s.LinesOf(ctx, ids)
				return err
			}},
			{"Titled, 8 of one letter", func() error { _, err := s.Titled(ctx, "b", false, 8); return err }},
			{"Titled, 8 of any", func() error { _, err := s.Titled(ctx, "", false, 8); return err }},
			{"Titled, whole", func() error { _, err := s.Titled(ctx, title, true, 1); return err }},
			{"filter by person", func() error {
				_, err := s.Lines(ctx, journal.Filter{Person: string(testID(1_000_007))}, "", 50)
				return err
			}},
		} {
			b.Run(fmt.Sprintf("%d/%s", n, read.name), func(b *testing.B) { measure(b, read.do) })
		}
		// A tag gets another name in all its entries.
		b.Run(fmt.Sprintf("%d/rename a tag of %d", n, len(tagged)), func(b *testing.B) {
			measure(b, func() error { return s.Apply(ctx, journal.Changes{Tags: tagged}) })
		})
	}
}

func mustEntry(t testing.TB, s *Store, id journal.ID) journal.Entry {
	t.Helper()
	e, err := s.Entry(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return e
}
