package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// ledgerFilter are the fields that narrow the ledger: who gave it, how far it
// has come, and when it was.
type ledgerFilter struct {
	l       *ledger
	known   []journal.Person // read when the fields are opened
	toggle  *parts.Button
	content *fyne.Container
	giver   *parts.NameField
	state   *parts.Select
	since   *dayField
	until   *dayField
}

// anyState is the choice that lets every state through.
const anyState = "any"

func newLedgerFilter(l *ledger) *ledgerFilter {
	f := &ledgerFilter{l: l}
	f.toggle = parts.NewButton(parts.Quiet, lang.L("Filter"), look.IconPreferences, f.turn)
	f.toggle.Height, f.toggle.Ink, f.toggle.Padding = filterChipHeight, look.ColorInk2, look.Space12
	f.giver = parts.NewNameField(lang.L("Anybody"), f.setGiver)
	f.giver.Suggest = f.suggest
	f.giver.OnTyped = func(string) { l.list.content.Refresh() } // the names that are offered take room
	f.state = parts.NewSelect("", stateOptions(), f.setState)
	f.since, f.until = newPastDayField(l.w, l.today, f.setSince), newPastDayField(l.w, l.today, f.setUntil)
	f.until.read = readUntil
	f.content = parts.TwoColumns(look.Space12,
		parts.FormRow(lang.L("From"), f.giver), parts.FormRow(lang.L("State"), parts.Down(0, f.state)),
		parts.FormRow(lang.L("Since"), f.since.line), parts.FormRow(lang.L("Until"), f.until.line))
	f.content.Hide()
	return f
}

// filterChipHeight is that of the chips the button stands beside.
const filterChipHeight float32 = 28

// stateOptions are the states one can ask for, any of them first.
func stateOptions() []parts.Option {
	any := parts.Option{Key: anyState, Label: lang.L("Any")}
	return append([]parts.Option{any}, options(journal.FeedbackStates(), stateName)...)
}

// show shows what the ledger is narrowed to.
func (f *ledgerFilter) show(q journal.FeedbackFilter) {
	n := 0
	for _, set := range []bool{q.Giver != "", q.State != "", !q.Since.IsZero(), !q.Until.IsZero()} {
		if set {
			n++
		}
	}
	f.toggle.SetText(lang.L("Filter"))
	if n > 0 {
		f.toggle.SetText(lang.L("Filter, {{.Count}} set", values{"Count": n}))
	}
	f.giver.SetName(q.Giver)
	f.state.SetSelected(q.State)
	if q.State == "" {
		f.state.SetSelected(anyState)
	}
	f.since.show(q.Since)
	f.until.show(q.Until)
}

// turn opens the fields, or folds them away. What they ask for stays.
func (f *ledgerFilter) turn() {
	open := !f.content.Visible()
	setVisible(f.content, open)
	f.l.list.content.Refresh()
	if !open {
		return
	}
	f.l.w.win.Canvas().Focus(f.giver.Editor)
	w := f.l.w
	task(w, "list the people", func(ctx context.Context) ([]journal.Person, error) {
		return w.journal.Read().People(ctx)
	}, func(all []journal.Person) { f.known = all })
}

func (f *ledgerFilter) suggest(typed string) []string { return namesLike(f.known, typed) }

func (f *ledgerFilter) setGiver(name string) {
	f.ask(func(q *journal.FeedbackFilter) { q.Giver = name })
}

func (f *ledgerFilter) setState(key string) {
	if key == anyState {
		key = ""
	}
	f.ask(func(q *journal.FeedbackFilter) { q.State = key })
}

func (f *ledgerFilter) setSince(d journal.Day) {
	f.ask(func(q *journal.FeedbackFilter) { q.Since = d })
}

func (f *ledgerFilter) setUntil(d journal.Day) {
	f.ask(func(q *journal.FeedbackFilter) { q.Until = d })
}

// readUntil reads the last day of what was typed: until March is until its end.
func readUntil(text string, dates journal.Dates) (journal.Span, error) {
	span, err := dates.Span(text)
	return journal.Span{From: span.Until, Until: span.Until}, err
}

// ask narrows the ledger to something else, if it is something else.
func (f *ledgerFilter) ask(change func(*journal.FeedbackFilter)) {
	q := f.l.question.filter
	change(&q)
	if q != f.l.question.filter {
		f.l.look(f.l.question.part, q)
	}
}
