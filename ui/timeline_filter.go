package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// chronicleFilter are the fields that narrow the timeline besides the kinds: by
// tag, expectation, person, privacy and period.
type chronicleFilter struct {
	*filterFields
	c          *chronicle
	publicOnly bool // private entries are left out here, though they may be seen
	toggle     *parts.Button
	content    *fyne.Container
	private    *parts.Select
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
	f.filterFields = newFilterFields(c.w, f.today, c.ask, func() { c.content.Refresh() })
	f.private = parts.NewSelect("", []parts.Option{
		{Key: privateShown, Label: lang.L("Shown")},
		{Key: privateOnly, Label: lang.L("Only these")},
		{Key: privateLeftOut, Label: lang.L("Left out")},
	}, f.setPrivate)
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
	n := f.narrowed(q)
	if f.publicOnly || q.OnlyPrivate {
		n++
	}
	f.toggle.SetText(lang.L("Filter"))
	if n > 0 {
		f.toggle.SetText(lang.L("Filter, {{.Count}} set", values{"Count": n}))
	}
	f.filterFields.show(q, s.facts.Expectations)
	switch {
	case f.publicOnly:
		f.private.SetSelected(privateLeftOut)
	case q.OnlyPrivate:
		f.private.SetSelected(privateOnly)
	default:
		f.private.SetSelected(privateShown)
	}
}

// turn opens the fields, or folds them away. What they ask for stays.
func (f *chronicleFilter) turn() {
	open := !f.content.Visible()
	setVisible(f.content, open)
	f.c.content.Refresh()
	if open {
		f.c.w.win.Canvas().Focus(f.tag.Editor)
		f.readNames()
	}
}

func (f *chronicleFilter) setPrivate(key string) {
	f.publicOnly = key == privateLeftOut
	f.c.ask(func(q *journal.Filter) { q.OnlyPrivate = key == privateOnly })
}
