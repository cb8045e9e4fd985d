package suggest

import (
	"context"
	"errors"
	"fmt"

	"groundwork/journal"
)

// Unsorted is an entry that supports no expectation, and what it may support.
type Unsorted struct {
	journal.Line
	Suggestions []Suggestion
}

// Pile says which entries are to be sorted. The zero Pile is all of them.
type Pile struct {
	Span      journal.Span // the days; an open end where a day is zero
	NoPrivate bool
}

// Page is a part of a pile.
type Page struct {
	Entries []Unsorted
	Next    Place
	Last    bool // nothing is left after it
}

// Place is where a page begins. The zero Place is the beginning of the pile.
type Place struct {
	After       journal.ID // it is passed over, with all before it
	Reflections bool       // it lies among them, behind the moments and the feedback
}

const (
	// mostLookedAt is how many reflections are read in search of those that
	// something speaks for, before a page is handed out as it is.
	mostLookedAt = 200
	// mostEach is how many suggestions come with each entry.
	mostEach = 3
)

// Unsorted gives up to so many entries that support no expectation, from a
// place on: first the moments and the feedback, and then those reflections for
// which something is suggested and the lines of months that tell what was done,
// each newest first. Applications prove nothing.
// A page may hold fewer and still not be the last one. Where the entry that a
// place names is gone, its part of the pile begins again.
func (s *Suggester) Unsorted(ctx context.Context, pile Pile, from Place, limit int) (Page, error) {
	s.reading.Lock()
	defer s.reading.Unlock()
	k, err := s.know(ctx, "")
	if err != nil {
		return Page{}, fmt.Errorf("find what is to be sorted: %w", err)
	}
	page := Page{Next: from}
	for looked := 0; !page.Last && len(page.Entries) < limit && looked < mostLookedAt; {
		n, err := k.goOn(ctx, &page, pile, limit)
		if err != nil {
			return Page{}, fmt.Errorf("find what is to be sorted: %w", err)
		}
		looked += n
	}
	return page, nil
}

// goOn looks at the next entries of the pile, and tells at how many.
func (k known) goOn(ctx context.Context, page *Page, pile Pile, limit int) (looked int, err error) {
	const step = 20
	filter := journal.Filter{
		Since: pile.Span.From, Until: pile.Span.Until, NoPrivate: pile.NoPrivate, NoEvidence: true,
		Kinds: []journal.Kind{journal.MomentKind, journal.FeedbackKind},
	}
	if page.Next.Reflections {
		filter.Kinds = []journal.Kind{journal.Reflection}
	}
	lines, err := k.journal.Read().Lines(ctx, filter, page.Next.After, step)
	if errors.Is(err, journal.ErrNotFound) {
		page.Next.After = ""
		lines, err = k.journal.Read().Lines(ctx, filter, "", step)
	}
	if err != nil {
		return 0, err
	}
	for i, l := range lines {
		if len(page.Entries) == limit {
			return i, nil
		}
		if err := k.addTo(ctx, page, l); err != nil {
			return i, err
		}
		page.Next.After = l.ID
	}
	switch {
	case len(lines) == step:
	case page.Next.Reflections:
		page.Last = true
	default:
		page.Next = Place{Reflections: true}
	}
	return len(lines), nil
}

// addTo adds an entry to a page with what is suggested for it; a reflection
// for which nothing is, and which tells of nothing done, is passed over.
func (k known) addTo(ctx context.Context, page *Page, l journal.Line) error {
	e, err := k.journal.Read().Entry(ctx, l.ID)
	if errors.Is(err, journal.ErrNotFound) {
		return nil // it was removed a moment ago
	}
	if err != nil {
		return err
	}
	suggestions := k.pick(&e, mostEach)
	if len(suggestions) > 0 || l.Kind != journal.Reflection || e.TellsWhatWasDone() {
		page.Entries = append(page.Entries, Unsorted{l, suggestions})
	}
	return nil
}
