package ui

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/sahilm/fuzzy"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// quickHit is a thing that goes with what was typed.
type quickHit struct {
	quickThing
	found []parts.Range // the letters of its name
	whole bool          // they stand there as they were typed, where a word begins
	exact bool          // they are all of its name
	score int
}

// How many of each group are shown.
const (
	mostQuickEntries  = 6
	mostQuickNames    = 5
	mostQuickCommands = 6
)

func mostOf(g quickGroup) int {
	switch g {
	case quickEntries:
		return mostQuickEntries
	case quickNames:
		return mostQuickNames
	}
	return mostQuickCommands
}

// Len and String give the names to the matching.
func (x quickIndex) Len() int            { return len(x.things) }
func (x quickIndex) String(i int) string { return x.things[i].plain.text }

// find gives what goes with the words, group by group, the best first: names
// with a word that begins as it was typed before those with its letters here
// and there. Among equals the last used comes first, then the newest. A page or
// a command whose whole name was typed is what was meant, so its group comes
// first; a group that has only letters here and there comes behind one in which
// a word begins as typed. Without words it is what was used last, and the
// newest entries.
func (x quickIndex) find(words string) []quickHit {
	if words == "" {
		return x.lately()
	}
	var hits []quickHit
	typed := plainNameOf(words).text
	for _, m := range fuzzy.FindFromNoSort(typed, x) {
		thing, letters := x.things[m.Index], m.MatchedIndexes
		whole := thing.plain.beginning(typed)
		if whole != nil {
			letters = whole
		}
		hit := quickHit{quickThing: thing, found: thing.plain.ranges(thing.name, letters), whole: whole != nil, exact: strings.EqualFold(thing.plain.text, typed), score: m.Score}
		if !near(words, hit.found) {
			continue
		}
		hits = append(hits, hit)
	}
	recent, places := x.places(), groupPlaces(hits)
	slices.SortStableFunc(hits, func(a, b quickHit) int {
		return cmp.Or(cmp.Compare(places[a.group], places[b.group]), cmp.Compare(a.group, b.group), exactFirst(a, b), wholeFirst(a, b), cmp.Compare(b.score, a.score), cmp.Compare(recent[b.key], recent[a.key]))
	})
	return cutGroups(hits)
}

// groupPlaces tells how far to the front each group stands by its best hit: the
// lower the earlier.
func groupPlaces(hits []quickHit) map[quickGroup]int {
	places := map[quickGroup]int{}
	for _, h := range hits {
		switch {
		case h.exact && h.group == quickCommands:
			places[h.group] = -2
		case h.whole:
			places[h.group] = min(places[h.group], -1)
		}
	}
	return places
}

// exactFirst compares two hits by whether what was typed is all of their name.
func exactFirst(a, b quickHit) int {
	switch {
	case a.exact == b.exact:
		return 0
	case a.exact:
		return -1
	}
	return 1
}

// wholeFirst compares two hits by whether what was typed stands in them whole.
func wholeFirst(a, b quickHit) int {
	switch {
	case a.whole == b.whole:
		return 0
	case a.whole:
		return -1
	}
	return 1
}

// near tells whether letters stand close enough together to be meant: in a
// title of a hundred letters one finds nearly anything. On average two of them
// stand together.
func near(words string, found []parts.Range) bool {
	letters := len([]rune(strings.Join(strings.Fields(words), "")))
	return len(found) <= max(1, (letters+1)/2)
}

// places tells how lately each thing was used: the higher the later.
func (x quickIndex) places() map[string]int {
	places := make(map[string]int, len(x.recent))
	for i, key := range x.recent {
		places[key] = len(x.recent) - i
	}
	return places
}

// lately gives what was used last, and fills up with the newest entries.
func (x quickIndex) lately() []quickHit {
	places := x.places()
	var hits []quickHit
	for _, t := range x.things {
		if places[t.key] > 0 {
			hits = append(hits, quickHit{quickThing: t, score: places[t.key]})
		} else if t.group == quickEntries {
			hits = append(hits, quickHit{quickThing: t})
		}
	}
	slices.SortStableFunc(hits, func(a, b quickHit) int {
		return cmp.Or(cmp.Compare(a.group, b.group), cmp.Compare(b.score, a.score))
	})
	return cutGroups(hits)
}

// cutGroups keeps the first of each group.
func cutGroups(hits []quickHit) []quickHit {
	count := map[quickGroup]int{}
	return slices.DeleteFunc(hits, func(h quickHit) bool {
		count[h.group]++
		return count[h.group] > mostOf(h.group)
	})
}

// widen fills the entries up with what a search finds: older titles, and texts.
func (w *Window) widen(ctx context.Context, words string, noPrivate bool, hits []quickHit) ([]quickHit, error) {
	at, entries := roomForEntries(hits)
	if words == "" || entries >= mostQuickEntries {
		return hits, nil
	}
	lines, err := w.journal.FindLines(ctx, words, noPrivate, mostQuickEntries)
	if err != nil {
		return nil, err
	}
	today := w.journal.Today(ctx)
	for _, l := range lines {
		thing := w.quickEntry(l, today)
		same := func(h quickHit) bool { return h.key == thing.key }
		if entries < mostQuickEntries && !slices.ContainsFunc(hits, same) {
			hits = slices.Insert(hits, at, quickHit{quickThing: thing, found: wordsIn(thing.name, words)})
			at, entries = at+1, entries+1
		}
	}
	return hits, nil
}

// roomForEntries tells where more entries go, and how many there are: behind
// those that are there, else behind the commands where these come first.
func roomForEntries(hits []quickHit) (at, entries int) {
	for i, h := range hits {
		switch {
		case h.group == quickEntries:
			at, entries = i+1, entries+1
		case h.group == quickCommands && at == i:
			at = i + 1
		}
	}
	return at, entries
}

// wordsIn marks the beginning of the words in a name, where it is there.
func wordsIn(name, words string) []parts.Range {
	plain := plainNameOf(name)
	at := strings.Index(strings.ToLower(plain.text), strings.ToLower(plainNameOf(words).text))
	if at < 0 || len(strings.ToLower(plain.text)) != len(plain.text) {
		return nil
	}
	found := make([]int, 0, len(words))
	for i := range plainNameOf(words).text {
		found = append(found, at+i)
	}
	return plain.ranges(name, found)
}

// settingRecent holds the keys of what quick open was used for, the last first,
// a line each. They name entries by their IDs, so they lie in the journal.
const settingRecent = "quickOpen"

// mostRecent bounds how many are remembered.
const mostRecent = 16

func (w *Window) recentThings(ctx context.Context) ([]string, error) {
	text, err := w.journal.Setting(ctx, settingRecent)
	return strings.FieldsFunc(text, func(r rune) bool { return r == '\n' }), err
}

// remember puts a thing before what was used earlier.
func (w *Window) remember(thing quickThing) {
	j := w.journal
	task(w, "remember what was opened", func(ctx context.Context) (struct{}, error) {
		recent, err := w.recentThings(ctx)
		if err != nil {
			return struct{}{}, err
		}
		recent = slices.DeleteFunc(recent, func(key string) bool { return key == thing.key })
		recent = append([]string{thing.key}, recent...)
		recent = recent[:min(len(recent), mostRecent)]
		return struct{}{}, j.SetSetting(ctx, settingRecent, strings.Join(recent, "\n"))
	}, func(struct{}) {})
}

var _ journal.Reader // the entries come through it
