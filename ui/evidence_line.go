package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/suggest"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// evidenceLine shows which expectations an entry supports, and takes in which
// the writer adds. It takes no room while the target role asks for nothing.
type evidenceLine struct {
	today *today
	all   []journal.Expectation // of the journal; nil before they were read
	chips *fyne.Container
	add   *parts.Chip
	line  fyne.CanvasObject

	offered []suggest.Suggestion
	askedOf journal.ID // the entry that was asked about last
	askedAt int        // and how many words it had
}

func newEvidenceLine(t *today) *evidenceLine {
	l := &evidenceLine{today: t, chips: parts.Flow(look.Space8, look.Space8)}
	l.add = parts.NewChip(parts.ChipAdd, lang.L("Expectation"), look.IconPlus, l.choose)
	l.line = parts.FormRow(lang.L("Shows"), l.chips)
	l.line.Hide()
	return l
}

// read asks for the expectations of the journal.
func (l *evidenceLine) read() {
	t := l.today
	task(t.w, "read the expectations", func(ctx context.Context) ([]journal.Expectation, error) {
		return t.w.journal.Read().Expectations(ctx)
	}, func(all []journal.Expectation) {
		l.all = all
		if t.desk != nil {
			l.show(t.desk.draft.Entry().Evidence)
		}
	})
}

// show lists the expectations that the entry supports, each with the mark of
// its strength.
func (l *evidenceLine) show(evidence []journal.Evidence) {
	l.chips.Objects = nil
	for i, v := range evidence {
		chip := parts.NewChip(parts.ChipSoft, cutWords(l.name(v.Expectation), longestLink), strengthIcon(v.Strength), func() { l.open(i) })
		chip.OnRemove = func() { l.remove(i) }
		l.chips.Add(chip)
	}
	for _, chip := range l.offerChips(evidence) {
		l.chips.Add(chip)
	}
	l.chips.Add(l.add)
	setVisible(l.line, len(evidence) > 0 || len(l.all) > 0)
	l.chips.Refresh()
}

// name is what an expectation is called.
func (l *evidenceLine) name(ref string) string {
	at := slices.IndexFunc(l.all, func(x journal.Expectation) bool { return string(x.ID) == ref })
	if at < 0 {
		return ref
	}
	return l.all[at].Name
}

// set replaces the evidence of the entry, as one step to undo.
func (l *evidenceLine) set(evidence []journal.Evidence) {
	choose(l.today.desk, func(e *journal.Entry) *[]journal.Evidence { return &e.Evidence }, evidence)
	l.today.redraw(l.today.desk)
}

func (l *evidenceLine) remove(i int) {
	l.set(slices.Delete(l.today.desk.draft.Entry().Evidence, i, i+1))
}

// choose lets the writer find an expectation that the entry supports.
func (l *evidenceLine) choose() {
	if l.today.desk == nil {
		return
	}
	now := l.today.desk.draft.Entry().Evidence
	var open []journal.Expectation
	for _, x := range l.all {
		if !x.Retired && !supports(now, x.ID) {
			open = append(open, x)
		}
	}
	l.today.w.chooseExpectation(open, l.added)
}

// added notes that the entry supports an expectation, as strongly as what it
// holds proves.
func (l *evidenceLine) added(x journal.Expectation) {
	e := l.today.desk.draft.Entry()
	l.set(append(e.Evidence, journal.Evidence{Expectation: string(x.ID), Strength: journal.ProposeStrength(&e)}))
}

// strengthNames are the strengths as the window calls them, weakest first.
func strengthNames() [4]string {
	return [4]string{lang.L("Own word"), lang.L("Number"), lang.L("Quote"), lang.L("Artefact")}
}

// strengthIcon is the mark of a strength.
func strengthIcon(s journal.Strength) look.IconName {
	switch s {
	case journal.Number:
		return look.IconHash
	case journal.Quote:
		return look.IconQuote
	case journal.Artefact:
		return look.IconPage
	}
	return look.IconPencil
}

// proposedWords say which strength an entry has by what it holds, and why.
func proposedWords(e *journal.Entry) string {
	switch journal.ProposeStrength(e) {
	case journal.Artefact:
		return lang.L("Proposed: artefact, a document is attached")
	case journal.Quote:
		return lang.L("Proposed: quote, in the words of somebody else")
	case journal.Number:
		return lang.L("Proposed: number, from the impact")
	}
	return lang.L("Proposed: own word")
}
