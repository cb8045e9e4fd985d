package prompts

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"groundwork/journal"
)

// About asks a question about what an expectation is about: one that was not
// answered yet, else the one that was answered the longest ago; rather one that
// looks back, because what was done proves something. What the user said "Not
// for me" to is left out; a document that no question of the day is drawn from is
// not, since a question about this was asked for. ok is false where there is no question:
// the expectation is of the user's own words, and no question bears them.
func (g *Guide) About(ctx context.Context, x journal.Expectation) (card Card, ok bool, err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	s, err := g.sitting(ctx, "")
	if err != nil {
		return Card{}, false, fmt.Errorf("ask about an expectation: %w", err)
	}
	answers, err := g.journal.Read().Answers(ctx)
	if err != nil {
		return Card{}, false, fmt.Errorf("ask about an expectation: %w", err)
	}
	element := s.catalogue.ElementFor(x)
	s.in.LeftOut = nil
	p := newPicking(s.in)
	about := keep(p.all, func(c *candidate) bool { return element != "" && c.element == element && !p.dismissed[c.Key] })
	if len(about) == 0 {
		return Card{}, false, nil
	}
	least := slices.MinFunc(about, func(a, b *candidate) int {
		return cmp.Or(answers[a.Key].Last.Compare(answers[b.Key].Last), cmp.Compare(ahead(a), ahead(b)), p.byLast(a, b))
	})
	return s.card(Choice{Prompt: least.Prompt, Element: least.element}), true, nil
}

// ahead is 1 for a question that looks forward, else 0.
func ahead(c *candidate) int {
	if c.Look == Forward {
		return 1
	}
	return 0
}
