package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/suggest"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// mostSuggested is how many expectations are suggested at once, and moreWords
// by how many words a text has to change before it is asked again.
const (
	mostSuggested = 2
	moreWords     = 8
)

// suggest asks which expectations the entry may support, once there is enough
// of it to tell, and again when there is more.
func (l *evidenceLine) suggest(d *desk, words int) {
	e := d.draft.Entry()
	enough := words >= moreWords || e.Prompt != nil
	grown := l.askedOf != e.ID || words-l.askedAt >= moreWords || l.askedAt-words >= moreWords
	if len(l.all) == 0 || !enough || !grown {
		return
	}
	l.askedOf, l.askedAt = e.ID, words
	s := l.today.w.suggester
	task(l.today.w, "suggest expectations", func(ctx context.Context) ([]suggest.Suggestion, error) {
		return s.For(ctx, e, mostSuggested)
	}, func(all []suggest.Suggestion) {
		if l.today.desk == d {
			l.offered = all
			l.show(d.draft.Entry().Evidence)
		}
	})
}

// offerChips are the suggestions as quiet chips: a press takes one, its cross
// waves it away.
func (l *evidenceLine) offerChips(evidence []journal.Evidence) []*parts.Chip {
	var chips []*parts.Chip
	for _, s := range l.offered {
		x := s.Expectation
		if supports(evidence, x.ID) {
			continue
		}
		words := lang.L("{{.Name}}?", values{"Name": cutWords(x.Name, longestLink)})
		chip := parts.NewChip(parts.ChipAdd, words, look.IconNone, func() { l.added(x) })
		chip.OnRemove = func() { l.waveAway(x) }
		chips = append(chips, chip)
	}
	return chips
}

// waveAway takes a suggestion away; it is not made again for this entry.
func (l *evidenceLine) waveAway(x journal.Expectation) {
	d := l.today.desk
	l.today.w.suggester.WaveAway(d.draft.Entry().ID, x.ID)
	l.askedOf = ""
	l.suggest(d, wordCount(d.draft.Entry().Body))
}

// supports tells whether an expectation is among the evidence.
func supports(evidence []journal.Evidence, id journal.ID) bool {
	for _, v := range evidence {
		if strings.EqualFold(v.Expectation, string(id)) {
			return true
		}
	}
	return false
}
