package evidence

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"groundwork/journal"
	"groundwork/journal/document"
)

// Material is what a pack is made from: of each entry that goes out what a
// line may be taken from, and never its whole text. It is read through the
// gate of every export, so what stays in the journal is not in it.
type Material struct {
	Today    journal.Day
	Plan     journal.Plan
	Period   Period   // of its entries, or of the filter where that names an end
	Coverage Coverage // of the expectations by these entries, in the period
	Entries  int      // that go out
	Private  int      // private entries that stay in
	// Growth is the chart of how what goes out came about over time, which
	// package timeline makes of Summary; nil for none.
	Growth *document.Columns

	mask       *journal.Mask  // nil where names go out as they are
	cells      []journal.Cell // of the entries that go out
	expected   []journal.Expectation
	pieces     []piece // what is worth a line, strongest first
	in         map[journal.ID]bool
	known      map[journal.ID]bool // entries that packs name and that are still in the journal
	at         map[journal.ID]int  // where a piece is in pieces
	moments    int
	numbers    int
	outcomes   map[string]int        // moments by outcome
	names      map[journal.ID]string // of the expectations
	titles     map[string]bool       // of the entries that go out
	supporters int                   // people who stand behind the writer and whom nothing that goes out names
}

// piece is what a pack may take from one entry.
type piece struct {
	id        journal.ID
	kind      journal.Kind
	day       journal.Day
	precision journal.Precision
	starred   bool
	done      bool // it is no moment, and says what was done all the same

	said     string // what the writer did and what came of it
	concrete bool   // it says what came of it, or somebody else says so
	number   string // the impact, where it has a number
	quote    string // somebody else's words

	giver, relationship, stance, state string
	followUpOn                         journal.Day
	acted                              []journal.ID // entries that act on the feedback and go out, too

	outcome  string
	saw      []string // names of those who saw it
	proves   []proof  // strongest first
	strength journal.Strength

	grows  bool // it shows how others grew
	unseen bool // it is work that nobody sees
}

// proof is an expectation that an entry supports.
type proof struct {
	expectation journal.ID
	strength    journal.Strength
}

// ReadMaterial reads what the packs of a journal are made from. Who gave
// feedback or saw something is in it by name, as the entry names them; of all
// other people it holds how many there are who stand behind the writer, and no
// more. Where names are to be masked a pack is still made of the real words,
// since it stays in the journal, and every function that hands out a document
// or a text masks it.
func ReadMaterial(ctx context.Context, j *journal.Journal, o journal.ExportOptions) (Material, error) {
	m, err := readMaterial(ctx, j, o)
	if err != nil {
		return Material{}, fmt.Errorf("read what a pack is made from: %w", err)
	}
	return m, nil
}

func readMaterial(ctx context.Context, j *journal.Journal, o journal.ExportOptions) (Material, error) {
	mask, err := maskOf(ctx, j, o)
	if err != nil {
		return Material{}, err
	}
	o.MaskNames = false
	x, err := j.Export(ctx, o)
	if err != nil {
		return Material{}, err
	}
	r := newReading(x)
	for e, err := range x.Entries {
		if err != nil {
			return Material{}, err
		}
		r.take(&e)
	}
	m := Material{
		Today: j.Today(ctx), Plan: x.Plan, Entries: r.count, Private: x.LeftOut,
		mask: mask, pieces: r.pieces, in: r.in, titles: r.titles, names: namesOf(x.Expectations), moments: r.moments, numbers: r.numbers, outcomes: r.outcomes,
	}
	m.Period = periodOf(o.Filter, r.first, r.last, m.Today)
	m.cells, m.expected = r.cells(), x.Expectations
	m.Coverage = Cover(m.expected, m.cells, m.Period)
	m.order()
	if m.known, err = namedByPacks(ctx, j.Read()); err != nil {
		return Material{}, err
	}
	m.supporters, err = supportersUnnamed(ctx, j.Read(), r.named)
	return m, err
}

// Summary counts the entries that go out as the journal's own summary does, but
// for applications, which are no evidence, and gives the expectations that they
// may support.
func (m *Material) Summary() ([]journal.Expectation, []journal.Cell) { return m.expected, m.cells }

