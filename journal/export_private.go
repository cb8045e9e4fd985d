package journal

import (
	"context"
	"iter"
	"slices"
	"strings"
	"sync/atomic"
)

// discretion takes out of things what must stay in the journal.
type discretion struct {
	filter  Filter              // of the entries that go out
	in      map[ID]Line         // the entries that go out, in their short form where it is wanted
	lines   bool                // it is
	days    Span                // of the entries that go out
	private map[ID]bool         // private ones that may
	all     bool                // private ones may
	names   map[string]string   // of people, by ID
	known   map[string]bool     // folded names and IDs of people
	hidden  map[string]struct{} // folded titles of private entries that stay in
	leftOut int
	mask    *Mask
	files   atomic.Int64 // attachments that were emptied
}

// discretion looks at what may go out.
func (j *Journal) discretion(ctx context.Context, o ExportOptions, x *Export) (*discretion, error) {
	d := &discretion{
		filter: o.Filter, all: o.IncludePrivate, in: map[ID]Line{}, lines: o.EntriesOnly, private: map[ID]bool{},
		names: map[string]string{}, known: map[string]bool{}, hidden: map[string]struct{}{},
	}
	for _, id := range o.Private {
		d.private[id] = true
	}
	for _, p := range x.People {
		d.names[string(p.ID)] = p.Name
		d.known[string(p.ID)], d.known[fold(p.Name)] = true, true
	}
	if o.MaskNames {
		var err error
		if d.mask, err = newMask(ctx, j.store, x.People); err != nil {
			return nil, err
		}
	}
	if !d.all {
		if err := d.hide(ctx, j.store); err != nil {
			return nil, err
		}
	}
	if err := d.look(ctx, j.store); err != nil {
		return nil, err
	}
	d.filter.NoPrivate = d.filter.NoPrivate || !d.all && len(d.private) == 0
	return d, nil
}

// hide notes the titles of all private entries, whether the filter lets them
// pass or not.
func (d *discretion) hide(ctx context.Context, r Reader) error {
	return eachLine(ctx, r, Filter{OnlyPrivate: true}, func(l Line) {
		if strings.TrimSpace(l.Title) != "" {
			d.hidden[foldTitle(l.Title)] = struct{}{}
		}
	})
}

// look notes which entries go out, without reading their texts. A title that
// one of them has is no secret.
func (d *discretion) look(ctx context.Context, r Reader) error {
	return eachLine(ctx, r, d.filter, func(l Line) {
		if l.Private && !d.all && !d.private[l.ID] {
			d.leftOut++
			return
		}
		d.days = d.days.with(l.Day)
		d.in[l.ID] = Line{}
		if d.lines {
			d.in[l.ID] = l.bare()
		}
		delete(d.hidden, foldTitle(l.Title))
	})
}

// eachLine walks the short forms of the entries that pass a filter.
func eachLine(ctx context.Context, r Reader, f Filter, do func(Line)) error {
	const page = 2000
	var last ID
	for {
		lines, err := r.Lines(ctx, f, last, page)
		if err != nil {
			return err
		}
		for _, l := range lines {
			do(l)
		}
		if len(lines) < page {
			return nil
		}
		last = lines[len(lines)-1].ID
	}
}

// goes tells whether an entry goes out.
func (d *discretion) goes(id ID) bool {
	_, in := d.in[id]
	return in
}

// line gives the short form of an entry that goes out.
func (d *discretion) line(id ID) (Line, bool) {
	l, ok := d.in[id]
	l.Title = d.mask.Text(d.quiet(l.Title))
	return l, ok
}

func (d *discretion) entries(all iter.Seq2[Entry, error]) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for e, err := range all {
			if err != nil {
				yield(Entry{}, err)
				return
			}
			// Written meanwhile, it is not in the count either; made private
			// meanwhile, it stays in.
			if !d.goes(e.ID) || e.Private && !d.all && !d.private[e.ID] {
				continue
			}
			if !yield(d.entry(e), nil) {
				return
			}
		}
	}
}

// entry names people instead of pointing to them, and drops links to entries
// that stay in, and what their titles say.
func (d *discretion) entry(e Entry) Entry {
	e = e.clone()
	for i := range e.People {
		e.People[i].Person = d.name(e.People[i].Person)
	}
	e.Links = d.onlyIn(e.Links)
	if f := e.Feedback; f != nil {
		f.Giver = d.name(f.Giver)
		f.ActedOnIn = d.onlyIn(f.ActedOnIn)
	}
	for _, text := range e.texts() {
		*text = d.quiet(*text)
	}
	for i := range e.Tags {
		e.Tags[i] = d.quiet(e.Tags[i])
	}
	for i := range e.Attachments {
		e.Attachments[i].Name = d.quiet(e.Attachments[i].Name)
	}
	d.hush(&e)
	if d.mask != nil {
		d.files.Add(d.mask.entry(&e))
	}
	return e
}

// name is what stands in the place of a person's ID or name.
func (d *discretion) name(person string) string {
	if d.mask != nil {
		return d.mask.Name(person)
	}
	if name, ok := d.names[person]; ok {
		return name
	}
	return person
}

func (d *discretion) onlyIn(ids []ID) []ID {
	var in []ID
	for _, id := range ids {
		if d.goes(id) {
			in = append(in, id)
		}
	}
	return in
}

func (d *discretion) allIn(ids []ID) bool {
	return !slices.ContainsFunc(ids, func(id ID) bool { return !d.goes(id) })
}

// around takes out of what goes beside the entries what must stay in.
func (d *discretion) around(x *Export) {
	x.People = nil
	x.Plan = d.plan(x.Plan)
	x.Packs = d.packs(x.Packs)
	x.Expectations = slices.Clone(x.Expectations)
	x.OwnPrompts = slices.Clone(x.OwnPrompts)
	for _, text := range x.texts() {
		*text = d.quiet(*text)
	}
	d.hush(x)
	if d.mask != nil {
		d.mask.around(x)
	}
}

// plan names nobody and points only to entries that go out.
func (d *discretion) plan(p Plan) Plan {
	p = p.copied()
	for i := range p.Goals {
		p.Goals[i].Person = ""
		p.Goals[i].Entries = d.onlyIn(p.Goals[i].Entries)
	}
	return p
}

// packs keeps the bullets that come only from entries that go out, and does
// not say whom of the people in the journal a pack was given to; where names
// are masked it says of nobody, for who is named there may be known nowhere
// else.
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
		if d.mask != nil || d.known[g.To] || d.known[fold(g.To)] {
			g.To = ""
		}
		if !d.goes(g.Application) {
			g.Application = ""
		}
		p.Given = &g
	}
	return packs
}
