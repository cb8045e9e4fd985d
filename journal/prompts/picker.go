package prompts

import (
	"cmp"
	"encoding/binary"
	"hash/fnv"
	"slices"

	"groundwork/journal"
)

// How a question is chosen
//
// Pick looks at everything that could be asked, in the documents that questions
// are drawn from, and narrows it down:
//
//  1. the kind of entry that is wanted; without any, every question;
//  2. without those the user said "Not for me" to; if that leaves none, it
//     asks one of them after all, and says so;
//  3. without those already walked past today with "Another"; if that leaves
//     none, the walk begins again;
//  4. without those shown in the last 30 days; if that leaves none, it asks
//     the one that was shown the longest ago.
//
// From what is left it takes a question about an expectation that lacks
// evidence: gaps first, then thin, then old ones, of each the one that was
// asked about the longest ago. An expectation rests 10, 14 or 21 days before
// it is asked about again. Every fifth day belongs to everything else, and so
// does every day on which no expectation is due: then the framework that was
// shown the longest ago has its turn, in it the element that was, and of that
// the question. Only a gap that was not asked about for 90 days takes a fifth
// day too, so that up to fourteen new gaps are all asked about in two weeks.
//
// Where things are equal, a hash of seed, day and key decides. What was shown
// on the day itself does not count as shown, so the choice stays the same all
// day, whatever the user walks past.
const (
	restDays   = 30 // before a question is shown again
	spreadDay  = 5  // every which day is not for leaning
	forgotten  = 90 // days after which a gap goes before everything
	ownGroups  = 5  // frameworks that own questions without an element make up
	neverShown = -1 << 30
)

// Input is all that Pick looks at.
type Input struct {
	Catalogue *Catalogue
	Own       []journal.OwnPrompt    // the user's own questions
	Shown     map[string]journal.Day // when each was last shown, by key
	Dismissed []string               // keys the user said "Not for me" to
	Kind      journal.Kind           // the kind that is wanted; "" is any
	Leaning   []Leaning              // expectations that lack evidence
	Day       journal.Day
	Seed      uint64
	Walked    []string // keys already shown today; empty for today's question itself
	LeftOut   []string // keys of sources that no question is drawn from; journal.OwnPrompts for the user's own
}

// rest is how many days an expectation is left alone after it was asked about.
func rest(s journal.EvidenceState) int {
	switch s {
	case journal.Gap:
		return 10
	case journal.Thin:
		return 14
	default:
		return 21
	}
}

// Leaning is an expectation that lacks evidence, so that the choice leans
// toward its element.
type Leaning struct {
	Expectation string // its name
	Element     string // the key of its element
	State       journal.EvidenceState
	Entries     int // how many support it in the period
	Days        int // since the newest of all its evidence; NoDays without any
}

// NoDays stands where nothing has happened yet that days could be counted from.
const NoDays = -1

// Choice is a question and why it was chosen.
type Choice struct {
	Prompt  Prompt // Look is "" for the user's own
	Element string // the key of its element; "" for an own question without one
	Reason  Reason
	Again   bool // every other one was walked past: the walk began again
}

// Pick chooses a question. The same input gives the same choice, and there is
// always one: only an empty catalogue without own questions gives none.
func Pick(in Input) Choice {
	p := newPicking(in)
	pool, dismissed := p.undismissed(p.ofKind(in.Kind))
	pool, again := p.unwalked(pool)
	if len(pool) == 0 {
		return Choice{}
	}
	chosen, reason := p.choose(pool)
	if dismissed {
		reason = Reason{Code: AllDismissed}
	}
	return Choice{Prompt: chosen.Prompt, Element: chosen.element, Reason: reason, Again: again}
}

// drawnFrom tells whether a question may be asked by where it comes from: an own
// one is the user's, also where it belongs to an element of a document.
func (in *Input) drawnFrom(c candidate) bool {
	if c.own {
		return !slices.Contains(in.LeftOut, journal.OwnPrompts)
	}
	return !slices.Contains(in.LeftOut, c.source)
}

// candidate is a question that could be asked.
type candidate struct {
	Prompt
	element, framework, source string // keys
	frameworkName              string
	own                        bool
	last                       int // the day it was last shown, counted from a fixed one
}

// picking is one run of Pick.
type picking struct {
	in        Input
	now       int
	all       []*candidate
	dismissed map[string]bool
	walked    map[string]bool
	last      map[string]int // of elements, frameworks and sources, by key
}

func newPicking(in Input) *picking {
	p := &picking{in: in, now: dayNumber(in.Day), dismissed: setOf(in.Dismissed), walked: setOf(in.Walked)}
	all := candidates(in.Catalogue, in.Own)
	if len(in.LeftOut) > 0 {
		if drawn := keep(all, in.drawnFrom); len(drawn) > 0 {
			all = drawn // with everything left out, all is asked after all
		}
	}
	p.all = make([]*candidate, len(all))
	p.last = make(map[string]int, len(all)/2)
	for i := range all {
		c := &all[i]
		p.all[i] = c
		c.last = p.lastShown(c.Key)
		for _, key := range []string{c.element, c.framework, c.source} {
			if before, ok := p.last[key]; !ok || c.last > before {
				p.last[key] = c.last
			}
		}
	}
	return p
}

