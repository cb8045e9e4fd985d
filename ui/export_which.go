package ui

import (
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
	x       *export
	content *fyne.Container
	periods *parts.Segmented
	kinds   map[journal.Kind]*parts.FilterChip
	starred *parts.FilterChip
	fields  *filterFields
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
	w.fields = newFilterFields(x.w, w.today, x.choose, func() { w.content.Refresh() })
	w.content = w.layOut()
	w.fields.readNames()
	return w
}

func (w *exportWhich) layOut() *fyne.Container {
	chips := parts.Flow(look.Space8, look.Space8)
	for _, k := range journal.Kinds() {
		w.kinds[k] = parts.NewFilterChip(kindName(k), func() { w.toggleKind(k) })
		chips.Add(w.kinds[k])
	}
	w.starred = parts.NewFilterChip(lang.L("Starred only"), w.toggleStarred)
	chips.Add(w.starred)
	f := w.fields
	fields := parts.TwoColumns(look.Space12,
		parts.FormRow(lang.L("Since"), f.since.line), parts.FormRow(lang.L("Until"), f.until.line),
		parts.FormRow(lang.L("Tag"), f.tag), parts.FormRow(lang.L("Person"), f.person),
		parts.FormRow(lang.L("Shows"), parts.Down(0, f.expectation)))
	return parts.Down(look.Space16, parts.NewSectionLabel(lang.L("Which entries")), parts.Flow(0, 0, w.periods), chips, fields)
}

func (w *exportWhich) today() journal.Day { return w.x.sheet.today }

// show shows what is chosen.
func (w *exportWhich) show() {
	f := w.x.options.Filter
	for key, span := range w.spans() {
		if span.From == f.Since && span.Until == f.Until {
			w.periods.SetSelected(key)
		}
	}
	for k, chip := range w.kinds {
		chip.SetSelected(slices.Contains(f.Kinds, k))
	}
	w.starred.SetSelected(f.Starred)
	w.fields.show(f, w.x.sheet.expectations)
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
