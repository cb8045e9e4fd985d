package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// chronicleFilter are the fields that narrow the timeline besides the kinds: by
// tag, expectation, person, privacy and period.
type chronicleFilter struct {
	c           *chronicle
	publicOnly  bool // private entries are left out here, though they may be seen
	people      []journal.Person
	tags        []string // read when the fields are opened, as people are
	toggle      *parts.Button
	content     *fyne.Container
	tag, person *parts.NameField
	expectation *parts.Select
	listed      []parts.Option // by the field above
	private     *parts.Select
	since       *dayField
	until       *dayField
}

// The choices of the field for private entries.
const (
	privateShown   = "shown"
	privateOnly    = "only"
	privateLeftOut = "left out"
)

func newChronicleFilter(c *chronicle) *chronicleFilter {
	f := &chronicleFilter{c: c}
	f.toggle = parts.NewButton(parts.Quiet, lang.L("Filter"), look.IconPreferences, f.turn)
	f.toggle.Height, f.toggle.Ink, f.toggle.Padding = filterChipHeight, look.ColorInk2, look.Space12
	f.tag, f.person = parts.NewNameField(lang.L("Any"), f.setTag), parts.NewNameField(lang.L("Anybody"), f.setPerson)
	f.tag.Suggest = func(typed string) []string { return beginningWith(typed, f.tags) }
	f.person.Suggest = func(typed string) []string { return namesLike(f.people, typed) }
	for _, field := range []*parts.NameField{f.tag, f.person} {
		field.OnTyped = func(string) { c.content.Refresh() } // what is offered takes room
	}
	f.expectation = parts.NewSelect("", nil, f.setExpectation)
	f.private = parts.NewSelect("", []parts.Option{
		{Key: privateShown, Label: lang.L("Shown")},
		{Key: privateOnly, Label: lang.L("Only these")},
		{Key: privateLeftOut, Label: lang.L("Left out")},
	}, f.setPrivate)
	f.since, f.until = newPastDayField(c.w, f.today, f.setSince), newPastDayField(c.w, f.today, f.setUntil)
	f.until.read = readUntil
	f.content = parts.TwoColumns(look.Space12,
		parts.FormRow(lang.L("Tag"), f.tag), parts.FormRow(lang.L("Shows"), parts.Down(0, f.expectation)),
		parts.FormRow(lang.L("Person"), f.person), parts.FormRow(lang.L("Private"), parts.Down(0, f.private)),
		parts.FormRow(lang.L("Since"), f.since.line), parts.FormRow(lang.L("Until"), f.until.line))
	f.content.Hide()
	return f
}

func (f *chronicleFilter) today() journal.Day {
	if f.c.sheet == nil {
		return journal.Day{}
	}
	return f.c.sheet.facts.Today
}

// show shows what the timeline is narrowed to.
func (f *chronicleFilter) show(s *chronicleSheet, q journal.Filter) {
	n := 0
	for _, set := range []bool{len(q.Tags) > 0, q.Expectation != "", q.Person != "", f.publicOnly || q.OnlyPrivate, !q.Since.IsZero(), !q.Until.IsZero()} {
		if set {
			n++
		}
	}
	f.toggle.SetText(lang.L("Filter"))
	if n > 0 {
		f.toggle.SetText(lang.L("Filter, {{.Count}} set", values{"Count": n}))
	}
	tag := ""
	if len(q.Tags) > 0 {
		tag = q.Tags[0]
	}
	f.tag.SetName(tag)
	f.person.SetName(q.Person)
	f.showExpectations(s.facts.Expectations, q.Expectation)
	switch {
	case f.publicOnly:
		f.private.SetSelected(privateLeftOut)
	case q.OnlyPrivate:
		f.private.SetSelected(privateOnly)
	default:
		f.private.SetSelected(privateShown)
	}
	f.since.show(q.Since)
	f.until.show(q.Until)
}

// showExpectations lists what the entries can be asked to show.
func (f *chronicleFilter) showExpectations(all []journal.Expectation, chosen string) {
	list := expectationOptions(all, chosen)
	if !slices.Equal(list, f.listed) { // else an open list would close
		f.listed = list
		f.expectation.SetOptions(list)
	}
	if chosen == "" {
		chosen = anyExpectation
	}
	f.expectation.SetSelected(chosen)
}

// expectationOptions are the expectations that entries can be asked to show,
// and anything. A retired one is among them where it is chosen.
func expectationOptions(all []journal.Expectation, chosen string) []parts.Option {
	list := []parts.Option{{Key: anyExpectation, Label: lang.L("Anything")}}
	for _, x := range all {
		if !x.Retired || string(x.ID) == chosen {
			list = append(list, parts.Option{Key: string(x.ID), Label: x.Name})
		}
	}
	return list
}

// turn opens the fields, or folds them away. What they ask for stays.
func (f *chronicleFilter) turn() {
	open := !f.content.Visible()
	setVisible(f.content, open)
	f.c.content.Refresh()
	if !open {
		return
	}
	f.c.w.win.Canvas().Focus(f.tag.Editor)
	w := f.c.w
	type known struct {
		people []journal.Person
		tags   []string
	}
	task(w, "list people and tags", func(ctx context.Context) (k known, err error) {
		if k.people, err = w.journal.Read().People(ctx); err != nil {
			return k, err
		}
		tags, err := w.journal.Read().Tags(ctx)
		for _, t := range tags {
			k.tags = append(k.tags, t.Tag)
		}
		return k, err
	}, func(k known) { f.people, f.tags = k.people, k.tags })
}

func (f *chronicleFilter) setTag(tag string) {
	f.c.ask(func(q *journal.Filter) {
		q.Tags = nil
		if tag != "" {
			q.Tags = []string{tag}
		}
	})
}

func (f *chronicleFilter) setPerson(name string) {
	f.c.ask(func(q *journal.Filter) { q.Person = name })
}

func (f *chronicleFilter) setExpectation(key string) {
	if key == anyExpectation {
		key = ""
	}
	f.c.ask(func(q *journal.Filter) { q.Expectation = key })
}

func (f *chronicleFilter) setPrivate(key string) {
	f.publicOnly = key == privateLeftOut
	f.c.ask(func(q *journal.Filter) { q.OnlyPrivate = key == privateOnly })
}

func (f *chronicleFilter) setSince(d journal.Day) {
	f.c.ask(func(q *journal.Filter) { q.Since = d })
}

func (f *chronicleFilter) setUntil(d journal.Day) {
	f.c.ask(func(q *journal.Filter) { q.Until = d })
}
