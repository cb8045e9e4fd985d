package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// filterFields are the fields that narrow a page to some entries: by tag, by
// what they show, by person, and by when they were.
type filterFields struct {
	w           *Window
	ask         func(change func(*journal.Filter))
	people      []journal.Person
	tags        []string
	tag, person *parts.NameField
	expectation *parts.Select
	listed      []parts.Option // by the field above
	since       *dayField
	until       *dayField
}

// anyExpectation is the choice that lets every expectation through.
const anyExpectation = "any"

// newFilterFields makes the fields. ask is told how the filter changes, and
// resized that what is offered below a field takes another room.
func newFilterFields(w *Window, today func() journal.Day, ask func(change func(*journal.Filter)), resized func()) *filterFields {
	f := &filterFields{w: w, ask: ask}
	f.tag, f.person = parts.NewNameField(lang.L("Any"), f.setTag), parts.NewNameField(lang.L("Anybody"), f.setPerson)
	f.tag.Suggest = func(typed string) []string { return beginningWith(typed, f.tags) }
	f.person.Suggest = func(typed string) []string { return namesLike(f.people, typed) }
	for _, field := range []*parts.NameField{f.tag, f.person} {
		field.OnTyped = func(string) { resized() }
	}
	f.expectation = parts.NewSelect("", nil, f.setExpectation)
	f.since, f.until = newPastDayField(w, today, f.setSince), newPastDayField(w, today, f.setUntil)
	f.until.read = readUntil
	return f
}

// readNames reads the tags and people that the fields offer.
func (f *filterFields) readNames() {
	j := f.w.journal
	type known struct {
		people []journal.Person
		tags   []string
	}
	task(f.w, "list people and tags", func(ctx context.Context) (k known, err error) {
		if k.people, err = j.Read().People(ctx); err != nil {
			return k, err
		}
		tags, err := j.Read().Tags(ctx)
		for _, t := range tags {
			k.tags = append(k.tags, t.Tag)
		}
		return k, err
	}, func(k known) { f.people, f.tags = k.people, k.tags })
}

// show shows what is asked for.
func (f *filterFields) show(q journal.Filter, expectations []journal.Expectation) {
	tag := ""
	if len(q.Tags) > 0 {
		tag = q.Tags[0]
	}
	f.tag.SetName(tag)
	f.person.SetName(q.Person)
	f.showExpectations(expectations, q.Expectation)
	f.since.show(q.Since)
	f.until.show(q.Until)
}

// showExpectations lists what the entries can be asked to show, and anything. A
// retired expectation is listed where it is chosen.
func (f *filterFields) showExpectations(all []journal.Expectation, chosen string) {
	list := []parts.Option{{Key: anyExpectation, Label: lang.L("Anything")}}
	for _, x := range all {
		if !x.Retired || string(x.ID) == chosen {
			list = append(list, parts.Option{Key: string(x.ID), Label: x.Name})
		}
	}
	if !slices.Equal(list, f.listed) { // else an open list would close
		f.listed = list
		f.expectation.SetOptions(list)
	}
	if chosen == "" {
		chosen = anyExpectation
	}
	f.expectation.SetSelected(chosen)
}

// narrowed counts the fields that ask for something.
func (f *filterFields) narrowed(q journal.Filter) int {
	n := 0
	for _, set := range []bool{len(q.Tags) > 0, q.Expectation != "", q.Person != "", !q.Since.IsZero(), !q.Until.IsZero()} {
		if set {
			n++
		}
	}
	return n
}

func (f *filterFields) setTag(tag string) {
	f.ask(func(q *journal.Filter) {
		q.Tags = nil
		if tag != "" {
			q.Tags = []string{tag}
		}
	})
}

func (f *filterFields) setPerson(name string) {
	f.ask(func(q *journal.Filter) { q.Person = name })
}

func (f *filterFields) setExpectation(key string) {
	if key == anyExpectation {
		key = ""
	}
	f.ask(func(q *journal.Filter) { q.Expectation = key })
}

func (f *filterFields) setSince(d journal.Day) { f.ask(func(q *journal.Filter) { q.Since = d }) }

func (f *filterFields) setUntil(d journal.Day) { f.ask(func(q *journal.Filter) { q.Until = d }) }
