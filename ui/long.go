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

// longFrom is the number of words from which an entry is offered to go on in
// another. A key costs what Fyne's Entry lays out anew, which grows with the
// text: see the figures in docs/performance.md.
const longFrom = 6000

// longLine quietly offers to go on in another entry where one has become so
// long that its keys come late. It takes no room before.
type longLine struct {
	today *today
	from  int                 // words
	away  map[journal.ID]bool // the entries for which it was waved away
	line  fyne.CanvasObject
}

func newLongLine(t *today) *longLine {
	l := &longLine{today: t, from: longFrom, away: map[journal.ID]bool{}}
	chip := parts.NewChip(parts.ChipAdd, lang.L("This entry is long. Continue in a linked one?"), look.IconPlus, l.goOn)
	chip.OnRemove = l.waveAway
	l.line = parts.FormRow(lang.L("Length"), parts.Flow(look.Space8, look.Space8, chip))
	l.line.Hide()
	return l
}

// show offers it for an entry of so many words.
func (l *longLine) show(e journal.Entry, words int) {
	setVisible(l.line, words >= l.from && !l.away[e.ID])
}

func (l *longLine) waveAway() {
	l.away[l.today.desk.draft.Entry().ID] = true
	l.line.Hide()
	l.today.focusText()
}

// goOn begins an entry that leads to this one. What is typed on the page is
// saved as it is left.
func (l *longLine) goOn() {
	t := l.today
	if t.desk == nil {
		return
	}
	from, r := t.desk.draft.Entry(), t.reader()
	t.bring("continue in a linked entry", func(ctx context.Context) (sheet, error) {
		return r.filled(ctx, from.Kind, func(e *journal.Entry) {
			e.Title, e.Tags, e.Private = from.Title, slices.Clone(from.Tags), from.Private
			e.Links = []journal.ID{from.ID}
		})
	})
}
