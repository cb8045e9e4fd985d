package journal

import (
	"context"
	"fmt"
	"iter"
	"slices"
)

// ExportOptions choose what goes out of a journal.
type ExportOptions struct {
	Filter         Filter // of the entries
	IncludePrivate bool   // private entries, people and their notes too: nothing is left out
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
}

// Export collects what goes out, and is the one place that knows what stays
// in. Unless private things are included these stay in: private entries,
// people and what is noted of them (who takes part in an entry that goes out
// is named in it, without an ID), and every link to an entry that does not go
// out. A bullet of a pack goes only if all entries behind it do, for its text
// comes from them. The context must live until the entries are read.
func (j *Journal) Export(ctx context.Context, o ExportOptions) (Export, error) {
	x, err := j.export(ctx, o)
	if err != nil {
		return Export{}, fmt.Errorf("export: %w", err)
	}
	return x, nil
}

func (j *Journal) export(ctx context.Context, o ExportOptions) (x Export, err error) {
	if x.Expectations, err = j.store.Expectations(ctx); err != nil {
		return x, err
	}
	if x.People, err = j.store.People(ctx); err != nil {
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
	if x.Extra, err = documentExtra(ctx, j.store); err != nil {
		return x, err
	}
	all, err := j.store.Count(ctx, o.Filter)
	if err != nil {
		return x, err
	}
	if o.IncludePrivate {
		x.Count = all
		if x.People == nil {
			x.People = []Person{} // none, but not left out
		}
		x.Entries = j.store.Entries(ctx, o.Filter)
		return x, nil
	}
	o.Filter.NoPrivate = true
	d := discretion{}
	if err := d.look(ctx, j.store, o.Filter, x.People); err != nil {
		return x, err
	}
	x.Count = len(d.in)
	x.LeftOut = all - x.Count
	x.Entries = d.entries(j.store.Entries(ctx, o.Filter))
	x.People = nil
	x.Plan = d.plan(x.Plan)
	x.Packs = d.packs(x.Packs)
	return x, nil
}

// discretion takes out of things what must stay in the journal.
type discretion struct {
	in    map[ID]bool       // the entries that go out
	names map[string]string // of people, by ID
	known map[string]bool   // folded names and IDs of people
}

// look notes which entries go out, without reading their texts.
func (d *discretion) look(ctx context.Context, r Reader, f Filter, people []Person) error {
	d.in, d.names, d.known = map[ID]bool{}, map[string]string{}, map[string]bool{}
	for _, p := range people {
		d.names[string(p.ID)] = p.Name
		d.known[string(p.ID)], d.known[fold(p.Name)] = true, true
	}
	const page = 2000
	var last ID
	for {
		lines, err := r.Lines(ctx, f, last, page)
		if err != nil {
			return err
		}
		for _, l := range lines {
			d.in[l.ID] = true
		}
		if len(lines) < page {
			return nil
		}
		last = lines[len(lines)-1].ID
	}
}

func (d *discretion) entries(all iter.Seq2[Entry, error]) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for e, err := range all {
			if err == nil && !d.in[e.ID] {
				continue // written meanwhile: it is not in the count either
			}
			if !yield(d.entry(e), err) {
				return
			}
		}
	}
}

// entry names people instead of pointing to them, and drops links to entries
// that stay in.
func (d *discretion) entry(e Entry) Entry {
	e.People = slices.Clone(e.People)
	for i := range e.People {
		e.People[i].Person = d.name(e.People[i].Person)
	}
	e.Links = d.onlyIn(e.Links)
	if e.Feedback != nil {
		f := *e.Feedback
		f.Giver = d.name(f.Giver)
		f.ActedOnIn = d.onlyIn(f.ActedOnIn)
		e.Feedback = &f
	}
	return e
}

func (d *discretion) name(person string) string {
	if name, ok := d.names[person]; ok {
		return name
	}
	return person
}

func (d *discretion) onlyIn(ids []ID) []ID {
	var in []ID
	for _, id := range ids {
		if d.in[id] {
			in = append(in, id)
		}
	}
	return in
}

func (d *discretion) allIn(ids []ID) bool {
	return !slices.ContainsFunc(ids, func(id ID) bool { return !d.in[id] })
}

// plan names nobody and points only to entries that go out.
func (d *discretion) plan(p Plan) Plan {
	p.Goals = slices.Clone(p.Goals)
	for i := range p.Goals {
		p.Goals[i].Person = ""
		p.Goals[i].Entries = d.onlyIn(p.Goals[i].Entries)
	}
	return p
}

// packs keeps the bullets that come only from entries that go out, and does
// not say whom of the people in the journal a pack was given to.
func (d *discretion) packs(all []Pack) []Pack {
	packs := slices.Clone(all)
	for i := range packs {
		p := &packs[i]
		p.Sections = slices.Clone(p.Sections)
		for k := range p.Sections {
			s := &p.Sections[k]
			s.Bullets = slices.DeleteFunc(slices.Clone(s.Bullets), func(b Bullet) bool { return !d.allIn(b.Entries) })
		}
		if p.Given == nil {
			continue
		}
		g := *p.Given
		if d.known[g.To] || d.known[fold(g.To)] {
			g.To = ""
		}
		if !d.in[g.Application] {
			g.Application = ""
		}
		p.Given = &g
	}
	return packs
}
