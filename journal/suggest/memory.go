package suggest

import (
	"slices"

	"groundwork/journal"
)

// memory counts in how many entries each word stands: in all of them, and in
// those that support an expectation. The order in which entries come does not
// matter to it.
type memory struct {
	entries  map[journal.ID]example
	numbers  map[string]int32 // of words
	holding  []int32          // entries that hold a word, by its number
	supports map[string]*support
}

// example is an entry as it is remembered.
type example struct {
	words    []int32
	supports []string // expectations, each once
}

// support is what is remembered of one expectation.
type support struct {
	entries int
	holding map[int32]int32 // of them, those that hold a word
	bar     float64         // how loud words must speak; 0 where it is not known
}

func newMemory() *memory {
	return &memory{entries: map[journal.ID]example{}, numbers: map[string]int32{}, supports: map[string]*support{}}
}

// learn remembers an entry as it is now.
func (m *memory) learn(e *journal.Entry) {
	m.forget(e.ID)
	var x example
	for _, w := range wordsOf(e) {
		x.words = append(x.words, m.number(w.folded))
	}
	for _, v := range e.Evidence {
		if !slices.Contains(x.supports, v.Expectation) {
			x.supports = append(x.supports, v.Expectation)
		}
	}
	m.entries[e.ID] = x
	m.count(x, 1)
}

// forget removes an entry; one that is not remembered is no matter.
func (m *memory) forget(id journal.ID) {
	if x, there := m.entries[id]; there {
		m.count(x, -1)
		delete(m.entries, id)
	}
}

// number gives the number of a word.
func (m *memory) number(folded string) int32 {
	n, known := m.numbers[folded]
	if !known {
		n = int32(len(m.holding))
		m.numbers[folded] = n
		m.holding = append(m.holding, 0)
	}
	return n
}

// count counts an entry in, or out.
func (m *memory) count(x example, by int32) {
	for _, s := range m.supports {
		s.bar = 0
	}
	for _, w := range x.words {
		m.holding[w] += by
	}
	for _, id := range x.supports {
		s := m.supports[id]
		if s == nil {
			s = &support{holding: map[int32]int32{}}
			m.supports[id] = s
		}
		s.entries += int(by)
		for _, w := range x.words {
			s.holding[w] += by
		}
	}
}
