package prompts

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"groundwork/journal"
)

// room is a Guide over a store in memory.
type room struct {
	store *memory
	clock time.Time
	guide *Guide
}

func newRoom() *room {
	r := &room{store: newMemory(), clock: time.Date(2026, 1, 1, 20, 0, 0, 0, time.UTC)}
	ids := 0
	r.guide = NewGuide(journal.New(r.store, journal.Options{
		Now:   func() time.Time { return r.clock },
		NewID: func() journal.ID { ids++; return journal.ID(fmt.Sprint("id-", ids)) },
	}))
	return r
}

func TestGivenAYearWithAGuideThenGapsAreAskedAboutAndNothingComesTwiceInAMonth(t *testing.T) {
	r := newRoom()
	elements := []string{"steps/qualities/fairness", "management/outcomes/costs", "label/seen-as-leader/credibility"}
	for i, e := range elements {
		r.store.expectations = append(r.store.expectations, journal.Expectation{ID: journal.ID(fmt.Sprint(i)), Name: e, Source: e})
	}
	last, about := map[string]int{}, map[string]int{}
	frameworks := map[string]bool{}
	c := builtIn(t)
	for day := range 365 {
		card, err := r.guide.Today(t.Context(), "")
		if err != nil {
			t.Fatal(err)
		}
		at, _ := c.Prompt(card.Key)
		if before, ok := last[card.Key]; ok && day-before <= 30 {
			t.Errorf("%s came on day %d and on day %d", card.Key, before, day)
		}
		last[card.Key] = day
		if _, ok := about[at.Element.Key]; !ok {
			about[at.Element.Key] = day
		}
		frameworks[at.Framework.Key] = true
		r.clock = r.clock.AddDate(0, 0, 1)
	}
	for _, e := range elements {
		if first, ok := about[e]; !ok || first >= 14 {
			t.Errorf("%s was first asked about on day %d (%v)", e, first, ok)
		}
	}
	if len(frameworks) != 25 {
		t.Errorf("%d frameworks came up in a year", len(frameworks))
	}
	if r.store.writes != 365+1 {
		t.Errorf("%d writes, want one a day and one for the seed", r.store.writes)
	}
}

func TestGivenEveryQuestionWasWalkedPastThenTodaysIsStillTheSame(t *testing.T) {
	r := newRoom()
	first, err := r.guide.Today(t.Context(), journal.FeedbackKind)
	if err != nil {
		t.Fatal(err)
	}
	for range 100 {
		if _, err := r.guide.Another(t.Context(), journal.FeedbackKind); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := r.guide.Today(t.Context(), journal.FeedbackKind); err != nil || got != first {
		t.Errorf("Today = %+v, %v; it was %+v", got, err, first)
	}
}

func TestGivenWhatIsRememberedIsDamagedThenItAsksAfresh(t *testing.T) {
	for _, stored := range []string{
		"{", `{"day":"2026-02-30"}`, `{"day":"2026-01-01","kinds":null}`, `{"day":"2026-01-01","kinds":{"":null}}`,
		`{"day":"2026-01-01","kinds":{"":{"asked":[{"key":"gone/from/catalogue#1"}],"walked":["gone/from/catalogue#1"]}}}`,
	} {
		r := newRoom()
		r.store.settings[journal.SettingPromptsOfDay] = stored
		if got, err := r.guide.Today(t.Context(), ""); err != nil || got.Key == "" || got.Why == "" {
			t.Errorf("with %s: Today = %+v, %v", stored, got, err)
		}
	}
}

func TestGivenAStoreThatFailsThenTheGuideSaysWhy(t *testing.T) {
	r := newRoom()
	r.store.broken = journal.ErrLocked
	_, today := r.guide.Today(t.Context(), "")
	_, another := r.guide.Another(t.Context(), "")
	for name, err := range map[string]error{
		"Today": today, "Another": another,
		"Dismiss": r.guide.Dismiss(t.Context(), "a/b/c#1"), "Restore": r.guide.Restore(t.Context(), "a/b/c#1"),
	} {
		if !errors.Is(err, journal.ErrLocked) {
			t.Errorf("%s = %v, want ErrLocked", name, err)
		}
	}
}

func TestGivenTwoJournalsThenTheirQuestionsComeInDifferentOrders(t *testing.T) {
	seen := map[string]bool{}
	for i := range 8 {
		r := newRoom()
		r.store.settings[journal.SettingSeed] = fmt.Sprint("seed ", i)
		card, err := r.guide.Today(t.Context(), "")
		if err != nil {
			t.Fatal(err)
		}
		seen[card.Key] = true
	}
	if len(seen) < 5 {
		t.Errorf("eight journals began with %d questions", len(seen))
	}
}

func TestGivenManyWhoAskAtOnceThenAllGetTodaysQuestion(t *testing.T) {
	r := newRoom()
	cards := make([]Card, 16)
	var wg sync.WaitGroup
	for i := range cards {
		wg.Go(func() {
			if i%4 == 3 {
				_ = r.guide.Dismiss(t.Context(), fmt.Sprint("a/b/c#", i))
			}
			cards[i], _ = r.guide.Today(t.Context(), "")
		})
	}
	wg.Wait()
	for _, c := range cards {
		if c != cards[0] || c.Key == "" {
			t.Errorf("one got %+v and another %+v", cards[0], c)
		}
	}
	if got := len(r.store.plan.DismissedPrompts); got != 4 {
		t.Errorf("%d of 4 were dismissed", got)
	}
}

func BenchmarkGuideAnother(b *testing.B) {
	r := newRoom()
	for i := range 30 {
		id := journal.ID(fmt.Sprint(i))
		r.store.expectations = append(r.store.expectations, journal.Expectation{ID: id, Name: "Fairness"})
		for m := range 120 {
			day := journal.Day{Year: 2016, Month: 1, Date: 1}.AddMonths(m)
			r.store.cells = append(r.store.cells, journal.Cell{Month: day, Kind: journal.MomentKind, Expectation: id, Count: 9, Strongest: journal.Number, Newest: day})
		}
	}
	for b.Loop() {
		if _, err := r.guide.Another(b.Context(), ""); err != nil {
			b.Fatal(err)
		}
		r.clock = r.clock.AddDate(0, 0, 1)
	}
}
