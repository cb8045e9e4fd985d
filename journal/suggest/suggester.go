package suggest

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"groundwork/journal"
)

// Suggestion is an expectation that an entry may support.
type Suggestion struct {
	Expectation journal.Expectation
	Why         Why
}

// Why says for what reason an expectation is suggested.
type Why struct {
	Asked bool     // the entry answers a question about it
	Words []string // of the entry, shared with entries that support it, the most telling first; nil where that is no reason
}

// Suggester suggests expectations for the entries of an open journal. Its
// methods may be called from any goroutine but not from the one that paints:
// they wait for the disk.
type Suggester struct {
	journal   *journal.Journal
	elementOf func(journal.Expectation) string
	stop      func()

	reading sync.Mutex // held while the memory is used
	memory  *memory    // nil before the first question
	aside   journal.ID // the entry that is being asked about, which is not remembered

	mu      sync.Mutex
	stale   bool                               // anything may be different from what is remembered
	changed map[journal.ID]bool                // entries that were saved or removed since
	waved   map[journal.ID]map[journal.ID]bool // expectations that were waved away, by entry
}

// New makes the Suggester of a journal; Close ends it. elementOf gives the
// element of the catalogue that an expectation is about, or "".
func New(j *journal.Journal, elementOf func(journal.Expectation) string) *Suggester {
	s := &Suggester{journal: j, elementOf: elementOf, changed: map[journal.ID]bool{}, waved: map[journal.ID]map[journal.ID]bool{}}
	s.stop = j.Listen(s.heard)
	return s
}

// Close ends the Suggester: it hears of no change any more.
func (s *Suggester) Close() { s.stop() }

// heard notes what has to be read again before the next answer.
func (s *Suggester) heard(c journal.Change) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch c.Kind {
	case journal.EntryAdded, journal.EntryChanged, journal.EntryRemoved:
		s.changed[c.ID] = true
	case journal.EntriesChanged, journal.Reloaded:
		s.stale = true
	}
}

// For gives up to so many expectations that the entry may support, as it is
// written now: first those that its question is about, then those that its
// words speak for most. What it supports already, what is retired and what was
// waved away is left out.
func (s *Suggester) For(ctx context.Context, e journal.Entry, limit int) ([]Suggestion, error) {
	s.reading.Lock()
	defer s.reading.Unlock()
	k, err := s.know(ctx, e.ID)
	if err != nil {
		return nil, fmt.Errorf("suggest expectations: %w", err)
	}
	return k.pick(&e, limit), nil
}

// WaveAway has an expectation never suggested again for an entry, as long as
// the journal is open.
func (s *Suggester) WaveAway(entry, expectation journal.ID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.waved[entry] == nil {
		s.waved[entry] = map[journal.ID]bool{}
	}
	s.waved[entry][expectation] = true
}

// known is what is known of the journal at one moment.
type known struct {
	*Suggester
	expectations []journal.Expectation // that are not retired
	own          []journal.OwnPrompt
}

// know reads what has to be known to suggest anything, but for an entry: what
// it says itself is no reason. Whoever calls it holds reading, and goes on
// holding it.
func (s *Suggester) know(ctx context.Context, but journal.ID) (k known, err error) {
	k.Suggester = s
	if k.expectations, err = s.journal.Read().Expectations(ctx); err != nil {
		return k, err
	}
	k.expectations = slices.DeleteFunc(k.expectations, func(x journal.Expectation) bool { return x.Retired })
	if k.own, err = s.journal.Read().OwnPrompts(ctx); err != nil {
		return k, err
	}
	return k, s.refresh(ctx, but)
}

// asked gives the element of the catalogue that the entry's question is about,
// or "".
func (k known) asked(e *journal.Entry) string {
	if e.Prompt == nil {
		return ""
	}
	id, own := strings.CutPrefix(e.Prompt.Key, journal.OwnPromptPrefix)
	if !own {
		element, _, _ := strings.Cut(e.Prompt.Key, "#")
		return element
	}
	at := slices.IndexFunc(k.own, func(p journal.OwnPrompt) bool { return string(p.ID) == id })
	if at < 0 {
		return ""
	}
	return k.own[at].Element
}

// candidate is a suggestion and how much speaks for it.
type candidate struct {
	Suggestion
	score float64
}

// pick chooses what to suggest.
func (k known) pick(e *journal.Entry, limit int) []Suggestion {
	asked, words := k.asked(e), wordsOf(e)
	var all []candidate
	for _, x := range k.expectations {
		if supported(e, x) || k.wavedAway(e.ID, x.ID) {
			continue
		}
		var c candidate
		c.Expectation = x
		c.Why.Asked = asked != "" && asked == k.elementOf(x)
		c.score, c.Why.Words = k.memory.speaks(words, x.ID)
		if c.Why.Asked || c.score > 0 {
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		if a.Why.Asked != b.Why.Asked {
			return cmp.Compare(order(a.Why.Asked), order(b.Why.Asked))
		}
		return cmp.Compare(b.score, a.score)
	})
	all = all[:min(len(all), limit)]
	picked := make([]Suggestion, len(all))
	for i, c := range all {
		picked[i] = c.Suggestion
	}
	return picked
}

// order puts what was asked before what was not.
func order(asked bool) int {
	if asked {
		return 0
	}
	return 1
}

// wavedAway tells whether an expectation was waved away for an entry.
func (s *Suggester) wavedAway(entry, expectation journal.ID) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.waved[entry][expectation]
}

// supported tells whether the entry supports the expectation already, by its
// ID or, as long as the entry is not saved, by its name.
func supported(e *journal.Entry, x journal.Expectation) bool {
	return slices.ContainsFunc(e.Evidence, func(v journal.Evidence) bool {
		return v.Expectation == string(x.ID) || strings.EqualFold(strings.TrimSpace(v.Expectation), x.Name)
	})
}
