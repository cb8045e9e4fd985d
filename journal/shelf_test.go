package journal_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
	"testing"
	"time"

	"groundwork/journal"
)

// shelf is a Store that keeps a journal in memory. It obeys the rule that
// everything in a set of changes is written or nothing, and can be told to
// fail. What no test asks for is not there.
type shelf struct {
	journal.Store

	mu           sync.Mutex
	entries      map[journal.ID]journal.Entry
	people       []journal.Person
	expectations []journal.Expectation
	settings     map[string]string
	applied      []journal.Changes // every set that was written
	refuse       error             // what Apply answers with instead of writing
	unreadable   error             // what every read answers with
	meanwhile    func()            // runs in the middle of the next Apply
	moved        chan struct{}     // another program wrote
}

func newShelf() *shelf {
	return &shelf{entries: map[journal.ID]journal.Entry{}, settings: map[string]string{}, moved: make(chan struct{})}
}

func (s *shelf) Apply(ctx context.Context, c journal.Changes) error {
	s.mu.Lock()
	meanwhile := s.meanwhile
	s.meanwhile = nil
	s.mu.Unlock()
	if meanwhile != nil {
		meanwhile()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	if s.refuse != nil {
		return s.refuse
	}
	for _, e := range c.Entries {
		if s.entries[e.ID].Revision != e.Revision {
			return fmt.Errorf("entry %s: %w", e.ID, journal.ErrConflict)
		}
	}
	for _, e := range c.Entries {
		e.Revision++
		s.entries[e.ID] = e
	}
	for _, id := range c.RemoveEntries {
		delete(s.entries, id)
	}
	s.people = append(s.people, c.People...)
	s.expectations = append(s.expectations, c.Expectations...)
	maps.Copy(s.settings, c.Settings)
	s.applied = append(s.applied, c)
	return nil
}

func (s *shelf) Entry(_ context.Context, id journal.ID) (journal.Entry, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, ok := s.entries[id]
	if !ok {
		return journal.Entry{}, fmt.Errorf("entry %s: %w", id, journal.ErrNotFound)
	}
	return e, s.unreadable
}

func (s *shelf) People(context.Context) ([]journal.Person, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.people), s.unreadable
}

func (s *shelf) Expectations(context.Context) ([]journal.Expectation, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.expectations), s.unreadable
}

func (s *shelf) Settings(context.Context) (map[string]string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.settings), s.unreadable
}

func (s *shelf) Watch(ctx context.Context, moved func()) {
	for {
		select {
		case <-s.moved:
			moved()
		case <-ctx.Done():
			return
		}
	}
}

func (s *shelf) Close() error { return nil }

// all gives what lies on the shelf.
func (s *shelf) all() []journal.Entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Collect(maps.Values(s.entries))
}

// only gives the one entry that lies on the shelf.
func (s *shelf) only(t *testing.T) journal.Entry {
	t.Helper()
	all := s.all()
	if len(all) != 1 {
		t.Fatalf("%d entries are stored, want 1", len(all))
	}
	return all[0]
}

func (s *shelf) refuseWith(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.refuse = err
}

// evening is the instant at which most tests take place.
var evening = time.Date(2026, time.November, 20, 21, 4, 0, 0, time.FixedZone("", 60*60))

// at is a clock that stands still.
func at(instant time.Time) func() time.Time { return func() time.Time { return instant } }

// journalAt opens a journal over an empty shelf, at an instant.
func journalAt(instant time.Time) (*journal.Journal, *shelf) {
	s := newShelf()
	return journal.New(s, journal.Options{Now: at(instant)}), s
}

func mustDay(t testing.TB, s string) journal.Day {
	t.Helper()
	d, err := journal.ReadDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