// lastShown is the day on which a question was last shown. What was shown on
// the day itself, or on a later one by a clock that was wrong, counts only
// when it was walked past.
func (p *picking) lastShown(key string) int {
	if p.walked[key] {
		return p.now
	}
	day, ok := p.in.Shown[key]
	if !ok || !day.Before(p.in.Day) {
		return neverShown
	}
	return dayNumber(day)
}

func (p *picking) ofKind(kind journal.Kind) []*candidate {
	pool := keep(p.all, func(c *candidate) bool { return kind == "" || c.Kind == "" || c.Kind == kind })
	if len(pool) == 0 {
		return p.all
	}
	return pool
}

// undismissed leaves out what is not for the user, unless nothing else is
// there.
func (p *picking) undismissed(pool []*candidate) (left []*candidate, dismissed bool) {
	left = keep(pool, func(c *candidate) bool { return !p.dismissed[c.Key] })
	if len(left) == 0 {
		return pool, true
	}
	return left, false
}

// unwalked leaves out what was walked past today; when nothing else is there,
// only the last one.
func (p *picking) unwalked(pool []*candidate) (left []*candidate, again bool) {
	left = keep(pool, func(c *candidate) bool { return !p.walked[c.Key] })
	if len(left) > 0 || len(pool) == 0 {
		return left, false
	}
	newest := p.in.Walked[len(p.in.Walked)-1]
	left = keep(pool, func(c *candidate) bool { return c.Key != newest })
	if len(left) == 0 {
		return pool, true
	}
	return left, true
}

// choose takes a question from a pool that is not empty.
func (p *picking) choose(pool []*candidate) (*candidate, Reason) {
	rested := keep(pool, func(c *candidate) bool { return p.now-c.last > restDays })
	if len(rested) == 0 {
		return slices.MinFunc(pool, p.byLast), Reason{Code: Rested}
	}
	if c, reason, ok := p.lean(rested); ok {
		return c, reason
	}
	return p.spread(rested)
}

// lean takes a question about the expectation that most needs one.
func (p *picking) lean(pool []*candidate) (*candidate, Reason, bool) {
	due := keep(p.in.Leaning, p.due)
	slices.SortStableFunc(due, func(a, b Leaning) int {
		return cmp.Or(
			cmp.Compare(rest(a.State), rest(b.State)),
			cmp.Compare(p.lastOf(a.Element), p.lastOf(b.Element)),
			p.byHash(a.Element, b.Element),
		)
	})
	for _, l := range due {
		about := keep(pool, func(c *candidate) bool { return c.element == l.Element })
		if len(about) > 0 {
			return slices.MinFunc(about, p.byLast), l.reason(), true
		}
	}
	return nil, Reason{}, false
}

// due tells whether an expectation may be asked about on this day.
func (p *picking) due(l Leaning) bool {
	if l.Element == "" {
		return false
	}
	waited := p.now - p.lastOf(l.Element)
	if p.spreads() {
		return l.State == journal.Gap && waited > forgotten
	}
	return waited >= rest(l.State)
}

// spreads tells whether the turn is not for leaning.
func (p *picking) spreads() bool {
	return (p.now+len(p.in.Walked))%spreadDay == 0
}

// spread takes a question from the framework that was shown the longest ago.
func (p *picking) spread(pool []*candidate) (*candidate, Reason) {
	c := slices.MinFunc(pool, func(a, b *candidate) int {
		return cmp.Or(
			cmp.Compare(p.lastOf(a.framework), p.lastOf(b.framework)),
			cmp.Compare(p.lastOf(a.source), p.lastOf(b.source)),
			p.byHash(a.framework, b.framework),
			cmp.Compare(p.lastOf(a.element), p.lastOf(b.element)),
			p.byHash(a.element, b.element),
			p.byLast(a, b),
		)
	})
	if c.own {
		return c, Reason{Code: YourOwn}
	}
	days := NoDays
	if last := p.lastOf(c.framework); last != neverShown {
		days = p.now - last
	}
	return c, Reason{Code: LongAgo, Name: c.frameworkName, Days: days}
}

func (p *picking) lastOf(key string) int {
	if last, ok := p.last[key]; ok {
		return last
	}
	return neverShown
}

// byLast orders questions: shown the longest ago first.
func (p *picking) byLast(a, b *candidate) int {
	return cmp.Or(cmp.Compare(a.last, b.last), p.byHash(a.Key, b.Key))
}

// byHash orders keys in a way of the journal's and the day's own.
func (p *picking) byHash(a, b string) int {
	if a == b {
		return 0
	}
	return cmp.Or(cmp.Compare(p.hash(a), p.hash(b)), cmp.Compare(a, b))
}

func (p *picking) hash(key string) uint64 {
	var head [16]byte
	binary.LittleEndian.PutUint64(head[:8], p.in.Seed)
	binary.LittleEndian.PutUint64(head[8:], uint64(p.now)) // any bits will do
	h := fnv.New64a()
	_, _ = h.Write(head[:]) // a hash never fails to write
	_, _ = h.Write([]byte(key))
	return h.Sum64()
}
