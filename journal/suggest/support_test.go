package suggest_test

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/suggest"
)

// evening is the instant at which the tests take place.
var evening = time.Date(2026, time.November, 20, 21, 4, 0, 0, time.FixedZone("", 60*60))

// at is a clock that stands still.
func at(instant time.Time) func() time.Time { return func() time.Time { return instant } }

// noElement says that no expectation is about an element of the catalogue.
func noElement(journal.Expectation) string { return "" }

// ownSource says that an expectation is about the element it came from.
func ownSource(x journal.Expectation) string { return x.Source }

// counted is a store that counts how often it is asked for entries.
type counted struct {
	journal.Store
	walks, reads atomic.Int64
	broken       error // what a walk answers
}

func (c *counted) Entries(ctx context.Context, f journal.Filter) iter.Seq2[journal.Entry, error] {
	c.walks.Add(1)
	if c.broken != nil {
		return func(yield func(journal.Entry, error) bool) { yield(journal.Entry{}, c.broken) }
	}
	return c.Store.Entries(ctx, f)
}

func (c *counted) Entry(ctx context.Context, id journal.ID) (journal.Entry, error) {
	c.reads.Add(1)
	return c.Store.Entry(ctx, id)
}

// desk is a journal in which three kinds of entries tell of coaching, of
// budgets and of nothing, with a Suggester.
type desk struct {
	*testing.T
	store        *counted
	journal      *journal.Journal
	suggest      *suggest.Suggester
	coach, money journal.Expectation
	days         int
}

func open(t *testing.T, elementOf func(journal.Expectation) string) *desk {
	t.Helper()
	store, err := data.NewHome(t.TempDir(), data.Options{}).Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	d := &desk{T: t, store: &counted{Store: store}}
	d.journal = journal.New(d.store, journal.Options{Now: at(evening)})
	d.coach = d.expect(journal.Expectation{Name: "Coaches", Source: "steps/better-leader/coach-develop"})
	d.money = d.expect(journal.Expectation{Name: "Keeps a budget"})
	words := func(day int, from ...string) string {
		return fmt.Sprintf("today the %s then %s and %s, day %d", from[day%5], from[(day+1)%5], from[(day+3)%5], day)
	}
	for day := range 8 {
		d.save(journal.Entry{Body: words(day, "mentee", "pairing", "patience", "practised", "trainee"), Evidence: proof("Coaches")})
		d.save(journal.Entry{Body: words(day, "forecast", "invoices", "costs", "spending", "quarter"), Evidence: proof("Keeps a budget")})
		d.save(journal.Entry{Body: words(day, "rain", "tickets", "usual", "others", "minutes")})
	}
	d.suggest = suggest.New(d.journal, elementOf)
	t.Cleanup(d.suggest.Close)
	return d
}

func proof(name string) []journal.Evidence { return []journal.Evidence{{Expectation: name}} }

func (d *desk) expect(x journal.Expectation) journal.Expectation {
	d.Helper()
	x, err := d.journal.SaveExpectation(d.Context(), x)
	if err != nil {
		d.Fatal(err)
	}
	return x
}

// save saves an entry, a new one a day before the last.
func (d *desk) save(e journal.Entry) journal.Entry {
	d.Helper()
	if e.Revision == 0 {
		e.Day = journal.DayOf(evening).AddDays(-d.days)
		d.days++
	}
	e, err := d.journal.SaveEntry(d.Context(), e)
	if err != nil {
		d.Fatal(err)
	}
	return e
}

// told asks what is suggested for an entry, each as "name (asked): words".
func (d *desk) told(e journal.Entry) string {
	d.Helper()
	all, err := d.suggest.For(d.Context(), e, 3)
	if err != nil {
		d.Fatal(err)
	}
	return short(all)
}

func short(all []suggest.Suggestion) string {
	var texts []string
	for _, s := range all {
		text := s.Expectation.Name
		if s.Why.Asked {
			text += " (asked)"
		}
		if len(s.Why.Words) > 0 {
			text += ": " + strings.Join(s.Why.Words, " ")
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, ", ")
}
