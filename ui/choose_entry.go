package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// chooseEntry lets the writer find an entry by its words; without any the
// newest ones are listed. The entries of leaveOut are not among them.
func (w *Window) chooseEntry(title string, leaveOut []journal.ID, then func(journal.Line)) {
	noPrivate := w.noPrivate()
	pick(w, title, picking[journal.Line]{
		placeHolder: lang.L("Find an entry by its words"),
		none:        lang.L("No entry holds these words."),
		find: func(ctx context.Context, words string) ([]journal.Line, error) {
			lines, err := w.journal.FindLines(ctx, words, noPrivate, mostChoices)
			return slices.DeleteFunc(lines, func(l journal.Line) bool { return slices.Contains(leaveOut, l.ID) }), err
		},
		item: w.entryItem,
		then: then,
	})
}

// entryItem is an entry as a row to choose.
func (w *Window) entryItem(l journal.Line) parts.ListItem {
	color, soft := kindColors(l.Kind)
	return parts.ListItem{
		Title: lineTitle(l), Caption: kindName(l.Kind) + ", " + lineDay(l, w.today.now),
		Icon: kindIcon(l.Kind), Ink: color, Soft: soft,
	}
}
