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

// exportWhich are the fields that choose which entries go out: from when, of
// which kinds, with which tag, for what they show, and with whom.
type exportWhich struct {
	x           *export
	content     fyne.CanvasObject
	periods     *parts.Segmented
	since       *dayField
	until       *dayField
	kinds       map[journal.Kind]*parts.FilterChip
	starred     *parts.FilterChip
	tag, person *parts.NameField
	expectation *parts.Select
	listed      []parts.Option // by the field above
	people      []journal.Person
	tags        []string
}

// The periods that an export is mostly wanted for.
const (
	periodReview  = "review"
	periodQuarter = "quarter"
	periodYear    = "year"
	periodAll     = "all"
)

func newExportWhich(x *export) *exportWhich {
	w := &exportWhich{x: x, kinds: map[journal.Kind]*parts.FilterChip{}}
	w.periods = parts.NewSegmented([]parts.Segment{
		{Key: periodReview, Label: lang.L("Since the last review")},
		{Key: periodQuarter, Label: lang.L("This quarter")},
		{Key: periodYear, Label: lang.L("This year")},
		{Key: periodAll, Label: lang.L("All")},
	}, w.choosePeriod)
	w.periods.SetPadding(look.Space8 + 2)
	w.since, w.until = newPastDayField(x.w, w.today, w.setSince), newPastDayField(x.w, w.today, w.setUntil)
	w.until.read = readUntil
	w.tag, w.person = parts.NewNameField(lang.L("Any"), w.setTag), parts.NewNameField(lang.L("Anybody"), w.setPerson)
	w.tag.Suggest = func(typed string) []string { return beginningWith(typed, w.tags) }
	w.person.Suggest = func(typed string) []string { return namesLike(w.people, typed) }
	w.expectation = parts.NewSelect("", nil, w.setExpectation)
	w.content = w.layOut()
	w.readNames()
	return w
}

func (w *exportWhich) layOut() fyne.CanvasObject {
	chips := parts.Flow(look.Space8, look.Space8)
	for _, k := range journal.Kinds() {
		w.kinds[k] = parts.NewFilterChip(kindName(k), func() { w.toggleKind(k) })
		chips.Add(w.kinds[k])
	}
	w.starred = parts.NewFilterChip(lang.L("Starred only"), w.toggleStarred)
	chips.Add(w.starred)
	fields := parts.TwoColumns(look.Space12,
		parts.FormRow(lang.L("Since"), w.since.line), parts.FormRow(lang.L("Until"), w.until.line),
		parts.FormRow(lang.L("Tag"), w.tag), parts.FormRow(lang.L("Person"), w.person),
		parts.FormRow(lang.L("Shows"), parts.Down(0, w.expectation)))
	return parts.Down(look.Space16, parts.NewSectionLabel(lang.L("Which entries")), parts.Flow(0, 0, w.periods), chips, fields)
}

func (w *exportWhich) today() journal.Day { return w.x.sheet.today }

// readNames reads the tags and people that the fields offer.
func (w *exportWhich) readNames() {
	j := w.x.w.journal
	type known struct {
		people []journal.Person
		tags   []string
	}
	task(w.x.w, "list people and tags", func(ctx context.Context) (k known, err error) {
		if k.people, err = j.Read().People(ctx); err != nil {
			return k, err
		}
		tags, err := j.Read().Tags(ctx)
		for _, t := range tags {
			k.tags = append(k.tags, t.Tag)
		}
		return k, err
	}, func(k known) { w.people, w.tags = k.people, k.tags })
}

// show shows what is chosen.
func (w *exportWhich) show() {
	f := w.x.options.Filter
	for key, span := range w.spans() {
		if span.From == f.Since && span.Until == f.Until {
			w.periods.SetSelected(key)
		}
	}
	w.since.show(f.Since)
	w.until.show(f.Until)
	for k, chip := range w.kinds {
		chip.SetSelected(slices.Contains(f.Kinds, k))
	}
	w.starred.SetSelected(f.Starred)
	tag := ""
	if len(f.Tags) > 0 {
		tag = f.Tags[0]
	}
	w.tag.SetName(tag)
	w.person.SetName(f.Person)
	w.showExpectations(f.Expectation)
}

// showExpectations lists what the entries can be asked to show.
func (w *exportWhich) showExpectations(chosen string) {
	list := expectationOptions(w.x.sheet.expectations, chosen)
	if !slices.Equal(list, w.listed) { // else an open list would close
		w.listed = list
		w.expectation.SetOptions(list)
	}
	if chosen == "" {
		chosen = anyExpectation
	}
	w.expectation.SetSelected(chosen)
}

// spans are the days of the usual periods.
func (w *exportWhich) spans() map[string]journal.Span {
	review, quarter, year, all := journal.ExportPeriods(w.x.sheet.plan, w.x.sheet.today)
	return map[string]journal.Span{periodReview: review, periodQuarter: quarter, periodYear: year, periodAll: all}
}

func (w *exportWhich) choosePeriod(key string) {
	span := w.spans()[key]
	w.x.choose(func(f *journal.Filter) { f.Since, f.Until = span.From, span.Until })
}

func (w *exportWhich) setSince(d journal.Day) { w.x.choose(func(f *journal.Filter) { f.Since = d }) }

func (w *exportWhich) setUntil(d journal.Day) { w.x.choose(func(f *journal.Filter) { f.Until = d }) }

// toggleKind asks for a kind, or no more; without any, all go out.
func (w *exportWhich) toggleKind(k journal.Kind) {
	w.x.choose(func(f *journal.Filter) {
		if at := slices.Index(f.Kinds, k); at >= 0 {
			f.Kinds = slices.Delete(slices.Clone(f.Kinds), at, at+1)
			return
		}
		f.Kinds = append(slices.Clone(f.Kinds), k)
	})
}

func (w *exportWhich) toggleStarred() {
	w.x.choose(func(f *journal.Filter) { f.Starred = !f.Starred })
}

func (w *exportWhich) setTag(tag string) {
	w.x.choose(func(f *journal.Filter) {
		f.Tags = nil
		if tag != "" {
			f.Tags = []string{tag}
		}
	})
}

func (w *exportWhich) setPerson(name string) {
	w.x.choose(func(f *journal.Filter) { f.Person = name })
}

func (w *exportWhich) setExpectation(key string) {
	if key == anyExpectation {
		key = ""
	}
	w.x.choose(func(f *journal.Filter) { f.Expectation = key })
}
