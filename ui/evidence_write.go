package ui

import (
	"cmp"
	"context"

	"groundwork/journal"
	"groundwork/journal/prompts"
)

// writeAbout begins an entry on Today that is to prove an expectation, with a
// question about what it asks where there is one.
func (w *Window) writeAbout(x journal.Expectation) {
	type question struct {
		card prompts.Card
		ok   bool
	}
	guide := w.guide
	task(w, "find a question", func(ctx context.Context) (question, error) {
		card, ok, err := guide.About(ctx, x)
		return question{card, ok}, err
	}, func(q question) {
		w.beginEntry(cmp.Or(q.card.Kind, journal.Reflection), func(e *journal.Entry) {
			e.Evidence = []journal.Evidence{{Expectation: string(x.ID), Strength: journal.OwnWord}}
			if q.ok {
				e.Prompt = &journal.Asked{Key: q.card.Key, Text: q.card.Text}
			}
		})
	})
}
