package journal

import (
	"context"
	"fmt"
	"iter"
	"sync/atomic"
)

// ExportOptions choose what goes out of a journal.
type ExportOptions struct {
	Filter         Filter // of the entries
	IncludePrivate bool   // private entries, people and their notes too: nothing is left out
	Private        []ID   // private entries that were switched on one by one; the filter must let them pass too

	// MaskNames puts a pseudonym in the place of everybody's name. What cannot
	// be masked stays in then, whatever else was asked for: people and what is
	// noted of them, the content of attached files, and members that this
	// version does not know.
	MaskNames bool

	// EntriesOnly leaves out what is not needed to read the entries: the plan,
	// the user's own questions, packs and the members of documents that were
	// imported.
	EntriesOnly bool
}

// Export is what goes out of a journal, in a form that writers of every
// format take. The entries come one at a time, newest first.
type Export struct {
	Entries      iter.Seq2[Entry, error]
	Count        int // of the entries
	LeftOut      int // private entries that the filter lets pass and that stay in
	Expectations []Expectation
	People       []Person // nil unless private things go out
	Plan         Plan
	OwnPrompts   []OwnPrompt
	Packs        []Pack
	Extra        Extra // of documents that were imported

	// With EntriesOnly: the days of the first and the last entry, and the short
	// form, without an excerpt, of each that goes out.
	Days Span
	Line func(ID) (Line, bool)

	Mask  *Mask        // what took the place of names, or nil where they go out as they are
	Tally func() Tally // what went out so far; it may be asked at any time
}

// Tally counts what an export let out.
type Tally struct {
	Entries int // that went out
	Private int // private ones that the filter lets pass and that stayed in
	Names   int // of people that a pseudonym took the place of
	Files   int // attachments whose file or address stayed in, since it could not be masked
}

// Export collects what goes out, and is the one place that knows what stays
// in. Unless private things are included these stay in: private entries,
// people and what is noted of them (who takes part in an entry that goes out
// is named in it, without an ID), every link to an entry that does not go
// out, and the titles of private entries where other texts name them as
// [[title]]. A bullet of a pack goes only if all entries behind it do, for its
// text comes from them. The context must live until the entries are read.
func (j *Journal) Export(ctx context.Context, o ExportOptions) (Export, error) {
	x, err := j.export(ctx, o)
	if err != nil {
		return Export{}, fmt.Errorf("export: %w", err)
	}
	return x, nil
}

func (j *Journal) export(ctx context.Context, o ExportOptions) (Export, error) {
	x, err := j.all(ctx, o)
	if err != nil {
		return x, err
	}
	tally := &tally{}
	if o.IncludePrivate && !o.MaskNames {
		if x.Count, err = j.store.Count(ctx, o.Filter); err != nil {
			return x, err
		}
		if x.People == nil {
			x.People = []Person{} // none, but not left out
		}
		x.Entries = tally.counted(j.store.Entries(ctx, o.Filter))
		x.Tally = tally.now
		if o.EntriesOnly {
			x.Days, x.Line, err = j.lines(ctx, o.Filter)
		}
		return x, err
	}
	d, err := j.discretion(ctx, o, &x)
	if err != nil {
		return x, err
	}
	x.Count, x.LeftOut, x.Mask = len(d.in), d.leftOut, d.mask
	tally.private, tally.mask = d.leftOut, d.mask
	tally.files = &d.files
	x.Entries = tally.counted(d.entries(j.store.Entries(ctx, d.filter)))
	x.Tally = tally.now
	d.around(&x)
	if o.EntriesOnly {
		x.Days, x.Line = d.days, d.line
	}
	return x, nil
}

// lines gives the short forms of the entries that pass a filter, by ID.
func (j *Journal) lines(ctx context.Context, f Filter) (days Span, line func(ID) (Line, bool), err error) {
	all := map[ID]Line{}
	err = eachLine(ctx, j.store, f, func(l Line) {
		all[l.ID] = l.bare()
		days = days.with(l.Day)
	})
	return days, func(id ID) (Line, bool) { l, ok := all[id]; return l, ok }, err
}

// bare gives the line without its excerpt, which is most of it.
func (l Line) bare() Line { l.Excerpt = ""; return l }

// with makes the span long enough to hold a day.
func (s Span) with(d Day) Span {
	if s.From.IsZero() || d.Before(s.From) {
		s.From = d
	}
	if d.After(s.Until) {
		s.Until = d
	}
	return s
}

// all reads what stands in the journal besides the entries.
func (j *Journal) all(ctx context.Context, o ExportOptions) (x Export, err error) {
	if x.Expectations, err = j.store.Expectations(ctx); err != nil {
		return x, err
	}
	if x.People, err = j.store.People(ctx); err != nil || o.EntriesOnly {
		return x, err
	}
	if x.Plan, err = j.store.Plan(ctx); err != nil {
		return x, err
	}
	if x.OwnPrompts, err = j.store.OwnPrompts(ctx); err != nil {
		return x, err
	}
	if x.Packs, err = j.store.Packs(ctx); err != nil {
		return x, err
	}
	x.Extra, err = documentExtra(ctx, j.store)
	return x, err
}

// tally counts while entries go out. It may be read on another goroutine.
type tally struct {
	entries atomic.Int64
	private int
	files   *atomic.Int64
	mask    *Mask
}

// counted passes entries on and counts them.
func (t *tally) counted(entries iter.Seq2[Entry, error]) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for e, err := range entries {
			if err == nil {
				t.entries.Add(1)
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

func (t *tally) now() Tally {
	now := Tally{Entries: int(t.entries.Load()), Private: t.private, Names: t.mask.used()}
	if t.files != nil {
		now.Files = int(t.files.Load())
	}
	return now
}
