package evidence_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"groundwork/journal"
	"groundwork/journal/evidence"
)

// today is the day on which the measured journals are looked at.
var today = journal.Day{Year: 2026, Month: 11, Date: 20}

func id(n int) journal.ID { return journal.ID(fmt.Sprintf("00000000-0000-7000-8000-%012d", n)) }

// expectations makes n expectations, in eight areas.
func expectations(n int) []journal.Expectation {
	all := make([]journal.Expectation, n)
	for i := range all {
		all[i] = journal.Expectation{ID: id(i), Name: fmt.Sprintf("Expectation %d", i), Area: fmt.Sprintf("Area %d", i%8), Order: i + 1}
	}
	all[0].Source, all[1].Source = "steps/skills/empathy", "management/noticed/coaching"
	return all
}

// BenchmarkCover tells why a changed entry needs no rule of its own for the
// cells it moves: ten years of 60 expectations are counted anew in
// milliseconds, and the year of a review in a fraction of one.
func BenchmarkCover(b *testing.B) {
	xs := expectations(60)
	for _, months := range []int{12, 120} {
		p := evidence.WholeMonths(today.AddMonths(1-months), today)
		var cells []journal.Cell
		for i := range months {
			for _, kind := range journal.Kinds() {
				for _, x := range xs {
					month := p.Month(i)
					cells = append(cells, journal.Cell{Month: month, Kind: kind, Expectation: x.ID, Count: 2, Strongest: journal.Number, Newest: month.AddDays(20)})
				}
			}
		}
		b.Run(fmt.Sprintf("%d months, %d cells", months, len(cells)), func(b *testing.B) {
			for b.Loop() {
				evidence.Cover(xs, cells, p)
			}
		})
	}
}

// BenchmarkPages times what the pages of evidence and growth read: of n
// entries over 20 years, each with two pieces of evidence for 60 expectations,
// a fifth of them feedback, and some applications.
func BenchmarkPages(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		store := openStore(b)
		if err := store.Apply(b.Context(), manyEntries(n)); err != nil {
			b.Fatal(err)
		}
		p := evidence.WholeMonths(today.AddMonths(-11), today)
		for _, noPrivate := range []bool{false, true} {
			what := fmt.Sprintf("%d entries, private ones left out %v", n, noPrivate)
			b.Run("Read of "+what, func(b *testing.B) {
				for b.Loop() {
					if _, err := evidence.Read(b.Context(), store, p, noPrivate); err != nil {
						b.Fatal(err)
					}
				}
			})
			b.Run("Gather of "+what, func(b *testing.B) {
				for b.Loop() {
					if _, err := evidence.Gather(b.Context(), store, evidence.Options{Today: today, NoPrivate: noPrivate}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func manyEntries(n int) journal.Changes {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	c := journal.Changes{At: time.Now(), Expectations: expectations(60)}
	keys := []string{
		"steps/skills/empathy#1", "steps/skills/flexibility#2", "steps/good-leader/clear-goals#1", "steps/seven/study-leaders#3",
		"purpose/people/role#1", "purpose/process/structure#2", "management/leader-first/cause#1", "management/noticed/coaching#1",
		"management/ideas/educate#1", "steps/qualities/space#1",
	}
	for i := range n {
		at := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC).AddDate(0, 0, -r.IntN(20*365))
		e := journal.Entry{
			ID: id(1_000_000 + i), Kind: journal.Kinds()[r.IntN(2)], Day: journal.DayOf(at), Precision: journal.ExactDay,
			Created: at, Updated: at, Body: fmt.Sprintf("%0*d", 1200, i), Private: i%31 == 0,
		}
		for range 2 {
			e.Evidence = append(e.Evidence, journal.Evidence{Expectation: string(id(r.IntN(60))), Strength: journal.Strengths()[r.IntN(4)]})
		}
		switch {
		case i%5 == 0:
			e.Kind = journal.FeedbackKind
			e.Feedback = &journal.Feedback{Giver: "Ada", Quote: "said", Stance: "praise", State: "practising", FollowUpOn: e.Day.AddDays(90)}
			if e.Day.DaysUntil(today) > 180 {
				e.Feedback.State = journal.FeedbackFollowedUp
			}
			e.Feedback.ActedOnIn = []journal.ID{id(1_000_000 + r.IntN(n))}
		case i%200 == 1:
			e.Kind = journal.ApplicationKind
			e.Application = &journal.Application{Position: "Lead", Stages: []journal.Stage{{Stage: "applied", Day: e.Day}, {Stage: "rejected", Day: e.Day, Lesson: "l"}}}
		case e.Kind == journal.MomentKind:
			value := 3.0
			e.Moment = &journal.Moment{Action: "a", Change: journal.Initiated, Outcome: journal.Outcomes()[r.IntN(5)], Impact: &journal.Impact{Value: &value}}
		case i%3 == 0:
			e.Prompt = &journal.Asked{Key: keys[r.IntN(len(keys))], Text: "?"}
		}
		c.Entries = append(c.Entries, e)
	}
	return c
}
