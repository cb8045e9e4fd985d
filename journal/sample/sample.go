// Package sample fills an empty journal with made-up entries, for trying the
// program out and for measuring it. The same number, seed and day make the
// same journal, to the last byte.
package sample

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/google/uuid"

	"groundwork/journal"
)

// Place is what Fill looks into and writes to: a journal.Store is one.
type Place interface {
	Count(ctx context.Context, f journal.Filter) (int, error)
	People(ctx context.Context) ([]journal.Person, error)
	Expectations(ctx context.Context) ([]journal.Expectation, error)
	Apply(ctx context.Context, c journal.Changes) error
}

// Fill writes exactly n entries of all kinds into an empty journal, one to
// three a day back from today, with people, expectations, evidence, a plan and
// an evidence pack. A journal that holds anything is left alone: ErrNotEmpty.
func Fill(ctx context.Context, store Place, n int, seed uint64, today journal.Day) error {
	if n < 1 {
		return fmt.Errorf("sample: %w", &journal.Invalid{Field: "entries", Problem: "A sample needs at least one entry."})
	}
	if err := checkEmpty(ctx, store); err != nil {
		return fmt.Errorf("sample: %w", err)
	}
	g := newGenerator(n, seed, today)
	const batch = 1000
	for from := 0; from < n; from += batch {
		c := journal.Changes{At: instant(today)}
		if from == 0 {
			c.People, c.Expectations = g.people, g.expectations
		}
		for i := from; i < min(from+batch, n); i++ {
			c.Entries = append(c.Entries, g.entry(i))
		}
		if err := store.Apply(ctx, c); err != nil {
			return fmt.Errorf("sample: %w", err)
		}
	}
	plan := g.plan()
	c := journal.Changes{At: instant(today), Plan: &plan, OwnPrompts: g.ownPrompts(), Packs: g.packs()}
	if err := store.Apply(ctx, c); err != nil {
		return fmt.Errorf("sample: %w", err)
	}
	return nil
}

func checkEmpty(ctx context.Context, store Place) error {
	count, err := store.Count(ctx, journal.Filter{})
	if err != nil {
		return err
	}
	people, err := store.People(ctx)
	if err != nil {
		return err
	}
	expectations, err := store.Expectations(ctx)
	if err != nil {
		return err
	}
	if count+len(people)+len(expectations) > 0 {
		return journal.ErrNotEmpty
	}
	return nil
}

// generator makes up one journal. Each entry has a random source of its own,
// so that it can point to others before they are made.
type generator struct {
	seed         uint64
	today        journal.Day
	slots        []slot // the entries' places in time, oldest first
	people       []journal.Person
	expectations []journal.Expectation

	words, sentences, titles, parts stock
	tags                            []string
}

// slot is an entry's place in time.
type slot struct {
	id      journal.ID
	kind    journal.Kind
	day     journal.Day
	created time.Time
}

func newGenerator(n int, seed uint64, today journal.Day) *generator {
	g := &generator{
		seed: seed, today: today,
		words: words(), sentences: sentences(), titles: titles(), parts: parts(), tags: tagStock(),
	}
	g.layOut(n)
	g.people = g.makePeople(min(10+n/100, 48))
	g.expectations = g.makeExpectations()
	return g
}

// rand gives the random source of one thing: streams of different names are
// independent of each other.
func (g *generator) rand(name string, i int) *rand.Rand {
	day := uint64(g.today.Year)*10000 + uint64(g.today.Month)*100 + uint64(g.today.Date)
	stream := uint64(i)<<8 | uint64(name[0])
	return rand.New(rand.NewPCG(g.seed^day<<32, stream*0x9e3779b97f4a7c15+uint64(len(name))))
}

// layOut gives n entries their days, kinds and IDs: one to three a day, back
// from today.
func (g *generator) layOut(n int) {
	g.slots = make([]slot, n)
	rnd := g.rand("layout", 0)
	day := g.today
	for left := n; left > 0; day = day.AddDays(-1) {
		here := min(left, 1+rnd.IntN(3))
		for k := range here {
			left--
			// The last one of the day is laid first.
			hour := 20 - 5*k
			if day == g.today {
				hour = 2 - k // so that nothing was written in the future
			}
			g.slots[left] = slot{day: day, created: written(rnd, day, hour), kind: kindOf(n - 1 - left)}
		}
	}
	for i := range g.slots {
		g.slots[i].id = idAt(rnd, g.slots[i].created)
	}
}

// kindOf spreads the kinds: each of them comes in any twenty entries in a row.
func kindOf(i int) journal.Kind {
	switch i % 20 {
	case 1, 5, 9, 13, 17:
		return journal.MomentKind
	case 3, 11, 15:
		return journal.FeedbackKind
	case 7:
		return journal.ApplicationKind
	}
	return journal.Reflection
}

// written is an instant of the day, near that hour, in the zone of a writer
// who lives in central Europe and travels a little.
func written(rnd *rand.Rand, day journal.Day, hour int) time.Time {
	offset := 1
	if day.Month >= time.April && day.Month <= time.October {
		offset = 2
	}
	if day.Date <= 4 && day.Month%5 == 0 {
		offset = 9 // a week away
	}
	zone := time.FixedZone("", offset*3600)
	return time.Date(day.Year, day.Month, day.Date, hour, rnd.IntN(60), rnd.IntN(60), rnd.IntN(1000)*1e6, zone)
}

// instant is when the sample says it was made.
func instant(today journal.Day) time.Time {
	return time.Date(today.Year, today.Month, today.Date, 12, 0, 0, 0, time.UTC)
}

// idAt makes a UUID of version 7 of that instant.
func idAt(rnd *rand.Rand, at time.Time) journal.ID {
	var u uuid.UUID
	binary.BigEndian.PutUint64(u[:8], uint64(at.UnixMilli())<<16|uint64(rnd.Uint32()&0x0fff)|0x7000)
	binary.BigEndian.PutUint64(u[8:], rnd.Uint64()>>2|1<<63)
	return journal.ID(u.String())
}

// writer gives the entry's texts their words and their people.
func (g *generator) writer(rnd *rand.Rand) *writer {
	name, other := pick(rnd, g.people), pick(rnd, g.people)
	return &writer{rnd: rnd, words: g.words, cast: map[string]string{
		"name": firstName(name.Name), "other": firstName(other.Name), "any": firstName(pick(rnd, g.people).Name),
	}}
}
