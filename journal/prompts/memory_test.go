package prompts

import (
	"context"
	"maps"
	"sync"

	"groundwork/journal"
)

// memory is a store that keeps what a Guide needs. Whatever else is asked of
// it panics, for its embedded Store is nil.
type memory struct {
	journal.Store

	mu           sync.Mutex
	settings     map[string]string
	shown        map[string]journal.Day
	plan         journal.Plan
	own          []journal.OwnPrompt
	expectations []journal.Expectation
	cells        []journal.Cell
	broken       error // what every read and write answers
	writes       int
}

func newMemory() *memory {
	return &memory{settings: map[string]string{}, shown: map[string]journal.Day{}}
}

func (m *memory) Apply(_ context.Context, c journal.Changes) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.broken != nil {
		return m.broken
	}
	m.writes++
	maps.Copy(m.settings, c.Settings)
	maps.Copy(m.shown, c.Shown)
	if c.Plan != nil {
		m.plan = *c.Plan
	}
	return nil
}

func (m *memory) Settings(context.Context) (map[string]string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return maps.Clone(m.settings), m.broken
}

func (m *memory) Shown(context.Context) (map[string]journal.Day, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return maps.Clone(m.shown), m.broken
}

func (m *memory) Plan(context.Context) (journal.Plan, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.plan, m.broken
}

func (m *memory) OwnPrompts(context.Context) ([]journal.OwnPrompt, error) {
	return m.own, m.broken
}

func (m *memory) Expectations(context.Context) ([]journal.Expectation, error) {
	return m.expectations, m.broken
}

func (m *memory) Cells(context.Context, journal.Span) ([]journal.Cell, error) {
	return m.cells, m.broken
}
