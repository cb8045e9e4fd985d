package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// chooseExpectation lets the writer find one of the expectations by its words.
func (w *Window) chooseExpectation(among []journal.Expectation, then func(journal.Expectation)) {
	pick(w, lang.L("What does this entry show?"), picking[journal.Expectation]{
		placeHolder: lang.L("Find an expectation by its words"),
		none:        lang.L("No expectation holds these words."),
		find: func(_ context.Context, words string) ([]journal.Expectation, error) {
			return expectationsWith(among, words), nil
		},
		item: expectationItem,
		then: then,
	})
}

// expectationsWith picks the expectations that hold all the words, in their
// order.
func expectationsWith(among []journal.Expectation, words string) []journal.Expectation {
	wanted := strings.Fields(folded(words))
	var found []journal.Expectation
	for _, x := range among {
		if holdsAll(folded(x.Name+"\n"+x.Text+"\n"+x.Area), wanted) {
			found = append(found, x)
		}
	}
	return found
}

// expectationItem is an expectation as a row to choose.
func expectationItem(x journal.Expectation) parts.ListItem {
	caption := x.Text
	if x.Area != "" {
		caption = x.Area + " · " + x.Text
	}
	return parts.ListItem{Title: x.Name, Caption: strings.TrimSuffix(caption, " · ")}
}