// maskOf gives what takes the place of names in all that goes out, or nil.
func maskOf(ctx context.Context, j *journal.Journal, o journal.ExportOptions) (*journal.Mask, error) {
	if !o.MaskNames {
		return nil, nil
	}
	o.EntriesOnly = true
	x, err := j.Export(ctx, o)
	return x.Mask, err
}

// namesOf gives the names of the expectations that are still asked.
func namesOf(all []journal.Expectation) map[journal.ID]string {
	names := make(map[journal.ID]string, len(all))
	for _, x := range all {
		if !x.Retired {
			names[x.ID] = oneLine(x.Name)
		}
	}
	return names
}

// periodOf gives the months a pack speaks of.
func periodOf(f journal.Filter, first, last, today journal.Day) Period {
	if !f.Since.IsZero() {
		first = f.Since
	}
	if !f.Until.IsZero() {
		last = f.Until
	}
	if first.IsZero() {
		first = today
	}
	if last.IsZero() || last.Before(first) {
		last = first
	}
	return WholeMonths(first, last)
}

// namedByPacks tells which entries that the saved packs name are still there.
// It reads no text of them.
func namedByPacks(ctx context.Context, r journal.Reader) (map[journal.ID]bool, error) {
	packs, err := r.Packs(ctx)
	if err != nil {
		return nil, err
	}
	var ids []journal.ID
	for _, p := range packs {
		for _, s := range p.Sections {
			for _, b := range s.Bullets {
				ids = append(ids, b.Entries...)
			}
		}
	}
	slices.Sort(ids)
	lines, err := r.LinesOf(ctx, slices.Compact(ids))
	if err != nil {
		return nil, err
	}
	known := make(map[journal.ID]bool, len(lines))
	for _, l := range lines {
		known[l.ID] = true
	}
	return known, nil
}

// supportersUnnamed counts the people who stand behind the writer and are not
// named by what goes out. How far somebody supports the writer never goes out,
// so it is a number and nothing more.
func supportersUnnamed(ctx context.Context, r journal.Reader, named map[string]bool) (int, error) {
	people, err := r.People(ctx)
	if err != nil {
		return 0, err
	}
	n := 0
	for _, p := range people {
		if p.StandsBehind() && !named[strings.TrimSpace(p.Name)] {
			n++
		}
	}
	return n, nil
}

// order puts the strongest first. The document "Going After That Management
// Position" wants concrete examples: so what says what came of it goes first,
// for a title or a first sentence alone is no example; then, by the strengths
// of evidence, what is more than the writer's own word. Of two alike the one
// that was starred goes first, then the one that proves something, then the one
// that is tied to a business outcome, which is what companies care about by the
// same document, then the newer one.
func (m *Material) order() {
	slices.SortStableFunc(m.pieces, func(a, b piece) int {
		return cmp.Or(
			before(a.concrete, b.concrete), cmp.Compare(b.strength.Rank(), a.strength.Rank()), before(a.starred, b.starred),
			before(len(a.proves) > 0, len(b.proves) > 0), before(a.outcome != "", b.outcome != ""), b.day.Compare(a.day),
		)
	})
	m.at = make(map[journal.ID]int, len(m.pieces))
	for i, p := range m.pieces {
		m.at[p.id] = i
	}
}

// before orders what has something before what does not.
func before(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// piece finds what may be taken from an entry, or nil.
func (m *Material) piece(id journal.ID) *piece {
	if at, ok := m.at[id]; ok {
		return &m.pieces[at]
	}
	return nil
}

// goesOut tells whether all entries behind a line go out; a line of the
// writer's own has none.
func (m *Material) goesOut(b journal.Bullet) bool {
	return !slices.ContainsFunc(b.Entries, func(id journal.ID) bool { return !m.in[id] })
}

// gone lists the entries behind a line that are not in the journal any more.
// Those that are there and stay in, or that the filter does not let pass, are
// not among them.
func (m *Material) gone(b journal.Bullet) []journal.ID {
	return slices.DeleteFunc(slices.Clone(b.Entries), func(id journal.ID) bool { return m.in[id] || m.known[id] })
}
