package journal_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
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
	own          []journal.OwnPrompt
	packs        []journal.Pack
	plan         journal.Plan
	trash        []journal.Trashed // newest first
	dues         []journal.Due     // what DueEntries answers with
	settings     map[string]string
	applied      []journal.Changes // every set that was written
	refuse       error             // what Apply answers with instead of writing
	unreadable   error             // what every read answers with
	meanwhile    func()            // runs in the middle of the next Apply
	noEntry      bool              // reading one entry is an error
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
	for id := range c.Tags {
		if s.entries[id].Revision == 0 {
			return fmt.Errorf("tags of %s: %w", id, journal.ErrNotFound)
		}
	}
	for id := range c.Named {
		if s.entries[id].Revision == 0 {
			return fmt.Errorf("people of %s: %w", id, journal.ErrNotFound)
		}
	}
	for id := range c.Evidence {
		if s.entries[id].Revision == 0 {
			return fmt.Errorf("evidence of %s: %w", id, journal.ErrNotFound)
		}
	}
	for _, e := range c.Entries {
		e.Revision++
		s.entries[e.ID] = e
	}
	for _, id := range c.RemoveEntries {
		delete(s.entries, id)
	}
	s.changeMany(c)
	s.people = replace(s.people, c.People, c.RemovePeople, func(p journal.Person) journal.ID { return p.ID })
	s.expectations = replace(s.expectations, c.Expectations, c.RemoveExpectations, func(x journal.Expectation) journal.ID { return x.ID })
	s.own = replace(s.own, c.OwnPrompts, c.RemoveOwnPrompts, func(p journal.OwnPrompt) journal.ID { return p.ID })
	s.packs = replace(s.packs, c.Packs, c.RemovePacks, func(p journal.Pack) journal.ID { return p.ID })
	s.trash = slices.DeleteFunc(s.trash, func(t journal.Trashed) bool {
		again := slices.ContainsFunc(c.Trash, func(o journal.Trashed) bool { return o.ID == t.ID })
		return again || slices.Contains(c.RemoveTrash, t.ID)
	})
	for _, t := range c.Trash {
		s.trash = slices.Insert(s.trash, 0, t)
	}
	if c.Plan != nil {
		s.plan = *c.Plan
	}
	maps.Copy(s.settings, c.Settings)
	s.applied = append(s.applied, c)
	return nil
}

// replace removes things and puts others in the place of those with their ID,
// or at the end.
func replace[T any](all, write []T, remove []journal.ID, id func(T) journal.ID) []T {
	all = slices.DeleteFunc(all, func(x T) bool { return slices.Contains(remove, id(x)) })
	for _, x := range write {
		if at := slices.IndexFunc(all, func(y T) bool { return id(x) == id(y) }); at >= 0 {
			all[at] = x
		} else {
			all = append(all, x)
		}
	}
	return all
}

// changeMany changes the tags, the names and the evidence of entries that are
// there.
func (s *shelf) changeMany(c journal.Changes) {
	for id, tags := range c.Tags {
		e := s.entries[id]
		e.Tags = tags
		e.Revision++
		s.entries[id] = e
	}
	for id, n := range c.Named {
		e := s.entries[id]
		e.People = n.People
		if e.Feedback != nil {
			f := *e.Feedback
			f.Giver = n.Giver
			e.Feedback = &f
		}
		e.Revision++
		s.entries[id] = e
	}
	for id, evidence := range c.Evidence {
		e := s.entries[id]
		e.Evidence = evidence
		e.Revision++
		s.entries[id] = e
	}
}

func (s *shelf) Entry(_ context.Context, id journal.ID) (journal.Entry, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, ok := s.entries[id]
	if s.noEntry {
		return journal.Entry{}, journal.ErrDamaged
	}
	if !ok {
		return journal.Entry{}, fmt.Errorf("entry %s: %w", id, journal.ErrNotFound)
	}
	return e, s.unreadable
}

func (s *shelf) LinesOf(_ context.Context, ids []journal.ID) ([]journal.Line, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var lines []journal.Line
	for _, id := range ids {
		if e, ok := s.entries[id]; ok {
			lines = append(lines, journal.Line{ID: id, Kind: e.Kind, Day: e.Day, Title: e.Title})
		}
	}
	return lines, s.unreadable
}

func (s *shelf) People(context.Context) ([]journal.Person, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.people), s.unreadable
}

func (s *shelf) Expectations(context.Context) ([]journal.Expectation, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := slices.Clone(s.expectations)
	slices.SortStableFunc(all, func(a, b journal.Expectation) int { return a.Order - b.Order })
	return all, s.unreadable
}

func (s *shelf) OwnPrompts(context.Context) ([]journal.OwnPrompt, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.own), s.unreadable
}

func (s *shelf) Packs(context.Context) ([]journal.Pack, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.packs), s.unreadable
}

func (s *shelf) Trash(context.Context) ([]journal.Trashed, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.trash), s.unreadable
}

func (s *shelf) Plan(context.Context) (journal.Plan, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.plan, s.unreadable
}

func (s *shelf) DueEntries(context.Context, journal.Day, bool) ([]journal.Due, error) {
	return s.dues, s.unreadable
}

func (s *shelf) Named(_ context.Context, person string) (map[journal.ID]journal.Naming, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := map[journal.ID]journal.Naming{}
	for id, e := range s.entries {
		n := journal.Naming{People: e.People}
		if e.Feedback != nil {
			n.Giver = e.Feedback.Giver
		}
		if n.Giver == person || slices.ContainsFunc(n.People, func(p journal.Involved) bool { return p.Person == person }) {
			all[id] = n
		}
	}
	return all, s.unreadable
}

func (s *shelf) Tagged(_ context.Context, tag string) (map[journal.ID][]string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := map[journal.ID][]string{}
	for id, e := range s.entries {
		if slices.ContainsFunc(e.Tags, func(t string) bool { return strings.EqualFold(t, tag) }) {
			all[id] = e.Tags
		}
	}
	return all, s.unreadable
}

func (s *shelf) Supporting(_ context.Context, expectation string) (map[journal.ID][]journal.Evidence, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := map[journal.ID][]journal.Evidence{}
	for id, e := range s.entries {
		if slices.ContainsFunc(e.Evidence, func(v journal.Evidence) bool { return v.Expectation == expectation }) {
			all[id] = e.Evidence
		}
	}
	return all, s.unreadable
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
