package journal

import (
	"context"
	"fmt"
	"slices"
)

// FindLines finds entries for somebody who types their words: first those whose
// title begins so, then what a search finds whose last word may go on. Without
// words it lists the newest. It gives up to limit of them, each once.
func (j *Journal) FindLines(ctx context.Context, words string, noPrivate bool, limit int) ([]Line, error) {
	if words == "" {
		return j.store.Lines(ctx, Filter{NoPrivate: noPrivate}, "", limit)
	}
	titled, err := j.store.Titled(ctx, words, false, limit)
	if err != nil {
		return nil, fmt.Errorf("find entries: %w", err)
	}
	q := ReadTyping(words, j.DatesFrom(j.Today(ctx)))
	q.Filter.NoPrivate = noPrivate
	hits, err := j.store.Search(ctx, q, limit)
	if err != nil {
		return nil, fmt.Errorf("find entries: %w", err)
	}
	ids := make([]ID, len(hits))
	for i, h := range hits {
		ids[i] = h.ID
	}
	found, err := j.store.LinesOf(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("find entries: %w", err)
	}
	for _, l := range found {
		if !slices.ContainsFunc(titled, func(t Line) bool { return t.ID == l.ID }) {
			titled = append(titled, l)
		}
	}
	titled = slices.DeleteFunc(titled, func(l Line) bool { return noPrivate && l.Private })
	return titled[:min(len(titled), limit)], nil
}
